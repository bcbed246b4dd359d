"""The plan of a timeline: boxes above and below an axis, as near to their day as there is room."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from .diagram import Diagram, Node
from .node_text import find_height, set_node_text
from .plan import Band, Frame, PlacedNode, Plan, Rule
from .style import Style, load_style
from .timeline import ABOVE
from .typesetting import set_text

_LEAST_WIDTH, _LARGEST_WIDTH = 480.0, 1000.0
_WIDTH_A_DAY = 150.0
_BOX_WIDTH = 150.0
_GAP = 8.0
_STEM = 16.0
_AXIS = 18.0
_EVEN = 0.6
"""How much of the axis is dealt out evenly, so that there is room where much happens."""
_LONGEST_GAP = 540
"""Days: a longer time without anything is drawn as if it were this long, and marked."""


def plan_timeline(diagram: Diagram) -> Plan:
    """Return the plan; boxes that would cover each other move away from the axis."""
    style = load_style()
    places, breaks = _find_places(diagram)
    above = _stack([node for node in diagram.nodes if node.lane == ABOVE], places, style)
    below = _stack([node for node in diagram.nodes if node.lane != ABOVE], places, style)
    highest = max((placed.frame.bottom for placed in above), default=0.0)
    top = highest + _STEM
    nodes = [_move(placed, highest - placed.frame.bottom - placed.frame.y) for placed in above]
    nodes += [_move(placed, top + _AXIS + _STEM) for placed in below]
    width = max(places.values()) + _BOX_WIDTH / 2
    rules = [Rule(start=(0.0, y), end=(width, y)) for y in (top, top + _AXIS)]
    rules += [_to_stem(placed, places[placed.node.day], top) for placed in nodes]
    return Plan(
        diagram=diagram,
        width=width,
        height=max(top + _AXIS, *(placed.frame.bottom for placed in nodes)),
        nodes=tuple(nodes),
        edges=(),
        bands=tuple(_to_years(places, breaks, top, style)),
        rules=tuple(rules),
    )


def _find_places(diagram: Diagram) -> tuple[dict[str, float], dict[str, int]]:
    """Return where each day stands on the axis, and before which days a longer time is cut, with its years."""
    days = sorted({node.day for node in diagram.nodes})
    steps = [(date.fromisoformat(day) - date.fromisoformat(before)).days for before, day in pairwise(days)]
    shown = [min(step, _LONGEST_GAP) for step in steps]
    width = min(max(_WIDTH_A_DAY * len(shown), _LEAST_WIDTH), _LARGEST_WIDTH)
    scale = (1 - _EVEN) * width / max(sum(shown), 1)
    least = _EVEN * width / max(len(shown), 1)
    places = {days[0]: _BOX_WIDTH / 2}
    for before, day, step in zip(days, days[1:], shown, strict=False):
        places[day] = places[before] + least + step * scale
    return places, {day: step for day, step in zip(days[1:], steps, strict=True) if step > _LONGEST_GAP}


def _stack(nodes: Sequence[Node], places: dict[str, float], style: Style) -> list[PlacedNode]:
    """Return the boxes, each as near to y = 0 as those allow that stand there already."""
    placed: list[PlacedNode] = []
    for node in nodes:
        texts = set_node_text(node, style, width=_BOX_WIDTH)
        height = find_height(texts, style)
        x, y = places[node.day] - _BOX_WIDTH / 2, 0.0
        in_the_way = sorted(
            (other.frame for other in placed if abs(other.frame.x - x) < _BOX_WIDTH + _GAP), key=lambda frame: frame.y
        )
        for frame in in_the_way:
            if frame.y < y + height + _GAP and y < frame.bottom + _GAP:
                y = frame.bottom + _GAP
        placed.append(PlacedNode(node=node, frame=Frame(x=x, y=y, width=_BOX_WIDTH, height=height), texts=texts))
    return placed


def _move(placed: PlacedNode, by: float) -> PlacedNode:
    frame = placed.frame
    moved = Frame(x=frame.x, y=frame.y + by, width=frame.width, height=frame.height)
    return PlacedNode(node=placed.node, frame=moved, texts=placed.texts)


def _to_stem(placed: PlacedNode, x: float, top: float) -> Rule:
    """Return the line from a box to its day; other boxes cover it where they stand between."""
    if placed.node.lane == ABOVE:
        return Rule(start=(x, placed.frame.bottom), end=(x, top))
    return Rule(start=(x, top + _AXIS), end=(x, placed.frame.y))


def _to_years(places: dict[str, float], breaks: dict[str, int], top: float, style: Style) -> list[Band]:
    """Return the years on the axis, each where its first day stands, and the marks of what is cut."""
    bands = []
    seen: set[str] = set()
    last = -_BOX_WIDTH
    for day, x in places.items():
        words = day[:4] if day[:4] not in seen else ""
        seen.add(day[:4])
        if day in breaks:
            words = f"… {words or day[:4]}"
        if words and x - last > 40:
            text = set_text(words, size=style.font.heading, colour=style.ink.text, is_bold=True)
            bands.append(Band(frame=Frame(x=x - 30, y=top, width=60, height=_AXIS), texts=(text,), is_shaded=False))
            last = x
    return bands
