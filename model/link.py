"""What holds between letters: all of it is recomputed from the readings after each load."""

from dataclasses import dataclass
from enum import StrEnum

from .identity import to_answer_iri, to_reply_iri, to_return_iri
from .judgement import Judgement, Standing
from .statement import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class SameAs:
    """Entities (IRIs, ordered) of different letters that are one, and the reason in a sentence."""

    entities: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """`letter` answers the letter `to`, `days` later (None when a date is missing).

    `addressees` names to whom the letter went that is answered, `repliers` who replied: bodies, otherwise offices,
    otherwise people. `standing` tells whether an analyst has judged it, `judgement` who, when and why; `notes` decide
    nothing.
    """

    letter: str
    to: str
    days: int | None
    evidence: tuple[Passage, ...]
    addressees: tuple[str, ...] = ()
    repliers: tuple[str, ...] = ()
    standing: Standing = Standing.SUGGESTED
    judgement: Judgement | None = None
    notes: tuple[Judgement, ...] = ()

    @property
    def iri(self) -> str:
        """The IRI by which it is judged."""
        return to_reply_iri(self.letter, self.to)


@dataclass(frozen=True, slots=True, kw_only=True)
class InferredSender:
    """`person` (IRI) wrote `letter`, which itself does not name its writer; the evidence shows why."""

    letter: str
    person: str
    evidence: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterNotHeld:
    """A letter known only because another one speaks of it, in that one's words.

    `date` is EDTF; `by` and `to` say who wrote it to whom, as far as the letter that speaks of it tells.
    """

    described: str
    evidence: tuple[Passage, ...]
    date: str | None = None
    by: str = ""
    to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseReturn:
    """A later letter (IRI) that returns to a commitment (IRI); the evidence is its sentence."""

    commitment: str
    letter: str
    evidence: tuple[Passage, ...]

    @property
    def iri(self) -> str:
        """The IRI of this link."""
        return to_return_iri(self.commitment, self.letter)


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A problem for a person to check, and what it concerns (IRIs): for one, two entities that may be one."""

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
    """What the replies say to `ask` (IRI): at most three passages, the best first, and why it has its status.

    `standing`, `judgement` and `notes` are as for a reply: the program suggests, an analyst confirms. `suggested` and
    `suggested_reason` are the program's own where an analyst has put something else in their place.
    """

    ask: str
    status: AnswerStatus
    reason: str
    evidence: tuple[Passage, ...]
    standing: Standing = Standing.SUGGESTED
    judgement: Judgement | None = None
    notes: tuple[Judgement, ...] = ()
    suggested: AnswerStatus | None = None
    suggested_reason: str | None = None

    @property
    def iri(self) -> str:
        """The IRI by which its status is judged."""
        return to_answer_iri(self.ask)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskParties:
    """Who makes `ask` (IRI) of whom, in words (`by`, `of`; empty where no letter tells) and as entities (IRIs).

    Other letters can show who it was, and an analyst can correct it. An office brings along its holder and its bodies.
    """

    ask: str
    by: str
    of: str
    asked_by: tuple[str, ...]
    asked_of: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What an analyst says of something that one letter holds alone, as of an ask (`target` is its IRI), or of a pair.

    The letter's own text and reading do not change; a rejected ask has no answer, a rejected fact is no edge.
    """

    target: str
    standing: Standing
    judgement: Judgement | None = None
    notes: tuple[Judgement, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """All that links the letters of a corpus, each tuple in a fixed order.

    `same_asks` are asks (IRIs, the earliest first) that later letters make again; `answers` has the first one only.
    `parties` tells of each ask who makes it of whom, `returns` which letters return to a promise. `judged` is what
    analysts have said of that which single letters hold.
    """

    same: tuple[SameAs, ...] = ()
    replies: tuple[Reply, ...] = ()
    senders: tuple[InferredSender, ...] = ()
    not_held: tuple[LetterNotHeld, ...] = ()
    same_asks: tuple[SameAs, ...] = ()
    answers: tuple[Answer, ...] = ()
    parties: tuple[AskParties, ...] = ()
    returns: tuple[PromiseReturn, ...] = ()
    judged: tuple[Judged, ...] = ()
    doubts: tuple[Doubt, ...] = ()
