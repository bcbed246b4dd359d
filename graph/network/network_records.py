"""What the nodes and edges of the network say: one frozen record each, whatever is made of them."""

from dataclasses import dataclass
from enum import StrEnum

from ...model.entity import EntityType
from ...model.position import Stance
from ...model.statement import Passage, Predicate


class Link(StrEnum):
    """What connects two nodes beside the relations that letters state and the stances that they take."""

    SENT_BY = "sentBy"
    SENT_TO = "sentTo"
    WRITES_TO = "writesTo"
    MENTIONS = "mentions"
    REPLIES_TO = "repliesTo"
    ASKS = "asks"
    PROMISES = "promises"
    PROMISES_TO = "promisesTo"
    COUNTRY = "country"


class Basis(StrEnum):
    """What an edge rests on. Only `BACKGROUND`, which is the vocabulary's, is no letter's word."""

    STATEMENT = "statement"
    CORRESPONDENCE = "correspondence"
    MENTION = "mention"
    REPLY = "reply"
    ASK = "ask"
    COMMITMENT = "commitment"
    POSITION = "position"
    BACKGROUND = "background"


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityNode:
    """One entity over all letters, under the IRI of its entry in the directory; `members` are all that are one.

    `name` is the one on its card, `other_names` are forms that letters use, `letters` (IRIs) those that name it.
    `is_background` tells that no letter does: only the vocabulary holds it.
    """

    key: str
    type: EntityType
    name: str
    members: tuple[str, ...]
    other_names: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    is_background: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterNode:
    """A letter: `name` says who wrote to whom and when, `source` is the file in which its lines count."""

    key: str
    name: str
    date: str | None
    subject: str | None
    references: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkEdge:
    """One edge from `source` to `target` (keys of nodes).

    `key` tells parallel edges apart: the IRI of the statement, reply, ask, commitment or position, otherwise the word
    of the link. `letter` (IRI) says it, None for the background. `evidence` is empty for correspondence and mentions,
    which rest on the letter itself, for the background, and where the network was built without.
    `until` of an ask or a commitment is the day by which it is due.
    """

    source: str
    target: str
    key: str
    basis: Basis
    predicate: Predicate | Stance | Link
    letter: str | None = None
    evidence: tuple[Passage, ...] = ()
    since: str | None = None
    until: str | None = None
    condition: str | None = None
    rule: str | None = None
    confidence: str | None = None
