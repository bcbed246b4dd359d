"""Detours: where a connector, which office programs lead straight or in one bend, must pass so that it meets no box."""

from collections.abc import Iterator, Mapping, Sequence
from math import dist

from .plan import Frame, Point, to_path
from .sheet import Line

_NEAR = 3.0
_STEPS = 12


def find_joints(line: Line, frames: Mapping[str, Frame]) -> list[Point]:
    """Return the points between the ends of an edge over which its connectors go; none where one connector does.

    `frames` are the boxes of the page by id. The joints are corners of a line that stays near to the curve.
    """
    foreign = [frame for key, frame in frames.items() if key not in (line.source, line.target)]
    if not crosses(_find_direct(line), foreign):
        return []
    return _simplify(list(sample_curve(line.points)))[1:-1]


def _find_direct(line: Line) -> tuple[Point, ...]:
    """Return the curve of a single connector between the ends of an edge: straight, or in one bend halfway."""
    (x, y), (end_x, end_y) = line.points[0], line.points[-1]
    if is_straight(line):
        return to_path((x, y), (end_x, end_y))
    middle_x, middle_y = (x + end_x) / 2, (y + end_y) / 2
    middle = (middle_x, middle_y)
    before = ((x + middle_x) / 2, y), (middle_x, (y + middle_y) / 2), middle
    behind = (middle_x, (end_y + middle_y) / 2), ((end_x + middle_x) / 2, end_y), (end_x, end_y)
    return (x, y), *before, *behind


def is_straight(line: Line) -> bool:
    """Tell whether all points of an edge lie on the line between its ends, give or take two points."""
    start, end = line.points[0], line.points[-1]
    return all(_find_distance(point, start, end) < 2.0 for point in line.points)


def sample_curve(points: Sequence[Point]) -> Iterator[Point]:
    """Yield points along a curve, a dozen on each Bézier piece."""
    yield points[0]
    for pieces in zip(points[:-1:3], points[1::3], points[2::3], points[3::3], strict=True):
        for step in range(1, _STEPS + 1):
            t = step / _STEPS
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            x, y = (sum(weight * point[axis] for weight, point in zip(weights, pieces, strict=True)) for axis in (0, 1))
            yield x, y


def crosses(curve: Sequence[Point], frames: Sequence[Frame]) -> bool:
    """Tell whether a curve passes through one of some boxes."""
    return any(
        frame.x < x < frame.right and frame.y < y < frame.bottom for x, y in sample_curve(curve) for frame in frames
    )


def _simplify(points: list[Point]) -> list[Point]:
    """Return the corners of a line that stays near to `points` (Ramer 1972, Douglas and Peucker 1973)."""
    start, end = points[0], points[-1]
    distances = [_find_distance(point, start, end) for point in points]
    farthest = max(range(len(points)), key=lambda place: distances[place])
    if distances[farthest] < _NEAR:
        return [start, end]
    return [*_simplify(points[: farthest + 1])[:-1], *_simplify(points[farthest:])]


def _find_distance(point: Point, start: Point, end: Point) -> float:
    """Return how far a point is from the line through two others."""
    length = dist(start, end)
    if length < 0.01:
        return dist(point, start)
    (x, y), (end_x, end_y) = start, end
    return abs((end_x - x) * (point[1] - y) - (end_y - y) * (point[0] - x)) / length
