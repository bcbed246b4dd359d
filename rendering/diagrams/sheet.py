"""A sheet: shapes and lines on pages of a given size, which every format writes in its own way."""

from dataclasses import dataclass, replace

from .diagram import Look
from .plan import Frame, Point
from .style import Form
from .typesetting import TextBlock


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A box with words, or words alone where `form` is None.

    `id` is the node's, None for what is no node. Without `is_centred` the words begin at the left, from the top.
    `is_focus` marks what the diagram is about, `padding` is how far words
    stay from the sides.
    """

    frame: Frame
    texts: tuple[TextBlock, ...]
    id: str | None = None
    form: Form | None = None
    fill: str | None = None
    stroke: str | None = None
    stroke_width: float = 1.0
    look: Look = Look.STATED
    is_centred: bool = True
    is_focus: bool = False
    padding: float = 0.0

    def scaled(self, factor: float, x: float, y: float) -> "Shape":
        """Return it in another size, moved by x and y."""
        frame = Frame(
            x=self.frame.x * factor + x,
            y=self.frame.y * factor + y,
            width=self.frame.width * factor,
            height=self.frame.height * factor,
        )
        texts = tuple(text.scaled(factor) for text in self.texts)
        return replace(
            self, frame=frame, texts=texts, stroke_width=self.stroke_width * factor, padding=self.padding * factor
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A curve (a start, then three points a Bézier piece); with ids of the shapes that it joins, an arrow."""

    points: tuple[Point, ...]
    colour: str
    width: float = 1.0
    look: Look = Look.STATED
    source: str | None = None
    target: str | None = None

    @property
    def is_arrow(self) -> bool:
        """Tell an edge from a line that only parts or measures."""
        return self.target is not None

    def scaled(self, factor: float, x: float, y: float) -> "Line":
        """Return it in another size, moved by x and y."""
        points = tuple((px * factor + x, py * factor + y) for px, py in self.points)
        return replace(self, points=points, width=self.width * factor)


Item = Shape | Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What stands on one page, in the order in which it is drawn."""

    width: float
    height: float
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The pages of a diagram; `description` says in a sentence what it shows, for those who cannot see it."""

    title: str
    description: str
    newest: str | None
    pages: tuple[Page, ...]
