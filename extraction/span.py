"""A stretch of text that may name an entity: what every finder of names returns."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..model.entity import EntityType

Span = tuple[int, int]
"""Start and end of some words in the letter's text, in code points."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class NameSpan:
    """`text[start:end]` names an entity of `type`; `rule` is the finder.

    `concept` is the vocabulary's IRI where it knows the name. An `inner` span lies inside another one and
    stays beside it ("Knowsley Council" in "Leader of Knowsley Council").
    """

    start: int
    end: int
    type: EntityType
    rule: str
    concept: str | None = None
    inner: bool = False


def choose_spans(candidates: Iterable[NameSpan]) -> list[NameSpan]:
    """Return the spans that stand: the longest first, then the earliest in `candidates`; inner ones beside them."""
    chosen: list[NameSpan] = []
    taken: set[int] = set()
    ordered = list(dict.fromkeys(candidates))
    for span in sorted((span for span in ordered if not span.inner), key=lambda span: span.start - span.end):
        if taken.isdisjoint(range(span.start, span.end)):
            chosen.append(span)
            taken.update(range(span.start, span.end))
    covers = sorted(chosen)
    for span in sorted(span for span in ordered if span.inner):
        if any(outer.start <= span.start and span.end <= outer.end for outer in covers) and not any(
            (other.start, other.end) == (span.start, span.end) for other in covers
        ):
            chosen.append(span)
    return sorted(chosen)
