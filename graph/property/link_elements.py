"""What links letters, what analysts have said and which file holds what, as nodes and relationships."""

from collections.abc import Iterator
from urllib.parse import quote

from pyoxigraph import NamedNode

from ...model.identity import BASE
from ..quads.description import to_text
from ..quads.terms import (
    ADDRESSEE_NAME,
    ANSWER,
    ASK_PARTIES,
    ASKED_SIDE,
    ASKING_SIDE,
    ASKS_AGAIN,
    DERIVED,
    EVIDENCE,
    HAS_JUDGEMENT,
    HAS_NOTE,
    HOLDING,
    HOLDS_LETTER,
    IN_LETTER,
    IN_SOURCE,
    INFERRED_SENDER,
    JUDGEMENT,
    JUDGEMENTS,
    JUDGES,
    LETTER_NOT_HELD,
    OBJECT,
    PARTIES_OF,
    PREDICATE,
    PROBLEM,
    PROMISE_RETURN,
    REPLY,
    SAME_AS,
    SAME_ASK,
    SAME_ENTITY,
    SET_ASIDE,
    SOURCE,
    SOURCES,
    STANDS_IN,
    SUBJECT,
    TYPE,
)
from ..storage.store import GraphStore
from .element import Element, Node, Property, Relationship, to_local_name, to_type
from .thing import Thing, load_thing, to_claim, to_evidence, to_relationships, to_things

_NODES = (
    (SOURCES, SOURCE),
    (JUDGEMENTS, JUDGEMENT),
    (DERIVED, ANSWER),
    (DERIVED, LETTER_NOT_HELD),
    (DERIVED, PROBLEM),
    (DERIVED, ASK_PARTIES),
)


def to_link_elements(store: GraphStore) -> Iterator[Element]:
    """Yield what depends on several letters: nodes first, then relationships between them and those of letters."""
    relationships: list[Relationship] = []
    for graph, kind in _NODES:
        for thing in _find_typed(store, graph, kind):
            passages = _find_passages(store, thing)
            yield Node(iri=thing.iri, labels=thing.to_labels(), properties=_to_said(thing, passages))
            relationships += _find_relationships(store, thing, passages)
    yield from relationships
    for kind in (REPLY, INFERRED_SENDER, PROMISE_RETURN):
        yield from (_to_link(store, thing) for thing in _find_typed(store, DERIVED, kind))
    yield from _find_same(store)
    yield from _find_holdings(store)


def _find_typed(store: GraphStore, graph: NamedNode, kind: NamedNode) -> Iterator[Thing]:
    for iri in sorted({to_text(quad.subject) for quad in store.find_quads(graph, None, TYPE, kind)}):
        yield load_thing(store, graph, iri)


def _find_passages(store: GraphStore, thing: Thing) -> dict[str, Thing]:
    places = thing.find_all(EVIDENCE)
    return to_things(quad for place in places for quad in store.find_quads(DERIVED, NamedNode(place)))


def _to_said(thing: Thing, passages: dict[str, Thing]) -> dict[str, Property]:
    # What is judged may be a relationship or gone, so that no relationship can lead there.
    judged: dict[str, Property] = {to_local_name(JUDGES): iri for iri in thing.find_all(JUDGES)}
    return thing.to_properties() | to_evidence(thing, passages) | judged


def _find_relationships(store: GraphStore, thing: Thing, passages: dict[str, Thing]) -> Iterator[Relationship]:
    for relationship in to_relationships(thing, {}):
        if relationship.type == to_type(JUDGES):
            continue
        if relationship.type != to_type(STANDS_IN) or store.has_graph(NamedNode(relationship.end)):
            yield relationship
    for ask in thing.find_all(PARTIES_OF):
        yield from _find_sides(store, ask)
    if LETTER_NOT_HELD in thing.find_types():
        letters = sorted({place.partition("#")[0] for place in passages})
        yield from (Relationship(type=to_type(IN_LETTER), start=thing.iri, end=each, properties={}) for each in letters)


def _find_sides(store: GraphStore, ask: str) -> Iterator[Relationship]:
    """Yield who asks and who is asked over all letters, in order."""
    lists = (ask, *(f"{ask}#{to_local_name(term)}" for term in (ASKING_SIDE, ASKED_SIDE)))
    things = to_things(quad for each in lists for quad in store.find_quads(DERIVED, NamedNode(each)))
    types = {to_type(ASKING_SIDE), to_type(ASKED_SIDE)}
    if ask in things:
        yield from (side for side in to_relationships(things[ask], things) if side.type in types)


def _to_link(store: GraphStore, thing: Thing) -> Relationship:
    """Return a reply, a sender whom another letter shows, or a return to a promise as one relationship."""
    lists = {to_local_name(term): thing.find_all(term) for term in (HAS_JUDGEMENT, HAS_NOTE)}
    # What SPARQL makes of the names with ENCODE_FOR_URI, which Cypher does not have.
    lists["addressees"] = tuple(f"{BASE}addressee/{quote(name, safe='')}" for name in thing.find_all(ADDRESSEE_NAME))
    return Relationship(
        type=to_type(NamedNode(thing.find_all(PREDICATE)[0])),
        start=thing.find_all(SUBJECT)[0],
        end=thing.find_all(OBJECT)[0],
        properties=to_claim(thing, _find_passages(store, thing)) | {name: iris for name, iris in lists.items() if iris},
    )


def _find_same(store: GraphStore) -> Iterator[Relationship]:
    """Yield which entities are one, from the first to the others, and which asks, from the others to the first."""
    for thing in _find_typed(store, DERIVED, SAME_ENTITY):
        first, *others = thing.find_members()
        for other in others:
            yield Relationship(type=to_type(SAME_AS), start=first, end=other, properties=thing.to_properties())
    for thing in _find_typed(store, DERIVED, SAME_ASK):
        first, *others = thing.find_members()
        for other in others:
            yield Relationship(type=to_type(ASKS_AGAIN), start=other, end=first, properties=thing.to_properties())


def _find_holdings(store: GraphStore) -> Iterator[Relationship]:
    """Yield which file holds which letter; `kept` tells whether lines and pages are counted in that file."""
    for thing in _find_typed(store, SOURCES, HOLDING):
        yield Relationship(
            type=to_type(HOLDS_LETTER),
            start=thing.find_all(IN_SOURCE)[0],
            end=thing.find_all(HOLDS_LETTER)[0],
            properties={"kept": not thing.find_all(SET_ASIDE)},
        )
