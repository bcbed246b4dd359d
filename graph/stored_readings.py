"""The readings and links that a store holds, as records again."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from pyoxigraph import NamedNode

from ..model.errors import StoreError
from ..model.link import Links
from ..model.reading import Reading
from ..model.statement import Statement
from .description import Descriptions, to_text
from .letter_quads import Header, from_letter_quads
from .link_quads import from_link_quads
from .reading_quads import from_quads
from .statement_quads import from_statement_quads
from .store import GraphStore
from .terms import (
    COPIED_TO,
    DERIVED,
    EVIDENCE,
    HOLDS_LETTER,
    JUDGEMENTS,
    OBJECT,
    RECIPIENT,
    SENDER,
    SOURCES,
    SUBJECT,
)


def find_letters(store: GraphStore) -> list[str]:
    """Return the IRIs of all letters, in alphabetical order."""
    return sorted({to_text(quad.object) for quad in store.find_quads(SOURCES, None, HOLDS_LETTER)})


def load_readings(store: GraphStore) -> Iterator[Reading]:
    """Yield the reading of every letter, in the order of their IRIs."""
    for letter in find_letters(store):
        yield load_reading(store, letter)


def load_reading(store: GraphStore, letter: str) -> Reading:
    """Return what was read from one letter.

    Raises:
        StoreError: the letter's graph is not whole, so somebody else has written into the store.
    """
    try:
        return from_quads(store.find_quads(NamedNode(letter)))
    except ValueError as error:
        raise _to_damage(store, letter, error) from error


def load_header(store: GraphStore, letter: str) -> Header:
    """Return one letter's text and header without what it names and states.

    Raises:
        StoreError: the letter's graph is not whole, so somebody else has written into the store.
    """
    graph = NamedNode(letter)
    quads = list(store.find_quads(graph, graph))
    roles = (SENDER, RECIPIENT, COPIED_TO)
    correspondents = [quad.object for quad in quads if quad.predicate in roles]
    for correspondent in correspondents:
        if isinstance(correspondent, NamedNode):
            quads += store.find_quads(graph, correspondent)
    try:
        return from_letter_quads(Descriptions(quads), letter)
    except (KeyError, ValueError) as error:
        raise _to_damage(store, letter, error) from error


@dataclass(frozen=True, slots=True)
class StatementPlace:
    """A statement that is not loaded: the letter's graph, the node in it, and its two ends (IRIs)."""

    letter: str
    id: str
    subject: str
    object: str


def load_statements(store: GraphStore, entity: str) -> Iterator[Statement]:
    """Yield every statement about an entity, as subject or object, whatever letter makes it.

    Raises:
        StoreError: a letter's graph is not whole, so somebody else has written into the store.
    """
    return (load_statement(store, place) for place in find_statements(store, entity))


def find_statements(store: GraphStore, entity: str) -> Iterator[StatementPlace]:
    """Yield where every statement about an entity stands, first those of which it is the subject."""
    for end, other in ((SUBJECT, OBJECT), (OBJECT, SUBJECT)):
        for found in store.find_quads(None, None, end, NamedNode(entity)):
            graph, node = found.graph_name, found.subject
            if not isinstance(graph, NamedNode) or not isinstance(node, NamedNode) or graph == DERIVED:
                continue
            for quad in store.find_quads(graph, node, other):
                ends = (entity, to_text(quad.object))
                subject, object_ = ends if end == SUBJECT else reversed(ends)
                yield StatementPlace(graph.value, node.value, subject, object_)


def load_statement(store: GraphStore, place: StatementPlace) -> Statement:
    """Return one statement.

    Raises:
        StoreError: the letter's graph is not whole, so somebody else has written into the store.
    """
    graph = NamedNode(place.letter)
    quads = list(store.find_quads(graph, NamedNode(place.id)))
    for passage in [quad.object for quad in quads if quad.predicate == EVIDENCE]:
        if isinstance(passage, NamedNode):
            quads += store.find_quads(graph, passage)
    try:
        return next(from_statement_quads(Descriptions(quads)))
    except (StopIteration, ValueError) as error:
        raise _to_damage(store, place.letter, error) from error


def load_links(store: GraphStore) -> Links:
    """Return what links the letters.

    Raises:
        StoreError: the derived graph is not whole, so somebody else has written into the store.
    """
    try:
        return from_link_quads(chain(store.find_quads(DERIVED), store.find_quads(JUDGEMENTS)))
    except ValueError as error:
        raise _to_damage(store, DERIVED.value, error) from error


def _to_damage(store: GraphStore, graph: str, error: Exception) -> StoreError:
    return StoreError(
        f"{store.path}: the graph {graph} is damaged ({error}). "
        "Load the letters into a new store, or withdraw and load that letter."
    )
