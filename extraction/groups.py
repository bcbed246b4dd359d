"""The spans of one letter in groups: each holds the places of one thing, by its words or its vocabulary entry."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from ..model.entity import EntityType
from ..ontology.vocabulary import Concept, load_vocabulary
from .gazetteer import find_concepts
from .span import NameSpan, Span


@dataclass(slots=True, kw_only=True, eq=False)
class NameGroup:
    """The spans of one entity to be; `concept` is the vocabulary's entry, `extra` completes the key."""

    text: str
    type: EntityType
    spans: list[Span] = field(default_factory=list)
    concept: Concept | None = None
    extra: str = ""

    @property
    def longest(self) -> str:
        """The longest of its names, as it is written."""
        return max((self.text[start:end] for start, end in self.spans), key=len)

    @property
    def key(self) -> str:
        """What is the same for the same thing: its entry, or the form of its longest name."""
        return self.concept.iri if self.concept else normalise_name(self.longest)

    def is_written(self, words: str) -> bool:
        """Tell whether one of its names is exactly `words`."""
        return any(self.text[start:end] == words for start, end in self.spans)


def join_groups(one: NameGroup, other: NameGroup, groups: list[NameGroup]) -> None:
    """Put the names of `other` to those of `one`."""
    one.spans.extend(other.spans)
    one.concept = one.concept or other.concept
    groups.remove(other)


def normalise_name(name: str) -> str:
    """Return the form of a name by which two are compared: "The Home Office" and "HOME OFFICE" are one."""
    even = name.replace("’", "'").replace("&", "and").casefold()
    words = re.findall(r"[\w']+", even)
    return " ".join(word for word in words if word != "the")


def group_spans(text: str, spans: Iterable[NameSpan]) -> list[NameGroup]:
    """Return the spans that have type and name in common, in the order in which the names first stand."""
    groups: dict[tuple[EntityType, str], NameGroup] = {}
    for span in spans:
        words = text[span.start : span.end]
        concept = load_vocabulary().get(span.concept) if span.concept else _find_concept(words, span.type)
        key = concept.iri if concept else normalise_name(words)
        group = groups.setdefault((span.type, key), NameGroup(text=text, type=span.type, concept=concept))
        group.spans.append((span.start, span.end))
    return list(groups.values())


def _find_concept(words: str, kind: EntityType) -> Concept | None:
    fitting = [concept for concept in find_concepts(words) if concept.type == kind and concept.is_clear(words)]
    return fitting[0] if len(fitting) == 1 else None
