"""The directory: one entry for everything that letters name, whatever they call it, as quads of the derived graph.

Entities of different letters that are one have one entry, which is itself one of them: the vocabulary's, or the first
by IRI. Names are kept as keys too (`to_key`), so that any store finds an entry by its name without reading all of them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pyoxigraph import NamedNode, Quad

from ...model.entity import Entity, EntityType
from ...model.link import SameAs
from ...model.reading import Reading
from ..quads.description import to_description_quads, to_text
from ..quads.terms import (
    ACRONYM,
    ALT_LABEL,
    DERIVED,
    FORM_KEY,
    KIND,
    NAME_KEY,
    POSITION,
    PREF_LABEL,
    SHOWN_AS,
    SHOWN_NAME,
    VOCABULARY,
)
from .name_key import to_key
from .same_entities import find_groups
from .store import GraphStore


@dataclass(slots=True, kw_only=True)
class _Entry:
    kind: EntityType
    entities: set[str] = field(default_factory=set)
    labels: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    forms: set[str] = field(default_factory=set)

    def add(self, entity: Entity) -> None:
        """Add what one letter calls it."""
        self.entities.add(entity.iri)
        self.names.add(entity.name)
        self.forms.update(mention.text for mention in entity.mentions)
        if entity.type is EntityType.PERSON:
            self.forms.add(entity.name.split()[-1])  # "Patel" finds Priti Patel
        if entity.label is not None:
            self.labels.add(entity.label)

    def find_shown_name(self) -> str:
        """Return the vocabulary's name, otherwise the fullest that a letter has."""
        return min(self.labels, default="") or min(self.names, key=lambda name: (-len(name), name))


def to_directory_quads(
    readings: Iterable[Reading], same: Iterable[SameAs], vocabulary: Mapping[str, Iterable[str]]
) -> Iterator[Quad]:
    """Yield the entries of all entities; `vocabulary` has the names that it gives each (`load_vocabulary_names`)."""
    groups = find_groups(same)
    entries: dict[str, _Entry] = {}
    for reading in readings:
        for entity in reading.entities:
            key = min(groups.get(entity.iri, (entity.iri,)))
            entries.setdefault(key, _Entry(kind=entity.type)).add(entity)
    # In the order of their names, which they are numbered by: stores sort numbers many times faster than names.
    ordered = sorted(entries.items(), key=lambda item: (item[1].find_shown_name(), item[0]))
    for number, (_, entry) in enumerate(ordered, 1):
        known = sorted(iri for iri in entry.entities if iri in vocabulary)
        node = NamedNode(known[0] if known else min(entry.entities))
        yield from (Quad(NamedNode(iri), SHOWN_AS, node, DERIVED) for iri in sorted(entry.entities))
        names = entry.labels.union(entry.names, *(vocabulary[iri] for iri in known))
        keys = sorted({to_key(name) for name in names})
        values = [
            (KIND, entry.kind.value),
            (POSITION, number),
            (SHOWN_NAME, entry.find_shown_name()),
            *((NAME_KEY, key) for key in keys),
            *((FORM_KEY, key) for key in sorted({to_key(form) for form in entry.forms}.difference(keys))),
        ]
        yield from to_description_quads(DERIVED, node, values)


def load_vocabulary_names(store: GraphStore) -> dict[str, set[str]]:
    """Return every name that the vocabulary gives its entries, by IRI."""
    names: dict[str, set[str]] = {}
    for term in (PREF_LABEL, ALT_LABEL, ACRONYM):
        for quad in store.find_quads(VOCABULARY, None, term):
            names.setdefault(to_text(quad.subject), set()).add(to_text(quad.object))
    return names
