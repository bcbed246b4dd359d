"""The edges of the network: what letters state, who wrote to whom, and what follows from asks, promises and stances.

What an analyst has rejected, and what a letter denies or says to have ended, is no edge.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, count, product, takewhile

from pyoxigraph import NamedNode

from ...model.identity import is_ask
from ...model.judgement import ARROW, Standing
from ...model.position import Stance
from ...model.statement import Passage, Polarity, Predicate
from ..quads.passage_quads import from_passage_iri
from ..quads.terms import (
    ABOUT,
    ASK,
    ASKED_BY,
    ASKED_OF,
    BROADER,
    COMMITMENT,
    CONDITION,
    CONFIDENCE,
    COUNTRY,
    DUE,
    GIVEN_VALUE,
    HAS_JUDGEMENT,
    MENTIONS,
    OBJECT,
    OFFICE_IN,
    PAGE,
    PREDICATE,
    PROMISED_BY,
    QUOTE,
    RELATIONS,
    REPLY,
    RULE,
    SENT_BY,
    SENT_TO,
    SINCE,
    STANCE,
    STANCE_CLASS,
    STANCE_OF,
    STANCE_ON,
    STANDING,
    STATEMENT_CLASSES,
    SUBJECT,
    UNTIL,
    VOCABULARY,
    to_member,
)
from ..storage.name_key import to_key
from ..storage.store import GraphStore
from ..storage.whole_store import find_pairs, find_things, load_sets, load_values
from .network_nodes import EntityNodes
from .network_records import Basis, Link, NetworkEdge

_LINKS = {SENT_BY: Link.SENT_BY, SENT_TO: Link.SENT_TO}
_BACKGROUND: Mapping[NamedNode, Predicate | Link] = {
    BROADER: Predicate.PART_OF,
    OFFICE_IN: Predicate.OFFICE_IN,
    COUNTRY: Link.COUNTRY,
}


def load_edges(
    store: GraphStore, entities: EntityNodes, bases: Collection[Basis], *, evidence: bool
) -> Iterator[NetworkEdge]:
    """Yield the edges that rest on `bases`, without their passages where `evidence` is not wanted.

    The same edge can come twice, where a letter names in two ways what is one.
    """
    loaders: dict[Basis, Callable[[_Edges], Iterator[NetworkEdge]]] = {
        Basis.STATEMENT: _load_statements,
        Basis.CORRESPONDENCE: _load_correspondence,
        Basis.MENTION: _load_mentions,
        Basis.REPLY: _load_replies,
        Basis.ASK: _load_asks,
        Basis.COMMITMENT: _load_commitments,
        Basis.POSITION: _load_positions,
        Basis.BACKGROUND: _load_background,
    }
    edges = _Edges(
        store=store,
        entities=entities,
        standings=load_values(store, STANDING),
        evidence=_load_evidence(store) if evidence else {},
    )
    for basis in sorted(bases):
        yield from loaders[basis](edges)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Edges:
    """What every kind of edge is made with; `standings` are of what analysts have or could have judged."""

    store: GraphStore
    entities: EntityNodes
    standings: Mapping[str, str]
    evidence: Mapping[str, tuple[Passage, ...]]

    def find_things(self, kind: NamedNode) -> Iterator[tuple[str, str]]:
        """Yield the things of a class that no analyst has rejected, each with its letter."""
        things = find_things(self.store, kind)
        return ((iri, letter) for iri, letter in things if self.standings.get(iri) != Standing.REJECTED)

    def load_values(self, term: NamedNode) -> dict[str, str]:
        """Return the value of a property of everything that has it."""
        return load_values(self.store, term)

    def load_ends(self, term: NamedNode) -> dict[str, frozenset[str]]:
        """Return the nodes that are values of a property, by what has it."""
        return load_sets((thing, self.find_key(value)) for thing, value in find_pairs(self.store, term))

    def find_key(self, iri: str) -> str:
        """Return the key of the node that an IRI stands for."""
        return self.entities.keys.get(iri, iri)


def _load_statements(edges: _Edges) -> Iterator[NetworkEdge]:
    predicates = {node.value: predicate for predicate, node in RELATIONS.items()}
    subjects, relations, objects = (edges.load_values(term) for term in (SUBJECT, PREDICATE, OBJECT))
    rules, confidences = edges.load_values(RULE), edges.load_values(CONFIDENCE)
    since, until, conditions = (edges.load_values(term) for term in (SINCE, UNTIL, CONDITION))
    for iri, letter in edges.find_things(STATEMENT_CLASSES[Polarity.AFFIRMED]):
        yield NetworkEdge(
            source=edges.find_key(subjects[iri]),
            target=edges.find_key(objects[iri]),
            key=iri,
            basis=Basis.STATEMENT,
            predicate=predicates[relations[iri]],
            letter=letter,
            evidence=edges.evidence.get(iri, ()),
            since=since.get(iri),
            until=until.get(iri),
            condition=conditions.get(iri),
            rule=rules[iri],
            confidence=confidences.get(iri),
        )


def _load_correspondence(edges: _Edges) -> Iterator[NetworkEdge]:
    for term, link in _LINKS.items():
        for letter, end in find_pairs(edges.store, term):
            yield _to_letter_edge(letter, edges.find_key(end), Basis.CORRESPONDENCE, link)


def _load_mentions(edges: _Edges) -> Iterator[NetworkEdge]:
    for letter, end in find_pairs(edges.store, MENTIONS):
        yield _to_letter_edge(letter, edges.find_key(end), Basis.MENTION, Link.MENTIONS)


def _to_letter_edge(letter: str, end: str, basis: Basis, link: Link) -> NetworkEdge:
    return NetworkEdge(source=letter, target=end, key=link.value, basis=basis, predicate=link, letter=letter)


def _load_replies(edges: _Edges) -> Iterator[NetworkEdge]:
    letters, answered = edges.load_values(SUBJECT), edges.load_values(OBJECT)
    for iri, _ in edges.find_things(REPLY):
        yield NetworkEdge(
            source=letters[iri],
            target=answered[iri],
            key=iri,
            basis=Basis.REPLY,
            predicate=Link.REPLIES_TO,
            letter=letters[iri],
            evidence=edges.evidence.get(iri, ()),
        )


def _load_asks(edges: _Edges) -> Iterator[NetworkEdge]:
    askers, asked, due = edges.load_ends(ASKED_BY), edges.load_ends(ASKED_OF), edges.load_values(DUE)
    for iri, parties in _find_corrected_parties(edges).items():
        askers[iri], asked[iri] = parties
    for iri, letter in edges.find_things(ASK):
        for source, target in product(askers.get(iri, ()), asked.get(iri, ())):
            yield _to_speech_edge(edges, (source, target, iri, letter), Basis.ASK, Link.ASKS, until=due.get(iri))


def _find_corrected_parties(edges: _Edges) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Return who asks whom where an analyst has said so by name; nobody where a name is not one entity's alone."""
    corrected = {iri for iri, standing in edges.standings.items() if standing == Standing.CORRECTED and is_ask(iri)}
    if not corrected:
        return {}
    bearers: dict[str, set[str]] = defaultdict(set)
    for node in edges.entities.nodes.values():
        for name in (node.name, *node.other_names):
            bearers[to_key(name)].add(node.key)
    judgements, values = edges.load_values(HAS_JUDGEMENT), edges.load_values(GIVEN_VALUE)
    found = {}
    for iri in corrected:
        names = values.get(judgements.get(iri, ""), "").split(ARROW, 1)
        ends = [frozenset(bearers.get(to_key(name), ())) for name in names]
        is_clear = len(ends) == 2 and all(len(end) == 1 for end in ends)
        found[iri] = (ends[0], ends[1]) if is_clear else (frozenset[str](), frozenset[str]())
    return found


