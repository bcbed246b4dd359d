"""Slots of a sentence: its names, and the words that stand for the writer, the addressee or something named before."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..text.span import NameSpan
from .seams import is_whole

_BODY = (
    r"(?:office|department|committee|ministry|agency|organisation|organization|government|council|commission|coalition"
    r"|union|charity|inquiry|company|authority|directorate|administration|association|university|foundation|trust"
    r"|network|alliance)"
)
_BODIES = r"(?:organisations|organizations|unions|charities|offices|committees|departments|ministries|councils)"
# "we", "both of us", "my office", "our two unions", "this Department"; not "this committee" of somebody else's
_WE = re.compile(
    rf"\b(?:(?:[Bb]oth|[Aa]ll) of us|[Ww]e|I|us|me|(?:[Mm]y|[Oo]ur) (?i:{_BODY})(?!\w)"
    rf"|[Oo]ur (?:two |three |four )?(?i:{_BODIES})(?!\w)|(?<!\bof )[Oo]ur members(?!\w)"
    r"|[Tt]his (?:Office|Department|Ministry|Agency|Authority|Directorate|Administration))\b"
)
# "your Department", "you"
_YOU = re.compile(rf"\b(?:[Yy]our (?i:{_BODY})|[Yy]ou)\b")
# "Re:", "SUBJECT:" at the head of a line, "Please" at that of a sentence: the writer speaks
_HEADING = re.compile(r"^(?:Re|RE|Subject|SUBJECT|Regarding|REGARDING)\s*:|^Please\b|(?<=[.!] )Please\b", re.MULTILINE)
# what stands for something named before: "it", "they", "she"
_IT = re.compile(r"\b(?:[Ii]t|[Tt]hey|them)\b")
_HE = re.compile(r"\b(?:[Hh]e|[Ss]he|him)\b")
_STANDING = (("we", _WE), ("you", _YOU), ("it", _IT), ("he", _HE), ("heading", _HEADING))
# "our Choices Service", "its Choices Service"; not "our office", which is found before
_OWNING = (
    ("we", re.compile(r"\b(?:[Oo]ur|[Mm]y)\b")),
    ("you", re.compile(r"\b[Yy]our\b")),
    ("it", re.compile(r"\b(?:[Ii]ts|[Tt]heir)\b")),
    ("he", re.compile(r"\b(?:[Hh]is|[Hh]er)\b")),
)


TORN = "torn"
"""The type of a slot that holds only a piece of a longer name: it stands in the clause, and is no end of a relation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """What stands in a slot: a name's span, or words with no span that stand for somebody.

    These are of type "we" (the writer), "you" (the addressee), "it" or "he" (what is named before), "heading" ("Re:"
    and "Please", with which the writer speaks); `is_owner` is true for "our", "your", "its", "his".
    """

    type: str
    start: int
    end: int
    span: NameSpan | None = None
    is_owner: bool = False


def find_slots(text: str, start: int, end: int, spans: Sequence[NameSpan]) -> list[Slot]:
    """Return the slots of the sentence `text[start:end]` in order: names first, then words for the writer."""
    outer = [span for span in spans if not span.inner]
    slots: list[Slot] = []
    for span in outer:
        owner = slots[-1] if slots and is_owner(text, outer, span) else None
        if owner is not None:
            slots.pop()
        kind = span.type.value if is_whole(text, span, spans) else TORN
        slots.append(Slot(type=kind, start=owner.start if owner else span.start, end=span.end, span=span))
    for patterns, owning in ((_STANDING, False), (_OWNING, True)):
        for kind, pattern in patterns:
            for match in pattern.finditer(text, start, end):
                if not any(slot.start < match.end() and match.start() < slot.end for slot in slots):
                    slots.append(Slot(type=kind, start=match.start(), end=match.end(), is_owner=owning))
    return sorted(slots, key=lambda slot: slot.start)


def is_owner(text: str, spans: Sequence[NameSpan], owned: NameSpan) -> bool:
    """Tell whether a body stands right before a scheme or a document: "the Home Office Modern Slavery Fund"."""
    return owned.type.value in {"scheme", "document"} and any(
        span.type.value == "organisation" and text[span.end : owned.start] == " " for span in spans
    )
