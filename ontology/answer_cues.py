"""Cues of replies, read from `cues/answers.toml`: restating, accepting, declining, leaving open, sending elsewhere."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from .cues import load_cue_file


class CueKind(StrEnum):
    """What words show: those of a reply as far as `ELSEWHERE`, then those of an ask, then both."""

    RESTATING = "restating"
    COURTESY = "courtesy"
    DECLINING = "declining"
    ACCEPTING = "accepting"
    PARTLY = "partly"
    EXPLICIT = "explicit"
    LIMITING = "limiting"
    OPEN = "open"
    ELSEWHERE = "elsewhere"
    INFORMATION = "information"
    AMOUNT = "amount"
    TIME = "time"
    FACT = "fact"
    ENDING = "ending"
    TELLING = "telling"
    DENYING = "denying"
    ENDED = "ended"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerCue:
    """A pattern with sentences that it finds and sentences that its kind must leave alone."""

    kind: CueKind
    pattern: re.Pattern[str]
    says: tuple[str, ...]
    refuses: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerCues:
    """All cues, the words that tell nothing of a subject, and families of words that say the same.

    `given` are the statuses whose record on gold is good enough to be given.
    """

    given: frozenset[str]
    cues: tuple[AnswerCue, ...]
    idle: frozenset[str]
    families: tuple[frozenset[str], ...]


@cache
def load_answer_cues() -> AnswerCues:
    """Read `answers.toml`."""
    table = load_cue_file("answers.toml")
    words = table["words"]
    return AnswerCues(
        given=frozenset(table["statuses"]["given"]),
        cues=tuple(
            AnswerCue(
                kind=kind,
                pattern=re.compile(entry["words"], re.IGNORECASE),
                says=tuple(entry["says"]),
                refuses=tuple(entry["refuses"]),
            )
            for kind in CueKind
            for entry in table[kind]["cue"]
        ),
        idle=frozenset(words["idle"].split()),
        families=tuple(frozenset(family.split()) for family in words["families"]),
    )


def find_cues(sentence: str) -> frozenset[CueKind]:
    """Return the kinds of cues in a sentence.

    "You asked for a levy" restates; "We will not introduce one" declines.
    """
    return frozenset(cue.kind for cue in load_answer_cues().cues if cue.pattern.search(sentence))
