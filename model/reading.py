"""All that was read from one letter alone."""

from dataclasses import dataclass

from .ask import Ask
from .citation import LetterCitation
from .commitment import Commitment
from .entity import Entity
from .figure import Figure
from .finding import Finding
from .letter import Letter
from .position import Position
from .statement import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Which entities one correspondent's words are: IRIs into the reading's entities, None where not named."""

    person: str | None = None
    office: str | None = None
    organisation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A letter with what it names and states; the same whatever other letters are loaded.

    `senders` and `recipients` run parallel to the correspondents of `letter`.
    """

    letter: Letter
    senders: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    entities: tuple[Entity, ...] = ()
    statements: tuple[Statement, ...] = ()
    asks: tuple[Ask, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    positions: tuple[Position, ...] = ()
    figures: tuple[Figure, ...] = ()
    citations: tuple[LetterCitation, ...] = ()
    findings: tuple[Finding, ...] = ()