def _load_commitments(edges: _Edges) -> Iterator[NetworkEdge]:
    actors, things, due = edges.load_ends(PROMISED_BY), edges.load_ends(ABOUT), edges.load_values(DUE)
    for iri, letter in edges.find_things(COMMITMENT):
        for ends in product(actors.get(iri, ()), things.get(iri, ())):
            yield _to_speech_edge(edges, (*ends, iri, letter), Basis.COMMITMENT, Link.PROMISES, until=due.get(iri))


def _load_positions(edges: _Edges) -> Iterator[NetworkEdge]:
    actors, things = edges.load_ends(STANCE_OF), edges.load_ends(STANCE_ON)
    stances, conditions = edges.load_values(STANCE), edges.load_values(CONDITION)
    for iri, letter in edges.find_things(STANCE_CLASS):
        for ends in product(actors.get(iri, ()), things.get(iri, ())):
            place, stance = (*ends, iri, letter), Stance(stances[iri])
            yield _to_speech_edge(edges, place, Basis.POSITION, stance, condition=conditions.get(iri))


def _to_speech_edge(
    edges: _Edges,
    place: tuple[str, str, str, str],
    basis: Basis,
    predicate: Link | Stance,
    *,
    until: str | None = None,
    condition: str | None = None,
) -> NetworkEdge:
    source, target, iri, letter = place
    return NetworkEdge(
        source=source,
        target=target,
        key=iri,
        basis=basis,
        predicate=predicate,
        letter=letter,
        evidence=edges.evidence.get(iri, ()),
        until=until,
        condition=condition,
    )


def _load_background(edges: _Edges) -> Iterator[NetworkEdge]:
    """Yield what the vocabulary knows of the entities that letters name."""
    for term, relation in _BACKGROUND.items():
        for thing, value in find_pairs(edges.store, term, VOCABULARY):
            if thing in edges.entities.keys:
                source, target = edges.find_key(thing), edges.find_key(value)
                key = f"{Basis.BACKGROUND} {relation}"
                yield NetworkEdge(source=source, target=target, key=key, basis=Basis.BACKGROUND, predicate=relation)


def _load_evidence(store: GraphStore) -> dict[str, tuple[Passage, ...]]:
    """Return the passages of everything that has some, by its IRI, in their order."""
    pages = load_values(store, PAGE)
    passages = {}
    for iri, quote in find_pairs(store, QUOTE):
        if "#char=" in iri:
            letter, start, end = from_passage_iri(iri)
            page = int(pages[iri]) if iri in pages else None
            passages[iri] = Passage(letter=letter, start=start, end=end, quote=quote, page=page)
    found: dict[str, list[Passage]] = defaultdict(list)
    members = (list(find_pairs(store, to_member(number))) for number in count(1))
    for thing, iri in chain.from_iterable(takewhile(bool, members)):
        if iri in passages:
            found[thing].append(passages[iri])
    return {thing: tuple(evidence) for thing, evidence in found.items()}
