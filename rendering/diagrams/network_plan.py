"""The plan of a diagram of things and relations: Graphviz puts the nodes in columns and leads the edges around them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pygraphviz

from .diagram import Diagram, Edge, Lane, Node
from .node_text import find_height, find_width, frame_around, set_edge_text, set_node_text
from .plan import Band, Frame, PlacedEdge, PlacedNode, Plan, Point, to_path
from .style import Style, load_style
from .typesetting import TextBlock, set_text

_NODE_WIDTHS = (136.0, 114.0)
_EDGE_WIDTHS = (88.0, 62.0)
_MANY_COLUMNS = 5
_ASIDE = 6.0
"""Points between an upright line and the words beside it."""
_GAP = 8.5
_COLUMN_GAP = 20.0
_POINTS_PER_INCH = 72.0
_MOST_IN_COLUMN = 13
_HEADING_HEIGHT = 22.0
# The points of a place or a curve: "54,18 27.5,18 1e-05,18"
_POINT = re.compile(r"(?P<x>-?[\d.e+-]+),(?P<y>-?[\d.e+-]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Label:
    texts: tuple[TextBlock, ...]
    width: float
    height: float


def plan_network(diagram: Diagram) -> Plan:
    """Return the plan; nodes of one lane stand in one column, a long one in several side by side."""
    style = load_style()
    columns = _find_columns(diagram)
    node_width, edge_width = (widths[len(columns) > _MANY_COLUMNS] for widths in (_NODE_WIDTHS, _EDGE_WIDTHS))
    texts = {node.id: set_node_text(node, style, width=node_width) for node in diagram.nodes}
    labels = [_to_label(set_edge_text(edge, style, width=edge_width), style) for edge in diagram.edges]
    graph = pygraphviz.AGraph(directed=True, strict=False)
    graph.graph_attr.update(rankdir="LR", splines="true", nodesep=_inches(_GAP), ranksep=_inches(_COLUMN_GAP))
    graph.node_attr.update(shape="box", fixedsize="true", label="")
    graph.edge_attr.update(arrowhead="none")
    for node in diagram.nodes:
        height = max(find_height(texts[node.id], style), _find_fan(node, diagram))
        graph.add_node(node.id, width=_inches(node_width), height=_inches(height))
    _add_columns(graph, columns)
    ends = [_find_ends(edge, columns) for edge in diagram.edges]
    focus = {node.id for node in diagram.nodes if node.is_focus}
    for place, ((left, right), label) in enumerate(zip(ends, labels, strict=True)):
        if _share_column(columns, left, right):
            _add_upright(graph, (left, right), place, label)
        else:
            ports = {} if left in focus else {"tailport": "e"}
            ports |= {} if right in focus else {"headport": "w"}
            graph.add_edge(left, right, key=str(place), label=_reserve(label), **ports)
    graph.layout("dot")
    return _to_plan(diagram, graph, texts, labels, columns)


def _to_label(texts: tuple[TextBlock, ...], style: Style) -> _Label:
    return _Label(texts=texts, width=find_width(texts), height=find_height(texts, style, padding=2.0))


def _find_fan(node: Node, diagram: Diagram) -> float:
    """Return how high the node in the middle must be, so that its many edges do not all end in one point."""
    if not node.is_focus:
        return 0.0
    sides = [
        sum(edge.source == node.id for edge in diagram.edges),
        sum(edge.target == node.id for edge in diagram.edges),
    ]
    return min(max(sides), _MOST_IN_COLUMN) * 30.0


def _find_columns(diagram: Diagram) -> list[tuple[Lane, list[str]]]:
    """Return the nodes of each lane (their ids), a long one in several columns."""
    columns: list[tuple[Lane, list[str]]] = []
    for lane in diagram.lanes:
        members = [node.id for node in diagram.nodes if node.lane == lane.id]
        parts = -(-len(members) // _MOST_IN_COLUMN)
        columns += [(lane, members[part::parts]) for part in range(parts)]
    return columns


def _add_columns(graph: pygraphviz.AGraph, columns: Sequence[tuple[Lane, list[str]]]) -> None:
    """Keep the columns apart and in their order."""
    for number, (_, members) in enumerate(columns):
        anchor = _to_anchor(number)
        graph.add_node(anchor, width="0", height="0", style="invis")
        graph.add_subgraph([anchor, *members], rank="same")
        if number:
            graph.add_edge(_to_anchor(number - 1), anchor, key="order", style="invis")


def _add_upright(graph: pygraphviz.AGraph, ends: tuple[str, str], place: int, label: _Label) -> None:
    """Add an edge within a column, in two parts with the room for its words between them.

    Graphviz breaks down (an assertion in `mincross.c`) where many edges within a column have labels of its own.
    """
    middle = _to_middle(place)
    height = max(label.height + 1.0 - _GAP, 1.0)  # half of the gaps above and below is room for the words too
    graph.add_node(middle, width=_inches(2 * (label.width + _ASIDE)), height=_inches(height), style="invis")
    graph.add_subgraph([ends[0], middle], rank="same")
    graph.add_edge(ends[0], middle, key=str(place))
    graph.add_edge(middle, ends[1], key=str(place))


def _share_column(columns: Sequence[tuple[Lane, list[str]]], one: str, other: str) -> bool:
    return any(one in members and other in members for _, members in columns)


def _find_ends(edge: Edge, columns: Sequence[tuple[Lane, list[str]]]) -> tuple[str, str]:
    """Return the ends of an edge from left to right, whichever way its arrow points."""
    places = {member: number for number, (_, members) in enumerate(columns) for member in members}
    if places.get(edge.source, 0) > places.get(edge.target, 0):
        return edge.target, edge.source
    return edge.source, edge.target


def _to_plan(
    diagram: Diagram,
    graph: pygraphviz.AGraph,
    texts: Mapping[str, tuple[TextBlock, ...]],
    labels: Sequence[_Label],
    columns: Sequence[tuple[Lane, list[str]]],
) -> Plan:
    frames = {node.id: _read_frame(graph.get_node(node.id)) for node in diagram.nodes}
    nodes = [PlacedNode(node=node, frame=frames[node.id], texts=texts[node.id]) for node in diagram.nodes]
    edges = []
    for place, (edge, label) in enumerate(zip(diagram.edges, labels, strict=True)):
        left, right = _find_ends(edge, columns)
        if _share_column(columns, left, right):
            points, (x, y) = _read_upright(graph, (left, right), place)
            words = (x + label.width / 2 + _ASIDE, y)
        else:
            drawn = graph.get_edge(left, right, key=str(place))
            points = _read_points(drawn.attr["pos"])
            words = _read_points(drawn.attr["lp"] or "0,0")[0]
        if left != edge.source:
            points.reverse()
        frame = frame_around(*words, label.width, label.height) if label.texts else None
        edges.append(PlacedEdge(edge=edge, points=tuple(points), texts=label.texts, frame=frame))
    return settle(diagram, nodes, edges, list(_find_headings(frames, columns)))


def settle(diagram: Diagram, nodes: Sequence[PlacedNode], edges: Sequence[PlacedEdge], bands: Sequence[Band]) -> Plan:
    """Return the plan with everything moved so that it begins at the top left corner."""
    frames = [*(one.frame for one in nodes), *(one.frame for one in edges if one.frame), *(one.frame for one in bands)]
    points = [point for edge in edges for point in edge.points]
    left = min([*(frame.x for frame in frames), *(x for x, _ in points)], default=0.0)
    top = min([*(frame.y for frame in frames), *(y for _, y in points)], default=0.0)
    return Plan(
        diagram=diagram,
        width=max([*(frame.right for frame in frames), *(x for x, _ in points)], default=0.0) - left,
        height=max([*(frame.bottom for frame in frames), *(y for _, y in points)], default=0.0) - top,
        nodes=tuple(PlacedNode(node=one.node, frame=_move(one.frame, left, top), texts=one.texts) for one in nodes),
        edges=tuple(_move_edge(edge, left, top) for edge in edges),
        bands=tuple(Band(frame=_move(one.frame, left, top), texts=one.texts, is_shaded=one.is_shaded) for one in bands),
    )


def _move(frame: Frame, left: float, top: float) -> Frame:
    return Frame(x=frame.x - left, y=frame.y - top, width=frame.width, height=frame.height)


def _move_edge(edge: PlacedEdge, left: float, top: float) -> PlacedEdge:
    return PlacedEdge(
        edge=edge.edge,
        points=tuple((x - left, y - top) for x, y in edge.points),
        texts=edge.texts,
        frame=_move(edge.frame, left, top) if edge.frame else None,
    )


def _find_headings(frames: Mapping[str, Frame], columns: Sequence[tuple[Lane, list[str]]]) -> Iterator[Band]:
    """Yield a heading above each lane, over all its columns."""
    style = load_style()
    members: dict[Lane, list[str]] = {}
    for lane, ids in columns:
        members.setdefault(lane, []).extend(ids)
    top = min((frame.y for frame in frames.values()), default=0.0) - _HEADING_HEIGHT
    for lane, ids in members.items():
        if lane.heading:
            left = min(frames[one].x for one in ids)
            right = max(frames[one].right for one in ids)
            text = set_text(
                lane.heading, size=style.font.heading, colour=style.ink.quiet, width=right - left, is_bold=True
            )
            frame = Frame(x=left, y=top, width=right - left, height=_HEADING_HEIGHT - 6)
            yield Band(frame=frame, texts=(text,), is_shaded=False)


def _read_upright(graph: pygraphviz.AGraph, ends: tuple[str, str], place: int) -> tuple[list[Point], Point]:
    """Return the curve of an edge within a column, and the point on it beside which its words stand."""
    middle = _to_middle(place)
    first, second = (
        _read_points(graph.get_edge(*pair, key=str(place)).attr["pos"])
        for pair in ((ends[0], middle), (middle, ends[1]))
    )
    between = to_path(first[-1], second[0])
    return [*first, *between[1:], *second[1:]], _read_points(graph.get_node(middle).attr["pos"])[0]


def _read_frame(node: pygraphviz.Node) -> Frame:
    (point,) = _read_points(node.attr["pos"])
    width, height = (float(node.attr[side]) * _POINTS_PER_INCH for side in ("width", "height"))
    return frame_around(*point, width, height)


def _read_points(text: str) -> list[Point]:
    return [_to_point(found) for found in _POINT.finditer(text)]


def _to_point(found: re.Match[str]) -> Point:
    """Return a point with y counted from the top, as everywhere here and not in Graphviz."""
    return round(float(found["x"]), 2), -round(float(found["y"]), 2)


def _reserve(label: _Label) -> str:
    """Return a label of Graphviz that takes the room of the words, whatever fonts this machine has."""
    if not label.texts:
        return ""
    size = f'FIXEDSIZE="TRUE" WIDTH="{round(label.width)}" HEIGHT="{round(label.height)}"'
    return f'<<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="0" {size}><TR><TD></TD></TR></TABLE>>'


def _inches(points: float) -> str:
    return f"{points / _POINTS_PER_INCH:.4f}"


def _to_middle(place: int) -> str:
    return f"edge {place}"


def _to_anchor(number: int) -> str:
    return f"column {number}"
