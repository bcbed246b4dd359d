"""A letter's own graph as nodes and relationships of the property graph."""

from collections.abc import Iterator

from pyoxigraph import NamedNode

from ..model.statement import Polarity
from .element import Element, Node, Relationship, to_local_name, to_type
from .passage_quads import from_passage_iri
from .store import GraphStore
from .terms import (
    CORRESPONDENT,
    DERIVED,
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
    STATEMENT_CLASSES,
    SUBJECT,
)
from .thing import Thing, load_thing, to_claim, to_evidence, to_relationships, to_things

_STATEMENT = STATEMENT_CLASSES[Polarity.AFFIRMED]
_APART = {STATEMENT_CLASSES[Polarity.DENIED], STATEMENT_CLASSES[Polarity.ENDED]}
_WITHIN = {PASSAGE, SEQUENCE}
# The letter leads to these; everything else that it holds leads to the letter.
_REACHED = {LETTER, CORRESPONDENT, LETTER_CITATION}


def to_letter_elements(store: GraphStore, letter: str) -> Iterator[Element]:
    """Yield what a letter's graph holds: its nodes first, without those of entities, then its relationships."""
    things = to_things(store.find_quads(NamedNode(letter)))
    entities = set(things[letter].find_all(MENTIONS))
    relationships: list[Relationship] = []
    for iri, thing in things.items():
        kinds = thing.find_types()
        if iri in entities:
            relationships.append(_to_mention(letter, thing))
        elif _STATEMENT in kinds:
            relationships.append(_to_statement(letter, thing, things))
        elif not kinds & _WITHIN:
            said = thing.to_properties() | to_evidence(thing, things)
            if kinds & _APART:
                said |= {"id": iri, to_local_name(PREDICATE): _find_type(thing)}
            judged = load_thing(store, DERIVED, iri)
            labels = thing.to_labels(*judged.find_types())
            yield Node(iri=iri, labels=labels, properties=said | judged.to_properties())
            relationships += to_relationships(thing, things)
            if not kinds & _REACHED:
                relationships.append(Relationship(type=to_type(IN_LETTER), start=iri, end=letter, properties={}))
    yield from relationships


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


def _to_statement(letter: str, thing: Thing, things: dict[str, Thing]) -> Relationship:
    """Return a statement as the plain relationship between its ends."""
    return Relationship(
        type=_find_type(thing),
        start=thing.find_all(SUBJECT)[0],
        end=thing.find_all(OBJECT)[0],
        properties=to_claim(thing, things) | {"letter": letter},
    )


def _find_type(thing: Thing) -> str:
    """Return the type of relationships that a thing with a subject and an object speaks of."""
    return to_type(NamedNode(thing.find_all(PREDICATE)[0]))
