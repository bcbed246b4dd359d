"""The network around some nodes, read as a walk gets there: in a large store nobody waits for the rest of it.

What was opened has all its edges there (`edge_source.MOST_FOLLOWED` of a kind at most), what was only reached has some.
From an endpoint the whole network is read at once: it would take a request for every look-up.
"""

from collections.abc import Collection, Iterable
from functools import cache

from pyoxigraph import NamedNode

from ...model.entity import EntityType
from ..quads.description import to_text
from ..quads.terms import DERIVED, KIND
from ..storage.entity_names import EntityNames
from ..storage.quotation import Quoter, to_words
from ..storage.store import GraphStore
from .edge_source import Around
from .network import add_edges, build_network, open_network
from .network_edges import load_edges
from .network_records import Basis, EntityNode, LetterNode


class Surroundings:
    """A network that grows: `opened` are the nodes whose edges have been read."""

    def __init__(self, store: GraphStore, bases: Collection[Basis]) -> None:
        self._store = store
        self._bases = bases
        self._names = EntityNames(store)
        self._quoter = Quoter(store)
        self._find_key = cache(lambda iri: self._names.find_entry(iri) or iri)
        self._find_kind = cache(self._load_kind)
        self._is_node = cache(lambda key: self._find_kind(key) is not None or store.has_graph(NamedNode(key)))
        self.network = (
            build_network(store, bases, evidence=False)
            if store.is_remote
            else open_network(self._find_kind, self._load_node)
        )
        self.opened: set[str] = set()

    def open(self, keys: Iterable[str]) -> None:
        """Read the edges of some nodes, as far as that has not been done."""
        for key in sorted({*keys} - self.opened):
            self.opened.add(key)
            if self._store.is_remote:
                continue
            self.network.add_node(key)
            source = Around(self._store, self._names.find_group(key) or [key], self._find_key)
            found = load_edges(self._store, source, self._bases, evidence=False)
            add_edges(self.network, (edge for edge in found if self._is_node(edge.target)))

    def _load_kind(self, key: str) -> EntityType | None:
        quads = self._store.find_quads(DERIVED, NamedNode(key), KIND)
        return next((EntityType(to_text(quad.object)) for quad in quads), None)

    def _load_node(self, key: str) -> EntityNode | LetterNode:
        kind = self._find_kind(key)
        if kind is not None:
            members = tuple(self._names.find_group(key))
            return EntityNode(key=key, type=kind, name=self._names.find_shown_name(key), members=members)
        letter = self._quoter.find_letter(key)
        return LetterNode(
            key=key,
            name=f"{self._quoter.find_parties(key)}, {to_words(letter.date) if letter.date else 'undated'}",
            date=letter.date,
            subject=letter.subject,
            references=letter.references,
            source=self._quoter.find_source(key),
        )
