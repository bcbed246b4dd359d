"""The running text of a letter in pieces: sentences, and items of lists with the words that announce them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ..text.lines import Line
from ..text.list_marks import BULLETS, PLAIN, cut_line, follows
from ..text.sentences import find_sentences
from ..text.span import Span
from .ask_clauses import is_open_clause

# a line that breaks off, and one that goes on
_BROKEN = re.compile(r"[a-z0-9,’'\")]\s*$")
_GOES_ON = re.compile(r"\s*(?:[a-z]{2,}|a|I)\b(?![.)])")
_HEADING = 70
_COLONS = (":", "–", "—", "-", "?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A sentence at `start`–`end`; `item` is the number of the list item that it stands in (None outside).

    `lead` is the sentence that announces that list, `is_first` tells whether it is the first sentence of its item.
    """

    start: int
    end: int
    item: int | None = None
    lead: Span | None = None
    is_first: bool = True


def find_pieces(text: str, body: Sequence[Line]) -> list[Piece]:
    """Return the sentences of the lines of `body` in order.

    "We ask that you (a) cut retention; (b) bar sharing." is a lead and two items.
    """
    reader = _PieceReader(text=text.replace("\n", " "))
    for line in _join_broken(body):
        for start, end, mark in cut_line(reader.text, line):
            reader.add(start, end, mark, opens_line=start == line.start)
    return reader.found


@dataclass(slots=True)
class _PieceReader:
    """Goes through a body; `lead` is the last sentence outside a list, `list_lead` the one before the list at hand."""

    text: str
    found: list[Piece] = field(default_factory=list)
    lead: Span | None = None
    list_lead: Span | None = None
    last_mark: str | None = None
    waiting: str | None = None
    number: int = 0

    def add(self, start: int, end: int, mark: str | None, *, opens_line: bool) -> None:
        """Add a stretch of a line, an item where it has a `mark`; a mark alone in its line is the next line's."""
        mark, self.waiting = mark or self.waiting, None
        spans = [
            (start + first, start + last) for first, last in find_sentences(self.text[start:end]) if last - first > 1
        ]
        if not spans:
            self.waiting = mark
        elif mark is None and opens_line and self._is_plain_item(start, end):
            self._add_item(spans, PLAIN)
        elif mark is None:
            self._add_text(spans, end - start, opens_line=opens_line)
        else:
            self._add_item(spans, mark)

    def _add_text(self, spans: Sequence[Span], length: int, *, opens_line: bool) -> None:
        heading = length <= _HEADING and self.text[spans[-1][1] - 1] not in ".:?–-;"
        # a heading goes between a list and the words that announce it, or between two items
        if not heading or (not self._is_announced(self.lead) and self.last_mark is None):
            self.lead = spans[-1]
        # only numbers go on behind other text
        if not heading and opens_line and self.last_mark and self.last_mark in BULLETS:
            self.last_mark = None
        self.found += [Piece(start=first, end=last) for first, last in spans]

    def _add_item(self, spans: Sequence[Span], mark: str) -> None:
        if not follows(self.last_mark, mark):
            self.list_lead = self.lead
        self.number += 1
        self.last_mark, self.lead = mark, spans[-1]
        self.found += [
            Piece(start=first, end=last, item=self.number, lead=self.list_lead, is_first=place == 0)
            for place, (first, last) in enumerate(spans)
        ]

    def _is_plain_item(self, start: int, end: int) -> bool:
        """Tell whether a line without a mark is an item: behind a colon or such an item, opening as one can."""
        goes_on = self.last_mark == PLAIN and bool(self.found) and self.found[-1].item is not None
        line = self.text[start:end].strip()
        return (goes_on or (self._is_announced(self.lead) and self._ends_with_lead())) and (
            is_open_clause(line) or line.endswith((";", "; and"))
        )

    def _ends_with_lead(self) -> bool:
        return bool(self.found) and (self.found[-1].start, self.found[-1].end) == self.lead

    def _is_announced(self, lead: Span | None) -> bool:
        return lead is not None and self.text[: lead[1]].endswith(_COLONS)


def _join_broken(body: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines with those joined that break within a sentence: the next one goes on in small letters."""
    last: Line | None = None
    for line in body:
        if line.text.lstrip().startswith(">"):
            continue
        if last is not None and line.gap == 0 and _BROKEN.search(last.text) and _GOES_ON.match(line.text):
            last = replace(last, end=line.end, text=f"{last.text} {line.text}")
            continue
        if last is not None:
            yield last
        last = line
    if last is not None:
        yield last
