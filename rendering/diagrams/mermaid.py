"""A diagram as Mermaid text, which web pages and wikis draw by themselves; its notes follow as comments."""

import json
import re
from collections.abc import Iterator

from ..phrases import to_line
from ..source_notes import render_numbers
from .diagram import Diagram, Edge, Look, Node
from .legend import find_meanings
from .style import Form, Style, load_style

_BRACKETS = {
    Form.RECTANGLE: ("[", "]"),
    Form.ROUNDED: ("(", ")"),
    Form.PILL: ("([", "])"),
    Form.HEXAGON: ("{{", "}}"),
    Form.OCTAGON: ("[[", "]]"),
    Form.CUT: ("[/", "/]"),
    Form.FOLDED: ("[/", "\\]"),
}
_ARROWS = {Look.STATED: "-->", Look.SUGGESTED: "-.->", Look.BACKGROUND: "-.->"}
# What Mermaid takes for markup inside quotes: written as the numbers of its characters.
_MARKUP = re.compile(r"[\"#<>&`;%{}|\\\[\]]")


def to_mermaid(diagram: Diagram, *, with_notes: bool = True) -> str:
    """Return a flow chart that begins with its title; its notes are comments (`%%`), unless they stand elsewhere."""
    style = load_style()
    names = {node.id: f"n{number}" for number, node in enumerate(diagram.nodes, 1)}
    # The title is YAML, where a JSON string is one too, and Mermaid's numbers of characters are not known.
    title = to_line(diagram.title).replace("<", "‹").replace(">", "›")
    lines = ["---", f"title: {json.dumps(title, ensure_ascii=False)}", "---", "flowchart LR"]
    lines += (f"    {line}" for line in _to_nodes(diagram, names, style))
    lines += (f"    {_to_arrow(edge, names)}" for edge in diagram.edges)
    lines += (f"    {line}" for line in _to_classes(diagram, style))
    lines += (f"%% {to_line(words)}" for words in (*find_meanings(diagram), *diagram.remarks))
    lines += (f"%% [{note.number}] {to_line(note.text)}" for note in diagram.notes if with_notes)
    return "\n".join(lines) + "\n"


def _to_nodes(diagram: Diagram, names: dict[str, str], style: Style) -> Iterator[str]:
    placed = {lane.id for lane in diagram.lanes if lane.heading}
    for number, lane in enumerate(diagram.lanes, 1):
        members = [node for node in diagram.nodes if node.lane == lane.id]
        if lane.heading and members:
            yield f"subgraph s{number} [{_quote(lane.heading)}]"
            yield from (f"    {_to_node(node, names, style)}" for node in members)
            yield "end"
    yield from (_to_node(node, names, style) for node in diagram.nodes if node.lane not in placed)


def _to_node(node: Node, names: dict[str, str], style: Style) -> str:
    opening, closing = _BRACKETS[style.kinds[node.kind].shape]
    parts = (node.label, " ".join(part for part in (node.detail, render_numbers(node.notes)) if part))
    words = "<br>".join(_escape(part) for part in parts if part)
    return f'{names[node.id]}{opening}"{words}"{closing}:::{_to_class(node)}'


def _to_arrow(edge: Edge, names: dict[str, str]) -> str:
    words = " ".join(part for part in (edge.label, render_numbers(edge.notes)) if part)
    label = f"|{_quote(words)}|" if words else ""
    return f"{names[edge.source]} {_ARROWS[edge.look]}{label} {names[edge.target]}"


def _to_classes(diagram: Diagram, style: Style) -> Iterator[str]:
    dashes = {Look.STATED: "", Look.SUGGESTED: ",stroke-dasharray:5 3", Look.BACKGROUND: ",stroke-dasharray:1.5 2.5"}
    seen = {_to_class(node): node for node in diagram.nodes}
    for name, node in sorted(seen.items()):
        kind = style.kinds[node.kind]
        width = ",stroke-width:3px" if node.is_focus else ""
        yield f"classDef {name} fill:{kind.fill},stroke:{kind.stroke},color:{style.ink.text}{width}{dashes[node.look]}"


def _to_class(node: Node) -> str:
    focus = "Focus" if node.is_focus else ""
    return f"{node.kind.value}{node.look.name.capitalize()}{focus}"


def _quote(text: str) -> str:
    return f'"{_escape(text)}"'


def _escape(text: str) -> str:
    return _MARKUP.sub(lambda found: f"#{ord(found[0])};", to_line(text))
