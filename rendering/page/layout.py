"""Where the nodes stand: computed here, so that the browser draws at once and the same graph gives the same picture.

Communities (Louvain) are laid out by themselves and then side by side, recursively, as discs that do not overlap; so
what belongs together stands together and nothing heaps up in the middle.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin, sqrt
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    Graph = nx.Graph[int]
else:
    Graph = nx.Graph

SPACING = 70.0
"""Pixels between two nodes at the least; a label is wider than high, hence the stretch."""

_STRETCH = 1.5
_SMALL = 40  # so many nodes are laid out at once
_GAP = 40.0  # pixels between two communities
_CELL = 1.3 * SPACING
_SEED = 7
_STEPS = 80
_SQUEEZES = 12
_GOLDEN_ANGLE = pi * (3 - sqrt(5))

Places = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Block:
    """Some nodes (numbers) and their places around (0, 0), all within `radius`."""

    nodes: list[int]
    places: Places
    radius: float


def find_places(nodes: Sequence[str], links: Iterable[tuple[str, str]]) -> dict[str, tuple[int, int]]:
    """Return x and y, in pixels around (0, 0), of every node; `links` between other nodes do not count."""
    names = sorted(nodes)
    numbers = {name: number for number, name in enumerate(names)}
    graph: Graph = nx.Graph()  # of numbers: sets of them have the same order in every process
    graph.add_nodes_from(range(len(names)))
    known = sorted((numbers[a], numbers[b]) for a, b in links if a in numbers and b in numbers and a != b)
    for one, other in known:
        weight = graph.get_edge_data(one, other, {"weight": 0})["weight"]
        graph.add_edge(one, other, weight=weight + 1)
    components = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part))
    blocks = [_lay_out(graph.subgraph(part)) for part in components]
    block = _join(blocks, _pack(blocks)) if blocks else _Block([], np.zeros((0, 2)), 0)
    order = dict(zip(block.nodes, block.places, strict=True))
    return {name: (round(order[number][0] * _STRETCH), round(order[number][1])) for name, number in numbers.items()}


def find_ring(count: int) -> list[tuple[int, int]]:
    """Return places for so many nodes around one in the middle, on as many rings as it takes."""
    places: list[tuple[int, int]] = []
    ring = 1
    while len(places) < count:
        room = 8 * ring
        here = min(room, count - len(places))
        for number in range(here):
            angle = 2 * pi * number / here + ring / 2
            radius = 2 * SPACING * ring
            places.append((round(radius * cos(angle) * _STRETCH), round(radius * sin(angle))))
        ring += 1
    return places


def find_curves(ends: Mapping[str, tuple[str, str]]) -> dict[str, float]:
    """Return how far each edge (id to its two ends) bends, so that parallel ones part; alone it is straight.

    A negative value bends to the other side as seen from the edge's own start.
    """
    pairs: dict[tuple[str, str], list[str]] = {}
    for edge in sorted(ends):
        one, other = sorted(ends[edge])
        pairs.setdefault((one, other), []).append(edge)
    curves = {}
    for (one, _), edges in pairs.items():
        middle = (len(edges) - 1) / 2
        for number, edge in enumerate(edges):
            bend = round(0.24 * (number - middle), 2)
            curves[edge] = bend if ends[edge][0] == one else -bend
    return curves


def _lay_out(graph: Graph) -> _Block:
    nodes = sorted(graph)
    if len(nodes) > _SMALL:
        found = nx.community.louvain_communities(graph, seed=_SEED)
        parts = sorted((sorted(part) for part in found), key=lambda part: (-len(part), part))
        if len(parts) > 1:
            return _lay_out_parts(graph, parts)
    return _lay_out_nodes(graph, nodes)


def _lay_out_nodes(graph: Graph, nodes: list[int]) -> _Block:
    if len(nodes) == 1:
        return _Block(nodes, np.zeros((1, 2)), SPACING / 2)
    places = _spring(graph, nodes) * SPACING * sqrt(len(nodes)) * 0.65
    places = _push_apart(places, np.full(len(nodes), SPACING / 2))
    return _centre(nodes, places, np.full(len(nodes), SPACING / 2))


def _lay_out_parts(graph: Graph, parts: list[list[int]]) -> _Block:
    blocks = [_lay_out(graph.subgraph(part)) for part in parts]
    home = {node: number for number, part in enumerate(parts) for node in part}
    between: Graph = nx.Graph()
    between.add_nodes_from(range(len(parts)))
    for one, other, data in sorted(graph.edges(data=True), key=lambda edge: edge[:2]):
        if home[one] != home[other]:
            before = between.get_edge_data(home[one], home[other], {"weight": 0})["weight"]
            between.add_edge(home[one], home[other], weight=before + data["weight"])
    radii = np.array([block.radius + _GAP / 2 for block in blocks])
    places = _push_apart(_spring(between, list(range(len(parts)))) * sqrt(float((radii**2).sum())), radii)
    for _ in range(_SQUEEZES):
        places = _push_apart(places * 0.95, radii)
    return _join(blocks, places)


def _spring(graph: Graph, nodes: list[int]) -> Places:
    """Return places within about (-1, 1) by springs; links pull, everything pushes (Fruchterman and Reingold 1991)."""
    if len(nodes) == 1:
        return np.zeros((1, 2))
    weights = nx.to_numpy_array(graph, nodelist=nodes, weight="weight")
    weights = np.minimum(weights, 3)
    spread = np.arange(len(nodes))
    turns = spread * _GOLDEN_ANGLE  # a sunflower to start from: nothing is random
    places = np.sqrt((spread + 0.5) / len(nodes))[:, None] * np.column_stack([np.cos(turns), np.sin(turns)])
    ideal = 1.6 / sqrt(len(nodes))
    for heat in np.linspace(0.2, 0.002, _STEPS):
        apart = places[:, None, :] - places[None, :, :]
        distance = np.maximum(np.sqrt((apart**2).sum(axis=2)), 0.01)
        force = ideal**2 / distance**2 - weights * distance / ideal
        move = (apart * force[:, :, None]).sum(axis=1) - 0.3 * places
        length = np.maximum(np.sqrt((move**2).sum(axis=1)), 1e-9)
        places = places + move / length[:, None] * np.minimum(length, heat)[:, None]
    return np.asarray(places, dtype=np.float64)


def _push_apart(places: Places, radii: NDArray[np.float64]) -> Places:
    """Move discs of these radii until no two overlap."""
    need = radii[:, None] + radii[None, :]
    np.fill_diagonal(need, 0)
    for _ in range(60):
        apart = places[:, None, :] - places[None, :, :]
        distance = np.sqrt((apart**2).sum(axis=2))
        lack = np.maximum(need - distance, 0)
        if lack.max() < 1:
            break
        step = lack / np.maximum(distance, 1) * 0.35
        places = places + (apart * step[:, :, None]).sum(axis=1)
    return places


def _pack(blocks: Sequence[_Block]) -> Places:
    """Return places for blocks, the first in the middle and each next one as near to it as its own nodes have room.

    The room is counted in cells (after Freivalds, Dogrusoz and Kikusts 2002), so a long block wastes none around it.
    """
    taken: set[tuple[int, int]] = set()
    places, turn, size = [], 0, 0
    for block in blocks:
        if len(block.nodes) != size:  # a smaller one may fit where a larger one did not
            turn, size = 0, len(block.nodes)
        cells = np.floor(block.places / _CELL).astype(int)
        while True:
            reach = 0.5 * sqrt(turn)
            step = (round(reach * cos(turn * _GOLDEN_ANGLE)), round(reach * sin(turn * _GOLDEN_ANGLE)))
            wanted = {(x + step[0], y + step[1]) for x, y in cells.tolist()}
            if taken.isdisjoint(wanted):
                break
            turn += 1
        # One free cell stays around every node.
        taken |= {(x + dx, y + dy) for x, y in wanted for dx in (-1, 0, 1) for dy in (-1, 0, 1)}
        places.append((step[0] * _CELL, step[1] * _CELL))
    return np.array(places)


def _join(blocks: Sequence[_Block], places: Places) -> _Block:
    nodes = [node for block in blocks for node in block.nodes]
    moved = np.concatenate([block.places + place for block, place in zip(blocks, places, strict=True)])
    return _centre(nodes, moved, np.full(len(nodes), SPACING / 2))


def _centre(nodes: list[int], places: Places, radii: NDArray[np.float64]) -> _Block:
    centred = places - (places.max(axis=0) + places.min(axis=0)) / 2
    reach = np.sqrt((centred**2).sum(axis=1)) + radii
    return _Block(nodes, centred, float(reach.max()))
