"""Finding an entity by any of its names, and the nearest names when nothing has that one.

Everything that is the same over letters has one entry (`directory_quads.py`); its IRI stands for all of them.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from pyoxigraph import Literal, NamedNode
from rapidfuzz import fuzz, process

from ...model.entity import EntityType
from ..quads.description import to_text
from ..quads.terms import DERIVED, FORM, FORM_KEY, KIND, NAME_KEY, SHOWN_AS, SHOWN_NAME
from .name_key import to_key
from .store import GraphStore


class EntityNames:
    """The names of everything that letters name: the letters' own and the vocabulary's."""

    def __init__(self, store: GraphStore) -> None:
        self._store = store

    def find(self, name: str) -> frozenset[str]:
        """Return the entries (IRIs) of that name; only when there is none, those that a letter calls so.

        Case, accents and a "the" in front do not count; a person's last name is enough. The IRI of an entity is a
        name of it too.
        """
        if entry := self.find_entry(name):
            return frozenset((entry,))
        key = Literal(to_key(name))
        for term in (NAME_KEY, FORM_KEY):
            if found := frozenset(to_text(quad.subject) for quad in self._store.find_quads(DERIVED, None, term, key)):
                return found
        return frozenset()

    def find_entry(self, iri: str) -> str | None:
        """Return the entry of an entity (IRIs); None when `iri` is not an entity's."""
        if "://" not in iri or any(mark in iri for mark in '<>" {}|\\^`\n'):
            return None
        return next((to_text(quad.object) for quad in self._store.find_quads(DERIVED, NamedNode(iri), SHOWN_AS)), None)

    def find_group(self, entry: str) -> list[str]:
        """Return all entities that have this entry, in the order of their IRIs."""
        return sorted(
            to_text(quad.subject) for quad in self._store.find_quads(DERIVED, None, SHOWN_AS, NamedNode(entry))
        )

    def find_shown_name(self, entry: str) -> str:
        """Return the name under which an entry is shown."""
        return next(to_text(quad.object) for quad in self._store.find_quads(DERIVED, NamedNode(entry), SHOWN_NAME))

    def find_kind(self, entry: str) -> EntityType:
        """Return what an entry is."""
        return EntityType(
            next(to_text(quad.object) for quad in self._store.find_quads(DERIVED, NamedNode(entry), KIND))
        )

    def find_forms(self, entities: Iterable[str]) -> list[str]:
        """Return every form in which letters name some entities, in alphabetical order."""
        quads = (quad for iri in entities for quad in self._store.find_quads(None, NamedNode(iri), FORM))
        return sorted({to_text(quad.object) for quad in quads})

    def find_nearest(self, name: str, limit: int = 5) -> list[str]:
        """Return the names, as they are shown, of what is called most like `name`, the nearest first."""
        entries: dict[str, list[str]] = defaultdict(list)
        for term in (NAME_KEY, FORM_KEY):
            for quad in self._store.find_quads(DERIVED, None, term):
                entries[to_text(quad.object)].append(to_text(quad.subject))
        return [self.find_shown_name(entry) for entry in find_nearest_entries(entries, name, limit)]


def find_nearest_entries(entries: Mapping[str, Collection[str]], name: str, limit: int = 5) -> list[str]:
    """Return the entries whose keys are most like `name`, the nearest first; `entries` has those of each key."""
    found = process.extract(to_key(name), sorted(entries), scorer=fuzz.WRatio, limit=None, score_cutoff=70)
    # WRatio likes short texts too much: "or" is in many a name.
    ranked = sorted((-score, abs(len(key) - len(name)), key) for key, score, _ in found if 2 * len(key) > len(name))
    return list(dict.fromkeys(min(entries[key]) for _, _, key in ranked))[:limit]
