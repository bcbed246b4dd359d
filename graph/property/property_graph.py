"""The store as a labelled property graph, as a graph database holds it.

A label is the local name of a class of the ontology (`Scheme`), the type of a relationship that of a property
(`HOLDS_OFFICE`). What RDF describes as a thing with a subject and an object (a statement, a reply) is one relationship
that carries the description; what a letter denies or ends stays a node, so that it is never an edge. An entity is one
node however many letters name it, and what each of them calls it stands on the relationship `MENTIONS`. Entities of
two IRIs stay two nodes: that they are the same is the relationship `SAME_AS`.
"""

from collections.abc import Iterator

from pyoxigraph import NamedNode

from ..quads.description import to_text
from ..quads.terms import DERIVED, ENTITY, ENTITY_CLASSES, JUDGED, LABEL, MENTIONS, NAME, TYPE, VOCABULARY
from ..storage.quotation import find_name
from ..storage.store import GraphStore
from ..storage.stored_readings import find_letters
from .element import Element, Node, Relationship, to_local_name
from .letter_elements import to_letter_elements
from .link_elements import to_link_elements
from .thing import Thing, load_thing, to_relationships


def build_property_graph(store: GraphStore) -> Iterator[Element]:
    """Yield everything that a store holds, in one order; both ends of a relationship come before it."""
    relationships: list[Relationship] = []
    for iri in sorted({to_text(quad.object) for quad in store.find_quads(None, None, MENTIONS)}):
        # what the letters together show of it
        derived = load_thing(store, DERIVED, iri)
        yield _to_entity(store, derived)
        relationships += to_relationships(derived, {})
    yield from relationships
    judged = {to_text(quad.subject) for quad in store.find_quads(DERIVED, None, TYPE, JUDGED)}
    rulings = {iri: load_thing(store, DERIVED, iri) for iri in sorted(judged)}
    for letter in find_letters(store):
        yield from to_letter_elements(store, letter, rulings)
    yield from to_link_elements(store)


def _to_entity(store: GraphStore, derived: Thing) -> Node:
    """Return the node of an entity, under the fullest of the names that letters give it."""
    entity = NamedNode(derived.iri)
    types = store.find_quads(None, entity, TYPE)
    classes = {quad.object for quad in types if quad.graph_name != VOCABULARY} & set(ENTITY_CLASSES.values())
    labels = [to_text(quad.object) for quad in store.find_quads(None, entity, LABEL)]
    names = {to_local_name(NAME): find_name(store, derived.iri)}
    if labels:
        names[to_local_name(LABEL)] = min(labels)
    kinds = [kind for kind in ENTITY_CLASSES.values() if kind in classes]
    return Node(iri=derived.iri, labels=derived.to_labels(ENTITY, *kinds), properties=names | derived.to_properties())
