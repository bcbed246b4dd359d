"""Bodies named inside other names: the owner of a committee, an office or a report is named too."""

import re
from collections.abc import Iterator, Sequence

from ...model.entity import EntityType
from ...ontology.cues import load_name_cues
from ..text.person_words import to_head
from ..text.span import NameSpan

_OWNED = frozenset({EntityType.DOCUMENT, EntityType.SCHEME})
_HOLDERS = frozenset({EntityType.OFFICE, EntityType.ORGANISATION}) | _OWNED
# "Chair of the Senate's (Committee) on Health"; not "Senate's Clerk"
_OWNED_BODY = re.compile(r"\bof\s[^,;]*[’']s?\s(?P<head>[A-Z][\w-]+)\s(?:on|for|of)\s")
# before the owner at the end of a name: "Committee on Health of the Senate", "Chair of the Senate"
_BEFORE_OWNER = re.compile(r"(?:\b(?:of|to|at|in|by|with|for)(?:\s+(?:the|your|our))?\s|,\s(?:the\s)?|[-–:(/]\s?)$")


def find_inner_names(text: str, candidates: Sequence[NameSpan]) -> Iterator[NameSpan]:
    """Yield the bodies inside `candidates` that own what the whole name names.

    "Senate" in "Senate Health Committee" and "Chair of the Senate" is one; "Cork University" in "Cork University
    Hospital" and "NHS" in "NHS England" are none: they only begin another body's name.
    """
    outer: dict[int, NameSpan] = {}
    for span in sorted(candidates, key=lambda span: span.end - span.start):
        if span.type in _HOLDERS:
            outer.update(dict.fromkeys(range(span.start, span.end), span))
    for span in candidates:
        whole = outer.get(span.start, span)
        longer = whole.end - whole.start > span.end - span.start
        if span.type is EntityType.ORGANISATION and longer and span.end <= whole.end and _owns(text, span, whole):
            yield NameSpan(
                start=span.start,
                end=span.end,
                type=span.type,
                rule=span.rule,
                concept=span.concept,
                inner=True,
            )


def find_owned_bodies(text: str, candidates: Sequence[NameSpan]) -> Iterator[NameSpan]:
    """Yield the body at the end of an office that another body owns: "Chair of the Senate's [Committee on Health]"."""
    for office in candidates:
        owned = _OWNED_BODY.search(text, office.start, office.end) if office.type is EntityType.OFFICE else None
        if owned is not None and load_name_cues().type_of_head.get(owned["head"]) == "organisation":
            yield NameSpan(
                start=owned.start("head"), end=office.end, type=EntityType.ORGANISATION, rule="head-noun", inner=True
            )


def _owns(text: str, span: NameSpan, whole: NameSpan) -> bool:
    begins = span.start == whole.start
    follows = _BEFORE_OWNER.search(text[whole.start : span.start]) is not None
    if whole.type is EntityType.OFFICE:
        return begins or follows
    ends = follows and text[span.end : whole.end] in {"", ")"}
    if whole.type in _OWNED:
        return begins or ends
    cues = load_name_cues()
    rest = text[span.end : whole.end] if begins else text[whole.start : span.start]
    part = any(to_head(word.strip(",()")) in cues.parts | cues.seats for word in rest.split())
    return part and (begins or ends) and not rest.lower().startswith((" of ", " for ", " on ", " and "))
