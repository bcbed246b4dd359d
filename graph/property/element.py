"""A node or a relationship of the property graph; which ones there are is the business of `property_graph.py`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from pyoxigraph import NamedNode

Property = str | int | float | bool | tuple[str, ...] | tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A thing with its IRI, the local names of its classes in alphabetical order, and what is said of it."""

    iri: str
    labels: tuple[str, ...]
    properties: Mapping[str, Property]

    def to_row(self) -> dict[str, Property]:
        """Return all properties that a database keeps; `version` changes with anything that the node says."""
        return {**self.properties, "iri": self.iri, "version": _to_version([self.iri, self.labels], self.properties)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship:
    """An edge from `start` to `end` (IRIs of nodes). Several may run between the same two."""

    type: str
    start: str
    end: str
    properties: Mapping[str, Property]

    def to_row(self) -> dict[str, Property]:
        """Return all properties that a database keeps; `version` tells it from every other relationship."""
        return {**self.properties, "version": _to_version([self.type, self.start, self.end], self.properties)}


Element = Node | Relationship


@cache
def to_local_name(term: NamedNode) -> str:
    """Return the last part of the IRI of a class or a property: `Scheme`, `holdsOffice`."""
    return re.split(r"[#/]", term.value)[-1]


@cache
def to_type(term: NamedNode) -> str:
    """Return the type of the relationships of a property: `holdsOffice` is `HOLDS_OFFICE`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", to_local_name(term)).upper()


def _to_version(identity: list[object], properties: Mapping[str, Property]) -> str:
    said = repr((identity, sorted(properties.items())))  # three times as fast as JSON
    return sha256(said.encode()).hexdigest()[:32]
