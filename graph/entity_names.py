"""Finding an entity by any of its names, and the nearest names when nothing has that one."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable

from pyoxigraph import NamedNode
from rapidfuzz import fuzz, process

from .description import to_text
from .store import GraphStore
from .terms import ACRONYM, ALT_LABEL, FORM, LABEL, MENTIONS, NAME, PREF_LABEL, VOCABULARY

_NAMES = (NAME, LABEL)
_VOCABULARY_NAMES = (PREF_LABEL, ALT_LABEL, ACRONYM)


class EntityNames:
    """The names of everything that letters name: the letters' own and the vocabulary's."""

    def __init__(self, store: GraphStore) -> None:
        self._entities = {to_text(quad.object) for quad in store.find_quads(None, None, MENTIONS)}
        self._names = self._load(store, [(term, None) for term in _NAMES])
        self._names |= self._load(store, [(term, VOCABULARY) for term in _VOCABULARY_NAMES])
        self._forms = self._load(store, [(FORM, None)])

    def find(self, name: str) -> frozenset[str]:
        """Return the entities (IRIs) of that name; only when there is none, those that a letter calls so.

        Case, accents and a "the" in front do not count.
        """
        key = to_key(name)
        for names in (self._names, self._forms):
            if found := frozenset(iri for iri, label in names if to_key(label) == key):
                return found
        return frozenset()

    def find_forms(self, entities: Iterable[str]) -> list[str]:
        """Return every form in which letters name some entities, in alphabetical order."""
        wanted = set(entities)
        return sorted({label for iri, label in self._forms if iri in wanted})

    def find_nearest(self, name: str, limit: int = 5) -> list[str]:
        """Return the names that are spelt most like `name`, the nearest first."""
        labels: dict[str, list[str]] = defaultdict(list)
        for _, label in sorted(self._names | self._forms):
            labels[to_key(label)].append(label)
        found = process.extract(to_key(name), sorted(labels), scorer=fuzz.WRatio, limit=None, score_cutoff=70)
        # WRatio likes short texts too much: "or" is in many a name.
        ranked = sorted((-score, abs(len(key) - len(name)), key) for key, score, _ in found if 2 * len(key) > len(name))
        return [labels[key][0] for _, _, key in ranked[:limit]]

    def _load(self, store: GraphStore, places: Iterable[tuple[NamedNode, NamedNode | None]]) -> set[tuple[str, str]]:
        names = set()
        for term, graph in places:
            for quad in store.find_quads(graph, None, term):
                if (iri := to_text(quad.subject)) in self._entities:
                    names.add((iri, to_text(quad.object)))
        return names


def to_key(name: str) -> str:
    """Return a name in the form in which names are compared: "The Red Cross" is "red cross"."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(bare.split()).removeprefix("the ")
