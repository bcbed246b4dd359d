"""What takes a relation away: a "not", an end, a hope, a plan, a question or a report in the same clause."""

from collections.abc import Sequence

from ..model.statement import Polarity
from ..ontology.relations import Template, load_relation_cues
from .clause import Clause, End
from .clause_words import Word
from .triggers import Trigger

_BEFORE = 12
_RIGHT_BEFORE = 4


def find_polarity(clause: Clause, trigger: Trigger, left: End, right: End | None) -> Polarity | None:
    """Return how the relation is said, None where it is only hoped, planned, asked or reported.

    The verb's own words always count; those around it only where the verb is the sentence's own: "we hope that Ofcom
    runs it" says nothing, "we hope that the Fund, which Ofcom runs, grows" says who runs it.
    """
    guards = load_relation_cues().guards
    own = trigger.cue.own if isinstance(trigger.cue, Template) else frozenset[str]()
    words = clause.words
    last = right.start if right else trigger.end
    group = _texts(words[min(left.group, trigger.start) : max(last, trigger.end)])
    before = [] if left.is_tied else _texts(words[_clause_start(clause, left.start) : left.start])
    behind = _texts(words[right.end : right.end + 1] if right else words[trigger.end : trigger.end + 1])
    around = [*before, *group]
    if "not" not in own and _has(group, guards.wished, own):
        return None
    if _has(around, guards.ended, own) or "until" in {*group, *before[:1], *behind}:
        return Polarity.ENDED
    if "not" not in own and _has(group, guards.denied, own):
        return Polarity.DENIED
    if _has(group, guards.planned, own) or _has(around, guards.unsaid, own):
        return None
    if _has(before[-_RIGHT_BEFORE:], guards.denied, own) or ("not" in own and _has(before, guards.denied, own)):
        return None
    return Polarity.AFFIRMED


def _clause_start(clause: Clause, place: int) -> int:
    for at in range(place - 1, max(place - _BEFORE, 0) - 1, -1):
        if clause.words[at].text in {";", ":", "—", "but"}:
            return at + 1
    return max(place - _BEFORE, 0)


def _texts(words: Sequence[Word]) -> list[str]:
    return [word.text for word in words if word.slot < 0]


def _has(words: Sequence[str], cues: frozenset[tuple[str, ...]], own: frozenset[str]) -> bool:
    longest = max(map(len, cues))
    return any(
        tuple(words[place : place + length]) in cues and not own.issuperset(words[place : place + length])
        for place in range(len(words))
        for length in range(1, longest + 1)
    )
