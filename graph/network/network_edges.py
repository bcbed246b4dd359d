"""The edges of the network: what letters state, who wrote to whom, and what follows from asks, promises and stances.

What an analyst has rejected, and what a letter denies or says to have ended, is no edge.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, count, product, takewhile

from pyoxigraph import NamedNode

from ...model.identity import is_ask
from ...model.judgement import Standing
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
    DERIVED,
    DUE,
    MENTIONS,
    OBJECT,
    OFFICE_IN,
    PAGE,
    PREDICATE,
    PROMISED_BY,
    QUOTE,
    RELATIONS,
    REPLY,
    REPORTED,
    RULE,
    SENT_BY,
    SENT_TO,
    SHOWN_AS,
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
from ..storage.entity_names import EntityNames
from ..storage.store import GraphStore
from ..storage.whole_store import find_pairs, load_values
from .edge_source import EdgeSource, FindValue
from .network_records import Basis, Link, NetworkEdge
from .spoken_ties import TRUE, find_corrected_ends, find_promised_ends

_LINKS = {SENT_BY: Link.SENT_BY, SENT_TO: Link.SENT_TO}
_BACKGROUND: Mapping[NamedNode, Predicate | Link] = {
    BROADER: Predicate.PART_OF,
    OFFICE_IN: Predicate.OFFICE_IN,
    COUNTRY: Link.COUNTRY,
}


def load_edges(
    store: GraphStore, source: EdgeSource, bases: Collection[Basis], *, evidence: bool
) -> Iterator[NetworkEdge]:
    """Yield the edges that a source has and that rest on `bases`, without their passages unless `evidence` is wanted.

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
        source=source,
        find_standing=source.open_value(STANDING),
        evidence=_load_evidence(store) if evidence else {},
    )
    for basis in sorted(bases):
        yield from loaders[basis](edges)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Edges:
    """What every kind of edge is made with; standings are of what analysts have or could have judged."""

    store: GraphStore
    source: EdgeSource
    find_standing: FindValue
    evidence: Mapping[str, tuple[Passage, ...]]

    def find_things(self, kind: NamedNode) -> Iterator[tuple[str, str]]:
        """Yield the things of a class that no analyst has rejected, each with its letter."""
        things = self.source.find_things(kind)
        return ((iri, letter) for iri, letter in things if self.find_standing(iri) != Standing.REJECTED)

    def open_end(self, term: NamedNode) -> Callable[[str], str]:
        """Return what finds the node that is the value of a property; the thing must have one."""
        find = self.source.open_value(term)
        return lambda thing: self.source.find_key(find(thing) or "")

    def open_ends(self, term: NamedNode) -> Callable[[str], list[str]]:
        """Return what finds the nodes that are the values of a property, each once."""
        find = self.source.open_values(term)
        return lambda thing: list(dict.fromkeys(map(self.source.find_key, find(thing))))


def _load_statements(edges: _Edges) -> Iterator[NetworkEdge]:
    predicates = {node.value: predicate for predicate, node in RELATIONS.items()}
    find_subject, find_object = edges.open_end(SUBJECT), edges.open_end(OBJECT)
    find_relation, find_rule, find_confidence, find_since, find_until, find_condition = (
        edges.source.open_value(term) for term in (PREDICATE, RULE, CONFIDENCE, SINCE, UNTIL, CONDITION)
    )
    for iri, letter in edges.find_things(STATEMENT_CLASSES[Polarity.AFFIRMED]):
        yield NetworkEdge(
            source=find_subject(iri),
            target=find_object(iri),
            key=iri,
            basis=Basis.STATEMENT,
            predicate=predicates[find_relation(iri) or ""],
            letter=letter,
            evidence=edges.evidence.get(iri, ()),
            since=find_since(iri),
            until=find_until(iri),
            condition=find_condition(iri),
            rule=find_rule(iri),
            confidence=find_confidence(iri),
        )


def _load_correspondence(edges: _Edges) -> Iterator[NetworkEdge]:
    for term, link in _LINKS.items():
        for letter, end in edges.source.find_pairs(term):
            yield _to_letter_edge(letter, edges.source.find_key(end), Basis.CORRESPONDENCE, link)


def _load_mentions(edges: _Edges) -> Iterator[NetworkEdge]:
    for letter, end in edges.source.find_pairs(MENTIONS):
        yield _to_letter_edge(letter, edges.source.find_key(end), Basis.MENTION, Link.MENTIONS)


def _to_letter_edge(letter: str, end: str, basis: Basis, link: Link) -> NetworkEdge:
    return NetworkEdge(source=letter, target=end, key=link.value, basis=basis, predicate=link, letter=letter)


def _load_replies(edges: _Edges) -> Iterator[NetworkEdge]:
    find_letter, find_answered = edges.open_end(SUBJECT), edges.open_end(OBJECT)
    for iri, _ in edges.find_things(REPLY):
        letter = find_letter(iri)
        yield NetworkEdge(
            source=letter,
            target=find_answered(iri),
            key=iri,
            basis=Basis.REPLY,
            predicate=Link.REPLIES_TO,
            letter=letter,
            evidence=edges.evidence.get(iri, ()),
        )


def _load_asks(edges: _Edges) -> Iterator[NetworkEdge]:
    find_askers, find_asked, find_due = (
        edges.open_ends(ASKED_BY),
        edges.open_ends(ASKED_OF),
        edges.source.open_value(DUE),
    )
    for iri, letter in edges.find_things(ASK):
        is_corrected = edges.find_standing(iri) == Standing.CORRECTED and is_ask(iri)
        corrected = find_corrected_ends(edges.store, EntityNames(edges.store), iri) if is_corrected else None
        for source, target in product(*(corrected or (find_askers(iri), find_asked(iri)))):
            yield _to_speech_edge(edges, (source, target, iri, letter), Basis.ASK, Link.ASKS, until=find_due(iri))


def _load_commitments(edges: _Edges) -> Iterator[NetworkEdge]:
    find_actors, find_topics, find_due = (
        edges.open_ends(PROMISED_BY),
        edges.open_ends(ABOUT),
        edges.source.open_value(DUE),
    )
    find_recipients, find_reported = edges.open_ends(SENT_TO), edges.source.open_value(REPORTED)
    for iri, letter in edges.find_things(COMMITMENT):
        recipients = [] if find_reported(iri) == TRUE else find_recipients(letter)
        for relation, ends in find_promised_ends(find_actors(iri), find_topics(iri), recipients):
            yield _to_speech_edge(edges, (*ends, iri, letter), Basis.COMMITMENT, relation, until=find_due(iri))


def _load_positions(edges: _Edges) -> Iterator[NetworkEdge]:
    find_actors, find_topics = edges.open_ends(STANCE_OF), edges.open_ends(STANCE_ON)
    find_stance, find_condition = edges.source.open_value(STANCE), edges.source.open_value(CONDITION)
    for iri, letter in edges.find_things(STANCE_CLASS):
        for ends in product(find_actors(iri), find_topics(iri)):
            place, stance = (*ends, iri, letter), Stance(find_stance(iri) or "")
            yield _to_speech_edge(edges, place, Basis.POSITION, stance, condition=find_condition(iri))


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
    named = {thing for thing, _ in edges.source.find_pairs(SHOWN_AS, DERIVED)}
    for term, relation in _BACKGROUND.items():
        for thing, value in edges.source.find_pairs(term, VOCABULARY):
            if thing in named:
                source, target = edges.source.find_key(thing), edges.source.find_key(value)
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
