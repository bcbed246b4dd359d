"""What a figure is about: the schemes, documents, laws and bodies that its sentence or its paragraph names."""

from collections.abc import Sequence
from dataclasses import dataclass

from ...model.entity import EntityType
from ..names.entities import EntityTable
from ..text.antecedents import BackReference
from ..text.sentences import find_sentences_over
from ..text.span import NameSpan, Span

_ABOUT = frozenset(
    {EntityType.SCHEME, EntityType.DOCUMENT, EntityType.LEGISLATION, EntityType.TREATY, EntityType.PROVISION}
    | {EntityType.ORGANISATION}
)
_FAR = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicFinder:
    """Tells what the sentences of one letter are about."""

    text: str
    spans: Sequence[NameSpan]
    references: Sequence[BackReference]
    table: EntityTable
    sentences: Sequence[Span]

    def find(self, sentence: Span) -> tuple[tuple[str, ...], list[Span]]:
        """Return the IRIs of what a sentence is about, and a sentence before it that shows it.

        Where a sentence names neither a scheme nor a document nor a law, the one scheme of the nearest sentence
        before it in the paragraph is meant: "VRS helps people home. Each receives £1000."
        """
        own = self._names_in(sentence)
        iris = tuple(iri for iri, _ in own)
        if any(kind is not EntityType.ORGANISATION for _, kind in own):
            return iris, []
        start = max(self.text.rfind("\n", 0, sentence[0]) + 1, sentence[0] - _FAR)
        for other in reversed(find_sentences_over(self.sentences, start, sentence[0])):
            schemes = [iri for iri, kind in self._names_in(other) if kind is EntityType.SCHEME]
            if len(schemes) == 1:
                return (*schemes, *iris), [other]
            if schemes:
                break
        return iris, []

    def _names_in(self, sentence: Span) -> list[tuple[str, EntityType]]:
        start, end = sentence
        named = [
            (span.start, iri, span.type)
            for span in self.spans
            if start <= span.start and span.end <= end and not span.inner
            if (iri := self.table.find((span.start, span.end))) is not None
        ]
        meant = [(each.start, each.entity, each.type) for each in self.references if start <= each.start < end]
        return list(dict.fromkeys((iri, kind) for _, iri, kind in sorted([*named, *meant]) if kind in _ABOUT))
