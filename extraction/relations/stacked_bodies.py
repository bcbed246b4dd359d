"""Bodies that stand one under the other in a head or a foot: a committee over its parliament, a part over its whole."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...model.entity import EntityType
from ...model.statement import Predicate
from ...ontology.relations import load_relation_cues
from ..header.zones import is_prose
from ..names.entities import EntityTable
from ..text.lines import Line
from ..text.person_words import to_head
from ..text.span import NameSpan
from .statements import StatementList

_SUBCOMMITTEE = frozenset({"Subcommittee", "Sub-Committee"})
_GOVERNMENT = frozenset({"Government"})
_HOUSES = frozenset({"House", "Senate"})
_DIGIT = re.compile(r"\d")
_SENTENCE = re.compile(r"[.;?!]\s|\b[a-z]{4,}\s+[a-z]{3,}\b")
_MOST_LINES = 3


def find_stacked_bodies(
    found: StatementList, lines: Sequence[Line], spans: Sequence[NameSpan], table: EntityTable
) -> None:
    """Add which body is part of the one that stands under or over it in `lines` of heads and feet.

    "Petitions Committee" over "House of Commons" is part of it; over another committee it is not.
    """
    for above, below in _find_neighbours(found.letter.text, lines, spans):
        one, two = (found.letter.text[span.start : span.end] for span in (above, below))
        pair = (above, below) if _is_part(one, two) else (below, above) if _is_part(two, one) else None
        part, whole = (table.find((span.start, span.end)) for span in pair) if pair else (None, None)
        if part is not None and whole is not None:
            touched = [line for line in lines if line.start < below.end and above.start < line.end]
            evidence = [(touched[0].start, touched[-1].end)]
            found.add(part, Predicate.PART_OF, whole, evidence, "header")


def _find_neighbours(
    text: str, lines: Sequence[Line], spans: Sequence[NameSpan]
) -> Iterator[tuple[NameSpan, NameSpan]]:
    """Yield the bodies of neighbouring lines without an empty line between them."""
    short = [line for line in lines if not is_prose(line.text)]
    bodies = [
        (span, place)
        for span in spans
        if span.type is EntityType.ORGANISATION and not span.inner
        for place, line in enumerate(short)
        if line.start <= span.start and span.end <= line.end
    ]
    for (above, first), (below, last) in pairwise(bodies):
        stacked = 0 < last - first <= _MOST_LINES and not any(line.gap for line in short[first + 1 : last + 1])
        # only an address may stand between, no other body that is not known by its name
        addressed = all(_DIGIT.search(line.text) for line in short[first + 1 : last])
        if stacked and addressed and not _SENTENCE.search(text[above.end : below.start]):
            yield above, below


def _is_part(part: str, whole: str) -> bool:
    """Tell whether a body of one name is part of one of the other, by the heads of both."""
    heads = load_relation_cues().bodies
    ours, theirs = _to_heads(part), _to_heads(whole)
    committee = ours & (heads["committees"] - {"Board", "Group", "Panel"})
    if theirs & _GOVERNMENT:
        return "Ministry" in ours
    if theirs & (heads["committees"] | _SUBCOMMITTEE):
        return bool(ours & _SUBCOMMITTEE) and not theirs & _SUBCOMMITTEE
    if "Congress" in theirs and ours & _HOUSES:
        return not committee
    if committee and theirs & (heads["parliaments"] - {"Council", "Commission"}):
        return True
    return "Department" in ours and "Ministry" in theirs


def _to_heads(name: str) -> set[str]:
    return {to_head(word) for word in name.replace(",", " ").split()}
