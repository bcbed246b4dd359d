"""The order in which a reading's parts are kept, so that the same reading is always written the same way."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import repeat
from typing import Any, TypeVar

from ...model.ask import Ask
from ...model.citation import LetterCitation
from ...model.commitment import Commitment
from ...model.entity import Entity
from ...model.figure import Figure
from ...model.position import Position
from ...model.reading import Party, Reading
from ...model.statement import Passage, Statement
from .letter_quads import order_references

Item = TypeVar("Item")
Said = TypeVar("Said", Ask, Commitment, Position, Figure)


def order_reading(reading: Reading) -> Reading:
    """Return `reading` with everything in the order of the letter, and each thing once.

    Correspondents, the passages of one evidence, asks, commitments, positions and figures keep the order that they
    have: it means something.
    Each correspondent has a `Party`, an empty one where nothing is known.
    """
    letter = reading.letter
    ordered = replace(letter, references=order_references(letter.text, letter.references))
    findings = _order(reading.findings, lambda finding: (finding.start, finding.end, finding.message))
    return replace(
        reading,
        letter=ordered,
        senders=_pad(reading.senders, len(letter.senders)),
        recipients=_pad(reading.recipients, len(letter.recipients)),
        entities=_order(map(_order_mentions, reading.entities), _to_entity_key, lambda entity: entity.iri),
        statements=_order(reading.statements, _to_statement_key, lambda statement: statement.id),
        asks=_keep_first(reading.asks),
        commitments=_keep_first(reading.commitments),
        positions=_keep_first(reading.positions),
        figures=_keep_first(reading.figures),
        citations=_order(reading.citations, _to_citation_key),
        findings=findings,
    )


def _order(
    items: Iterable[Item], key: Callable[[Item], Any], identity: Callable[[Item], Any] | None = None
) -> tuple[Item, ...]:
    """Return the items in the order of `key`, the first one only of those with the same identity."""
    first: dict[Any, Item] = {}
    for item in sorted(items, key=key):
        first.setdefault((identity or key)(item), item)
    return tuple(first.values())


def _keep_first(items: Iterable[Said]) -> tuple[Said, ...]:
    """Return the items in the order that they have, the first one only of those with the same IRI."""
    first: dict[str, Said] = {}
    for item in items:
        first.setdefault(item.iri, item)
    return tuple(first.values())


def _pad(parties: tuple[Party, ...], length: int) -> tuple[Party, ...]:
    return (*parties[:length], *repeat(Party(), length - len(parties)))


def _order_mentions(entity: Entity) -> Entity:
    return replace(entity, mentions=_order(entity.mentions, lambda mention: (mention.start, mention.end)))


def _to_entity_key(entity: Entity) -> tuple[object, ...]:
    first = entity.mentions[0].start if entity.mentions else -1
    return first, entity.iri, entity.type, entity.name


def _to_statement_key(statement: Statement) -> tuple[object, ...]:
    return *_to_places(statement.evidence), statement.id, statement.rule


def _to_citation_key(citation: LetterCitation) -> tuple[object, ...]:
    said = (citation.described, citation.date, citation.addressee, citation.reference)
    flags = (citation.by_addressee, citation.answered)
    return *_to_places(citation.evidence), *map(repr, said), *flags


def _to_places(evidence: tuple[Passage, ...]) -> tuple[object, ...]:
    # A tuple within: evidence of different lengths must compare without reaching what follows it.
    return (tuple((passage.start, passage.end) for passage in evidence),)
