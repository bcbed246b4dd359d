"""Where edges are read from: the whole store at once, or what stands around some nodes of it.

Both answer the same questions, so that an edge is made in one way (`network_edges.py`), whoever wants it.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache, partial
from itertools import islice
from typing import Protocol

from pyoxigraph import NamedNode

from ..quads.description import to_text
from ..quads.terms import (
    ABOUT,
    ASKED_BY,
    ASKED_OF,
    COMMITMENT,
    OBJECT,
    PROMISED_BY,
    SENT_BY,
    SENT_TO,
    STANCE_OF,
    STANCE_ON,
    SUBJECT,
    TYPE,
)
from ..storage.store import GraphStore
from ..storage.whole_store import find_pairs, find_things, load_sets, load_values

MOST_FOLLOWED = 2000
"""Of what has more connections of one kind than these so many are followed."""

_ENDS = (SUBJECT, OBJECT, ASKED_BY, ASKED_OF, PROMISED_BY, ABOUT, STANCE_OF, STANCE_ON)

FindValue = Callable[[str], str | None]
FindValues = Callable[[str], Collection[str]]


class EdgeSource(Protocol):
    """What edges are made of; things and nodes are IRIs."""

    def find_key(self, iri: str) -> str:
        """Return the key of the node that stands for an entity; a letter, and what letters do not name, is its own."""

    def find_pairs(self, term: NamedNode, graph: NamedNode | None = None) -> Iterator[tuple[str, str]]:
        """Yield what has a property with each of its values."""

    def find_things(self, kind: NamedNode) -> Iterator[tuple[str, str]]:
        """Yield the things of a class that connect nodes, each with the graph that says so."""

    def open_value(self, term: NamedNode) -> FindValue:
        """Return what finds the value of a property that has one at most."""

    def open_values(self, term: NamedNode) -> FindValues:
        """Return what finds all values of a property, in alphabetical order."""


class WholeStore:
    """All that a store holds, in passes over it; `keys` has the node of each entity."""

    def __init__(self, store: GraphStore, keys: Mapping[str, str]) -> None:
        self._store = store
        self._keys = keys
        self._load_values = cache(partial(load_values, store))  # several kinds of edges share some properties

    def find_key(self, iri: str) -> str:
        """Return the key of the node that stands for an entity."""
        return self._keys.get(iri, iri)

    def find_pairs(self, term: NamedNode, graph: NamedNode | None = None) -> Iterator[tuple[str, str]]:
        """Yield everything that has a property with each of its values."""
        return find_pairs(self._store, term, graph)

    def find_things(self, kind: NamedNode) -> Iterator[tuple[str, str]]:
        """Yield all things of a class."""
        return find_things(self._store, kind)

    def open_value(self, term: NamedNode) -> FindValue:
        """Return what finds the value of a property, read at once."""
        return self._load_values(term).get

    def open_values(self, term: NamedNode) -> FindValues:
        """Return what finds all values of a property, read at once."""
        found = {thing: sorted(values) for thing, values in load_sets(find_pairs(self._store, term)).items()}
        return lambda thing: found.get(thing, ())


class Around:
    """What stands around one node: `members` are the entities that are it, or the letter.

    Who else wrote or received a letter of theirs is around it too.
    """

    def __init__(self, store: GraphStore, members: Collection[str], find_key: Callable[[str], str]) -> None:
        self._store = store
        self._members = [NamedNode(member) for member in members]
        self.find_key = find_key
        self._letters = {letter for term in (SENT_BY, SENT_TO) for letter, _ in self._find_pairs(self._members, term)}
        self._find_ends = cache(self._load_things)

    def find_pairs(self, term: NamedNode, graph: NamedNode | None = None) -> Iterator[tuple[str, str]]:
        """Yield what has a property with the node as its value, and the values that the node has."""
        nodes = self._members
        if term in (SENT_BY, SENT_TO):
            nodes = [*nodes, *map(NamedNode, sorted(self._letters))]
        yield from dict.fromkeys(self._find_pairs(nodes, term, graph))

    def find_things(self, kind: NamedNode) -> Iterator[tuple[str, str]]:
        """Yield the things of a class of which the node is an end."""
        return ((thing, graph) for thing, graph, kinds in self._find_ends() if kind in kinds)

    def open_value(self, term: NamedNode) -> FindValue:
        """Return what looks the value of a property up."""
        return lambda thing: next(
            (to_text(quad.object) for quad in self._store.find_quads(None, NamedNode(thing), term)), None
        )

    def open_values(self, term: NamedNode) -> FindValues:
        """Return what looks all values of a property up."""
        return lambda thing: sorted(
            {to_text(quad.object) for quad in self._store.find_quads(None, NamedNode(thing), term)}
        )

    def _find_pairs(
        self, nodes: Collection[NamedNode], term: NamedNode, graph: NamedNode | None = None
    ) -> Iterator[tuple[str, str]]:
        for node in nodes:
            for found in (self._store.find_quads(graph, node, term), self._store.find_quads(graph, None, term, node)):
                yield from ((to_text(quad.subject), to_text(quad.object)) for quad in islice(found, MOST_FOLLOWED))

    def _load_things(self) -> list[tuple[str, str, set[object]]]:
        things: dict[tuple[NamedNode, NamedNode], None] = {}
        for node in self._members:
            for end in _ENDS:
                for quad in islice(self._store.find_quads(None, None, end, node), MOST_FOLLOWED):
                    if isinstance(quad.subject, NamedNode) and isinstance(quad.graph_name, NamedNode):
                        things[quad.subject, quad.graph_name] = None
            # What a letter promises, it promises to whom it is written.
            for sent in islice(self._store.find_quads(None, None, SENT_TO, node), MOST_FOLLOWED):
                if isinstance(sent.graph_name, NamedNode):
                    for quad in self._store.find_quads(sent.graph_name, None, TYPE, COMMITMENT):
                        if isinstance(quad.subject, NamedNode):
                            things[quad.subject, sent.graph_name] = None
        return [
            (thing.value, graph.value, {quad.object for quad in self._store.find_quads(graph, thing, TYPE)})
            for thing, graph in things
        ]
