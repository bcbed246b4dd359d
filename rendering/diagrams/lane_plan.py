"""The plan of a correspondence: lanes side by side, and the letters below each other in the order of their dates."""

from collections.abc import Iterator, Mapping, Sequence

from .diagram import Diagram, Edge, Node, NodeKind
from .node_text import find_height, find_width, frame_around, set_edge_text, set_node_text
from .plan import Band, Frame, PlacedEdge, PlacedNode, Plan, to_path
from .style import Style, load_style
from .typesetting import TextBlock, set_text

_LANE_WIDTH = 150.0
_LANE_GAP = 14.0
_BOX_WIDTH = 132.0
_ROW_GAP = 40.0
_RECEIPT_SIZE = 9.0
_LABEL_WIDTH = 150.0
_PADDING = 10.0
_MOST_LINES = 6


def plan_lanes(diagram: Diagram) -> Plan:
    """Return the plan; a letter stands in the lane of who wrote it, a dot in the lanes of those who received it."""
    style = load_style()
    lanes = {lane.id: number * (_LANE_WIDTH + _LANE_GAP) for number, lane in enumerate(diagram.lanes)}
    headings = {lane.id: _set_heading(lane.heading, style) for lane in diagram.lanes}
    top = max(find_height((text,), style) for text in headings.values()) + _PADDING
    nodes, bottom = _place_nodes(diagram, style, lanes, top)
    frames = {placed.node.id: placed.frame for placed in nodes}
    bands = [
        Band(
            frame=Frame(x=x, y=0.0, width=_LANE_WIDTH, height=bottom),
            texts=(headings[lane],),
            words=Frame(x=x, y=0.0, width=_LANE_WIDTH, height=top),
        )
        for lane, x in lanes.items()
    ]
    return Plan(
        diagram=diagram,
        width=len(lanes) * (_LANE_WIDTH + _LANE_GAP) - _LANE_GAP,
        height=bottom,
        nodes=tuple(nodes),
        edges=tuple(_place_edge(edge, frames, style) for edge in diagram.edges),
        bands=tuple(bands),
    )


def _set_heading(heading: str, style: Style) -> TextBlock:
    width = _LANE_WIDTH - 12
    return set_text(heading, size=style.font.heading, colour=style.ink.text, width=width, most=4, is_bold=True)


def _place_nodes(
    diagram: Diagram, style: Style, lanes: Mapping[str, float], top: float
) -> tuple[list[PlacedNode], float]:
    placed: list[PlacedNode] = []
    y = top
    for row in _find_rows(diagram.nodes):
        texts = {node.id: set_node_text(node, style, width=_BOX_WIDTH, most=_MOST_LINES) for node in row}
        height = max(find_height(texts[node.id], style) for node in row if node.kind is not NodeKind.RECEIPT)
        for node in row:
            middle = lanes[node.lane] + _LANE_WIDTH / 2
            if node.kind is NodeKind.RECEIPT:
                frame = frame_around(middle, y + height / 2, _RECEIPT_SIZE, _RECEIPT_SIZE)
                placed.append(PlacedNode(node=node, frame=frame, texts=()))
            else:
                own = find_height(texts[node.id], style)
                frame = frame_around(middle, y + height / 2, _BOX_WIDTH, own)
                placed.append(PlacedNode(node=node, frame=frame, texts=texts[node.id]))
        y += height + _ROW_GAP
    return placed, y - _ROW_GAP + _PADDING


def _find_rows(nodes: Sequence[Node]) -> Iterator[list[Node]]:
    """Yield each letter with those who received it."""
    row: list[Node] = []
    for node in nodes:
        if node.kind is not NodeKind.RECEIPT and row:
            yield row
            row = []
        row.append(node)
    if row:
        yield row


def _place_edge(edge: Edge, frames: Mapping[str, Frame], style: Style) -> PlacedEdge:
    source, target = frames[edge.source], frames[edge.target]
    texts = set_edge_text(edge, style, width=_LABEL_WIDTH)
    width, height = find_width(texts), find_height(texts, style, padding=2.0)
    if abs(source.middle[1] - target.middle[1]) < 1.0:  # across, from a letter to who received it
        is_right = target.x > source.x
        start = (source.right if is_right else source.x, source.middle[1])
        end = (target.x if is_right else target.right, target.middle[1])
        return PlacedEdge(edge=edge, points=to_path(start, end))
    start, end = (source.middle[0], source.bottom), (target.middle[0], target.y)
    x, y = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    bend = ((start[0], y), (end[0], y), end)
    # Beside a line straight down, otherwise above that half of the curve which has turned away below.
    is_straight = start[0] == end[0]
    side = -1 if end[0] < start[0] else 1
    frame = frame_around(x + side * (width / 2 + 4), y - (0 if is_straight else height / 2), width, height)
    return PlacedEdge(edge=edge, points=(start, *bend), texts=texts, frame=frame if texts else None)
