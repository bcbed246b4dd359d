"""The plan of a correspondence: lanes side by side, and the letters below each other in the order of their dates.

Arrows to letters go round: down from a letter, across between the rows, down beside a lane, and across again.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .diagram import Diagram, Edge, Node, NodeKind
from .node_text import find_height, find_width, frame_around, set_edge_text, set_node_text
from .plan import Band, Frame, PlacedEdge, PlacedNode, Plan, Point, to_path
from .style import Style, load_style
from .typesetting import TextBlock, set_text

_LANE_WIDTH = 150.0
_LANE_GAP = 14.0
_BOX_WIDTH = 132.0
_RECEIPT_SIZE = 9.0
_RECEIPT_STEP = 12.0
_LABEL_WIDTH = 160.0
_PADDING = 10.0
_CHANNEL = 12.0
_LEAST_GAP = 22.0
_STEP = 5.0
_MOST_LINES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class _Arrival:
    """An arrow to a letter with its words: how high they stand (`slot`), and which of those to this letter it is."""

    edge: Edge
    texts: tuple[TextBlock, ...]
    slot: float
    place: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A letter with its receipts: where the row begins and ends, and the arrows that arrive above it."""

    top: float
    bottom: float
    arrivals: tuple[_Arrival, ...]


def plan_lanes(diagram: Diagram) -> Plan:
    """Return the plan; a letter stands in the lane of who wrote it, a dot in the lanes of those who received it."""
    style = load_style()
    lanes = {lane.id: number * (_LANE_WIDTH + _LANE_GAP) for number, lane in enumerate(diagram.lanes)}
    headings = {lane.id: _set_heading(lane.heading, style) for lane in diagram.lanes}
    top = max(find_height((text,), style) for text in headings.values())
    nodes: list[PlacedNode] = []
    rows: dict[str, _Row] = {}
    y = top
    for row in _find_rows(diagram.nodes):
        arrivals, gap = _set_arrivals([edge for edge in diagram.edges if edge.target == row[0].id], style)
        placed, height = _place_row(row, style, lanes, y + gap)
        nodes += placed
        rows[row[0].id] = _Row(top=y + gap, bottom=y + gap + height, arrivals=arrivals)
        y += gap + height
    bottom = y + _PADDING
    return Plan(
        diagram=diagram,
        width=len(lanes) * (_LANE_WIDTH + _LANE_GAP) - _LANE_GAP,
        height=bottom,
        nodes=tuple(nodes),
        edges=tuple(_place_edges(diagram, {placed.node.id: placed for placed in nodes}, rows, lanes, style)),
        bands=tuple(
            Band(
                frame=Frame(x=x, y=0.0, width=_LANE_WIDTH, height=bottom),
                texts=(headings[lane],),
                words=Frame(x=x, y=0.0, width=_LANE_WIDTH, height=top),
            )
            for lane, x in lanes.items()
        ),
    )


def _set_heading(heading: str, style: Style) -> TextBlock:
    width = _LANE_WIDTH - 12
    return set_text(heading, size=style.font.heading, colour=style.ink.text, width=width, most=4, is_bold=True)


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


def _set_arrivals(edges: Sequence[Edge], style: Style) -> tuple[tuple[_Arrival, ...], float]:
    """Return the arrows to a letter, each in a slot of its own above it, and how high all slots are together."""
    arrivals = []
    slot = _CHANNEL
    for place, edge in enumerate(edges):
        texts = set_edge_text(edge, style, width=_LABEL_WIDTH)
        slot += find_height(texts, style, padding=2.0)
        arrivals.append(_Arrival(edge=edge, texts=texts, slot=slot, place=place))
        slot += _STEP
    return tuple(arrivals), max(slot + _STEP, _LEAST_GAP) if edges else _LEAST_GAP


