"""What one graph says of one thing: the step between records and quads, in both directions.

Which properties a record has is the business of the modules named after records.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Quad

from .terms import POSITION, SEQUENCE, TYPE, to_member

Value = NamedNode | Literal | str | int | None
"""What a property may be given; None says nothing. A `str` is a literal, never an IRI."""


class Description:
    """The values of one thing's properties, each as the text of its IRI or literal."""

    __slots__ = ("_values", "iri")

    def __init__(self, iri: str, values: dict[str, list[str]]) -> None:
        self.iri = iri
        self._values = values

    def find_all(self, term: NamedNode) -> list[str]:
        """Return every value of a property, in alphabetical order."""
        return sorted(self._values.get(term.value, ()))

    def find_types(self) -> list[str]:
        """Return the classes (IRIs) that this thing is of."""
        return self._values.get(TYPE.value, [])

    def find_text(self, term: NamedNode) -> str | None:
        """Return the value of a property that has one at most."""
        values = self._values.get(term.value)
        return min(values) if values else None

    def find_number(self, term: NamedNode) -> int | None:
        """Return the value of a property as a whole number."""
        value = self.find_text(term)
        return None if value is None else int(value)

    def load_text(self, term: NamedNode) -> str:
        """Return the value of a property that must be there; raise ValueError when it is not."""
        value = self.find_text(term)
        if value is None:
            raise ValueError(f"{self.iri} has no {term.value}")
        return value

    def load_number(self, term: NamedNode) -> int:
        """Return the value of a property that must be there, as a whole number."""
        return int(self.load_text(term))

    def load_flag(self, term: NamedNode) -> bool:
        """Return the value of a property that must be there, as a truth value."""
        return self.load_text(term) == "true"

    def find_members(self) -> list[str]:
        """Return the members of an ordered list, written by `to_member_quads`."""
        members: list[str] = []
        while (member := self.find_text(to_member(len(members) + 1))) is not None:
            members.append(member)
        return members


class Descriptions(Mapping[str, Description]):
    """Everything that some quads say, a description for each subject."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        values: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for quad in quads:
            values[to_text(quad.subject)][quad.predicate.value].append(to_text(quad.object))
        self._descriptions = {iri: Description(iri, values[iri]) for iri in sorted(values)}
        # Whoever reads a letter asks for a dozen classes in turn.
        self._typed: dict[str, list[Description]] = defaultdict(list)
        for description in self._descriptions.values():
            for kind in description.find_types():
                self._typed[kind].append(description)

    def __getitem__(self, iri: str) -> Description:
        return self._descriptions[iri]

    def __iter__(self) -> Iterator[str]:
        return iter(self._descriptions)

    def __len__(self) -> int:
        return len(self._descriptions)

    def find_typed(self, kind: NamedNode) -> list[Description]:
        """Return the things of a class, in the order of their IRIs."""
        return list(self._typed.get(kind.value, ()))

    def find_ordered(self, kind: NamedNode) -> list[Description]:
        """Return the things of a class in the order of their positions."""
        return sorted(self.find_typed(kind), key=lambda description: description.load_number(POSITION))

    def find_list(self, iri: str, term: NamedNode) -> tuple[str, ...]:
        """Return the values of a property in the order in which `to_list_quads` was given them."""
        sequence = self.get(to_sequence(iri, term).value)
        return tuple(sequence.find_members()) if sequence else ()


def to_text(term: object) -> str:
    """Return the text of an IRI or a literal; other terms are never written, so never read."""
    if isinstance(term, NamedNode | Literal):
        return term.value
    raise ValueError(f"{term} is neither an IRI nor a literal")


def to_description_quads(
    graph: NamedNode, subject: NamedNode, values: Iterable[tuple[NamedNode, Value]]
) -> Iterator[Quad]:
    """Yield a quad for every value that is not None."""
    for term, value in values:
        if value is not None:
            node = value if isinstance(value, NamedNode | Literal) else Literal(value)
            yield Quad(subject, term, node, graph)


def to_member_quads(graph: NamedNode, subject: NamedNode, members: Iterable[NamedNode]) -> Iterator[Quad]:
    """Yield the members of an ordered list, numbered from 1 as RDF containers are."""
    for number, member in enumerate(members, 1):
        yield Quad(subject, to_member(number), member, graph)


def to_list_quads(graph: NamedNode, subject: NamedNode, term: NamedNode, values: Iterable[str]) -> Iterator[Quad]:
    """Yield a plain quad for each IRI, and beside them a container that keeps their order."""
    nodes = [NamedNode(value) for value in values]
    if nodes:
        sequence = to_sequence(subject.value, term)
        yield from (Quad(subject, term, node, graph) for node in nodes)
        yield Quad(sequence, TYPE, SEQUENCE, graph)
        yield from to_member_quads(graph, sequence, nodes)


def to_sequence(iri: str, term: NamedNode) -> NamedNode:
    """Return the container that keeps the order of a property's values."""
    return NamedNode(f"{iri}#{term.value.rpartition('#')[2]}")
