"""What a sentence of a reply decides, clause by clause."""

import re
from enum import StrEnum
from functools import cache

from ..ontology.answer_cues import AnswerCue, CueKind, load_answer_cues

# "; ", ", and we", ", but"; not "bread and butter"
_JOINT = re.compile(
    r";\s+|:\s+|\s+[–—-]\s+|,\s+(?=(?:and|but|although|though|however|while|so|nor|yet|which|as)\b)|\.\s+"
)
_SAYING = {CueKind.ACCEPTING: 0, CueKind.DECLINING: 1}


_DECIDING = {*_SAYING, CueKind.OPEN, CueKind.ELSEWHERE}


class Verdict(StrEnum):
    """What a clause does with what was asked."""

    ACCEPTS = "accepts"
    DECLINES = "declines"
    LEAVES_OPEN = "leaves open"


def find_verdicts(sentence: str) -> tuple[Verdict, ...]:
    """Return what the clauses of a sentence decide, in their order; clauses that decide nothing are passed over.

    "I agree that we cannot enforce it, and I have asked the Agency to act" accepts twice: what is agreed to is no
    refusal. "I am not able to anticipate the outcome" leaves it open.
    """
    verdicts = (_judge(clause) for clause in _JOINT.split(sentence))
    return tuple(verdict for verdict in verdicts if verdict is not None)


@cache
def _load_deciding() -> tuple[AnswerCue, ...]:
    return tuple(cue for cue in load_answer_cues().cues if cue.kind in _DECIDING)


def _judge(clause: str) -> Verdict | None:
    """Return what a clause decides by its first cue; one that leaves it open goes before all."""
    first: dict[CueKind, int] = {}
    for cue in _load_deciding():
        match = cue.pattern.search(clause)
        if match:
            first[cue.kind] = min(first.get(cue.kind, len(clause)), match.start())
    if CueKind.OPEN in first:
        return Verdict.LEAVES_OPEN
    kinds = sorted((kind for kind in first if kind in _SAYING), key=lambda kind: (first[kind], _SAYING[kind]))
    if kinds:
        return Verdict.ACCEPTS if kinds[0] is CueKind.ACCEPTING else Verdict.DECLINES
    return Verdict.DECLINES if CueKind.ELSEWHERE in first else None
