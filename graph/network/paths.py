"""Short connections between two nodes of the network, and what is near one of them."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from math import inf

import networkx

from ...model.entity import EntityType
from ..storage.store import GraphStore
from .network import Network, get_kind, get_node
from .network_records import Basis, EntityNode, LetterNode, NetworkEdge
from .surroundings import Surroundings
from .ties import COST, Ties, build_ties, get_cost, get_tie

_MOST = 3
_TRIED = 30
"""Of so many shortest paths the telling ones are chosen: many lead over the same entities, by other letters."""

_AT_ONCE = 20
_ENOUGH = 150
_MOST_OPENED = 1000
"""A search reads the edges of so many nodes in its first round, and no more than so many in all once it has found a
connection, and before."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbourhood:
    """What is near an entity, by distance, in the network of what was read; `is_whole` tells that this is all."""

    network: Network
    steps: tuple[Step, ...]
    is_whole: bool


def find_connections(store: GraphStore, one: str, other: str) -> Connections:
    """Return up to three connections between two entities (keys of nodes), the most telling first.

    That letters name things counts only where nothing else connects the two, or only a country does.
    """
    found = _search(Surroundings(store, STATED), one, other)
    if one == other or (found.paths and not passes_country(found.paths[0])):
        return found
    return replace(_search(Surroundings(store, (*STATED, Basis.MENTION)), one, other), with_mentions=True)


def _search(surroundings: Surroundings, one: str, other: str) -> Connections:
    """Read the network from both ends until no node further away can be on a connection worth showing.

    Such a connection costs `_WORST` times as much as the best one at most, so that each of its nodes is at most half of
    that away from one of the ends. In a large store the search ends earlier: what it has found is then the best of
    what is near.
    """
    network, opened = surroundings.network, surroundings.opened
    near = [one, other]
    while near:
        surroundings.open(near)
        ties = build_ties(network)
        known: Ties = networkx.Graph(ties.subgraph(sorted(opened)))
        paths = find_paths(network, known, one, other)
        within = _find_cost(known, paths[0]) * _WORST / 2 if paths else inf
        near = _find_nearest(ties, (one, other), opened, within)
        left = (_ENOUGH if paths else _MOST_OPENED) - len(opened)
        near = near[: max(0, min(len(opened) + _AT_ONCE, left))]
    return Connections(network=network, paths=tuple(paths), with_mentions=False)


def _find_nearest(ties: Ties, ends: Sequence[str], opened: Collection[str], within: float) -> list[str]:
    """Return the nodes that are not opened, the nearest to one of the ends first, but none further than `within`."""
    starts = [end for end in ends if end in ties]
    costs = networkx.multi_source_dijkstra_path_length(ties, starts, weight=COST) if starts else {}
    ranked = sorted((cost, key) for key, cost in costs.items() if key not in opened and cost <= within)
    return [key for _, key in ranked]


def _find_cost(ties: Ties, path: Sequence[Step]) -> float:
    return sum(float(ties.edges[step.start.key, step.end.key][COST]) for step in path)


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
        entities = tuple(key for key in path if get_kind(network, key) is not None)
        found.setdefault(entities, tuple(_to_steps(network, ties, path)))
    return list(found.values())


def passes_country(path: Sequence[Step]) -> bool:
    """Tell whether a connection leads through a country, with which nearly everything has to do."""
    between = [step.end for step in path[:-1]]
    return any(isinstance(node, EntityNode) and node.type is EntityType.COUNTRY for node in between)


def find_neighbours(network: Network, ties: Ties, key: str, depth: int) -> list[Step]:
    """Return how each entity within `depth` steps is reached, each once.

    They come by distance, then by how telling the best edge is, by how many there are, and by name. Nothing is reached
    through a country or a letter.
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
                if get_kind(network, end) is not EntityType.COUNTRY:
                    frontier.append(end)
    return steps


def find_near(store: GraphStore, key: str, depth: int, most: int) -> Neighbourhood:
    """Return what is near an entity; what is further away is not looked for once there are `most` of them."""
    surroundings = Surroundings(store, STATED)
    steps: list[Step] = []
    frontier = [key]
    for distance in range(1, depth + 1):
        surroundings.open(frontier)
        steps = find_neighbours(surroundings.network, build_ties(surroundings.network), key, distance)
        frontier = [
            step.end.key for step in steps if get_kind(surroundings.network, step.end.key) is not EntityType.COUNTRY
        ]
        if len(steps) >= most:
            break
    return Neighbourhood(network=surroundings.network, steps=tuple(steps), is_whole=distance == depth)


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
) -> Iterator[tuple[tuple[float, int, str, str, str], tuple[str, str]]]:
    for start in frontier:
        for end in ties[start]:
            if end not in reached and get_kind(network, end) is not None:
                edges = get_tie(ties, start, end).edges
                yield (get_cost(edges[0]), -len(edges), get_node(network, end).name, end, start), (start, end)


def _to_steps(network: Network, ties: Ties, path: Sequence[str]) -> Iterator[Step]:
    return (_to_step(network, ties, pair, distance) for distance, pair in enumerate(pairwise(path), 1))


def _to_step(network: Network, ties: Ties, ends: tuple[str, str], distance: int) -> Step:
    edges = get_tie(ties, *ends).edges
    start, end = (get_node(network, key) for key in ends)
    return Step(start=start, end=end, edge=edges[0], more=len(edges) - 1, distance=distance)
