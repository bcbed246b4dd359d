"""Whether the words around a head noun name one thing: "Annual Report" and "a Risk Assessment" do not."""

import re

from ..model.entity import EntityType
from .name_line import NameLine
from .person_words import to_head

_LAW = frozenset({EntityType.LEGISLATION, EntityType.TREATY})
_ADDRESS = frozenset({"Building", "Buildings", "Street", "Road", "Avenue", "Square", "House"})
_ONE_OF_MANY = frozenset({"a", "an", "any", "each", "every", "no", "another", "such"})
_DEFINITE = frozenset({"the", "this", "its", "our", "their", "your", "his", "her", "my", "'s", "’s", "s’", "’", "'"})
# "2021", "2022-23"
_YEARS = re.compile(r"(?:19|20)\d\d(?:[-/]\d{2,4})?")
# heads of laws that are a part of other names too: "Trade Regulation Rule"
_HALVES = frozenset({"Regulation", "Order", "Code", "Measure", "Amendment", "Rules", "Statute"})
# "its 154th Report"
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")


def names_something(line: NameLine, left: int, place: int, right: int, kind: EntityType) -> bool:
    """Tell whether the tokens `left`–`right` with their head at `place` are a name."""
    after = to_head(line.word_at(right + 1))
    if after in _ADDRESS and not (after == "House" and line.word_at(right + 2) == "of"):
        return False
    if right == place and _is_modifier_only(line, place):
        return False
    if kind is EntityType.DOCUMENT:
        return _names_document(line, left, place, right)
    modifiers = [token for token in line.tokens[left:place] if token.is_capitalised]
    telling = [token for token in modifiers if to_head(token.text) not in line.cues.general]
    complement = right > place and any(token.is_capitalised for token in line.tokens[place + 1 : right + 1])
    head = to_head(line.tokens[place].text)
    if kind is EntityType.OFFICE:
        return bool(telling) or complement or right > place or head not in line.cues.only_modified
    if kind is EntityType.LEGISLATION and right == place and head in _HALVES and _goes_on(line, right):
        return False
    if head == "Law" and right == place:
        return False
    if kind in _LAW and right > place:
        return complement or bool(modifiers) or line.word_at(place + 1) in {"on", "concerning"}
    if head == "Constitution":
        return True
    return bool(telling) or complement


def _is_modifier_only(line: NameLine, place: int) -> bool:
    """Tell whether a weak head only goes before the next word: "School" in "Free School Meals"."""
    if to_head(line.tokens[place].text) not in line.cues.modifying or not line.is_joined(place, place + 1):
        return False
    after = line.tokens[place + 1]
    return (
        after.start not in line.owner and line.is_modifier(place + 1, EntityType.ORGANISATION) and not after.is_acronym
    )


def _names_document(line: NameLine, left: int, place: int, right: int) -> bool:
    """Tell whether a document's head has words beside it that name one document, and not a kind of them.

    "Rural Connectivity Report", "2021 Annual Report" and "the Regional Plan" do; "a Privacy Policy", "Regional Plan"
    over a table and the "Standard" of "HSE Standard Operating Procedure" do not.
    """
    if _goes_on(line, right) or _is_remit(line, left, right):
        return False
    before = line.tokens[left - 1].text.lower() if left else ""
    modifiers = [token for token in line.tokens[left:place] if token.is_capitalised]
    if before in _DEFINITE and _ORDINAL.fullmatch(line.tokens[left].text):
        return True
    if modifiers and any(_YEARS.fullmatch(token.text) for token in line.tokens[left : right + 1]):
        return True
    complement = [token for token in line.tokens[place + 1 : right + 1] if token.is_capitalised]
    common = line.word_at(place + 1) == "of" and len(complement) == 1 and complement[0].start not in line.owner
    if complement and not common:
        return True
    if before in _ONE_OF_MANY:
        return False
    definite = before in _DEFINITE
    idle = line.cues.general if definite else line.cues.general | line.cues.everyday
    telling = [token for token in modifiers if to_head(token.text) not in idle]
    least = 2 if to_head(line.tokens[place].text) in line.cues.vague and not definite else 1
    return len(telling) >= least or (common and definite)


def _goes_on(line: NameLine, right: int) -> bool:
    """Tell whether the next word belongs to a longer name: "Policy" in "Health Policy Watcher"."""
    if not line.is_joined(right, right + 1):
        return False
    after = line.tokens[right + 1]
    return after.is_capitalised and after.text not in line.cues.never and after.start not in line.owner


def _is_remit(line: NameLine, left: int, right: int) -> bool:
    """Tell whether the words in brackets say what an office is for: "Director (Road Policy)"."""
    before = line.find_kind(left - 2) if left > 1 and line.tokens[left - 1].text == "(" else None
    return before is EntityType.OFFICE and line.word_at(right + 1) == ")"
