"""Edges: the facts that say one relation between two nodes, drawn as one arrow."""

from collections.abc import Iterable

from ...model.identity import to_digest
from ...model.statement import Polarity
from .layout import find_curves
from .records import Edge, Fact
from .words import BACKGROUND

DRAWN = (Polarity.AFFIRMED.value, BACKGROUND)
"""What letters deny or say to have ended stands on cards and never becomes an edge."""


def build_edges(facts: Iterable[Fact]) -> tuple[Edge, ...]:
    """Return the edges that facts make, in the order of their ids."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for fact in facts:
        if fact.polarity in DRAWN:
            found.setdefault((fact.from_, fact.relation, fact.to), []).append(fact.id)
    ids = {to_digest(*key): key for key in found}
    curves = find_curves({edge: (key[0], key[2]) for edge, key in ids.items()})
    return tuple(
        Edge(
            id=edge,
            from_=ids[edge][0],
            to=ids[edge][2],
            relation=ids[edge][1],
            facts=tuple(dict.fromkeys(found[ids[edge]])),
            curve=curves[edge],
        )
        for edge in sorted(ids)
    )
