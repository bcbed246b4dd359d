"""The words behind an edge of the network, as an analyst quotes them."""

from collections.abc import Iterator
from itertools import count

from pyoxigraph import NamedNode

from ..quads.description import to_text
from ..quads.passage_quads import from_passage_iri
from ..quads.terms import DERIVED, INFERRED_SENDER, MENTIONED_AT, OBJECT, SUBJECT, TYPE, to_member
from ..storage.quotation import Quotation, Quoter
from ..storage.store import GraphStore
from .network import Network, get_node
from .network_records import Basis, EntityNode, NetworkEdge


class EdgeQuoter:
    """Quotes edges, whether or not the network was built with its evidence."""

    def __init__(self, store: GraphStore, network: Network) -> None:
        self._store = store
        self._network = network
        self._quoter = Quoter(store)

    def find_quotations(self, edge: NetworkEdge) -> tuple[Quotation, ...]:
        """Return what shows an edge: its passages, otherwise the sentences in which the letter first names its ends."""
        if edge.letter is None:
            return ()
        if edge.basis in (Basis.CORRESPONDENCE, Basis.MENTION):
            ends = (get_node(self._network, key) for key in (edge.source, edge.target))
            found = [
                quotation for end in ends if isinstance(end, EntityNode) for quotation in self._quote(edge.letter, end)
            ]
        else:
            found = [self._quoter.find_quotation(*place) for place in find_places(self._store, edge)]
        return tuple(dict.fromkeys(found))

    def _quote(self, letter: str, entity: EntityNode) -> Iterator[Quotation]:
        """Yield the sentence in which a letter first names an entity, or what shows that the entity wrote it."""
        nodes = [NamedNode(iri) for iri in entity.members]
        quads = (quad for node in nodes for quad in self._store.find_quads(NamedNode(letter), node, MENTIONED_AT))
        starts = [from_passage_iri(to_text(quad.object))[1] for quad in quads]
        if starts:
            first = min(starts)
            yield self._quoter.find_sentence(letter, first, first)
            return
        for quad in sorted(self._store.find_quads(DERIVED, None, SUBJECT, NamedNode(letter)), key=str):
            link = NamedNode(to_text(quad.subject))
            if any(self._store.find_quads(DERIVED, link, TYPE, INFERRED_SENDER)) and any(
                self._store.find_quads(DERIVED, link, OBJECT, node) for node in nodes
            ):
                yield from (self._quoter.find_quotation(*place) for place in _find_places(self._store, DERIVED, link))


def find_places(store: GraphStore, edge: NetworkEdge) -> Iterator[tuple[str, int, int]]:
    """Yield letter, start and end of each passage that shows an edge; nothing for what rests on a letter as a whole."""
    if edge.letter is not None:
        graph = DERIVED if edge.basis is Basis.REPLY else NamedNode(edge.letter)
        if "://" in edge.key:
            yield from _find_places(store, graph, NamedNode(edge.key))


def _find_places(store: GraphStore, graph: NamedNode, thing: NamedNode) -> Iterator[tuple[str, int, int]]:
    for number in count(1):
        quads = list(store.find_quads(graph, thing, to_member(number)))
        if not quads:
            return
        yield from_passage_iri(to_text(quads[0].object))
