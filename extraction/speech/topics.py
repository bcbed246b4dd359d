"""What a clause is about: the instruments, schemes, documents and bodies that it names or points back to."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from ...model.entity import Entity, EntityType
from ..text.antecedents import BackReference
from ..text.span import Span

_TYPES = frozenset(
    {
        EntityType.TREATY,
        EntityType.LEGISLATION,
        EntityType.PROVISION,
        EntityType.SCHEME,
        EntityType.DOCUMENT,
        EntityType.ORGANISATION,
    }
)
# "extend it", "these gaps": what is meant stands in the sentence before
_POINTS_BACK = re.compile(r"\b(?:it|its|this|that|they|them|their|these|those|such|both|the\s+same)\b", re.IGNORECASE)


class Topics:
    """The places of what a letter can be about, in order."""

    def __init__(
        self, entities: Iterable[Entity], references: Iterable[BackReference], left_out: Iterable[str]
    ) -> None:
        without = frozenset(left_out)
        kinds = {entity.iri: entity.type for entity in entities}
        places = [(mention.start, mention.end, entity.iri) for entity in entities for mention in entity.mentions]
        places += [(each.start, each.end, each.entity) for each in references]
        self._places = sorted(place for place in places if place[2] not in without and kinds.get(place[2]) in _TYPES)

    def find(self, text: str, span: Span, sentences: Sequence[Span]) -> tuple[str, ...]:
        """Return what `text[span]` names, else what the sentence names that it points back to."""
        named = self._find_in(span)
        if named or not _POINTS_BACK.search(text, *span):
            return named
        place = bisect_left(sentences, (span[0] + 1,)) - 1
        for back in (place, place - 1):
            if back >= 0 and (named := self._find_in(sentences[back])):
                return named
        return ()

    def _find_in(self, span: Span) -> tuple[str, ...]:
        first = bisect_left(self._places, (span[0],))
        found: dict[str, None] = {}
        for start, end, iri in self._places[first:]:
            if start >= span[1]:
                break
            if end <= span[1]:
                found[iri] = None
        return tuple(found)
