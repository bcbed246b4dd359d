"""The vocabulary: named things that patterns cannot know, as SKOS concepts with their other names."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

import pyoxigraph

NAMESPACE: Final = "https://w3id.org/policygraph#"
_SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
_RDF_TYPE: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_TYPES: Final = ("Office", "Organisation", "Treaty", "Legislation", "Scheme", "Document", "Country")


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One entry. `type` is an entity type in lower case; `country`, `parent` and `body` are IRIs or None.

    `names` holds the label and all other names, `acronyms` are matched as they are written. An `ambiguous`
    concept's names are common words too: they count only where the context says so. `bare` names ("Government",
    "Congress") mean it only in a letter of its own country.
    """

    iri: str
    type: str
    label: str
    names: tuple[str, ...]
    acronyms: tuple[str, ...]
    country: str | None
    parent: str | None
    body: str | None
    ambiguous: bool
    bare: tuple[str, ...]


@cache
def load_vocabulary() -> dict[str, Concept]:
    """Return all concepts of `vocabulary/*.ttl` by IRI, in order of IRI."""
    table: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for path in vocabulary_files():
        for quad in pyoxigraph.parse(path.read_bytes(), format=pyoxigraph.RdfFormat.TURTLE):
            table[_value(quad.subject)][_value(quad.predicate)].append(_value(quad.object))
    concepts = (_to_concept(iri, table[iri]) for iri in sorted(table))
    return {concept.iri: concept for concept in concepts if concept is not None}


def vocabulary_files() -> list[Path]:
    """Return the Turtle files of the vocabulary in order of name."""
    folder = files(__package__) / "vocabulary"
    return sorted((Path(str(entry)) for entry in folder.iterdir() if entry.name.endswith(".ttl")), key=str)


def _to_concept(iri: str, facts: dict[str, list[str]]) -> Concept | None:
    types = [kind for kind in _TYPES if NAMESPACE + kind in facts[_RDF_TYPE]]
    if not types:
        return None
    labels = facts[_SKOS + "prefLabel"]
    return Concept(
        iri=iri,
        type=types[0].lower(),
        label=labels[0],
        names=tuple(dict.fromkeys([*labels, *sorted(facts[_SKOS + "altLabel"])])),
        acronyms=tuple(sorted(facts[NAMESPACE + "acronym"])),
        country=_first(facts[NAMESPACE + "country"]),
        parent=_first(facts[_SKOS + "broader"]),
        body=_first(facts[NAMESPACE + "officeIn"]),
        ambiguous="true" in facts[NAMESPACE + "ambiguous"],
        bare=tuple(sorted(facts[NAMESPACE + "bareName"])),
    )


def _first(values: list[str]) -> str | None:
    return min(values) if values else None


def _value(term: object) -> str:
    return str(getattr(term, "value", term))
