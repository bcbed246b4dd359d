"""A letter's own graph as nodes and relationships of the property graph."""

from collections.abc import Iterator, Mapping

from pyoxigraph import NamedNode

from ...model.judgement import Standing
from ...model.statement import Polarity
from ..quads.passage_quads import from_passage_iri
from ..quads.terms import (
    CORRESPONDENT,
    FORM,
    IN_LETTER,
    LABEL,
    LETTER,
    LETTER_CITATION,
    MENTIONED_AT,
    MENTIONS,
    NAME,
    OBJECT,
    PASSAGE,
    PREDICATE,
    RECOGNISER,
    SEQUENCE,
    STANDING,
    STATEMENT_CLASSES,
    SUBJECT,
)
from ..storage.store import GraphStore
from .element import Element, Node, Relationship, to_local_name, to_type
from .thing import Thing, to_claim, to_evidence, to_relationships, to_things

_STATEMENT = STATEMENT_CLASSES[Polarity.AFFIRMED]
_CLAIMS = set(STATEMENT_CLASSES.values())
_WITHIN = {PASSAGE, SEQUENCE}
# The letter leads to these; everything else that it holds leads to the letter.
_REACHED = {LETTER, CORRESPONDENT, LETTER_CITATION}


def to_letter_elements(store: GraphStore, letter: str, judged: Mapping[str, Thing]) -> Iterator[Element]:
    """Yield what a letter's graph holds: its nodes first, without those of entities, then its relationships.

    `judged` has what analysts have said of what letters hold: a fact that they have rejected is no relationship.
    """
    things = to_things(store.find_quads(NamedNode(letter)))
    entities = set(things[letter].find_all(MENTIONS))
    relationships: list[Relationship] = []
    for iri, thing in things.items():
        kinds, ruling = thing.find_types(), judged.get(iri)
        if iri in entities:
            relationships.append(_to_mention(letter, thing))
        elif _STATEMENT in kinds and not (ruling and is_rejected(ruling)):
            relationships.append(_to_statement(letter, thing, things, ruling))
        elif not kinds & _WITHIN:
            yield _to_node(thing, things, ruling)
            relationships += to_relationships(thing, things)
            if not kinds & _REACHED:
                relationships.append(Relationship(type=to_type(IN_LETTER), start=iri, end=letter, properties={}))
    yield from relationships


def is_rejected(judged: Thing) -> bool:
    """Tell whether an analyst has rejected something."""
    return Standing.REJECTED.value in judged.find_all(STANDING)


def _to_node(thing: Thing, things: Mapping[str, Thing], ruling: Thing | None) -> Node:
    said = thing.to_properties() | to_evidence(thing, things)
    if thing.find_types() & _CLAIMS:
        said |= {"id": thing.iri, to_local_name(PREDICATE): _find_type(thing)}
    labels = thing.to_labels(*(ruling.find_types() if ruling else ()))
    return Node(iri=thing.iri, labels=labels, properties=said | (ruling.to_properties() if ruling else {}))


def _to_mention(letter: str, thing: Thing) -> Relationship:
    """Return how a letter names an entity: in which words, where, and under which label."""
    said = thing.to_properties()
    places = sorted(from_passage_iri(place)[1:] for place in thing.find_all(MENTIONED_AT))
    names = [to_local_name(term) for term in (NAME, LABEL, FORM, RECOGNISER)]
    return Relationship(
        type=to_type(MENTIONS),
        start=letter,
        end=thing.iri,
        properties={
            **{name: said[name] for name in names if name in said},
            "starts": tuple(start for start, _ in places),
            "ends": tuple(end for _, end in places),
        },
    )


def _to_statement(letter: str, thing: Thing, things: Mapping[str, Thing], ruling: Thing | None) -> Relationship:
    """Return a statement as the plain relationship between its ends."""
    said = to_claim(thing, things) | (ruling.to_properties() if ruling else {})
    return Relationship(
        type=_find_type(thing),
        start=thing.find_all(SUBJECT)[0],
        end=thing.find_all(OBJECT)[0],
        properties=said | {"letter": letter},
    )


def _find_type(thing: Thing) -> str:
    """Return the type of relationships that a thing with a subject and an object speaks of."""
    return to_type(NamedNode(thing.find_all(PREDICATE)[0]))
