"""Turns of pages in lines without places: page numbers, running titles, what else stands inside a sentence there."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from .source_line import SourceLine

_NUMBER_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten"
_OF = r"(?:\s*(?:of|/|de|von)\s*\d{1,4})"
# "Page 2 of 5", "PAGE TWO", "[Page 694]", "- 3 -"; wherever in a block it stands alone in its line, while
# "page 340" and "p. 340." there end a sentence
_PAGE_LINE = re.compile(
    rf"\W{{0,3}}(?:Page|PAGE)\s*(?:\d{{1,4}}|(?i:{_NUMBER_WORDS})){_OF}?[^\w.,;]{{0,3}}|[-–—]\s*\d{{1,3}}\s*[-–—]"
)
# "3", "2/4", "2 of 4", "p. 3"; only where the line stands alone, for "2" is no page in a block
_BARE_LINE = re.compile(rf"(?:[-–—\[]?\s*(?:page|pg\.|p\.|seite)\s*)?\d{{1,3}}{_OF}?\s*[-–—\]]?", re.IGNORECASE)
# "Letter to the Chair      Page 2", "Letter to the Chair, page 2 of 3"; never "as we said on page 2"
_TITLED_LINE = re.compile(
    rf"\S.{{0,70}}?(?:(?:\s{{3,}}|\s*[|•·]\s*)page\s+\d{{1,3}}{_OF}?|\s*[,–—-]\s*page\s+\d{{1,3}}{_OF})"
    rf"|page\s+\d{{1,3}}{_OF}?(?:\s{{3,}}|\s*[|•·]\s*)\S.{{0,70}}",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_LETTERS = re.compile(r"[^\W\d]{4}")
_OPEN = re.compile(r"[^.!?:;\"”)\]\s]\s*$")
_OPEN_WORD = re.compile(r"\s(?:and|or|of|for|the|an?|to|in|by|with|which|that|from|our|your|their)\s*$")
_ITEM = re.compile(r"[-•*–·▪◦‣●○➢]\s|[(\[]?\w{1,3}[.)\]]\s")
_RUNNING_AT_LEAST = 3
_LONGEST_TITLE = 90
_SHORTEST_PROSE = 45
_MOST_LINES_BETWEEN = 8
_MOST_EDGE_LINES = 2


def find_page_turns(lines: Sequence[SourceLine], others: set[int]) -> set[int]:
    """Return the places of the lines that stand there because a page ends.

    A running title is a short line that stands alone at least three times (numbers aside); the first one stays, for it
    may be the letterhead. Short lines around a page number or around one of `others` (the places of other furniture)
    go whole where a sentence goes on behind them, as do titles that come back at the start or end of a page.
    """
    alone = {place for place in range(len(lines)) if _is_alone(lines, place)}
    numbers = {place for place, line in enumerate(lines) if _is_number(line.text.strip(), is_alone=place in alone)}
    found = numbers | _find_running(lines, alone) | _find_edges(lines)
    return found | _find_between(lines, numbers | others)


def _is_alone(lines: Sequence[SourceLine], place: int) -> bool:
    before = lines[place - 1].text.strip() if place else ""
    after = lines[place + 1].text.strip() if place + 1 < len(lines) else ""
    text = lines[place].text.strip()
    return bool(text) and not before and not after and len(text) <= _LONGEST_TITLE


def _is_number(text: str, *, is_alone: bool) -> bool:
    if _PAGE_LINE.fullmatch(text):
        return True
    return is_alone and bool(_BARE_LINE.fullmatch(text) or _TITLED_LINE.fullmatch(text))


def _find_running(lines: Sequence[SourceLine], alone: set[int]) -> set[int]:
    shapes = Counter(_to_shape(lines[place]) for place in alone)
    first: dict[str, int] = {}
    for place, line in enumerate(lines):
        first.setdefault(_to_shape(line), place)
    return {
        place
        for place in alone
        if shapes[_to_shape(lines[place])] >= _RUNNING_AT_LEAST and first[_to_shape(lines[place])] != place
    }


def _find_edges(lines: Sequence[SourceLine]) -> set[int]:
    """Return titles and numbers with which pages start or end, in a file that counts its pages."""
    filled = [place for place, line in enumerate(lines) if line.text.strip()]
    turns = [at for at, (one, other) in enumerate(pairwise(filled), start=1) if lines[one].page != lines[other].page]
    starts, ends = [0, *turns], [*turns, len(filled)]
    heads = [filled[start : min(start + _MOST_EDGE_LINES, end)] for start, end in zip(starts, ends, strict=True)]
    feet = [filled[max(end - _MOST_EDGE_LINES, start) : end][::-1] for start, end in zip(starts, ends, strict=True)]
    found: set[int] = set()
    # the first page keeps its head, which is the letter's own, and the last page its foot
    for edges, own in ((heads, 0), (feet, len(feet) - 1)):
        shapes = Counter(shape for edge in edges for shape in {_to_shape(lines[place]) for place in edge})
        for number, edge in enumerate(edges):
            found.update(_find_titles(lines, edge, shapes if number != own else Counter()))
    return found


def _find_titles(lines: Sequence[SourceLine], edge: Sequence[int], shapes: Counter[str]) -> Iterator[int]:
    for place in edge:
        shape, text = _to_shape(lines[place]), lines[place].text.strip()
        is_title = shapes[shape] > 1 and len(text) <= _LONGEST_TITLE and bool(_LETTERS.search(shape))
        if not is_title and text != str(lines[place].page):
            return
        yield place


def _find_between(lines: Sequence[SourceLine], certain: set[int]) -> set[int]:
    """Return the titles that stand with one of `certain` between two parts of a sentence.

    A line with no blank between it and the words of the sentence is part of them.
    """
    found: set[int] = set()
    for place in sorted(certain - found):
        start, end = place, place + 1
        while start and place - start < _MOST_LINES_BETWEEN and (start - 1 in certain or _is_title(lines[start - 1])):
            start -= 1
        while end < len(lines) and end - place < _MOST_LINES_BETWEEN and (end in certain or _is_title(lines[end])):
            end += 1
        while start < place and start not in certain and lines[start].text.strip():
            start += 1
        is_parted = end - 1 in certain or not lines[end - 1].text.strip()
        if is_parted and start and end < len(lines) and _is_cut(lines[start - 1].text, lines[end].text):
            found.update(at for at in range(start, end) if lines[at].text.strip())
    return found


def _is_title(line: SourceLine) -> bool:
    """Tell whether a line may stand between two pages: it is empty, or short, no item and no part of a sentence."""
    text = line.text.strip()
    return not text or not (len(text) >= _SHORTEST_PROSE or text[0].islower() or _ITEM.match(text))


def _is_cut(before: str, after: str) -> bool:
    if len(before.strip()) < _SHORTEST_PROSE or not _OPEN.search(before):
        return False
    return after.strip()[0].islower() or is_open(before)


def is_open(text: str) -> bool:
    """Tell whether a line ends with a word that ends no sentence: "the Environment and", "a report of the"."""
    return bool(_OPEN_WORD.search(text))


def _to_shape(line: SourceLine) -> str:
    return _DIGITS.sub("0", line.text.strip().casefold())
