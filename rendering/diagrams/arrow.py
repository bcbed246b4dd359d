"""The ends and patterns of lines, the same in every format that draws them itself."""

from collections.abc import Sequence
from math import hypot

from .diagram import Look
from .plan import Point

DASHES: dict[Look, tuple[float, ...]] = {Look.STATED: (), Look.SUGGESTED: (5.0, 3.0), Look.BACKGROUND: (1.5, 2.5)}
"""How long the parts of a line and the gaps between them are, in points."""

_LENGTH, _HALF_WIDTH = 7.0, 2.8


def find_arrow_head(points: Sequence[Point], width: float) -> tuple[Point, Point, Point]:
    """Return the triangle at the end of a curve: its tip, then the two others."""
    (x, y), (dx, dy) = points[-1], _find_direction(points)
    back_x, back_y = x - dx * _LENGTH * width, y - dy * _LENGTH * width
    side = _HALF_WIDTH * width
    return (x, y), (back_x - dy * side, back_y + dx * side), (back_x + dy * side, back_y - dx * side)


def shorten(points: Sequence[Point], width: float) -> tuple[Point, ...]:
    """Return a curve that ends where its arrow head begins, so that its tip stays sharp."""
    (x, y), (dx, dy) = points[-1], _find_direction(points)
    gap = (_LENGTH - 1.0) * width
    return (*points[:-1], (x - dx * gap, y - dy * gap))


def _find_direction(points: Sequence[Point]) -> Point:
    """Return in which direction a curve ends, as a vector of length one."""
    x, y = points[-1]
    for before_x, before_y in reversed(points[:-1]):
        length = hypot(x - before_x, y - before_y)
        if length > 0.01:
            return (x - before_x) / length, (y - before_y) / length
    return 1.0, 0.0
