"""What links some entities and letters with others, looked up in the derived graph without loading all of it."""

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad

from ...model.errors import StoreError
from ...model.link import Links
from ..quads.description import to_text
from ..quads.link_quads import from_link_quads
from ..quads.terms import (
    CONCERNS,
    DERIVED,
    EVIDENCE,
    HAS_JUDGEMENT,
    HAS_NOTE,
    IN_LETTER,
    INFERRED_SENDER,
    JUDGEMENTS,
    LETTER_NOT_HELD,
    OBJECT,
    REPLY,
    SUBJECT,
    TYPE,
)
from .store import GraphStore

_PARTS = {EVIDENCE: DERIVED, HAS_JUDGEMENT: JUDGEMENTS, HAS_NOTE: JUDGEMENTS}
"""What a link consists of besides itself, and the graph that describes it."""


def load_links_of(store: GraphStore, things: Iterable[str]) -> Links:
    """Return the links of some entities or letters (IRIs).

    These are, of entities: why they are one, what is doubtful, which letters others show as theirs; of letters: their
    replies, what they reply to, and the letters not held that they speak of.

    Raises:
        StoreError: the derived graph is not whole, so somebody else has written into the store.
    """
    links = {link for thing in things for link in _find_links(store, NamedNode(thing))}
    try:
        return from_link_quads(quad for link in sorted(links, key=to_text) for quad in _find_quads(store, link))
    except ValueError as error:
        raise StoreError(
            f"{store.path}: what links the letters is damaged ({error}). Load the letters into a new store."
        ) from error


def _find_links(store: GraphStore, thing: NamedNode) -> Iterator[NamedNode]:
    found = [quad.subject for quad in store.find_quads(DERIVED, None, CONCERNS, thing)]
    for term in (SUBJECT, OBJECT):
        ends = (quad.subject for quad in store.find_quads(DERIVED, None, term, thing))
        found += [link for link in ends if _has_type(store, link, REPLY, INFERRED_SENDER)]
    for passage in store.find_quads(DERIVED, None, IN_LETTER, thing):
        if isinstance(passage.subject, NamedNode):
            cited = (quad.subject for quad in store.find_quads(DERIVED, None, EVIDENCE, passage.subject))
            found += [link for link in cited if _has_type(store, link, LETTER_NOT_HELD)]
    yield from (link for link in found if isinstance(link, NamedNode))


def _has_type(store: GraphStore, link: object, *kinds: NamedNode) -> bool:
    return isinstance(link, NamedNode) and any(any(store.find_quads(DERIVED, link, TYPE, kind)) for kind in kinds)


def _find_quads(store: GraphStore, link: NamedNode) -> Iterator[Quad]:
    for quad in store.find_quads(DERIVED, link):
        yield quad
        if quad.predicate in _PARTS and isinstance(quad.object, NamedNode):
            yield from store.find_quads(_PARTS[quad.predicate], quad.object)
