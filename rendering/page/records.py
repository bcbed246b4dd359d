"""The records of the page: the file embeds them and the server sends them, both as the JSON of a `Bundle`.

`docs/page-records.md` describes them for other programs. An id is an IRI without the base that all share.
"""

from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from ...graph.storage.store import Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An entity or a letter on the canvas.

    `type` is an entity type or "letter". `other_names` are for the search. `letters` are the ids of those that name it.
    `x` and `y` are None where the record only gives a name to an id; `degree` counts the facts on it.
    """

    id: str
    label: str
    type: str
    other_names: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    degree: int = 0
    x: int | None = None
    y: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """All facts (ids) that say one relation from one node to another; `curve` parts it from parallel edges."""

    id: str
    from_: str
    to: str
    relation: str
    facts: tuple[str, ...]
    curve: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of a letter, code points `start` to before `end` of its text, with the file, page and line of them."""

    letter: str
    start: int
    end: int
    quote: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One statement of a letter, or an ask, a promise or a stance between two entities; `words` says it as a sentence.

    `polarity` is affirmed, denied, ended, or background for what only the vocabulary knows, which has no evidence.
    `standing` tells whether an analyst has judged it; what was rejected is left out.
    `record` is how often its rule was right on gold ("46 of 50"), `confidence` the same as a share.
    `status` says what became of an ask and whose word that is, `answers` are the words of the replies that meet it.
    """

    id: str
    from_: str
    to: str
    relation: str
    polarity: str
    words: str
    rule: str
    since: str | None = None
    until: str | None = None
    condition: str | None = None
    standing: str = "suggested"
    record: str | None = None
    confidence: float | None = None
    status: str | None = None
    evidence: tuple[Quote, ...] = ()
    answers: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A letter in which an entity has a part: wrote, received or named, with the words that show it."""

    letter: str
    role: str
    evidence: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What is known of one entity, the id of its node; `facts`, `sayings` and `denied` are ids of facts.

    `sayings` are the asks, promises and stances that it has any part in, each once, whatever ends it has.
    `background` pairs what the vocabulary says with its value. `left_out` counts facts and letters beyond the limit.
    """

    id: str
    facts: tuple[str, ...]
    sayings: tuple[str, ...]
    denied: tuple[str, ...]
    parts: tuple[Part, ...]
    background: tuple[tuple[str, str], ...] = ()
    same: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    recogniser: str | None = None
    left_out: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter's header in its own words; `title` says who wrote to whom."""

    id: str
    title: str
    date: str | None
    subject: str | None
    references: tuple[str, ...]
    senders: tuple[str, ...]
    recipients: tuple[str, ...]
    source: str
    ocr: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterText:
    """A letter's text, and every mention in it as start, end and the id of the node."""

    id: str
    text: str
    mentions: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One letter answers another, `days` later; `standing` tells whether an analyst has judged it."""

    letter: str
    to: str
    days: int | None
    standing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotHeld:
    """A letter that another one speaks of and that is not held."""

    described: str
    evidence: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionParameter:
    """A value that a question can be given, or must be; `choices` are all that is possible, if that is limited."""

    name: str
    meaning: str
    is_needed: bool
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A saved question: what one would ask, and what its answer holds."""

    name: str
    title: str
    question: str
    description: str
    parameters: tuple[QuestionParameter, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """One row of an answer: a cell for each column, and the words behind it."""

    cells: tuple[Cell, ...]
    evidence: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer to a question; `columns` have name, heading and whether they tell when something is.

    `left_out` is 0 if these are all rows; otherwise there are at least so many more, which nobody has worked out.
    """

    question: str
    columns: tuple[tuple[str, str, bool], ...]
    rows: tuple[AnswerRow, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """Any part of what the page can show. `found` has the ids that were asked for, in order; `note` is for readers."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    facts: tuple[Fact, ...] = ()
    cards: tuple[Card, ...] = ()
    letters: tuple[Letter, ...] = ()
    texts: tuple[LetterText, ...] = ()
    replies: tuple[Reply, ...] = ()
    not_held: tuple[NotHeld, ...] = ()
    questions: tuple[Question, ...] = ()
    answers: tuple[Answer, ...] = ()
    found: tuple[str, ...] = ()
    note: str | None = None


def to_json(record: object) -> Any:
    """Return a record as what JSON can say; what is None is left out, and `from_` is "from"."""
    if is_dataclass(record):
        values = ((field.name.rstrip("_"), getattr(record, field.name)) for field in fields(record))
        return {name: to_json(value) for name, value in values if value is not None}
    if isinstance(record, tuple):
        return [to_json(item) for item in record]
    return record
