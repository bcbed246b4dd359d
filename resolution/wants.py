"""What an ask wants: something done or ended, or to be told a number, a date or how things stand."""

import re
from dataclasses import dataclass
from enum import StrEnum

from ..ontology.answer_cues import CueKind, find_cues
from .word_weights import find_families, to_term


class WantKind(StrEnum):
    """What would meet an ask."""

    DEED = "deed"
    END = "end"
    PAPER = "paper"
    AMOUNT = "amount"
    TIME = "time"
    FACT = "fact"


TOLD = frozenset({WantKind.AMOUNT, WantKind.TIME, WantKind.FACT})
"""What is met by words alone."""

_KINDS = {
    CueKind.AMOUNT: WantKind.AMOUNT,
    CueKind.TIME: WantKind.TIME,
    CueKind.FACT: WantKind.FACT,
    CueKind.INFORMATION: WantKind.PAPER,
    CueKind.ENDING: WantKind.END,
}
# "to extend", "should publish", "be repaired", "Would you consult", at the start "Fund"
_ACTION = re.compile(
    r"(?:^|\b(?:to|should|ought|must|can|will|would|could|be|is|are|and|you|please|kindly|also|not|that)\s+)(?=([a-z]+))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Want:
    """What an ask wants; `actions` are the terms of the words that say what is to be done.

    `is_denial` tells that something is to be left undone: "that the data not be shared".
    """

    kind: WantKind
    actions: frozenset[str]
    is_denial: bool


def find_want(text: str) -> Want:
    """Return what an ask wants: "How many were there?" an amount, "End the practice." an end, "Extend it." a deed."""
    cues = find_cues(text)
    kind = next((kind for cue, kind in _KINDS.items() if cue in cues), WantKind.DEED)
    terms = {term for match in _ACTION.finditer(text) for term in [to_term(match[1].casefold())] if term}
    return Want(
        kind=kind,
        actions=frozenset(terms | {each for term in terms for each in find_families(term)}),
        is_denial=kind is WantKind.END and CueKind.DENYING in cues,
    )
