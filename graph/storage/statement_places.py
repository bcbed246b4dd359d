"""Where statements about an entity stand, found without loading them: of some entities there are very many."""

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode

from ...model.judgement import Standing
from ..quads.description import to_text
from ..quads.terms import DERIVED, OBJECT, STANDING, SUBJECT
from .store import GraphStore


@dataclass(frozen=True, slots=True)
class StatementPlace:
    """A statement that is not loaded: its letter and its two ends (IRIs)."""

    letter: str
    id: str
    subject: str
    object: str


def find_statements(store: GraphStore, entity: str) -> Iterator[StatementPlace]:
    """Yield every statement about an entity, also rejected ones, first those of which it is the subject."""
    for end, other in ((SUBJECT, OBJECT), (OBJECT, SUBJECT)):
        for found in store.find_quads(None, None, end, NamedNode(entity)):
            graph, node = found.graph_name, found.subject
            if not isinstance(graph, NamedNode) or not isinstance(node, NamedNode) or graph == DERIVED:
                continue
            for quad in store.find_quads(graph, node, other):
                ends = (entity, to_text(quad.object))
                subject, object_ = ends if end == SUBJECT else reversed(ends)
                yield StatementPlace(graph.value, node.value, subject, object_)


def find_standing(store: GraphStore, statement: str) -> Standing:
    """Return what analysts have said of a statement (IRI)."""
    quads = store.find_quads(DERIVED, NamedNode(statement), STANDING)
    return next((Standing(to_text(quad.object)) for quad in quads), Standing.SUGGESTED)
