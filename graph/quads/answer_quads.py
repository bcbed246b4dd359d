"""What links asks as quads of the derived graph, and back again without loss: answers, repetitions, who asks whom."""

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import NamedNode, Quad

from ...model.identity import BASE, to_digest
from ...model.judgement import Judgement
from ...model.link import Answer, AnswerStatus, AskParties, SameAs
from .description import Descriptions, to_description_quads, to_list_quads, to_member_quads
from .judgement_quads import from_ruling_quads, to_ruling_quads
from .passage_quads import from_evidence_quads, to_evidence_quads
from .terms import (
    ANSWER,
    ASK_PARTIES,
    ASKED_BY_WORDS,
    ASKED_OF_WORDS,
    ASKED_SIDE,
    ASKING_SIDE,
    ASKS_AGAIN,
    DERIVED,
    PARTIES_OF,
    POSITION,
    SAME_ASK,
    STATUS,
    SUGGESTED_STATUS,
    SUGGESTED_WHY,
    TO_ASK,
    TYPE,
    WHY,
)


def to_answer_quads(answers: Iterable[Answer]) -> Iterator[Quad]:
    """Yield what became of each ask, with the passages of the replies that meet it, the best first."""
    for number, answer in enumerate(answers, 1):
        node = NamedNode(answer.iri)
        yield from to_description_quads(
            DERIVED,
            node,
            (
                (TYPE, ANSWER),
                (POSITION, number),
                (TO_ASK, NamedNode(answer.ask)),
            ),
        )
        yield from to_answer_status_quads(answer)
        yield from to_ruling_quads(node, answer.standing, answer.judgement, answer.notes)
        yield from to_evidence_quads(DERIVED, node, answer.evidence)


def to_answer_status_quads(answer: Answer) -> Iterator[Quad]:
    """Yield what became of an ask, and why it is thought so; the program's own too where an analyst says otherwise."""
    suggested = ((SUGGESTED_STATUS, answer.suggested), (SUGGESTED_WHY, answer.suggested_reason))
    values = ((STATUS, answer.status.value), (WHY, answer.reason), *suggested)
    return to_description_quads(DERIVED, NamedNode(answer.iri), values)


def from_answer_quads(descriptions: Descriptions, judgements: Mapping[str, Judgement]) -> Iterator[Answer]:
    """Yield the answers in their order; raise ValueError when one is not whole."""
    for answer in descriptions.find_ordered(ANSWER):
        ruling, suggested = from_ruling_quads(answer, judgements), answer.find_text(SUGGESTED_STATUS)
        yield Answer(
            ask=answer.load_text(TO_ASK),
            status=AnswerStatus(answer.load_text(STATUS)),
            reason=answer.load_text(WHY),
            evidence=from_evidence_quads(descriptions, answer.iri),
            standing=ruling.standing,
            judgement=ruling.judgement,
            notes=ruling.notes,
            suggested=AnswerStatus(suggested) if suggested else None,
            suggested_reason=answer.find_text(SUGGESTED_WHY),
        )


def to_same_ask_quads(same: Iterable[SameAs]) -> Iterator[Quad]:
    """Yield which asks are one, and the plain edge from each later one to the first."""
    for number, link in enumerate(same, 1):
        node = NamedNode(f"{BASE}same-ask/{to_digest(*link.entities, link.why)}")
        first, *later = map(NamedNode, link.entities)
        yield from to_description_quads(DERIVED, node, ((TYPE, SAME_ASK), (POSITION, number), (WHY, link.why)))
        yield from to_member_quads(DERIVED, node, (first, *later))
        yield from (Quad(other, ASKS_AGAIN, first, DERIVED) for other in later)


def from_same_ask_quads(descriptions: Descriptions) -> Iterator[SameAs]:
    """Yield which asks are one, in their order; raise ValueError when a link is not whole."""
    for link in descriptions.find_ordered(SAME_ASK):
        yield SameAs(entities=tuple(link.find_members()), why=link.load_text(WHY))


def to_parties_quads(parties: Iterable[AskParties]) -> Iterator[Quad]:
    """Yield who makes each ask of whom, in words, and the plain edges to all that this brings along."""
    for number, one in enumerate(parties, 1):
        node = NamedNode(f"{BASE}ask-parties/{to_digest(one.ask)}")
        words = ((ASKED_BY_WORDS, one.by or None), (ASKED_OF_WORDS, one.of or None))
        values = ((TYPE, ASK_PARTIES), (POSITION, number), (PARTIES_OF, NamedNode(one.ask)), *words)
        yield from to_description_quads(DERIVED, node, values)
        yield from to_list_quads(DERIVED, NamedNode(one.ask), ASKING_SIDE, one.asked_by)
        yield from to_list_quads(DERIVED, NamedNode(one.ask), ASKED_SIDE, one.asked_of)


def from_parties_quads(descriptions: Descriptions) -> Iterator[AskParties]:
    """Yield who makes each ask of whom, in their order; raise ValueError when one is not whole."""
    for one in descriptions.find_ordered(ASK_PARTIES):
        ask = one.load_text(PARTIES_OF)
        yield AskParties(
            ask=ask,
            by=one.find_text(ASKED_BY_WORDS) or "",
            of=one.find_text(ASKED_OF_WORDS) or "",
            asked_by=descriptions.find_list(ask, ASKING_SIDE),
            asked_of=descriptions.find_list(ask, ASKED_SIDE),
        )
