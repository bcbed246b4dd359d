"""A plan: a diagram with its positions, in points from the top left corner, whatever paper it goes on."""

from dataclasses import dataclass
from itertools import pairwise

from .diagram import Diagram, Edge, Node
from .typesetting import TextBlock

Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A rectangle by its top left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Where it ends below."""
        return self.y + self.height

    @property
    def middle(self) -> Point:
        """Its centre."""
        return self.x + self.width / 2, self.y + self.height / 2

    def overlaps(self, other: "Frame") -> bool:
        """Tell whether two rectangles share some area."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedNode:
    """A node in its place, with its words in lines."""

    node: Node
    frame: Frame
    texts: tuple[TextBlock, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedEdge:
    """An edge along a curve: a start, then three points for each cubic Bézier piece; the arrow ends at the last one.

    `frame` is the place of its label, None when it has none.
    """

    edge: Edge
    points: tuple[Point, ...]
    texts: tuple[TextBlock, ...] = ()
    frame: Frame | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A shaded stripe behind nodes, or without `is_shaded` only words: a lane with its heading, a day on an axis.

    The words stand in `words`, in the middle of the stripe where that is None.
    """

    frame: Frame
    texts: tuple[TextBlock, ...] = ()
    words: Frame | None = None
    is_shaded: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A thin line that is no edge, such as a time axis."""

    start: Point
    end: Point


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A diagram with its positions. `is_sideways` tells that edges leave and enter at the sides of boxes."""

    diagram: Diagram
    width: float
    height: float
    nodes: tuple[PlacedNode, ...]
    edges: tuple[PlacedEdge, ...]
    bands: tuple[Band, ...] = ()
    rules: tuple[Rule, ...] = ()


def to_path(*points: Point) -> tuple[Point, ...]:
    """Return a broken line through `points` as Bézier pieces."""
    curve = [points[0]]
    for (x, y), (to_x, to_y) in pairwise(points):
        step_x, step_y = (to_x - x) / 3, (to_y - y) / 3
        curve += [(x + step_x, y + step_y), (to_x - step_x, to_y - step_y), (to_x, to_y)]
    return tuple(curve)
