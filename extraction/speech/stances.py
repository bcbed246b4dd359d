"""Stances in a sentence: who speaks, which stance it is, on what words, and under which condition."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...model.position import Stance
from ...ontology.position_cues import PositionCues, StanceCue, load_position_cues
from ..relations.slots import Slot
from ..text.span import Span

_INSTRUMENTS = frozenset({"legislation", "treaty", "provision", "scheme", "document"})
_SPEAKERS = frozenset({"we", "person", "office", "organisation", "country", "body"})
_DENIED = re.compile(r"\b(?:not|never)\b|n['’]t\b", re.IGNORECASE)
# what denies in front of the one who speaks: "Nor do we favour the Bill", "In no way does the Council support it"
_DENIED_BEFORE = re.compile(
    r"\b(?:(?:nor|neither)|(?:nor|neither|never|no\s+\w+)\s+(?:do|does|did|have|has|had|can|could|will|would|should))"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_WOULD = re.compile(r"\s+would\b", re.IGNORECASE)
# "we would like to express our concern" says it
_WISH = re.compile(r"like\s+to\b", re.IGNORECASE)
_ACRONYM = re.compile(r"\s*\([^()]{1,60}\)")
# where the thing that a stance is on ends: "the proposal in your letter", "the Bill, which …"
_OBJECT_END = re.compile(r"[,;:.()]|\s(?:in|with|at|by|through|as|who|which|and)\b", re.IGNORECASE)
_REACH = 90
# "in its current form", "provided that clause 4 is amended", "although we would have liked more"
_CONDITION = re.compile(
    r"\b(?P<words>in (?:its|their) (?:current|present|existing) (?:form|shape|state)"
    r"|as (?:currently |presently )?(?:drafted|proposed|it stands|introduced|amended|worded)"
    r"|in principle|for the most part"
    r"|(?:provided|on (?:the )?condition|so long as|as long as|subject to|unless|(?:but )?only if|although|albeit)\b"
    r"[^.;]{3,160})",
    re.IGNORECASE,
)
_IF = re.compile(r"\b(?P<words>(?:if|were)\s[^.;]{3,160})", re.IGNORECASE)
_DIRECT = re.compile(
    r"\s+(?:(?!(?:to|on|with|from|by|against|for|in|at|into|of|over|that|which|who|and|or|but|as|than|not|no|is|are|was|were|has"
    r"|have|will|would|it|they|we|you)\b)[\w’'-]+,?\s+){0,4}",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"(?:\s*\([^()]{1,60}\))?(?:\s*,\s*(?:and\s+)?|\s+(?:and|or)\s+)(?:the\s+|its\s+|our\s+|both\s+)?", re.IGNORECASE
)
# "Unless clause 9 is removed, " before the one who speaks
_CONDITION_BEFORE = re.compile(r"^\W*(?P<words>(?:Unless|If|Provided(?: that)?|Until)\s[^,;.]{3,160}),\s+$")
# what others only tell: "According to the press, the Council", "Reportedly"
_TOLD = re.compile(
    r"\b(?:according to|reportedly|allegedly|apparently|rumou?red|it is (?:said|claimed))\b", re.IGNORECASE
)
_NEITHER = re.compile(r"\s+(?:neither|none)\b", re.IGNORECASE)
_CONDITIONAL = frozenset({Stance.SUPPORTS, Stance.OPPOSES, Stance.WELCOMES})


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceMatch:
    """A stance of the slot `holder` (its place in the list); `start` is where its verb stands, `end` where it ends."""

    stance: Stance
    holder: int
    start: int
    end: int
    condition: str | None


def find_stances(text: str, sentence: Span, slots: Sequence[Slot]) -> Iterator[StanceMatch]:
    """Yield the stances of the slots of a sentence.

    "The Government does not, however, support the Warm Homes Bill in its current form" opposes, with its condition;
    "we would welcome a reply" and "you asked whether we support it" say nothing.
    """
    start, end = sentence
    cues = load_position_cues()
    if text[start:end].rstrip().endswith("?"):
        return
    for number, slot in enumerate(slots):
        if slot.type not in _SPEAKERS or slot.is_owner or _is_no_subject(text, start, slot, cues):
            continue
        aside = _ACRONYM.match(text, slot.end, end)
        place = aside.end() if aside else slot.end
        would = _WOULD.match(text, place, end)
        auxiliary = cues.auxiliary.match(text, would.end() if would else place, end)
        verb_start = auxiliary.end() if auxiliary else place
        denied = bool(auxiliary and _DENIED.search(auxiliary[0])) or bool(
            _DENIED_BEFORE.search(text[start : slot.start])
        )
        for cue in cues.stances:
            verb = _find_verb(text, place, verb_start, end, cue, denied=denied)
            if verb is None or not _has_object(text, verb.end(), end, cue, slots):
                continue
            stance = Stance(cue.stance)
            condition = _find_condition(text, verb.end(), end, stance, would=bool(would))
            before = _CONDITION_BEFORE.match(text[start : slot.start]) if stance in _CONDITIONAL else None
            condition = condition or (before["words"] if before else None)
            wish = _WISH.match(verb[0]) is not None
            if would and not wish and (condition is None or stance not in {Stance.SUPPORTS, Stance.OPPOSES}):
                continue
            yield StanceMatch(stance=stance, holder=number, start=verb.start(), end=verb.end(), condition=condition)
            break


def find_objects(text: str, match: StanceMatch, end: int, slots: Sequence[Slot]) -> list[int]:
    """Return the places of the laws, treaties, schemes and documents that a stance is directly on.

    "welcome the Warm Homes Bill and the Plan" is on both, "welcome the review of the Plan" on neither.
    """
    found: list[int] = []
    place = match.end
    if text[match.start : match.end].endswith("that"):
        # "is concerned that the Fund is small" is on a clause
        return found
    for number, slot in enumerate(slots):
        if slot.start < place or slot.end > end:
            continue
        between = text[place : slot.start]
        joined = _JOINED.fullmatch(between) if found else _DIRECT.fullmatch(between)
        if not joined or slot.type not in _INSTRUMENTS:
            break
        found.append(number)
        place = slot.end
    return found


def _find_verb(text: str, place: int, start: int, end: int, cue: StanceCue, *, denied: bool) -> re.Match[str] | None:
    if denied:
        return cue.denied.match(text, start, end) if cue.denied else None
    # "has" is an auxiliary in "has welcomed", and none in "has concerns"
    return cue.plain.match(text, start, end) or cue.plain.match(text, place + (text[place : place + 1] == " "), end)


def _is_no_subject(text: str, start: int, slot: Slot, cues: PositionCues) -> bool:
    before = text[max(start, slot.start - 40) : slot.start]
    if _TOLD.search(text, start, slot.start):
        return True
    return bool(cues.unsaid_before.search(before) or (slot.type != "we" and cues.no_subject.search(before)))


def _has_object(text: str, place: int, end: int, cue: StanceCue, slots: Sequence[Slot]) -> bool:
    """Tell whether what follows the verb is what the stance can be on."""
    if _NEITHER.match(text, place, end) or (cue.not_before and cue.not_before.match(text, place, end)):
        return False
    if not cue.has_object:
        return True
    stop = _OBJECT_END.search(text, place + 1, min(end, place + _REACH))
    reach = stop.start() if stop else min(end, place + _REACH)
    named = any(slot.type in _INSTRUMENTS and place <= slot.start <= reach for slot in slots)
    return named or load_position_cues().things.search(text, place, reach) is not None


def _find_condition(text: str, place: int, end: int, stance: Stance, *, would: bool) -> str | None:
    if stance not in _CONDITIONAL:
        return None
    match = _CONDITION.search(text, place, end) or (_IF.search(text, place, end) if would else None)
    return " ".join(match["words"].split()).rstrip(" ,.;") if match else None
