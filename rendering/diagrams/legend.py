"""The legend: what the shapes and lines that a diagram has mean."""

from collections.abc import Iterator

from .diagram import Diagram, Look
from .plan import Frame, to_path
from .sheet import Item, Line, Shape
from .style import Style
from .typesetting import set_text

_LINES = {Look.STATED: "solid", Look.SUGGESTED: "dashed", Look.BACKGROUND: "dotted"}
_SWATCH_WIDTH, _SWATCH_HEIGHT = 20.0, 11.0
_ROW_HEIGHT = 17.0
_GAP = 14.0


def build_legend(diagram: Diagram, style: Style, *, width: float) -> tuple[list[Item], float]:
    """Return the legend from its own top left corner on, and its height."""
    items: list[Item] = []
    x = y = 0.0
    for swatch, words in _find_entries(diagram, style):
        text = set_text(words, size=style.font.note, colour=style.ink.text)
        needed = _SWATCH_WIDTH + 5 + text.width
        if x and x + needed > width:
            x, y = 0.0, y + _ROW_HEIGHT
        items.append(swatch.scaled(1.0, x, y + (_ROW_HEIGHT - _SWATCH_HEIGHT) / 2))
        frame = Frame(x=x + _SWATCH_WIDTH + 5, y=y + 3, width=text.width, height=_ROW_HEIGHT - 3)
        items.append(Shape(frame=frame, texts=(text,), is_centred=False))
        x += needed + _GAP
    return items, y + _ROW_HEIGHT if items else 0.0


def find_meanings(diagram: Diagram) -> list[str]:
    """Return what each kind of line in a diagram means, in words."""
    used = {*(edge.look for edge in diagram.edges), *(node.look for node in diagram.nodes)}
    return [f"{_LINES[look]}: {look.value}" for look in Look if look in used]


def _find_entries(diagram: Diagram, style: Style) -> Iterator[tuple[Item, str]]:
    kinds = {node.kind for node in diagram.nodes}
    swatch = Frame(x=0, y=0, width=_SWATCH_WIDTH, height=_SWATCH_HEIGHT)
    for kind, look in style.kinds.items():
        if kind in kinds:
            yield Shape(frame=swatch, texts=(), form=look.shape, fill=look.fill, stroke=look.stroke), look.name
    middle = _SWATCH_HEIGHT / 2
    looks = {*(edge.look for edge in diagram.edges), *(node.look for node in diagram.nodes)}
    for line in Look:
        if line in looks:
            points = to_path((0.0, middle), (_SWATCH_WIDTH, middle))
            yield Line(points=points, colour=style.ink.line, look=line), f"{_LINES[line]}: {line.value}"
