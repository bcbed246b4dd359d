"""Short connections between two nodes of the network, and what is near one of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

import networkx

from ...model.entity import EntityType
from ..storage.store import GraphStore
from .network import Network, build_network, get_node
from .network_records import Basis, EntityNode, LetterNode, NetworkEdge
from .ties import COST, Ties, build_ties, get_tie

_MOST = 3
_TRIED = 30
"""Of so many shortest paths the telling ones are chosen: many lead over the same entities, by other letters."""

_WORST = 2.0
"""A connection that costs so many times as much as the best one is not shown beside it."""

STATED = tuple(basis for basis in Basis if basis not in (Basis.MENTION, Basis.BACKGROUND))
"""What connects by more than that a letter names both."""

Node = EntityNode | LetterNode


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """From one node to the next: the most telling edge between them, in either direction, and how many more there are.

    `distance` counts the steps from where the walk began, this one included.
    """

    start: Node
    end: Node
    edge: NetworkEdge
    more: int
    distance: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Connections:
    """The connections of two nodes, the network that they were found in, and whether being named counts in it."""

    network: Network
    paths: tuple[tuple[Step, ...], ...]
    with_mentions: bool


def find_connections(store: GraphStore, one: str, other: str) -> Connections:
    """Return up to three connections between two entities (keys of nodes), the most telling first.

    That letters name things counts only where nothing else connects the two, or only a country does.
    """
    network = build_network(store, STATED, evidence=False)
    paths = find_paths(network, build_ties(network), one, other)
    with_mentions = one != other and (not paths or passes_country(paths[0]))
    if with_mentions:
        network = build_network(store, (*STATED, Basis.MENTION), evidence=False)
        paths = find_paths(network, build_ties(network), one, other)
    return Connections(network=network, paths=tuple(paths), with_mentions=with_mentions)


def find_paths(network: Network, ties: Ties, one: str, other: str) -> list[tuple[Step, ...]]:
    """Return up to three connections between two nodes, the most telling first, no two over the same entities."""
    if one not in ties or other not in ties or one == other or not networkx.has_path(ties, one, other):
        return []
    found: dict[tuple[str, ...], tuple[Step, ...]] = {}
    worst = 0.0
    for path in islice(networkx.shortest_simple_paths(ties, one, other, weight=COST), _TRIED):
        cost = sum(float(ties.edges[pair][COST]) for pair in pairwise(path))
        worst = worst or cost * _WORST
        if cost > worst or len(found) == _MOST:
            break
        if _comes_back(ties, path):
            continue
        entities = tuple(key for key in path if isinstance(get_node(network, key), EntityNode))
        found.setdefault(entities, tuple(_to_steps(network, ties, path)))
    return list(found.values())


def passes_country(path: Sequence[Step]) -> bool:
    """Tell whether a connection leads through a country, with which nearly everything has to do."""
    between = [step.end for step in path[:-1]]
    return any(isinstance(node, EntityNode) and node.type is EntityType.COUNTRY for node in between)


def find_neighbours(network: Network, ties: Ties, key: str, depth: int) -> list[Step]:
    """Return how each node within `depth` steps is reached, each once, by distance and then by cost and name.

    Countries and letters are ends: nothing is reached through them.
    """
    reached = {key}
    steps: list[Step] = []
    frontier = [key] if key in ties else []
    for distance in range(1, depth + 1):
        ranked = sorted(_find_next(network, ties, frontier, reached), key=lambda pair: pair[0])
        frontier = []
        for _, (start, end) in ranked:
            if end not in reached:
                reached.add(end)
                steps.append(_to_step(network, ties, (start, end), distance))
                if _leads_on(get_node(network, end)):
                    frontier.append(end)
    return steps


def _comes_back(ties: Ties, path: Sequence[str]) -> bool:
    """Tell whether a connection through a letter has a further step that rests on the same letter."""
    said = [
        get_tie(ties, *ends).edges[0].letter
        for ends in pairwise(path)
        if not any(edge.letter in ends for edge in get_tie(ties, *ends).edges)
    ]
    return any(key in said for key in path)


def _find_next(
    network: Network, ties: Ties, frontier: Iterable[str], reached: set[str]
) -> Iterator[tuple[tuple[float, str, str, str], tuple[str, str]]]:
    for start in frontier:
        for end in ties[start]:
            if end not in reached and isinstance(node := get_node(network, end), EntityNode):
                yield (float(ties.edges[start, end][COST]), node.name, end, start), (start, end)


def _leads_on(node: Node) -> bool:
    return isinstance(node, EntityNode) and node.type is not EntityType.COUNTRY


def _to_steps(network: Network, ties: Ties, path: Sequence[str]) -> Iterator[Step]:
    return (_to_step(network, ties, pair, distance) for distance, pair in enumerate(pairwise(path), 1))


def _to_step(network: Network, ties: Ties, ends: tuple[str, str], distance: int) -> Step:
    edges = get_tie(ties, *ends).edges
    start, end = (get_node(network, key) for key in ends)
    return Step(start=start, end=end, edge=edges[0], more=len(edges) - 1, distance=distance)
