"""Where statements about an entity stand, found without loading them: of some entities there are very many."""

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode

from ..model.judgement import Standing
from .description import to_text
from .store import GraphStore
from .terms import DERIVED, OBJECT, STANDING, SUBJECT


@dataclass(frozen=True, slots=True)
class StatementPlace:
    """A statement that is not loaded: its letter and its two ends (IRIs), and what analysts have said of it."""

    letter: str
    id: str
    subject: str
    object: str
    standing: Standing


def find_statements(store: GraphStore, entity: str) -> Iterator[StatementPlace]:
    """Yield every statement about an entity that no analyst has rejected, first those of which it is the subject."""
    for end, other in ((SUBJECT, OBJECT), (OBJECT, SUBJECT)):
        for found in store.find_quads(None, None, end, NamedNode(entity)):
            graph, node = found.graph_name, found.subject
            if not isinstance(graph, NamedNode) or not isinstance(node, NamedNode) or graph == DERIVED:
                continue
            standing = _find_standing(store, node)
            if standing is Standing.REJECTED:
                continue
            for quad in store.find_quads(graph, node, other):
                ends = (entity, to_text(quad.object))
                subject, object_ = ends if end == SUBJECT else reversed(ends)
                yield StatementPlace(graph.value, node.value, subject, object_, standing)


def _find_standing(store: GraphStore, node: NamedNode) -> Standing:
    quads = store.find_quads(DERIVED, node, STANDING)
    return next((Standing(to_text(quad.object)) for quad in quads), Standing.SUGGESTED)
