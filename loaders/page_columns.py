"""Columns of a page: where rows are parted by the same gutter, each side is read by itself."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from .page_rows import Row, Segment

_NARROWEST = 0.4
"""The least width of a gutter, in sizes of the letters."""

_NEAR = 1.9
"""Rows nearer than so many sizes belong to one block."""

_DEEPEST = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """Lines that are read one after the other; `is_side` if another column stands beside it."""

    lines: tuple[Segment, ...]
    is_side: bool = False


def find_columns(rows: Sequence[Row], depth: int = 0) -> list[Column]:
    """Return the columns of a page in the order in which they are read: a left one before the right one."""
    columns: list[Column] = []
    single: list[Segment] = []
    place = 0
    while place < len(rows):
        band = _find_band(rows, place) if len(rows[place].segments) > 1 and depth < _DEEPEST else None
        if band is None:
            single.extend(rows[place].segments)
            place += 1
            continue
        start, end, gutter = band
        start = max(start, place - len(single))
        if start < place:
            del single[start - place :]
        if single:
            columns.append(Column(lines=tuple(single)))
            single = []
        columns.extend(_part(rows[start:end], gutter, depth))
        place = end
    if single:
        columns.append(Column(lines=tuple(single)))
    return columns


def _part(rows: Sequence[Row], gutter: float, depth: int) -> list[Column]:
    if _is_table(rows):
        return [Column(lines=tuple(_to_line(row) for row in rows), is_side=True)]
    sides: list[Column] = []
    for is_left in (True, False):
        half = [
            Row(segments=segments)
            for row in rows
            if (segments := tuple(each for each in row.segments if (_middle(each) < gutter) == is_left))
        ]
        sides.extend(replace(column, is_side=True) for column in find_columns(half, depth + 1))
    return sides


def _is_table(rows: Sequence[Row]) -> bool:
    """Tell whether most rows hold three cells or more: such are read row by row."""
    return len(rows) > 1 and sum(len(row.segments) >= 3 for row in rows) >= 0.6 * len(rows)


def _to_line(row: Row) -> Segment:
    text = " | ".join(segment.text for segment in row.segments)
    return replace(row.segments[0], text=text, right=row.segments[-1].right, size=row.size)


def _find_band(rows: Sequence[Row], place: int) -> tuple[int, int, float] | None:
    """Return the rows around `place` that the same gutter parts (start, end) and its middle."""
    best: tuple[int, int, float] | None = None
    segments = rows[place].segments
    for left, right in pairwise(segments):
        gutter = (left.right, right.left)
        end, last = place + 1, place + 1
        while end < len(rows) and _distance(rows, end) < 4 * _NEAR:
            narrower = _narrow(gutter, rows[end])
            if narrower is None:
                break
            gutter = narrower
            end += 1
            if _has_both(rows[end - 1], gutter):
                last = end
        last = _extend(rows, last, end)
        start = place
        while start and _distance(rows, start) < _NEAR:
            narrower = _narrow(gutter, rows[start - 1])
            if narrower is None:
                break
            gutter = narrower
            start -= 1
        if best is None or last - start > best[1] - best[0]:
            best = start, last, (gutter[0] + gutter[1]) / 2
    return best


def _extend(rows: Sequence[Row], last: int, end: int) -> int:
    """Return the end of a band whose longer side runs on at the distance that its lines have."""
    usual = _distance(rows, last - 1) if last > 1 else _NEAR
    while last < end and _distance(rows, last) < min(1.35 * usual, _NEAR):
        last += 1
    return last


def _distance(rows: Sequence[Row], place: int) -> float:
    """Return how far a row stands below the one before it, in sizes of its letters."""
    return (rows[place - 1].base - rows[place].base) / max(rows[place].size, rows[place - 1].size)


def _narrow(gutter: tuple[float, float], row: Row) -> tuple[float, float] | None:
    """Return what of a gutter the row leaves free, None if too little."""
    left, right = gutter
    middle = (left + right) / 2
    for segment in row.segments:
        if _middle(segment) < middle:
            left = max(left, segment.right)
        else:
            right = min(right, segment.left)
    return (left, right) if right - left >= _NARROWEST * row.size else None


def _has_both(row: Row, gutter: tuple[float, float]) -> bool:
    middle = (gutter[0] + gutter[1]) / 2
    sides = {_middle(segment) < middle for segment in row.segments}
    return len(sides) == 2


def _middle(segment: Segment) -> float:
    return (segment.left + segment.right) / 2
