"""A stretch of text that may name an entity: what every finder of names returns."""

from collections.abc import Iterable
from dataclasses import dataclass

from ...model.entity import EntityType
from ...ontology.vocabulary import Concept, load_vocabulary

Span = tuple[int, int]
"""Start and end of some words in the letter's text, in code points."""

RECOGNISED = "recogniser:"
"""How the rule of a span begins that a recogniser has found."""


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

    @property
    def is_recognised(self) -> bool:
        """Tell whether no rule but a recogniser has found it."""
        return self.rule.startswith(RECOGNISED)


def choose_spans(candidates: Iterable[NameSpan]) -> list[NameSpan]:
    """Return the spans that stand: the longest first, then the earliest in `candidates`; inner ones beside them.

    What a recogniser has found stands only where no rule has found anything.
    """
    chosen: list[NameSpan] = []
    taken: set[int] = set()
    ordered = list(dict.fromkeys(candidates))
    outer = (span for span in ordered if not span.inner)
    for span in sorted(outer, key=lambda span: (span.is_recognised, span.start - span.end)):
        if taken.isdisjoint(range(span.start, span.end)):
            chosen.append(span)
            taken.update(range(span.start, span.end))
    covers = sorted(chosen)
    for span in sorted(span for span in ordered if span.inner):
        if any(cover.start <= span.start and span.end <= cover.end for cover in covers) and not any(
            (cover.start, cover.end) == (span.start, span.end) for cover in covers
        ):
            chosen.append(span)
    return sorted(chosen)


def find_concept(place: Span, spans: Iterable[NameSpan]) -> Concept | None:
    """Return the vocabulary's entry for what stands at `place`, None where it has none."""
    iris = (span.concept for span in spans if (span.start, span.end) == place and span.concept)
    return next((load_vocabulary()[iri] for iri in iris), None)
