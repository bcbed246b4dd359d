"""Single asks, promises, positions, figures and facts of a store, and single links, as records again."""

from collections.abc import Iterable, Iterator
from itertools import chain

from pyoxigraph import NamedNode, Quad

from ...model.ask import Ask
from ...model.commitment import Commitment
from ...model.figure import Figure
from ...model.judgement import Judgement
from ...model.link import Answer, AskParties, Reply
from ...model.position import Position
from ...model.statement import Statement
from ..quads.answer_quads import from_answer_quads, from_parties_quads
from ..quads.description import Descriptions, to_sequence, to_text
from ..quads.figure_quads import from_figure_quads
from ..quads.judgement_quads import Ruling, from_judgement_quads, from_ruling_quads
from ..quads.link_quads import from_reply_quads
from ..quads.position_quads import from_position_quads
from ..quads.speech_quads import from_ask_quads, from_commitment_quads
from ..quads.statement_quads import from_statement_quads
from ..quads.terms import (
    ABOUT,
    ASKED_BY,
    ASKED_OF,
    ASKED_SIDE,
    ASKING_SIDE,
    DERIVED,
    EVIDENCE,
    HAS_JUDGEMENT,
    HAS_NOTE,
    JUDGEMENTS,
    OBJECT,
    PARTIES_OF,
    PROMISED_BY,
    SOURCES,
    STANCE_OF,
    STANCE_ON,
    STANDING,
    SUBJECT,
    TYPE,
    VOCABULARY,
)
from .store import GraphStore
from .stored_readings import to_damage

Item = Ask | Commitment | Position | Figure | Statement
"""What a letter says, and what an analyst can judge."""

_ENDS = (SUBJECT, OBJECT, ASKED_BY, ASKED_OF, ASKING_SIDE, ASKED_SIDE, PROMISED_BY, STANCE_OF, STANCE_ON, ABOUT)
_LISTS = (ASKED_BY, ASKED_OF, PROMISED_BY, STANCE_OF, STANCE_ON, ABOUT)
_NOT_LETTERS = (DERIVED, SOURCES, VOCABULARY, JUDGEMENTS)


def load_items(store: GraphStore, entity: str) -> list[Item]:
    """Return everything that letters say of an entity, each once, in the order of the IRIs.

    Asks are also those of which only several letters show that it makes them or is asked.

    Raises:
        StoreError: a letter's graph is not whole, so somebody else has written into the store.
    """
    found = {quad.subject for end in _ENDS for quad in store.find_quads(None, None, end, NamedNode(entity))}
    items = (load_item(store, node.value) for node in found if isinstance(node, NamedNode))
    return sorted((item for item in items if item is not None), key=to_item_iri)


def load_item(store: GraphStore, iri: str) -> Item | None:
    """Return what a letter says under this IRI; None where no letter does, or where it is something else.

    Raises:
        StoreError: as for `load_items`.
    """
    node = NamedNode(iri)
    for quad in store.find_quads(None, node, TYPE):
        graph = quad.graph_name
        if not isinstance(graph, NamedNode) or graph in _NOT_LETTERS:
            continue
        try:
            descriptions = Descriptions(_find_quads(store, graph, node))
            return next(_from_quads(descriptions), None)
        except ValueError as error:
            raise to_damage(store, graph.value, error) from error
    return None


def to_item_iri(item: Item) -> str:
    """Return the IRI under which an item is judged."""
    return item.id if isinstance(item, Statement) else item.iri


def load_link(store: GraphStore, iri: str) -> Reply | Answer | None:
    """Return the reply or the answer with this IRI; None where there is none.

    Raises:
        StoreError: the derived graph is not whole, so somebody else has written into the store.
    """
    node = NamedNode(iri)
    try:
        descriptions = Descriptions(_find_quads(store, DERIVED, node))
        judgements = _load_judgements(store, node)
        links: Iterator[Reply | Answer] = from_reply_quads(descriptions, judgements)
        return next(chain(links, from_answer_quads(descriptions, judgements)), None)
    except ValueError as error:
        raise to_damage(store, DERIVED.value, error) from error


def load_parties(store: GraphStore, ask: str) -> AskParties | None:
    """Return who makes an ask (IRI) of whom; None for an ask that an analyst has rejected.

    Raises:
        StoreError: as for `load_link`.
    """
    found = [quad.subject for quad in store.find_quads(DERIVED, None, PARTIES_OF, NamedNode(ask))]
    lists = (NamedNode(ask), *(to_sequence(ask, term) for term in (ASKING_SIDE, ASKED_SIDE)))
    nodes = [node for node in (*found, *lists) if isinstance(node, NamedNode)]
    try:
        quads = (quad for node in nodes for quad in store.find_quads(DERIVED, node))
        return next(from_parties_quads(Descriptions(quads)), None)
    except ValueError as error:
        raise to_damage(store, DERIVED.value, error) from error


def load_ruling(store: GraphStore, iri: str) -> Ruling:
    """Return what analysts have said of a thing.

    Raises:
        StoreError: as for `load_link`.
    """
    node = NamedNode(iri)
    if not any(store.find_quads(DERIVED, node, STANDING)):
        return Ruling()
    try:
        descriptions = Descriptions(store.find_quads(DERIVED, node))
        return from_ruling_quads(descriptions[iri], _load_judgements(store, node))
    except ValueError as error:
        raise to_damage(store, DERIVED.value, error) from error


def _load_judgements(store: GraphStore, node: NamedNode) -> dict[str, Judgement]:
    named = [quad.object for term in (HAS_JUDGEMENT, HAS_NOTE) for quad in store.find_quads(DERIVED, node, term)]
    quads = (quad for each in named if isinstance(each, NamedNode) for quad in store.find_quads(JUDGEMENTS, each))
    return from_judgement_quads(Descriptions(quads))


def _from_quads(descriptions: Descriptions) -> Iterator[Item]:
    readers = (from_ask_quads, from_commitment_quads, from_position_quads, from_figure_quads, from_statement_quads)
    return chain.from_iterable(read(descriptions) for read in readers)


def _find_quads(store: GraphStore, graph: NamedNode, node: NamedNode) -> Iterable[Quad]:
    """Yield what a graph says of a thing, with its passages and its lists."""
    own = list(store.find_quads(graph, node))
    yield from own
    for passage in {to_text(quad.object) for quad in own if quad.predicate == EVIDENCE}:
        yield from store.find_quads(graph, NamedNode(passage))
    for term in {quad.predicate for quad in own} & {*_LISTS}:
        yield from store.find_quads(graph, to_sequence(node.value, term))
