"""Numbering: source notes have the order in which an eye that reads the picture comes to them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import chain

from .diagram import Diagram
from .plan import Plan, Point

_ROW = 24.0
"""Points from the first to the last of what is read as one row."""


@dataclass(frozen=True, slots=True)
class _Cited:
    """Where numbers stand, and which."""

    place: Point
    notes: tuple[int, ...]


def number_notes(plan: Plan) -> Diagram:
    """Return the diagram of a plan with its notes numbered row by row, in each from left to right."""
    diagram = plan.diagram
    cited = chain.from_iterable(each.notes for each in _find_reading_order(_find_cited(plan)))
    order = dict.fromkeys(chain(cited, (note.number for note in diagram.notes)))
    numbers = {old: new for new, old in enumerate(order, 1)}
    notes = sorted((replace(note, number=numbers[note.number]) for note in diagram.notes), key=lambda note: note.number)
    return replace(
        diagram,
        nodes=tuple(replace(node, notes=_renumber(node.notes, numbers)) for node in diagram.nodes),
        edges=tuple(replace(edge, notes=_renumber(edge.notes, numbers)) for edge in diagram.edges),
        notes=tuple(notes),
    )


def _find_cited(plan: Plan) -> list[_Cited]:
    nodes = [_Cited(placed.frame.middle, placed.node.notes) for placed in plan.nodes]
    edges = [
        _Cited(placed.frame.middle if placed.frame else placed.points[0], placed.edge.notes) for placed in plan.edges
    ]
    return [each for each in (*nodes, *edges) if each.notes]


def _find_reading_order(cited: Iterable[_Cited]) -> list[_Cited]:
    rows: list[list[_Cited]] = []
    for each in sorted(cited, key=lambda one: (one.place[1], one.place[0], one.notes)):
        if not rows or each.place[1] - rows[-1][0].place[1] > _ROW:
            rows.append([])
        rows[-1].append(each)
    return [each for row in rows for each in sorted(row, key=lambda one: (one.place[0], one.place[1], one.notes))]


def _renumber(notes: Iterable[int], numbers: dict[int, int]) -> tuple[int, ...]:
    return tuple(sorted(numbers[note] for note in notes))
