"""Spoken ties: what letters ask, promise and think of an entity, found without loading the network.

They have the ends that the network's edges have (`network_edges.py`): who asks whom; who promises something about what,
and to whom the letter is that promises it; who takes which stance on what.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, product

from pyoxigraph import NamedNode

from ...model.judgement import ARROW, Standing
from ...model.position import Stance
from ..quads.description import to_text
from ..quads.terms import (
    ABOUT,
    ASK,
    ASKED_BY,
    ASKED_OF,
    ASKED_SIDE,
    ASKING_SIDE,
    COMMITMENT,
    DERIVED,
    GIVEN_VALUE,
    HAS_JUDGEMENT,
    JUDGEMENTS,
    PROMISED_BY,
    REPORTED,
    SENT_TO,
    STANCE,
    STANCE_CLASS,
    STANCE_OF,
    STANCE_ON,
    TYPE,
)
from ..storage.entity_names import EntityNames
from ..storage.statement_places import find_standing
from ..storage.store import GraphStore
from .network_records import Link

TRUE = "true"
_PARTS = (ASKED_BY, ASKED_OF, ASKING_SIDE, ASKED_SIDE, PROMISED_BY, STANCE_OF, STANCE_ON, ABOUT)


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenTie:
    """One pair of ends (IRIs) of the ask, promise or stance `item` (IRI), which `letter` (IRI) holds."""

    letter: str
    item: str
    relation: Link | Stance
    source: str
    target: str


def find_spoken_ties(store: GraphStore, names: EntityNames, entity: str) -> Iterator[list[SpokenTie]]:
    """Yield the ties of each ask, promise or stance that an entity has any part in, but of no rejected one.

    It may be the one who speaks or is spoken to, or only what it is about; an ask of an office is one of its body too.
    """
    node = NamedNode(entity)
    named = (quad.subject for part in _PARTS for quad in store.find_quads(None, None, part, node))
    received = (quad.graph_name for quad in store.find_quads(None, None, SENT_TO, node))
    promised = (
        quad.subject
        for letter in received
        if isinstance(letter, NamedNode)
        for quad in store.find_quads(letter, None, TYPE, COMMITMENT)
    )
    found = set()
    for item in chain(named, promised):
        if isinstance(item, NamedNode) and item not in found:
            found.add(item)
            if find_standing(store, item.value) is not Standing.REJECTED and (ties := _find_ties(store, names, item)):
                yield ties


def find_corrected_ends(store: GraphStore, names: EntityNames, ask: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return who asks whom (entries) as an analyst has said by name; nobody where a name is not one entity's alone."""
    judgements = [quad.object for quad in store.find_quads(DERIVED, NamedNode(ask), HAS_JUDGEMENT)]
    values = [
        to_text(quad.object)
        for judgement in judgements
        if isinstance(judgement, NamedNode)
        for quad in store.find_quads(JUDGEMENTS, judgement, GIVEN_VALUE)
    ]
    ends = [names.find(name.strip()) for name in values[0].split(ARROW, 1)] if values else []
    is_clear = len(ends) == 2 and all(len(end) == 1 for end in ends)
    return (ends[0], ends[1]) if is_clear else (frozenset(), frozenset())


def find_promised_ends(
    actors: Collection[str], things: Collection[str], recipients: Collection[str]
) -> Iterator[tuple[Link, tuple[str, str]]]:
    """Yield who promises something about what, and to whom where that is not said already."""
    about = list(product(actors, things))
    yield from ((Link.PROMISES, ends) for ends in about)
    to = (ends for ends in product(actors, recipients) if ends not in about and ends[0] != ends[1])
    yield from ((Link.PROMISES_TO, ends) for ends in to)


def _find_ties(store: GraphStore, names: EntityNames, item: NamedNode) -> list[SpokenTie]:
    for quad in store.find_quads(None, item, TYPE):
        letter, kind = quad.graph_name, quad.object
        if isinstance(letter, NamedNode) and letter != DERIVED:
            if kind == ASK and find_standing(store, item.value) is Standing.CORRECTED:
                return _to_ties(letter, item, Link.ASKS, *find_corrected_ends(store, names, item.value))
            ends = _Ends(store, letter, item)
            if kind == ASK:
                return _to_ties(letter, item, Link.ASKS, ends.find(ASKED_BY), ends.find(ASKED_OF))
            if kind == COMMITMENT:
                recipients = () if TRUE in ends.find(REPORTED) else _Ends(store, letter, letter).find(SENT_TO)
                found = find_promised_ends(ends.find(PROMISED_BY), ends.find(ABOUT), recipients)
                return [_to_tie(letter, item, relation, between) for relation, between in found]
            if kind == STANCE_CLASS:
                return _to_ties(letter, item, Stance(ends.find(STANCE)[0]), ends.find(STANCE_OF), ends.find(STANCE_ON))
    return []


@dataclass(frozen=True, slots=True)
class _Ends:
    store: GraphStore
    letter: NamedNode
    item: NamedNode

    def find(self, term: NamedNode) -> list[str]:
        return sorted(to_text(quad.object) for quad in self.store.find_quads(self.letter, self.item, term))


def _to_ties(
    letter: NamedNode, item: NamedNode, relation: Link | Stance, sources: Iterable[str], targets: Iterable[str]
) -> list[SpokenTie]:
    return [_to_tie(letter, item, relation, ends) for ends in product(sources, targets)]


def _to_tie(letter: NamedNode, item: NamedNode, relation: Link | Stance, ends: tuple[str, str]) -> SpokenTie:
    return SpokenTie(letter=letter.value, item=item.value, relation=relation, source=ends[0], target=ends[1])
