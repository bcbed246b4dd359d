"""A reading as the quads of its letter's own graph, and back again without loss.

The graph holds no order of its own, so a reading is first put in the order of `order_reading`.
"""

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from ...model.citation import LetterCitation
from ...model.entity import Entity, Mention
from ...model.finding import Finding
from ...model.identity import to_digest
from ...model.reading import Reading
from ...model.statement import Passage
from .description import Descriptions, to_description_quads
from .figure_quads import from_figure_quads, to_figure_quads
from .letter_quads import Header, from_letter_quads, to_letter_quads, to_position
from .passage_quads import (
    from_evidence_quads,
    from_passage_iri,
    to_evidence_quads,
    to_passage_iri,
    to_passage_quads,
)
from .position_quads import from_position_quads, to_position_quads
from .reading_order import order_reading
from .speech_quads import from_ask_quads, from_commitment_quads, to_ask_quads, to_commitment_quads
from .statement_quads import from_statement_quads, to_statement_quads
from .terms import (
    ADDRESSEE,
    ANSWERED,
    BY_ADDRESSEE,
    CITED_DATE,
    CITES,
    DESCRIBED,
    END,
    ENTITY_CLASSES,
    FORM,
    LABEL,
    LETTER,
    LETTER_CITATION,
    MENTIONED_AT,
    MENTIONS,
    MESSAGE,
    NAME,
    PROBLEM,
    QUOTE,
    RECOGNISER,
    REFERENCE,
    START,
    TYPE,
)


def to_quads(reading: Reading) -> list[Quad]:
    """Return everything that a reading says, in the graph that has the letter's IRI as its name."""
    reading = order_reading(reading)
    letter = NamedNode(reading.letter.iri)
    position = to_position(reading.letter)
    header = Header(letter=reading.letter, senders=reading.senders, recipients=reading.recipients)
    return [
        *to_letter_quads(header),
        *_to_entity_quads(letter, reading.entities),
        *to_statement_quads(letter, reading.statements),
        *to_ask_quads(letter, reading.asks, position),
        *to_commitment_quads(letter, reading.commitments, position),
        *to_position_quads(letter, reading.positions, position),
        *to_figure_quads(letter, reading.figures, position),
        *_to_citation_quads(letter, reading.citations),
        *to_passage_quads(letter, find_evidence(reading)),
        *_to_finding_quads(letter, reading.findings),
    ]


def from_quads(quads: Iterable[Quad]) -> Reading:
    """Return the reading that a letter's graph holds.

    Raises:
        ValueError: the quads are not those of one whole reading.
    """
    descriptions = Descriptions(quads)
    letters = descriptions.find_typed(LETTER)
    if len(letters) != 1:
        raise ValueError(f"the graph of a letter holds {len(letters)} letters")
    header = from_letter_quads(descriptions, letters[0].iri)
    return order_reading(
        Reading(
            letter=header.letter,
            senders=header.senders,
            recipients=header.recipients,
            entities=tuple(_from_entity_quads(descriptions, header.letter.text)),
            statements=tuple(from_statement_quads(descriptions)),
            asks=tuple(from_ask_quads(descriptions)),
            commitments=tuple(from_commitment_quads(descriptions)),
            positions=tuple(from_position_quads(descriptions)),
            figures=tuple(from_figure_quads(descriptions)),
            citations=tuple(_from_citation_quads(descriptions)),
            findings=tuple(_from_finding_quads(descriptions, header.letter.iri)),
        )
    )


def find_evidence(reading: Reading) -> Iterator[Passage]:
    """Yield the passages of everything that has evidence, as often as they are evidence."""
    kinds = (
        reading.statements,
        reading.asks,
        reading.commitments,
        reading.positions,
        reading.figures,
        reading.citations,
    )
    for items in kinds:
        for item in items:
            yield from item.evidence


def _to_entity_quads(letter: NamedNode, entities: Iterable[Entity]) -> Iterator[Quad]:
    for entity in entities:
        node = NamedNode(entity.iri)
        yield Quad(letter, MENTIONS, node, letter)
        yield from to_description_quads(
            letter,
            node,
            (
                (TYPE, ENTITY_CLASSES[entity.type]),
                (NAME, entity.name),
                (LABEL, entity.label),
                (RECOGNISER, entity.recogniser),
                *((FORM, form) for form in sorted({mention.text for mention in entity.mentions})),
                *(
                    (MENTIONED_AT, to_passage_iri(letter.value, mention.start, mention.end))
                    for mention in entity.mentions
                ),
            ),
        )


def _from_entity_quads(descriptions: Descriptions, text: str) -> Iterator[Entity]:
    for kind, entity_class in ENTITY_CLASSES.items():
        for entity in descriptions.find_typed(entity_class):
            places = map(from_passage_iri, entity.find_all(MENTIONED_AT))
            mentions = (Mention(text=text[start:end], start=start, end=end) for _, start, end in places)
            yield Entity(
                iri=entity.iri,
                type=kind,
                name=entity.load_text(NAME),
                mentions=tuple(mentions),
                label=entity.find_text(LABEL),
                recogniser=entity.find_text(RECOGNISER),
            )


def _to_citation_quads(letter: NamedNode, citations: Iterable[LetterCitation]) -> Iterator[Quad]:
    for citation in citations:
        places = [f"{passage.start},{passage.end}" for passage in citation.evidence]
        # Every field is part of the key: two ways of citing a letter are two citations.
        said = (citation.described, citation.date, citation.addressee, citation.reference)
        flags = (citation.by_addressee, citation.answered)
        key = to_digest(*map(repr, (*said, *flags)), *places)
        node = NamedNode(f"{letter.value}#citation-{key}")
        yield Quad(letter, CITES, node, letter)
        yield from to_description_quads(
            letter,
            node,
            (
                (TYPE, LETTER_CITATION),
                (DESCRIBED, citation.described),
                (BY_ADDRESSEE, Literal(citation.by_addressee)),
                (ANSWERED, Literal(citation.answered)),
                (CITED_DATE, citation.date),
                (ADDRESSEE, citation.addressee),
                (REFERENCE, citation.reference),
            ),
        )
        yield from to_evidence_quads(letter, node, citation.evidence)


def _from_citation_quads(descriptions: Descriptions) -> Iterator[LetterCitation]:
    for citation in descriptions.find_typed(LETTER_CITATION):
        yield LetterCitation(
            described=citation.load_text(DESCRIBED),
            by_addressee=citation.load_flag(BY_ADDRESSEE),
            answered=citation.load_flag(ANSWERED),
            evidence=from_evidence_quads(descriptions, citation.iri),
            date=citation.find_text(CITED_DATE),
            addressee=citation.find_text(ADDRESSEE),
            reference=citation.find_text(REFERENCE),
        )


def _to_finding_quads(letter: NamedNode, findings: Iterable[Finding]) -> Iterator[Quad]:
    for finding in findings:
        key = to_digest(finding.message, str(finding.start), str(finding.end))
        values = (
            (TYPE, PROBLEM),
            (MESSAGE, finding.message),
            (START, finding.start),
            (END, finding.end),
            (QUOTE, finding.quote),
        )
        yield from to_description_quads(letter, NamedNode(f"{letter.value}#problem-{key}"), values)


def _from_finding_quads(descriptions: Descriptions, letter: str) -> Iterator[Finding]:
    for problem in descriptions.find_typed(PROBLEM):
        yield Finding(
            letter=letter,
            message=problem.load_text(MESSAGE),
            quote=problem.load_text(QUOTE),
            start=problem.load_number(START),
            end=problem.load_number(END),
        )
