"""The asks and the commitments of a letter as quads, and back again without loss."""

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from ...model.ask import Ask
from ...model.commitment import Commitment, Strength
from .description import Descriptions
from .passage_quads import from_evidence_quads
from .said_quads import to_said_quads
from .terms import (
    ABOUT,
    ASK,
    ASKED_BY,
    ASKED_OF,
    COMMITMENT,
    DUE,
    PROCEDURAL,
    PROMISED_BY,
    REPORTED,
    STRENGTH,
    WORDS,
)


def to_ask_quads(graph: NamedNode, asks: Iterable[Ask], position: int) -> Iterator[Quad]:
    """Yield each ask with who asks whom about what, and its passages; `position` is the letter's."""
    for number, ask in enumerate(asks, position + 1):
        values = (
            (WORDS, ask.text),
            (DUE, ask.due),
            (PROCEDURAL, Literal(ask.procedural)),
            (REPORTED, Literal(ask.reported)),
        )
        lists = ((ASKED_BY, ask.asked_by), (ASKED_OF, ask.asked_of), (ABOUT, ask.about))
        yield from to_said_quads(graph, ask, ASK, number, values, lists)


def from_ask_quads(descriptions: Descriptions) -> Iterator[Ask]:
    """Yield the asks in their order; raise ValueError when one is not whole."""
    for ask in descriptions.find_ordered(ASK):
        yield Ask(
            iri=ask.iri,
            text=ask.load_text(WORDS),
            asked_by=descriptions.find_list(ask.iri, ASKED_BY),
            asked_of=descriptions.find_list(ask.iri, ASKED_OF),
            about=descriptions.find_list(ask.iri, ABOUT),
            evidence=from_evidence_quads(descriptions, ask.iri),
            due=ask.find_text(DUE),
            procedural=ask.load_flag(PROCEDURAL),
            reported=ask.load_flag(REPORTED),
        )


def to_commitment_quads(graph: NamedNode, commitments: Iterable[Commitment], position: int) -> Iterator[Quad]:
    """Yield each commitment with who promises what about what, and its passages; `position` is the letter's."""
    for number, commitment in enumerate(commitments, position + 1):
        values = (
            (WORDS, commitment.text),
            (DUE, commitment.due),
            (STRENGTH, commitment.strength.value),
            (REPORTED, Literal(commitment.reported)),
        )
        lists = ((PROMISED_BY, commitment.by), (ABOUT, commitment.about))
        yield from to_said_quads(graph, commitment, COMMITMENT, number, values, lists)


def from_commitment_quads(descriptions: Descriptions) -> Iterator[Commitment]:
    """Yield the commitments in their order; raise ValueError when one is not whole."""
    for commitment in descriptions.find_ordered(COMMITMENT):
        yield Commitment(
            iri=commitment.iri,
            text=commitment.load_text(WORDS),
            by=descriptions.find_list(commitment.iri, PROMISED_BY),
            about=descriptions.find_list(commitment.iri, ABOUT),
            strength=Strength(commitment.load_text(STRENGTH)),
            evidence=from_evidence_quads(descriptions, commitment.iri),
            due=commitment.find_text(DUE),
            reported=commitment.load_flag(REPORTED),
        )
