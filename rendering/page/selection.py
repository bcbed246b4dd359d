"""What of a corpus stands on one page: all of it, or the part of it that is best connected."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from heapq import heappop, heappush

from ...graph.network.network import Network, build_network, find_edges, find_entities, find_letters
from ...graph.network.network_records import Basis
from ...graph.storage.store import GraphStore
from ..phrases import render_number
from .words import to_id

MOST_ENTITIES = 2000
MOST_LETTERS = 1000
"""A page with more than these is slow to open and nobody sees anything on it; `policygraph serve` has no such limit."""


_COUNTED = (Basis.STATEMENT, Basis.ASK, Basis.COMMITMENT, Basis.POSITION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The ids of the entities and letters of a page and where it opens; `note` says what is left out, if anything."""

    entities: tuple[str, ...]
    letters: tuple[str, ...]
    start: str | None
    note: str | None = None


def find_selection(
    store: GraphStore,
    starts: Collection[str] = (),
    most: int = MOST_ENTITIES,
    most_letters: int = MOST_LETTERS,
) -> Selection:
    """Choose at most so many entities, always the one with most facts next to those chosen.

    It begins with the best connected of `starts` (IRIs), or of all; the letters are those that name most of them.
    """
    network = build_network(store, _COUNTED, evidence=False)
    entities = {entity.key: entity for entity in find_entities(network)}
    neighbours = _find_neighbours(network, entities)
    ranks = {key: (-sum(others.values()), key) for key, others in neighbours.items()}
    wanted = [key for key, entity in entities.items() if not {*entity.members}.isdisjoint(starts)]
    start = min(wanted, key=lambda key: ranks[key], default=None)
    chosen = _choose(neighbours, ranks, start, most)
    naming = Counter(letter for key in chosen for letter in entities[key].letters)
    held = [letter.key for letter in find_letters(network)]
    letters = sorted(held, key=lambda letter: (-naming[letter], letter))[:most_letters]
    return Selection(
        entities=tuple(sorted(map(to_id, chosen))),
        letters=tuple(sorted(map(to_id, letters))),
        start=None if start is None else to_id(start),
        note=_to_note(len(entities), len(chosen), len(held), len(letters)),
    )


def _find_neighbours(network: Network, entities: Collection[str]) -> dict[str, Counter[str]]:
    neighbours: dict[str, Counter[str]] = {key: Counter() for key in entities}
    for edge in find_edges(network):
        neighbours[edge.source][edge.target] += 1
        neighbours[edge.target][edge.source] += 1
    return neighbours


def _choose(
    neighbours: Mapping[str, Mapping[str, int]], ranks: Mapping[str, tuple[int, str]], start: str | None, most: int
) -> set[str]:
    chosen: set[str] = set()
    for begin in ([start] if start else []) + sorted(ranks, key=lambda entity: ranks[entity]):
        edge = [ranks[begin]]
        while edge and len(chosen) < most:
            _, entity = heappop(edge)
            if entity not in chosen:
                chosen.add(entity)
                for other in neighbours[entity]:
                    heappush(edge, ranks[other])
    return chosen


def _to_note(entities: int, chosen: int, letters: int, kept: int) -> str | None:
    if chosen == entities and kept == letters:
        return None
    return (
        f"This page shows the best connected part: {chosen:,} of {render_number(entities, 'name')} and {kept:,} of "
        f"{render_number(letters, 'letter')}. `policygraph serve` shows all, `policygraph browse NAME` another part."
    )
