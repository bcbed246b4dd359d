"""The links between letters as the quads of the one derived graph, and back again without loss."""

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import NamedNode, Quad

from ...model.identity import BASE, to_digest
from ...model.judgement import Judgement
from ...model.link import Doubt, InferredSender, LetterNotHeld, Links, PromiseReturn, Reply, SameAs
from ...model.statement import Passage
from .answer_quads import (
    from_answer_quads,
    from_parties_quads,
    from_same_ask_quads,
    to_answer_quads,
    to_parties_quads,
    to_same_ask_quads,
)
from .description import Descriptions, Value, to_description_quads, to_member_quads
from .judgement_quads import (
    from_judged_quads,
    from_judgement_quads,
    from_ruling_quads,
    to_judged_quads,
    to_ruling_quads,
)
from .passage_quads import from_evidence_quads, to_evidence_quads, to_passage_quads
from .terms import (
    ADDRESSEE_NAME,
    CONCERNS,
    DAYS,
    DERIVED,
    DESCRIBED,
    INFERRED_SENDER,
    LETTER_NOT_HELD,
    LINK_GRAPH,
    MESSAGE,
    OBJECT,
    POSITION,
    PREDICATE,
    PROBLEM,
    PROMISE_RETURN,
    REPLIER_NAME,
    REPLIES_TO,
    REPLY,
    RETURNS_TO,
    SAME_AS,
    SAME_ENTITY,
    SENT_BY,
    SUBJECT,
    TYPE,
    WHY,
    WRITTEN_BY,
    WRITTEN_ON,
    WRITTEN_TO,
)


def to_link_quads(links: Links) -> list[Quad]:
    """Return everything that `links` says; never empty: an absent graph means "not yet worked out"."""
    return [
        Quad(DERIVED, TYPE, LINK_GRAPH, DERIVED),
        *_to_same_quads(links.same),
        *_to_reply_quads(links.replies),
        *_to_sender_quads(links.senders),
        *_to_not_held_quads(links.not_held),
        *to_same_ask_quads(links.same_asks),
        *to_answer_quads(links.answers),
        *to_parties_quads(links.parties),
        *_to_return_quads(links.returns),
        *to_judged_quads(links.judged),
        *_to_doubt_quads(links.doubts),
        *to_passage_quads(DERIVED, find_link_evidence(links)),
    ]


def from_link_quads(quads: Iterable[Quad]) -> Links:
    """Return the links of the derived graph, with the judgements of theirs; raise ValueError when one is not whole.

    `quads` are those of both graphs.
    """
    descriptions = Descriptions(quads)
    judgements = from_judgement_quads(descriptions)
    return Links(
        same=tuple(
            SameAs(entities=tuple(link.find_members()), why=link.load_text(WHY))
            for link in descriptions.find_ordered(SAME_ENTITY)
        ),
        replies=tuple(from_reply_quads(descriptions, judgements)),
        senders=tuple(
            InferredSender(
                letter=link.load_text(SUBJECT),
                person=link.load_text(OBJECT),
                evidence=from_evidence_quads(descriptions, link.iri),
            )
            for link in descriptions.find_ordered(INFERRED_SENDER)
        ),
        not_held=tuple(
            LetterNotHeld(
                described=link.load_text(DESCRIBED),
                evidence=from_evidence_quads(descriptions, link.iri),
                date=link.find_text(WRITTEN_ON),
                by=link.find_text(WRITTEN_BY) or "",
                to=link.find_text(WRITTEN_TO) or "",
            )
            for link in descriptions.find_ordered(LETTER_NOT_HELD)
        ),
        same_asks=tuple(from_same_ask_quads(descriptions)),
        answers=tuple(from_answer_quads(descriptions, judgements)),
        parties=tuple(from_parties_quads(descriptions)),
        returns=tuple(
            PromiseReturn(
                commitment=link.load_text(OBJECT),
                letter=link.load_text(SUBJECT),
                evidence=from_evidence_quads(descriptions, link.iri),
            )
            for link in descriptions.find_ordered(PROMISE_RETURN)
        ),
        judged=tuple(from_judged_quads(descriptions, judgements)),
        doubts=tuple(
            Doubt(entities=tuple(link.find_members()), message=link.load_text(MESSAGE))
            for link in descriptions.find_ordered(PROBLEM)
        ),
    )


def find_link_evidence(links: Links) -> Iterator[Passage]:
    """Yield the passages of every link, as often as they are evidence."""
    for items in (links.replies, links.senders, links.not_held, links.answers, links.returns):
        for item in items:
            yield from item.evidence


