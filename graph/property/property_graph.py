"""The store as a labelled property graph, as a graph database holds it.

A label is the local name of a class of the ontology (`Scheme`), the type of a relationship that of a property
(`HOLDS_OFFICE`). What RDF describes as a thing with a subject and an object (a statement, a reply) is one relationship
that carries the description; what a letter denies or ends stays a node, so that it is never an edge. An entity is one
node however many letters name it, and what each of them calls it stands on the relationship `MENTIONS`. Entities of
two IRIs stay two nodes: that they are the same is the relationship `SAME_AS`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

from ..quads.description import to_text
from ..quads.terms import DERIVED, ENTITY, ENTITY_CLASSES, JUDGED, LABEL, MENTIONS, NAME, TYPE, VOCABULARY
from ..storage.quotation import choose_name
from ..storage.store import GraphStore
from ..storage.stored_readings import find_letters
from ..storage.whole_store import find_pairs, find_things, load_sets
from .element import Element, Node, Relationship, to_local_name
from .letter_elements import to_letter_elements
from .link_elements import to_link_elements
from .thing import Thing, load_thing, to_relationships


def build_property_graph(store: GraphStore) -> Iterator[Element]:
    """Yield everything that a store holds, in one order; both ends of a relationship come before it."""
    relationships: list[Relationship] = []
    words = _load_entity_words(store)
    for iri in sorted({entity for _, entity in find_pairs(store, MENTIONS)}):
        # what the letters together show of it
        derived = load_thing(store, DERIVED, iri)
        yield _to_entity(derived, words)
        relationships += to_relationships(derived, {})
    yield from relationships
    judged = {to_text(quad.subject) for quad in store.find_quads(DERIVED, None, TYPE, JUDGED)}
    rulings = {iri: load_thing(store, DERIVED, iri) for iri in sorted(judged)}
    for letter in find_letters(store):
        yield from to_letter_elements(store, letter, rulings)
    yield from to_link_elements(store)


@dataclass(frozen=True, slots=True, kw_only=True)
class _EntityWords:
    """What letters call entities, what the vocabulary calls them, and which classes they have, each by IRI."""

    names: Mapping[str, frozenset[str]]
    labels: Mapping[str, frozenset[str]]
    classes: Mapping[str, frozenset[str]]


def _load_entity_words(store: GraphStore) -> _EntityWords:
    classes = (
        (iri, kind.value)
        for kind in ENTITY_CLASSES.values()
        for iri, graph in find_things(store, kind)
        if graph != VOCABULARY.value
    )
    return _EntityWords(
        names=load_sets(find_pairs(store, NAME)),
        labels=load_sets(find_pairs(store, LABEL)),
        classes=load_sets(classes),
    )


def _to_entity(derived: Thing, words: _EntityWords) -> Node:
    """Return the node of an entity, under the fullest of the names that letters give it."""
    names = {to_local_name(NAME): choose_name(words.names.get(derived.iri, ()), derived.iri)}
    if labels := words.labels.get(derived.iri):
        names[to_local_name(LABEL)] = min(labels)
    kinds = [NamedNode(kind) for kind in words.classes.get(derived.iri, ())]
    return Node(iri=derived.iri, labels=derived.to_labels(ENTITY, *kinds), properties=names | derived.to_properties())
