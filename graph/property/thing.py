"""What quads say of one thing, and what a node or a relationship says in its place."""

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Quad

from ...model.statement import Passage
from ..quads.passage_quads import from_passage_iri
from ..quads.terms import (
    ADDRESSEE_NAME,
    EVIDENCE,
    FORM,
    FORM_KEY,
    HELD,
    MENTIONS,
    NAME_KEY,
    PAGE,
    PREDICATE,
    QUOTE,
    RDF,
    REFERENCE,
    REPLIER_NAME,
    SAME_AS,
    TYPE,
    to_member,
)
from ..storage.store import GraphStore
from .element import Property, Relationship, to_local_name, to_type

# What can have several values always is a list.
_LISTS = {REFERENCE, FORM, NAME_KEY, FORM_KEY, ADDRESSEE_NAME, REPLIER_NAME}
_XSD = "http://www.w3.org/2001/XMLSchema#"
# These lead to what the node or the relationship says itself, or to what has its own way of being said.
_WITHIN = {TYPE, EVIDENCE, MENTIONS, PREDICATE, SAME_AS}


class Thing:
    """The values of one thing's properties, those of each in the order of their texts."""

    __slots__ = ("_values", "iri")

    def __init__(self, iri: str, values: dict[NamedNode, list[NamedNode | Literal]]) -> None:
        self.iri = iri
        self._values = values
        for several in values.values():
            if len(several) > 1:
                several.sort(key=lambda value: value.value)

    def find_all(self, term: NamedNode) -> tuple[str, ...]:
        """Return the text of every value of a property."""
        return tuple(value.value for value in self._values.get(term, ()))

    def find_types(self) -> set[NamedNode]:
        """Return its classes."""
        return {kind for kind in self._values.get(TYPE, ()) if isinstance(kind, NamedNode)}

    def find_members(self) -> list[str]:
        """Return the members of an ordered list, as its passages."""
        members: list[str] = []
        while values := self.find_all(to_member(len(members) + 1)):
            members.append(values[0])
        return members

    def find_links(self) -> Iterator[tuple[NamedNode, str]]:
        """Yield each property that leads to another thing with a node, with that thing's IRI."""
        for term, values in self._values.items():
            if term not in _WITHIN and not term.value.startswith(f"{RDF}_"):
                yield from ((term, value.value) for value in values if isinstance(value, NamedNode))

    def to_labels(self, *more: NamedNode) -> tuple[str, ...]:
        """Return the labels of its node: its classes, more of them, and the one that every node has."""
        return tuple(sorted(map(to_local_name, {*self.find_types(), *more, HELD})))

    def to_properties(self) -> dict[str, Property]:
        """Return its texts, numbers and truth values, each under the local name of its property.

        A number that may be broken has a twin that ends in `Text`: the number as SPARQL writes it.
        """
        properties: dict[str, Property] = {}
        for term, values in self._values.items():
            literals = [value for value in values if type(value) is Literal]
            name = to_local_name(term)
            if term in _LISTS:
                properties[name] = tuple(value.value for value in literals)
            elif literals:
                properties[name] = _to_property(literals[0])
                if literals[0].datatype.value == f"{_XSD}double":
                    properties[f"{name}Text"] = literals[0].value
        return properties


def to_things(quads: Iterable[Quad]) -> dict[str, Thing]:
    """Return a thing for every subject of some quads, in the order of their IRIs."""
    found: dict[str, dict[NamedNode, list[NamedNode | Literal]]] = {}
    for subject, term, value, _ in quads:
        found.setdefault(subject.value, {}).setdefault(term, []).append(value)
    return {iri: Thing(iri, found[iri]) for iri in sorted(found)}


def load_thing(store: GraphStore, graph: NamedNode, iri: str) -> Thing:
    """Return what one graph says of a thing; it says nothing of one that it does not hold."""
    return to_things(store.find_quads(graph, NamedNode(iri))).get(iri) or Thing(iri, {})


def to_evidence(thing: Thing, things: Mapping[str, Thing]) -> dict[str, Property]:
    """Return the passages of what is stated as lists that run parallel; `things` describes the passages.

    `pages` is there where a page is known, with 0 for those that are not.
    """
    found = [_to_passage(things[place]) for place in thing.find_members() if place in things]
    lists: dict[str, Property] = {
        "letters": tuple(passage.letter for passage in found),
        "starts": tuple(passage.start for passage in found),
        "ends": tuple(passage.end for passage in found),
        "quotes": tuple(passage.quote for passage in found),
    }
    if any(passage.page for passage in found):
        lists["pages"] = tuple(passage.page or 0 for passage in found)
    return lists if found else {}


def to_claim(thing: Thing, things: Mapping[str, Thing]) -> dict[str, Property]:
    """Return what a thing with a subject and an object says, with its id and its passages."""
    return {"id": thing.iri, **thing.to_properties(), **to_evidence(thing, things)}


def to_relationships(thing: Thing, things: Mapping[str, Thing]) -> Iterator[Relationship]:
    """Yield the relationships from a thing to others; `things` has the lists that put them in order."""
    for term, end in thing.find_links():
        sequence = things.get(f"{thing.iri}#{to_local_name(term)}")
        order = sequence.find_members() if sequence else []
        place: dict[str, Property] = {"position": order.index(end) + 1} if end in order else {}
        yield Relationship(type=to_type(term), start=thing.iri, end=end, properties=place)


def _to_passage(thing: Thing) -> Passage:
    letter, start, end = from_passage_iri(thing.iri)
    (quote,), pages = thing.find_all(QUOTE), thing.find_all(PAGE)
    return Passage(letter=letter, start=start, end=end, quote=quote, page=int(pages[0]) if pages else None)


def _to_property(literal: Literal) -> Property:
    kind = literal.datatype.value.removeprefix(_XSD)
    if kind == "integer":
        return int(literal.value)
    if kind == "double":
        return float(literal.value)
    return literal.value == "true" if kind == "boolean" else literal.value
