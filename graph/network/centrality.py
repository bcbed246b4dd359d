"""Who stands between others: the people, offices and bodies over whom the shortest connections of others lead."""

from collections.abc import Iterable
from dataclasses import dataclass

import networkx

from ...model.entity import EntityType
from .network import Network, get_node
from .network_records import EntityNode
from .ties import Ties

ACTORS = (EntityType.PERSON, EntityType.OFFICE, EntityType.ORGANISATION)

_SAMPLE = 400
_SEED = 0


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


def find_central(network: Network, ties: Ties) -> Centrality:
    """Return every actor that stands between others, by facts, asks and correspondence between actors.

    Beyond some hundred actors it is estimated from the connections of so many of them, always the same ones.
    """
    actors = [key for key in ties if _is_actor(network, key)]
    between: Ties = networkx.Graph()
    between.add_nodes_from(actors)
    between.add_edges_from((one, other) for one, other in ties.edges if one in between and other in between)
    sample = _SAMPLE if len(actors) > _SAMPLE else None
    shares = networkx.betweenness_centrality(between, k=sample, seed=_SEED)
    return Centrality(
        actors=len(actors), standings=tuple(_to_standings(network, between, shares.items())), sample=sample
    )


def _to_standings(network: Network, between: Ties, shares: Iterable[tuple[str, float]]) -> list[Between]:
    found = []
    for key, share in shares:
        actor = get_node(network, key)
        if share > 0 and isinstance(actor, EntityNode):
            found.append(Between(actor=actor, share=share, ties=between.degree(key)))
    return sorted(found, key=lambda each: (-round(each.share, 9), each.actor.name, each.actor.key))


def _is_actor(network: Network, key: str) -> bool:
    node = get_node(network, key)
    return isinstance(node, EntityNode) and node.type in ACTORS
