"""What a letter states about two entities, with the passages that say so."""

from dataclasses import dataclass
from enum import StrEnum


class Predicate(StrEnum):
    """The relations between entities."""

    HOLDS_OFFICE = "holdsOffice"
    OFFICE_IN = "officeIn"
    MEMBER_OF = "memberOf"
    PART_OF = "partOf"
    RUNS = "runs"
    FUNDS = "funds"
    PARTNERS_WITH = "partnersWith"
    SUPPORTS = "supports"
    OPPOSES = "opposes"
    PARTY_TO = "partyTo"
    OPERATES_IN = "operatesIn"
    BASED_ON = "basedOn"


class Polarity(StrEnum):
    """Whether the letter says that a relation holds, that it does not, or that it has ended."""

    AFFIRMED = "affirmed"
    DENIED = "denied"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A quote from a letter: `letter.text[start:end] == quote`; `letter` is its IRI, `page` counts from 1."""

    letter: str
    start: int
    end: int
    quote: str
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A dated relation between two entities (IRIs) with its evidence, which is never empty.

    The first passage is the sentence or header lines that state it; further ones show who an end such
    as "the Government" is. `rule` names what found it, `confidence` is that rule's record on gold or None.
    `since` and `until` are EDTF dates, `condition` is in the letter's words.
    """

    id: str
    subject: str
    predicate: Predicate
    object: str
    evidence: tuple[Passage, ...]
    rule: str
    polarity: Polarity = Polarity.AFFIRMED
    confidence: str | None = None
    since: str | None = None
    until: str | None = None
    condition: str | None = None