def _to_same_quads(same: Iterable[SameAs]) -> Iterator[Quad]:
    for number, link in enumerate(same, 1):
        node = NamedNode(f"{BASE}same/{to_digest(*link.entities, link.why)}")
        entities = list(map(NamedNode, link.entities))
        yield from to_description_quads(
            DERIVED, node, _to_values(SAME_ENTITY, number, (WHY, link.why), *_to_concerned(entities))
        )
        yield from to_member_quads(DERIVED, node, entities)
        yield from (Quad(entities[0], SAME_AS, other, DERIVED) for other in entities[1:])


def _to_reply_quads(replies: Iterable[Reply]) -> Iterator[Quad]:
    for number, link in enumerate(replies, 1):
        node = NamedNode(link.iri)
        yield from _to_edge_quads(node, NamedNode(link.letter), REPLIES_TO, NamedNode(link.to))
        names = (
            *((ADDRESSEE_NAME, name) for name in link.addressees),
            *((REPLIER_NAME, name) for name in link.repliers),
        )
        values = _to_values(REPLY, number, (DAYS, link.days), *names)
        yield from to_description_quads(DERIVED, node, values)
        yield from to_ruling_quads(node, link.standing, link.judgement, link.notes)
        yield from to_evidence_quads(DERIVED, node, link.evidence)


def from_reply_quads(descriptions: Descriptions, judgements: Mapping[str, Judgement]) -> Iterator[Reply]:
    """Yield the replies in their order; raise ValueError when one is not whole."""
    for link in descriptions.find_ordered(REPLY):
        ruling = from_ruling_quads(link, judgements)
        yield Reply(
            letter=link.load_text(SUBJECT),
            to=link.load_text(OBJECT),
            days=link.find_number(DAYS),
            evidence=from_evidence_quads(descriptions, link.iri),
            addressees=tuple(link.find_all(ADDRESSEE_NAME)),
            repliers=tuple(link.find_all(REPLIER_NAME)),
            standing=ruling.standing,
            judgement=ruling.judgement,
            notes=ruling.notes,
        )


def _to_sender_quads(senders: Iterable[InferredSender]) -> Iterator[Quad]:
    for number, link in enumerate(senders, 1):
        node = NamedNode(f"{BASE}inferred-sender/{to_digest(link.letter, link.person)}")
        yield from _to_edge_quads(node, NamedNode(link.letter), SENT_BY, NamedNode(link.person))
        yield from to_description_quads(DERIVED, node, _to_values(INFERRED_SENDER, number))
        yield from to_evidence_quads(DERIVED, node, link.evidence)


def _to_not_held_quads(not_held: Iterable[LetterNotHeld]) -> Iterator[Quad]:
    for number, link in enumerate(not_held, 1):
        places = (f"{passage.letter} {passage.start} {passage.end}" for passage in link.evidence)
        node = NamedNode(f"{BASE}letter-not-held/{to_digest(link.described, *places)}")
        ends = ((WRITTEN_ON, link.date), (WRITTEN_BY, link.by or None), (WRITTEN_TO, link.to or None))
        values = _to_values(LETTER_NOT_HELD, number, (DESCRIBED, link.described), *ends)
        yield from to_description_quads(DERIVED, node, values)
        yield from to_evidence_quads(DERIVED, node, link.evidence)


def _to_return_quads(returns: Iterable[PromiseReturn]) -> Iterator[Quad]:
    for number, link in enumerate(returns, 1):
        node = NamedNode(link.iri)
        yield from _to_edge_quads(node, NamedNode(link.letter), RETURNS_TO, NamedNode(link.commitment))
        yield from to_description_quads(DERIVED, node, _to_values(PROMISE_RETURN, number))
        yield from to_evidence_quads(DERIVED, node, link.evidence)


def _to_doubt_quads(doubts: Iterable[Doubt]) -> Iterator[Quad]:
    for number, link in enumerate(doubts, 1):
        node = NamedNode(f"{BASE}problem/{to_digest(*link.entities, link.message)}")
        entities = list(map(NamedNode, link.entities))
        values = _to_values(PROBLEM, number, (MESSAGE, link.message), *_to_concerned(entities))
        yield from to_description_quads(DERIVED, node, values)
        yield from to_member_quads(DERIVED, node, entities)


def _to_edge_quads(link: NamedNode, subject: NamedNode, edge: NamedNode, end: NamedNode) -> Iterator[Quad]:
    yield Quad(subject, edge, end, DERIVED)
    values = ((SUBJECT, subject), (PREDICATE, edge), (OBJECT, end))
    yield from to_description_quads(DERIVED, link, values)


def _to_values(kind: NamedNode, number: int, *values: tuple[NamedNode, Value]) -> Iterator[tuple[NamedNode, Value]]:
    yield TYPE, kind
    yield POSITION, number
    yield from values


def _to_concerned(entities: Iterable[NamedNode]) -> Iterator[tuple[NamedNode, Value]]:
    return ((CONCERNS, entity) for entity in entities)
