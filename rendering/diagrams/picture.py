"""The picture itself: a plan as shapes and lines, in the order in which they are drawn."""

from collections.abc import Iterator

from .diagram import Look
from .node_text import find_padding
from .plan import PlacedEdge, PlacedNode, Plan, to_path
from .sheet import Item, Line, Shape
from .style import Form, Style, load_style

_FOCUS_WIDTH = 2.2
_NODE_WIDTH = 1.1
_BAND_PADDING = 6.0


def draw_plan(plan: Plan) -> list[Item]:
    """Return the shapes and lines of a plan: stripes first, then lines, words beside them, and boxes on top."""
    style = load_style()
    return [
        *_draw_background(plan, style),
        *(_draw_edge(edge, style) for edge in plan.edges),
        *(_draw_label(edge) for edge in plan.edges if edge.frame),
        *(_draw_node(node, style) for node in plan.nodes),
    ]


def _draw_background(plan: Plan, style: Style) -> Iterator[Item]:
    for band in plan.bands:
        if band.is_shaded:
            yield Shape(frame=band.frame, texts=(), form=Form.RECTANGLE, fill=style.ink.band)
    for rule in plan.rules:
        yield Line(points=to_path(rule.start, rule.end), colour=style.ink.rule)
    for band in plan.bands:
        if band.texts:
            yield Shape(frame=band.words or band.frame, texts=band.texts, padding=_BAND_PADDING)


def _draw_edge(placed: PlacedEdge, style: Style) -> Line:
    return Line(
        points=placed.points,
        colour=style.ink.line,
        look=placed.edge.look,
        source=placed.edge.source,
        target=placed.edge.target,
    )


def _draw_label(placed: PlacedEdge) -> Shape:
    assert placed.frame is not None
    return Shape(frame=placed.frame, texts=placed.texts)


def _draw_node(placed: PlacedNode, style: Style) -> Shape:
    kind = style.kinds[placed.node.kind]
    return Shape(
        id=placed.node.id,
        frame=placed.frame,
        texts=placed.texts,
        form=kind.shape,
        fill=kind.fill if placed.node.look is not Look.BACKGROUND else style.ink.paper,
        stroke=kind.stroke,
        stroke_width=_FOCUS_WIDTH if placed.node.is_focus else _NODE_WIDTH,
        look=placed.node.look,
        is_focus=placed.node.is_focus,
        padding=find_padding(kind),
    )
