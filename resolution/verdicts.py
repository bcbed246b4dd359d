"""What a sentence of a reply decides, clause by clause."""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from ..ontology.answer_cues import AnswerCue, CueKind, load_answer_cues

# "; ", ", and we", ", but"; not "bread and butter"
_JOINT = re.compile(
    r";\s+|:\s+|\s+[–—-]\s+|,\s+(?=(?:and|but|although|though|however|while|so|nor|yet|which|as)\b)|\.\s+"
)
# "That said, if the Board approves, we will"; not "We will ask if it is so."
_CONDITION = re.compile(
    r"^(?:\w+ \w+,? |\w+,? )?(?:if|unless|should you|should the|subject to|were the|provided that)\b", re.IGNORECASE
)
_ASIDE = re.compile(r"\b(?:which|that|while|because|since|as)\b")
_SAYING = {CueKind.DECLINING: 0, CueKind.ACCEPTING: 1}


_DECIDING = {*_SAYING, CueKind.OPEN, CueKind.ELSEWHERE}


class Verdict(StrEnum):
    """What a clause does with what was asked."""

    ACCEPTS = "accepts"
    DECLINES = "declines"
    LEAVES_OPEN = "leaves open"


def find_verdicts(sentence: str) -> tuple[Verdict, ...]:
    """Return what the clauses of a sentence decide, in their order; clauses that decide nothing are passed over.

    "I agree that we cannot enforce it, and I have asked the Agency to act" accepts twice: what is agreed to is no
    refusal. "I am not able to anticipate the outcome" leaves it open. Where nothing else is decided, to send somebody
    elsewhere is to decline.
    """
    clauses = _JOINT.split(sentence)
    verdicts = tuple(verdict for clause in clauses for verdict in [_judge(clause)] if verdict is not None)
    return verdicts or tuple(Verdict.DECLINES for clause in clauses if _sends_elsewhere(clause))[:1]


def is_conditional(sentence: str) -> bool:
    """Tell whether a sentence begins with its condition: "If the Board approves, we will"."""
    return _CONDITION.search(sentence) is not None


@cache
def _load_deciding() -> tuple[AnswerCue, ...]:
    return tuple(cue for cue in load_answer_cues().cues if cue.kind in _DECIDING)


def _judge(clause: str) -> Verdict | None:
    """Return what a clause decides by its first cue; one that leaves it open goes before all, unless in an aside."""
    first: dict[CueKind, int] = {}
    for cue in _load_deciding():
        match = cue.pattern.search(clause)
        if match:
            first[cue.kind] = min(first.get(cue.kind, len(clause)), match.start())
    if CueKind.OPEN in first and not _is_aside(clause, first):
        return Verdict.LEAVES_OPEN
    kinds = sorted((kind for kind in first if kind in _SAYING), key=lambda kind: (first[kind], _SAYING[kind]))
    if kinds:
        return Verdict.ACCEPTS if kinds[0] is CueKind.ACCEPTING else Verdict.DECLINES
    return None


def _sends_elsewhere(clause: str) -> bool:
    return any(cue.kind is CueKind.ELSEWHERE and cue.pattern.search(clause) for cue in _load_deciding())


def _is_aside(clause: str, first: Mapping[CueKind, int]) -> bool:
    """Tell whether what is left open only qualifies a refusal: "I cannot comment on a matter that is under review"."""
    refused = first.get(CueKind.DECLINING)
    return refused is not None and _ASIDE.search(clause, refused, first[CueKind.OPEN]) is not None
