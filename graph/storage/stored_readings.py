"""The readings and links that a store holds, as records again."""

from collections.abc import Iterator
from itertools import chain

from pyoxigraph import NamedNode

from ...model.errors import StoreError
from ...model.judgement import Standing
from ...model.link import Links
from ...model.reading import Reading
from ..quads.description import Descriptions, to_text
from ..quads.letter_quads import Header, from_letter_quads
from ..quads.link_quads import from_link_quads
from ..quads.reading_quads import from_quads
from ..quads.terms import (
    COPIED_TO,
    DERIVED,
    HOLDS_LETTER,
    JUDGEMENTS,
    RECIPIENT,
    SENDER,
    SOURCES,
    STANDING,
)
from .store import GraphStore


def find_letters(store: GraphStore) -> list[str]:
    """Return the IRIs of all letters, in alphabetical order."""
    return sorted({to_text(quad.object) for quad in store.find_quads(SOURCES, None, HOLDS_LETTER)})


def load_readings(store: GraphStore) -> Iterator[Reading]:
    """Yield the reading of every letter, in the order of their IRIs; what analysts have rejected is in it."""
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
        raise to_damage(store, letter, error) from error


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
        raise to_damage(store, letter, error) from error


def find_rejected(store: GraphStore) -> frozenset[str]:
    """Return all (IRIs) of which an analyst has said that it is not so."""
    found = (quad for quad in store.find_quads(DERIVED, None, STANDING) if to_text(quad.object) == Standing.REJECTED)
    return frozenset(to_text(quad.subject) for quad in found)


def load_links(store: GraphStore) -> Links:
    """Return what links the letters.

    Raises:
        StoreError: the derived graph is not whole, so somebody else has written into the store.
    """
    try:
        return from_link_quads(chain(store.find_quads(DERIVED), store.find_quads(JUDGEMENTS)))
    except ValueError as error:
        raise to_damage(store, DERIVED.value, error) from error


def to_damage(store: GraphStore, graph: str, error: Exception) -> StoreError:
    """Return the error to raise for a graph that is not whole."""
    return StoreError(
        f"{store.address}: the graph {graph} is damaged ({error}). "
        "Load the letters into a new store, or withdraw and load that letter."
    )
