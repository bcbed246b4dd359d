"""The pages of a document as lines: in reading order, with what goes on across the end of a line told."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from .headings import is_heading
from .page_columns import Column, find_columns
from .page_frame import FramedPage, find_frames
from .page_rows import Segment, find_rows
from .page_words import Page
from .source_line import TURN, SourceLine

_BULLET = re.compile(r"(?:[-•*–·▪◦‣●○➢]|[(\[]?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)\]])\s", re.IGNORECASE)
_LEAST_WIDTH = 12
"""The least width of a line that a margin breaks, in sizes of its letters; addresses are narrower."""

_FEWEST_PROSE = 4
"""Lines of a side column, wide and most of them full, from which on it is prose and not an address."""


def to_source_lines(pages: Sequence[Page]) -> list[SourceLine]:
    """Return the lines of all pages; a turn stands between two, notes before it, feet of pages at the end."""
    framed = find_frames([(page.number, page.low, page.high, find_rows(page.words)) for page in pages])
    return list(_Setting(framed).lines())


class _Setting:
    """How a document is set: the width of its text and the distance of its lines."""

    def __init__(self, pages: Sequence[FramedPage]) -> None:
        self._pages = [(page, find_columns(page.body)) for page in pages]
        middle = [
            line for _, columns in self._pages for column in columns if not column.is_side for line in column.lines
        ]
        rights = sorted(line.right for line in middle)
        self._right = rights[int(len(rights) * 0.95)] if rights else 0.0
        self._pitch = _find_pitch(column for _, columns in self._pages for column in columns)

    def lines(self) -> Iterator[SourceLine]:
        """Yield the lines; each counts from the top of its page."""
        feet: list[SourceLine] = []
        for page, columns in self._pages:
            count = 0
            for text, goes_on in self._page_texts(page, columns):
                count += bool(text.strip())
                yield SourceLine(text=text, line=max(count, 1), page=page.number, goes_on=goes_on)
            for row in page.foot:
                count += 1
                feet.append(SourceLine(text=row.text, line=count, page=page.number, goes_on=False))
        if feet:
            yield SourceLine(text="", line=1, page=feet[0].page)
            yield from feet

    def _page_texts(self, page: FramedPage, columns: Sequence[Column]) -> Iterator[tuple[str, bool | None]]:
        for number, column in enumerate(columns):
            if number:
                yield (TURN if column.is_side else ""), None
            yield from self._column_texts(column)
        if page.notes:
            yield TURN, None
            yield from ((row.text, None) for row in page.notes)
        yield TURN, None

    def _column_texts(self, column: Column) -> Iterator[tuple[str, bool | None]]:
        blanks = [self._count_blanks(column.lines, place) for place in range(len(column.lines))]
        starts = [place for place, count in enumerate(blanks) if count or not place]
        for start, end in pairwise([*starts, len(column.lines)]):
            block = column.lines[start:end]
            yield from [("", None)] * blanks[start]
            yield block[0].text, None
            right = _find_right(block) if column.is_side else self._right
            above = ""
            for last, line in pairwise(block):
                goes_on = right is not None and _wraps(last, line, right) and not is_heading(above, last.text, line.text)
                yield line.text, goes_on or None
                above = last.text

    def _count_blanks(self, lines: Sequence[Segment], place: int) -> int:
        """Return how many empty lines a reader sees before a line; its neighbours show the usual distance."""
        if not place:
            return 0
        distance = lines[place - 1].base - lines[place].base
        size = max(lines[place].size, lines[place - 1].size)
        near = [self._pitch * size]
        if place > 1:
            near.append(lines[place - 2].base - lines[place - 1].base)
        if place + 1 < len(lines):
            near.append(lines[place].base - lines[place + 1].base)
        usual = max(size, min(each for each in near if each > 0))
        return min(max(round(distance / usual) - 1, 1), 3) if distance > 1.3 * usual else 0


def _find_right(block: Sequence[Segment]) -> float | None:
    """Return the margin at which the lines of a side column break, None where each stands for itself."""
    right = max(line.right for line in block)
    full = sum(_wraps(last, line, right) for last, line in pairwise(block))
    is_wide = all(line.right - line.left > _LEAST_WIDTH * line.size for line in block[:-1])
    is_prose = is_wide and len(block) >= _FEWEST_PROSE and full >= 0.6 * (len(block) - 1)
    return right if is_prose else None


def _find_pitch(columns: Iterator[Column]) -> float:
    """Return the usual distance of two lines, in sizes of their letters."""
    distances = [
        (last.base - line.base) / max(last.size, line.size)
        for column in columns
        for last, line in pairwise(column.lines)
        if last.base > line.base
    ]
    return median(distances) if distances else 1.2


def _wraps(last: Segment, line: Segment, right: float) -> bool:
    """Tell whether the margin has broken a line: the first word of the next would not have fit.

    An indent starts a paragraph, unless the line before starts with a bullet or a number.
    """
    if _BULLET.match(line.text) or abs(last.size - line.size) > 0.15 * last.size:
        return False
    inset = line.left - last.left
    if inset > 0.9 * line.size and not _BULLET.match(last.text):
        return False
    if inset < -5 * line.size or last.right - last.left < _LEAST_WIDTH * line.size:
        return False
    return last.right + 0.2 * line.size + line.first > right - 0.3 * line.size
