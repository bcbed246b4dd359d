"""Where a letter quotes others: a mail that stands in it, a passage in quotation marks or behind "she wrote:"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ...loaders.mail_thread import read_quoted_head
from ..text.lines import Line
from ..text.span import Span
from .zones import is_closing, is_prose, is_salutation

_LONGEST_HEAD = 12
_FROM = "From: "
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|us|me)\b")
# “… I am …”, "…", ‘…’, '…'; no quoted word or title
_MARKED = re.compile(
    r"“[^”]{12,3000}”|\"[^\"\n]{12,1500}\"|‘[^‘\n]{12,1500}?’(?!\w)|(?<!\w)'(?=[A-Z])[^\"\n]{12,1500}?[.,!?…]'(?!\w)"
)
# "In her letter she wrote:", "The Board told us:"; not "I wrote:", "we said:"
_TOLD = re.compile(
    r"(?<!\bI )(?<!\b[Ww]e )\b(?:wrote|writes|said|says|told (?:me|us|you)|stated|states|replied|explained|concluded"
    r"|advised|reads)\b[^.:;]{0,60}:$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Somebody else's words at `start`–`end`.

    `head` is where a quoted mail says whose it is and `author` the name there; None for a passage.
    """

    start: int
    end: int
    head: Span | None = None
    author: str | None = None


class Quotations:
    """The quotations of one letter, none within another."""

    def __init__(self, found: Sequence[Quotation]) -> None:
        self._found = sorted(found, key=lambda each: (each.start, -each.end))
        self._starts = [each.start for each in self._found]

    def at(self, place: int) -> Quotation | None:
        """Return what is quoted at `place`, None where the writer speaks."""
        at = bisect_right(self._starts, place) - 1
        return self._found[at] if at >= 0 and place < self._found[at].end else None

    def mails(self) -> Iterator[Quotation]:
        """Yield the quoted mails that say whose they are."""
        return (each for each in self._found if each.head is not None)


def find_quotations(text: str, lines: Sequence[Line], marked: Sequence[Span]) -> Quotations:
    """Return what the letter with these lines quotes; `marked` is where the file itself marks lines as quoted.

    "On 8 September 2015 Ann Lee wrote:" starts a mail, "She wrote: “I am …”" holds a passage.
    """
    mails = list(_find_mails(lines, marked))
    inside = Quotations(mails)
    passages = [each for each in _find_passages(text, lines) if inside.at(each.start) is None]
    return Quotations([*mails, *_without_nested(passages)])


def _find_mails(lines: Sequence[Line], marked: Sequence[Span]) -> Iterator[Quotation]:
    """Yield the mails that stand behind words of the letter's own, each up to the next one or to the end.

    Where the file marks quoted lines, only these are quoted: the writer goes on between them.
    """
    heads = list(_find_heads(lines))
    last = lines[-1].end if lines else 0
    starts = [*(start for start, _, _ in heads), last]
    yield from (Quotation(start=start, end=end) for start, end in marked if end <= starts[0])
    for (start, below, author), end in zip(heads, starts[1:], strict=True):
        own = [(one, two) for one, two in marked if below <= one < end]
        for one, two in [(start, below), *own] if own else [(start, end)]:
            yield Quotation(start=one, end=two, head=(start, below), author=author)


def _find_heads(lines: Sequence[Line]) -> Iterator[tuple[int, int, str | None]]:
    """Yield where the head of each quoted mail starts and ends, with the author that it names."""
    texts = [line.text.strip() for line in lines]
    place, has_begun = 0, False
    while place < len(lines):
        head, taken = read_quoted_head(texts[place : place + _LONGEST_HEAD]) if has_begun else (None, 0)
        if taken:
            author = next((field.removeprefix(_FROM) for field in head or () if field.startswith(_FROM)), None)
            yield lines[place].start, lines[place + taken - 1].end, author
        has_begun = has_begun or any(test(texts[place]) for test in (is_prose, is_salutation, is_closing))
        place += max(taken, 1)


def _find_passages(text: str, lines: Sequence[Line]) -> Iterator[Quotation]:
    for match in _MARKED.finditer(text):
        if _FIRST_PERSON.search(match[0]):
            yield Quotation(start=match.start(), end=match.end())
    for line, below in pairwise(lines):
        if _FIRST_PERSON.search(below.text) and _TOLD.search(line.text.rstrip()):
            yield Quotation(start=below.start, end=below.end)


def _without_nested(passages: Sequence[Quotation]) -> Iterator[Quotation]:
    end = 0
    for each in sorted(passages, key=lambda each: (each.start, -each.end)):
        if each.start >= end:
            yield each
            end = each.end
