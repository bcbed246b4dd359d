"""What the vocabulary knows of an entity: background, never a letter's word."""

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode

from ..quads.description import to_text
from ..quads.terms import (
    ACRONYM,
    ALT_LABEL,
    BROADER,
    COUNTRY,
    EXACT_MATCH,
    NOTATION,
    OFFICE_IN,
    PREF_LABEL,
    VOCABULARY,
)
from .store import GraphStore

_RELATIONS = (
    (ALT_LABEL, "also called"),
    (ACRONYM, "acronym"),
    (NOTATION, "code"),
    (COUNTRY, "country"),
    (BROADER, "part of"),
    (OFFICE_IN, "office in"),
    (EXACT_MATCH, "public identifier"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """One thing that the vocabulary says: `relation` in words ("part of"), `value` a name or an address."""

    relation: str
    value: str


def find_background(store: GraphStore, entity: str) -> Iterator[Background]:
    """Yield what the vocabulary says of an entity, nothing when it does not hold it."""
    for term, relation in _RELATIONS:
        quads = store.find_quads(VOCABULARY, NamedNode(entity), term)
        for value in sorted(_find_label(store, to_text(quad.object)) for quad in quads):
            yield Background(relation=relation, value=value)


def _find_label(store: GraphStore, value: str) -> str:
    """Return the label of what the vocabulary holds, everything else as it is."""
    if "://" not in value:
        return value
    labels = store.find_quads(VOCABULARY, NamedNode(value), PREF_LABEL)
    return min((to_text(quad.object) for quad in labels), default=value)
