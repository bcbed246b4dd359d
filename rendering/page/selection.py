"""What of a corpus stands on one page: all of it, or the part of it that is best connected."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from heapq import heappop, heappush

from ...graph.description import to_text
from ...graph.store import GraphStore
from ...graph.stored_readings import find_letters
from ...graph.terms import DERIVED, MENTIONS, OBJECT, SUBJECT
from ..phrases import render_number
from .graph_reader import GraphReader
from .words import to_id

MOST_ENTITIES = 2000
MOST_LETTERS = 1000
"""A page with more than these is slow to open and nobody sees anything on it; `policygraph serve` has no such limit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The ids of the entities and letters of a page and where it opens; `note` says what is left out, if anything."""

    entities: tuple[str, ...]
    letters: tuple[str, ...]
    start: str | None
    note: str | None = None


def find_selection(
    store: GraphStore,
    reader: GraphReader,
    starts: Collection[str],
    most: int = MOST_ENTITIES,
    most_letters: int = MOST_LETTERS,
) -> Selection:
    """Choose at most so many entities, always the one with most facts next to those chosen.

    It begins with the best connected of `starts` (IRIs), or of all.
    """
    letters_of: dict[str, set[str]] = {}
    for quad in store.find_quads(None, None, MENTIONS):
        letters_of.setdefault(reader.find_id(to_text(quad.object)), set()).add(to_id(to_text(quad.subject)))
    ends: dict[str, list[str]] = {}
    for term in (SUBJECT, OBJECT):
        for quad in store.find_quads(None, None, term):
            if quad.graph_name != DERIVED:
                ends.setdefault(to_text(quad.subject), []).append(reader.find_id(to_text(quad.object)))
    neighbours: dict[str, Counter[str]] = {entity: Counter() for entity in letters_of}
    for pair in ends.values():
        for one, other in (pair, reversed(pair)):
            neighbours[one][other] += 1
    ranks = {entity: (-sum(others.values()), entity) for entity, others in neighbours.items()}
    start = min({reader.find_id(iri) for iri in starts}, key=lambda entity: ranks[entity], default=None)
    chosen = _choose(neighbours, ranks, start, most)
    letters = sorted(map(to_id, find_letters(store)))
    if len(letters) > most_letters:
        weight = Counter(letter for entity in chosen for letter in letters_of[entity])
        letters = sorted(letters, key=lambda letter: (-weight[letter], letter))[:most_letters]
    return Selection(
        entities=tuple(sorted(chosen)),
        letters=tuple(sorted(letters)),
        start=start,
        note=_to_note(len(letters_of), len(chosen), len(find_letters(store)), len(letters)),
    )


def _choose(
    neighbours: Mapping[str, Mapping[str, int]], ranks: Mapping[str, tuple[int, str]], start: str | None, most: int
) -> set[str]:
    chosen: set[str] = set()
    begins = ([start] if start else []) + sorted(ranks, key=lambda entity: ranks[entity])
    for begin in begins:
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
