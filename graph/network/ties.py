"""Ties: the network for walking, where two nodes are connected once and a telling connection is a short one.

What a tie costs is what a reader would say of it. A fact, an ask, a promise or a stance costs 1; that one wrote to the
other 1.5; that a letter names something 3, for a letter names much that has nothing to do with each other. Passing
through a node costs the more the more neighbours it has, half the binary logarithm of their number, and through a
country 4 on top, since nearly everything has to do with some country. What only the vocabulary knows is no tie.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from math import log2
from typing import TYPE_CHECKING

import networkx

from ...model.entity import EntityType
from .network import Network, find_edges, get_kind
from .network_records import Basis, Link, NetworkEdge

if TYPE_CHECKING:
    Ties = networkx.Graph[str]
else:
    Ties = networkx.Graph

COST = "cost"
"""The attribute of a tie that has its cost, passing through its ends included."""

_EDGES = "edges"
_COSTS = {
    Basis.STATEMENT: 1.0,
    Basis.ASK: 1.0,
    Basis.COMMITMENT: 1.0,
    Basis.POSITION: 1.0,
    Basis.REPLY: 1.0,
    Basis.CORRESPONDENCE: 1.5,
    Basis.MENTION: 3.0,
}
_COUNTRY = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """What connects two nodes directly: every edge between them, in either direction, the most telling first."""

    ends: tuple[str, str]
    edges: tuple[NetworkEdge, ...]


def build_ties(network: Network) -> Ties:
    """Return the ties of a network; who wrote to whom is a tie of its own, whatever letters there are between them."""
    found: dict[tuple[str, str], list[NetworkEdge]] = defaultdict(list)
    for edge in (*find_edges(network), *find_correspondence(network)):
        if edge.basis is not Basis.BACKGROUND and edge.source != edge.target:
            found[min(edge.source, edge.target), max(edge.source, edge.target)].append(edge)
    ties: Ties = networkx.Graph()
    ties.add_nodes_from(sorted({end for ends in found for end in ends}))
    ties.add_edges_from(sorted(found))
    passing = {key: _find_passing_cost(network, ties, key) for key in ties}
    for (one, other), edges in found.items():
        edges.sort(key=_to_rank)
        tie = ties.edges[one, other]
        tie[_EDGES] = tuple(edges)
        tie[COST] = _COSTS[edges[0].basis] + (passing[one] + passing[other]) / 2
    return ties


def find_correspondence(network: Network) -> Iterator[NetworkEdge]:
    """Yield an edge from each sender to each recipient of every letter, with the letter's IRI as its key."""
    senders: dict[str, list[str]] = defaultdict(list)
    recipients: dict[str, list[str]] = defaultdict(list)
    for edge in find_edges(network):
        if edge.basis is Basis.CORRESPONDENCE:
            (senders if edge.predicate is Link.SENT_BY else recipients)[edge.source].append(edge.target)
    for letter in senders:
        for sender, recipient in product(senders[letter], recipients[letter]):
            yield NetworkEdge(
                source=sender,
                target=recipient,
                key=letter,
                basis=Basis.CORRESPONDENCE,
                predicate=Link.WRITES_TO,
                letter=letter,
            )


def get_tie(ties: Ties, one: str, other: str) -> Tie:
    """Return the tie between two nodes; raise KeyError when there is none."""
    edges: tuple[NetworkEdge, ...] = ties.edges[one, other][_EDGES]
    return Tie(ends=(one, other), edges=edges)


def get_cost(edge: NetworkEdge) -> float:
    """Return what it costs to go over an edge, without passing through its ends."""
    return _COSTS[edge.basis]


def _to_rank(edge: NetworkEdge) -> tuple[float, str, str]:
    return _COSTS[edge.basis], edge.predicate.value, edge.key


def _find_passing_cost(network: Network, ties: Ties, key: str) -> float:
    is_country = get_kind(network, key) is EntityType.COUNTRY
    return log2(max(ties.degree(key), 1)) / 2 + (_COUNTRY if is_country else 0.0)
