"""The words in a node and beside an edge, and the room that they need."""

from ..source_notes import render_numbers
from .diagram import Edge, Node
from .plan import Frame
from .style import Form, KindStyle, Style
from .typesetting import TextBlock, set_text

_PADDING_X, _PADDING_Y = 7.0, 5.0
# How much farther from the sides words must stay where the corners are cut off.
_INSETS = {Form.PILL: 5.0, Form.HEXAGON: 11.0, Form.OCTAGON: 2.0, Form.CUT: 3.0, Form.FOLDED: 3.0}
_MOST_LINES = 4


def set_node_text(node: Node, style: Style, *, width: float, most: int = _MOST_LINES) -> tuple[TextBlock, ...]:
    """Return the words of a node, broken for a box of `width`: its label, then its detail with the note numbers."""
    room = width - 2 * find_padding(style.kinds[node.kind])
    font, ink = style.font, style.ink
    label = set_text(node.label, size=font.label, colour=ink.text, width=room, most=most, is_bold=node.is_focus)
    below = " ".join(part for part in (node.detail, render_numbers(node.notes)) if part)
    detail = set_text(below, size=font.detail, colour=ink.quiet, width=room, most=most)
    return (label, detail) if below else (label,)


def set_edge_text(edge: Edge, style: Style, *, width: float) -> tuple[TextBlock, ...]:
    """Return the words beside an edge: what it says, with the numbers of the notes that show it."""
    words = " ".join(part for part in (edge.label, render_numbers(edge.notes)) if part)
    text = set_text(words, size=style.font.edge, colour=style.ink.text, width=width, most=_MOST_LINES)
    return (text,) if words else ()


def find_width(texts: tuple[TextBlock, ...], kind: KindStyle | None = None) -> float:
    """Return how wide a box must be for its words; of an edge's without `kind`."""
    widest = max((text.width for text in texts), default=0.0)
    if kind is None:
        return widest + 4.0
    return widest + 2 * find_padding(kind)


def find_padding(kind: KindStyle) -> float:
    """Return how far words stay from the left and the right side of a box."""
    return _PADDING_X + _INSETS.get(kind.shape, 0.0)


def find_height(texts: tuple[TextBlock, ...], style: Style, *, padding: float = _PADDING_Y) -> float:
    """Return how high a box must be for its words."""
    return sum(len(text.lines) * text.size for text in texts) * style.font.line_height + 2 * padding


def frame_around(x: float, y: float, width: float, height: float) -> Frame:
    """Return the rectangle of this size around a point."""
    return Frame(x=x - width / 2, y=y - height / 2, width=width, height=height)
