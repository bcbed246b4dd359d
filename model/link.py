"""What holds between letters: all of it is recomputed from the readings after each load."""

from dataclasses import dataclass
from enum import StrEnum

from .statement import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class SameAs:
    """Entities (IRIs, ordered) of different letters that are one, and the reason in a sentence."""

    entities: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """`letter` answers the letter `to`, `days` later (None when a date is missing)."""

    letter: str
    to: str
    days: int | None
    evidence: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InferredSender:
    """`person` (IRI) wrote `letter`, which itself does not name its writer; the evidence shows why."""

    letter: str
    person: str
    evidence: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterNotHeld:
    """A letter known only because another one speaks of it."""

    described: str
    evidence: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Two entities (IRIs) that may be one: a problem for a person to check."""

    entities: tuple[str, ...]
    message: str


class AnswerStatus(StrEnum):
    """What became of an ask as far as the letters that are held tell."""

    NO_REPLY = "no reply held"
    NO_PASSAGE = "reply held, no passage found"
    DISCUSSED = "discussed, no decision found"
    PARTLY = "partly"
    DECLINED = "declined"
    ACCEPTED = "accepted"
    UNDECIDED = "not decided: read both"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the replies say to `ask` (IRI): at most three passages, the best first, and why it has its status."""

    ask: str
    status: AnswerStatus
    reason: str
    evidence: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """All that links the letters of a corpus, each tuple in a fixed order.

    `same_asks` are asks (IRIs, the earliest first) that later letters make again; `answers` has the first one only.
    """

    same: tuple[SameAs, ...] = ()
    replies: tuple[Reply, ...] = ()
    senders: tuple[InferredSender, ...] = ()
    not_held: tuple[LetterNotHeld, ...] = ()
    same_asks: tuple[SameAs, ...] = ()
    answers: tuple[Answer, ...] = ()
    doubts: tuple[Doubt, ...] = ()
