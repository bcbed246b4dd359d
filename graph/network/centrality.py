"""Who stands between others: the people, offices and bodies over whom the shortest connections of others lead."""

from collections.abc import Iterable
from dataclasses import dataclass

import networkx

from ...model.entity import EntityType
from ..quads.terms import DERIVED, KIND, SHOWN_AS, SHOWN_NAME
from ..storage.store import GraphStore
from ..storage.whole_store import find_pairs, load_values
from .edge_source import WholeStore
from .network import Network, add_edges, find_edges, get_kind, get_node, open_network
from .network_edges import load_edges
from .network_records import Basis, EntityNode
from .ties import Ties, find_correspondence

ACTORS = (EntityType.PERSON, EntityType.OFFICE, EntityType.ORGANISATION)

_SAMPLE = 400
_PATIENCE = 10_000_000
"""From how many actors it is estimated at most, and how many ties may be followed in all: half a minute's work."""

_SEED = 0
_BASES = (Basis.STATEMENT, Basis.CORRESPONDENCE, Basis.ASK, Basis.COMMITMENT, Basis.POSITION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """`share` of all pairs of other actors whose shortest connections lead over `actor` (0 to 1, U. Brandes 2001).

    `ties` is the number of actors that it is directly connected with.
    """

    actor: EntityNode
    share: float
    ties: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Centrality:
    """Who stands between others, the most central first; `sample` is from how many actors it is estimated, if it is."""

    actors: int
    standings: tuple[Between, ...]
    sample: int | None


def load_actors(store: GraphStore) -> Network:
    """Return the network of what is said and written, without more of its nodes than somebody asks for."""
    keys = dict(sorted(find_pairs(store, SHOWN_AS, DERIVED)))
    kinds, names = load_values(store, KIND), load_values(store, SHOWN_NAME)

    def load_node(key: str) -> EntityNode:
        return EntityNode(key=key, type=EntityType(kinds[key]), name=names[key], members=())

    network = open_network(lambda key: EntityType(kinds[key]) if key in kinds else None, load_node)
    add_edges(network, load_edges(store, WholeStore(store, keys), _BASES, evidence=False))
    return network


def find_central(network: Network) -> Centrality:
    """Return every actor that stands between others, by facts, asks and correspondence between actors.

    Beyond some hundred actors it is estimated from the connections of some of them, always the same ones: so many that
    it takes half a minute at most (U. Brandes and C. Pich 2007).
    """
    between = _build_ties_of_actors(network)
    pivots = max(1, min(_SAMPLE, _PATIENCE // max(1, between.number_of_edges())))
    sample = pivots if len(between) > pivots else None
    shares = networkx.betweenness_centrality(between, k=sample, seed=_SEED)
    return Centrality(
        actors=len(between), standings=tuple(_to_standings(network, between, shares.items())), sample=sample
    )


def _build_ties_of_actors(network: Network) -> Ties:
    """Return the actors that are tied to anything, and which of them are tied to each other."""
    edges = (*find_edges(network), *find_correspondence(network))
    told = {(edge.source, edge.target) for edge in edges if edge.basis is not Basis.BACKGROUND}
    pairs = {(min(ends), max(ends)) for ends in told if ends[0] != ends[1]}
    actors = {key for pair in pairs for key in pair if get_kind(network, key) in ACTORS}
    between: Ties = networkx.Graph()
    between.add_nodes_from(sorted(actors))
    between.add_edges_from(sorted(pair for pair in pairs if actors.issuperset(pair)))
    return between


def _to_standings(network: Network, between: Ties, shares: Iterable[tuple[str, float]]) -> list[Between]:
    found = []
    for key, share in shares:
        actor = get_node(network, key)
        if share > 0 and isinstance(actor, EntityNode):
            found.append(Between(actor=actor, share=share, ties=between.degree(key)))
    return sorted(found, key=lambda each: (-round(each.share, 9), each.actor.name, each.actor.key))
