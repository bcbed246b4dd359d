"""The plan of a diagram in rows: each begins in the first lane and goes on to the right."""

from collections.abc import Iterator, Mapping, Sequence

from .diagram import Diagram, Edge, Node
from .node_text import find_height, set_node_text
from .plan import Band, Frame, PlacedEdge, PlacedNode, Plan, to_path
from .style import load_style
from .typesetting import set_text

_WIDTH, _LAST_WIDTH = 300.0, 126.0
_GAP = 34.0
_ROW_GAP = 10.0
_HEADING = 24.0
_MOST_LINES = 5


def plan_rows(diagram: Diagram) -> Plan:
    """Return the plan; a lane is a column, and a row is as high as its highest box."""
    style = load_style()
    columns = _find_columns(diagram)
    placed: list[PlacedNode] = []
    y = _HEADING
    for row in _find_rows(diagram):
        texts = {node.id: set_node_text(node, style, width=columns[node.lane].width, most=_MOST_LINES) for node in row}
        height = max(find_height(texts[node.id], style) for node in row)
        for node in row:
            column = columns[node.lane]
            frame = Frame(x=column.x, y=y, width=column.width, height=height)
            placed.append(PlacedNode(node=node, frame=frame, texts=texts[node.id]))
        y += height + _ROW_GAP
    frames = {one.node.id: one.frame for one in placed}
    bands = []
    for lane in diagram.lanes:
        text = set_text(lane.heading, size=style.font.heading, colour=style.ink.quiet, is_bold=True)
        bands.append(Band(frame=columns[lane.id], texts=(text,), is_shaded=False))
    return Plan(
        diagram=diagram,
        width=max(column.right for column in columns.values()),
        height=y - _ROW_GAP,
        nodes=tuple(placed),
        edges=tuple(_place_edge(edge, frames) for edge in diagram.edges),
        bands=tuple(bands),
    )


def _find_columns(diagram: Diagram) -> Mapping[str, Frame]:
    """Return where the heading of each lane stands."""
    columns = {}
    x = 0.0
    for lane in diagram.lanes:
        width = _LAST_WIDTH if lane is diagram.lanes[-1] else _WIDTH
        columns[lane.id] = Frame(x=x, y=0.0, width=width, height=_HEADING - 6)
        x += width + _GAP
    return columns


def _find_rows(diagram: Diagram) -> Iterator[Sequence[Node]]:
    """Yield the nodes row by row: each row begins in the first lane."""
    row: list[Node] = []
    for node in diagram.nodes:
        if node.lane == diagram.lanes[0].id and row:
            yield row
            row = []
        row.append(node)
    if row:
        yield row


def _place_edge(edge: Edge, frames: Mapping[str, Frame]) -> PlacedEdge:
    source, target = frames[edge.source], frames[edge.target]
    return PlacedEdge(edge=edge, points=to_path((source.right, source.middle[1]), (target.x, target.middle[1])))
