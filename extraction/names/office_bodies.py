"""The bodies of offices that running text names beside them: "Chief Executive of the Rail Agency"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...model.entity import EntityType
from ..text.span import NameSpan

_OF = re.compile(r" of(?: the)? ")
_COMMA = re.compile(r", (?:the )?")
# "Ann Lee, Director, Refugee Action", "Dr Lee (Director, Refugee Action)"
_HOLDER = re.compile(r"(?:,? \(?|, )(?:the |our |its )?$")
_NEAR = 12


def find_office_bodies(text: str, spans: Sequence[NameSpan]) -> Iterator[tuple[NameSpan, NameSpan]]:
    """Yield each office with the body behind it; so two of one title in two bodies are two offices.

    The body stands behind "of", or behind a comma where the holder stands before the office.
    """
    # "(DDWS)" behind a name is the name again
    outer = [span for span in spans if not span.inner and text[span.start - 1 : span.start] != "("]
    for place, (office, body) in enumerate(pairwise(outer)):
        if (office.type, body.type) != (EntityType.OFFICE, EntityType.ORGANISATION):
            continue
        before = outer[place - 1] if place else None
        held = (
            before is not None
            and before.type is EntityType.PERSON
            and office.start - before.end < _NEAR
            and _HOLDER.search(text[before.end : office.start]) is not None
        )
        between = text[office.end : body.start]
        if _OF.fullmatch(between) or (held and _COMMA.fullmatch(between)):
            yield office, body
