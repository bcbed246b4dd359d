"""What stands around the words of a page: running lines, page numbers, footnotes, feet of pages."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .notes import to_raised
from .page_rows import Row

_EDGE = 0.14
"""The part of a page's height, above and below, where running lines stand."""

_SMALL = 0.93
_GAP = 2.2
"""Between notes as large as the words above them no gap is wider than so many sizes of their letters."""

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[-–—\[|\s]*(?:(?:page|p\.|seite)\s*)?(?:\d{1,3}|[ivx]{1,5})(?:\s*(?:of|/|de|von|\|)\s*\d{1,3})?[-–—\]|\s]*",
    re.IGNORECASE,
)
_RAISED = re.compile(r"[⁰¹²³⁴-⁹]{1,3}")
_PLAIN_START = re.compile(r"(\d{1,3})(?=[.)]?\s*[^\W\d])([.)]?)")
# "10 Castle Street", "EH1 1AA", "10117 Berlin", "020 7946 0000", what else the foot of a page tells of a sender
_ADDRESS = re.compile(
    r"^\d{1,3}[a-zA-Z]?,? (?:[A-Z][\w’'-]*\.? ){1,3}?(?:Street|St|Road|Rd|Avenue|Ave|Lane|Place|Square|Row|Court|Drive"
    r"|House|Way|Gate|Terrace|Gardens|Quay|Crescent|Boulevard|Yard|Walk|Hill|Park)\b"
    r"|\b[A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2}\b|\b\d{5}\b|\d{3,}[ -]\d{3,}|\S@\S|\b(?:Tel|Telephone|Phone|Fax|Registered)\b"
)
_OPEN = re.compile(r"[^.!?)\]”’]$")


@dataclass(frozen=True, slots=True, kw_only=True)
class FramedPage:
    """The rows of a page by their part: `foot` is a line below the words that is no note of theirs."""

    number: int
    body: tuple[Row, ...]
    notes: tuple[Row, ...] = ()
    foot: tuple[Row, ...] = ()


def find_frames(pages: Sequence[tuple[int, float, float, Sequence[Row]]]) -> list[FramedPage]:
    """Return the parts of each page, given as number, lowest and highest point and rows from top to bottom.

    A line that comes back at the same place of another page is a running line: the first page keeps those
    above its words, for they may be its letterhead. Notes are smaller than the words above them and start with a
    number; small lines that go on with the note of the page before are part of it.
    """
    running = _find_running(pages)
    size = _find_size(pages)
    framed: list[FramedPage] = []
    for number, low, high, rows in pages:
        edge = _EDGE * (high - low)
        kept = [
            row
            for row in rows
            if not (
                (row.base < low + edge or row.base > high - edge)
                and (
                    _PAGE_NUMBER.fullmatch(row.text)
                    or (_to_shape(row) in running and not (number == 1 and row.base > high - edge))
                )
            )
        ]
        is_last = number == pages[-1][0]
        framed.append(_part(number, kept, size, framed[-1] if framed else None, is_last=is_last))
    return framed


def _find_running(pages: Sequence[tuple[int, float, float, Sequence[Row]]]) -> set[tuple[str, int]]:
    shapes: Counter[tuple[str, int]] = Counter()
    for _, low, high, rows in pages:
        edge = _EDGE * (high - low)
        shapes.update({_to_shape(row) for row in rows if row.base < low + edge or row.base > high - edge})
    return {shape for shape, times in shapes.items() if times > 1}


def _to_shape(row: Row) -> tuple[str, int]:
    return _DIGITS.sub("0", row.text.casefold()), round(row.base / 6)


def _find_size(pages: Sequence[tuple[int, float, float, Sequence[Row]]]) -> float:
    """Return the size of the letters in which most of the words are set."""
    sizes: Counter[float] = Counter()
    for *_, rows in pages:
        for row in rows:
            sizes[round(row.size, 1)] += len(row.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)


def _part(number: int, rows: Sequence[Row], size: float, before: FramedPage | None, *, is_last: bool) -> FramedPage:
    start = len(rows)
    while start and rows[start - 1].size < _SMALL * size:
        start -= 1
    notes = _find_notes(rows, start)
    if notes:
        return FramedPage(number=number, body=tuple(rows[: -len(notes)]), notes=notes)
    body, small = tuple(rows[:start]), tuple(rows[start:])
    start, end = _find_loose_notes(small) if body and not is_last else (0, 0)
    if start < end:
        loose = (_with_raised_start(small[start]), *small[start + 1 : end])
        return FramedPage(number=number, body=body, notes=loose, foot=small[:start] + small[end:])
    if body and small and before is not None and before.notes and _OPEN.search(before.notes[-1].text):
        return FramedPage(number=number, body=body, notes=small)
    if body and small and not is_last:
        return FramedPage(number=number, body=body, foot=small)
    return FramedPage(number=number, body=tuple(rows))


def _find_notes(rows: Sequence[Row], small: int) -> tuple[Row, ...]:
    """Return the last rows of a page from its first note on, the number of each note raised.

    Among small letters (from row `small` on) "1 OSCE" and "1. OSCE" start a note; among larger ones only
    "1 OSCE" does, below a word with that mark.
    """
    marked: dict[str, int] = {}
    for place, row in enumerate(rows):
        for mark in _RAISED.findall(row.text):
            marked.setdefault(mark, place)
    found: list[Row] = []
    pending: list[Row] = []
    for place in range(len(rows) - 1, -1, -1):
        row = rows[place]
        if place < small and place + 1 < len(rows) and row.base - rows[place + 1].base > _GAP * row.size:
            break
        match = _PLAIN_START.match(row.segments[0].text)
        mark = to_raised(match[1]) if match else ""
        is_note = marked.get(mark, place) < place and (place >= small or not match or not match[2])
        if place >= small and _RAISED.match(row.text):
            is_note = True
        elif is_note and match:
            row = _with_start(row, mark + row.segments[0].text[match.end() :])
        pending.append(row)
        if is_note:
            found.extend(pending)
            pending = []
            marked.pop(mark, None)
    return tuple(reversed(found))


def _find_loose_notes(rows: Sequence[Row]) -> tuple[int, int]:
    """Return where among the small rows of a page the first starts as a note, and where notes end.

    No word has its mark. "2 OSCE, Report, 2014" is one; "10 Castle Street, Dundee DD1 3AA" is an address.
    """
    addresses = [place for place, row in enumerate(rows) if _ADDRESS.search(row.text)]
    for place, row in enumerate(rows):
        if _PLAIN_START.match(row.segments[0].text) and place not in addresses:
            return place, next((each for each in addresses if each > place), len(rows))
    return 0, 0


def _with_raised_start(row: Row) -> Row:
    match = _PLAIN_START.match(row.segments[0].text)
    return _with_start(row, to_raised(match[1]) + row.segments[0].text[match.end() :]) if match else row


def _with_start(row: Row, text: str) -> Row:
    return Row(segments=(replace(row.segments[0], text=text), *row.segments[1:]))
