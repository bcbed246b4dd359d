"""Header lines of a letter as passages: its date, its reference, a signature, an address."""

import re
from collections.abc import Iterable, Iterator

from ..extraction.text.dates import find_dates
from ..extraction.text.lines import find_lines
from ..model.letter import Correspondent, Letter
from ..model.statement import Passage


def to_passage(letter: Letter, start: int, end: int) -> Passage:
    """Return the passage at `start`–`end` of the letter."""
    return Passage(
        letter=letter.iri,
        start=start,
        end=end,
        quote=letter.text[start:end],
        page=letter.find_anchor(start).page,
    )


def find_date_line(letter: Letter) -> Iterator[Passage]:
    """Yield the line that dates the letter, of several the barest; none where its date is not written."""
    lines = [
        (len(line.text) - (written.end - written.start), line.start, line.end)
        for line in find_lines(letter.text)
        for month_first in (False, True)
        for written in find_dates(line.text, month_first=month_first)
        if letter.date is not None and written.edtf == letter.date
    ]
    if lines:
        _, start, end = min(lines)
        yield to_passage(letter, start, end)


def find_first_lines(letter: Letter) -> list[Passage]:
    """Return the line that dates the letter, otherwise its first one."""
    first = next((line for line in find_lines(letter.text) if line.text.strip()), None)
    own = [to_passage(letter, first.start, first.end)] if first else []
    return list(find_date_line(letter)) or own


def find_line_of(letter: Letter, words: str, *, foot: bool = False) -> Iterator[Passage]:
    """Yield the line (or lines) with little else than `words`; of equals the first, in a foot the last."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    lines = [
        (len(letter.text[start:end].strip()), -start if foot else start, start, end)
        for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", letter.text, re.IGNORECASE)
        for start, end in [_widen(letter.text, match.start(), match.end())]
    ]
    if lines:
        _, _, start, end = min(lines)
        yield to_passage(letter, start, end)


def find_party_lines(letter: Letter, party: Correspondent, *, foot: bool) -> Iterator[Passage]:
    """Yield the lines that name a correspondent: person and office, or the body where both are missing."""
    for words in (party.name, party.office, *([] if party.name or party.office else [party.organisation])):
        if words:
            yield from find_line_of(letter, words, foot=foot)


def merge_passages(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """Return the passages in their order, each once."""
    return tuple(dict.fromkeys(passages))


def _widen(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of the whole lines around `start`–`end`, without the blanks at both ends."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    line = text[first : last if last >= 0 else len(text)]
    return first + len(line) - len(line.lstrip()), first + len(line.rstrip())