def _place_row(
    row: Sequence[Node], style: Style, lanes: Mapping[str, float], top: float
) -> tuple[list[PlacedNode], float]:
    letter, *receipts = row
    texts = set_node_text(letter, style, width=_BOX_WIDTH, most=_MOST_LINES)
    height = max(find_height(texts, style), _RECEIPT_STEP * len(receipts) + 4)
    middle = top + height / 2
    frame = frame_around(lanes[letter.lane] + _LANE_WIDTH / 2, middle, _BOX_WIDTH, height)
    placed = [PlacedNode(node=letter, frame=frame, texts=texts)]
    for place, node in enumerate(receipts):
        # Each stands a little lower, so that no arrow passes through the dot of another recipient.
        y = middle + (place - (len(receipts) - 1) / 2) * _RECEIPT_STEP
        shift = _BOX_WIDTH / 4 if node.lane == letter.lane else 0.0
        dot = frame_around(lanes[node.lane] + _LANE_WIDTH / 2 + shift, y, _RECEIPT_SIZE, _RECEIPT_SIZE)
        placed.append(PlacedNode(node=node, frame=dot, texts=()))
    return placed, height


def _place_edges(
    diagram: Diagram,
    nodes: Mapping[str, PlacedNode],
    rows: Mapping[str, _Row],
    lanes: Mapping[str, float],
    style: Style,
) -> Iterator[PlacedEdge]:
    arrivals = {id(arrival.edge): arrival for row in rows.values() for arrival in row.arrivals}
    for number, edge in enumerate(diagram.edges):
        if edge.target not in rows:
            yield _place_receipt_edge(edge, nodes)
            continue
        arrival, source = arrivals[id(edge)], nodes[edge.source]
        points = _find_way(arrival, source, nodes[edge.target], rows, lanes, _STEP * (number % 3 - 1))
        width, height = find_width(arrival.texts), find_height(arrival.texts, style, padding=2.0)
        (x, y), (end_x, _) = points[-3], points[-2]
        left = min(max((x + end_x - width) / 2, 0.0), max(lanes.values()) + _LANE_WIDTH - width)
        frame = Frame(x=left, y=y - height, width=width, height=height) if arrival.texts else None
        yield PlacedEdge(edge=edge, points=to_path(*points), texts=arrival.texts, frame=frame)


def _place_receipt_edge(edge: Edge, nodes: Mapping[str, PlacedNode]) -> PlacedEdge:
    source, target = nodes[edge.source].frame, nodes[edge.target].frame
    y = target.middle[1]
    is_right = target.x > source.x
    return PlacedEdge(
        edge=edge,
        points=to_path((source.right if is_right else source.x, y), (target.x if is_right else target.right, y)),
    )


def _find_way(
    arrival: _Arrival,
    source: PlacedNode,
    target: PlacedNode,
    rows: Mapping[str, _Row],
    lanes: Mapping[str, float],
    shift: float,
) -> list[Point]:
    """Return the corners of an arrow from a letter to a later one."""
    row = rows[target.node.id]
    gap = row.arrivals[-1].slot + _STEP
    y = row.top - max(gap + _STEP, _LEAST_GAP) + arrival.slot
    start = source.frame.middle[0] + shift
    end = target.frame.middle[0] + (arrival.place - (len(row.arrivals) - 1) / 2) * 2 * _STEP
    following = min((one.top for one in rows.values() if one.top > rows[source.node.id].top), default=row.top)
    if following == row.top:
        return [(start, source.frame.bottom), (start, y), (end, y), (end, target.frame.y)]
    is_right = start > end or target.node.lane == next(iter(lanes))
    gutter = lanes[target.node.lane] + (_LANE_WIDTH + _LANE_GAP / 2 if is_right else -_LANE_GAP / 2) + shift / 2
    below = rows[source.node.id].bottom + _STEP + shift / 3
    first = [(start, source.frame.bottom), (start, below), (gutter, below)]
    return [*first, (gutter, y), (end, y), (end, target.frame.y)]
