"""The vocabulary: named things that patterns cannot know, as SKOS concepts with their other names."""

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final, NamedTuple, Protocol, cast

import pyoxigraph

NAMESPACE: Final = "https://w3id.org/policygraph#"
_SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
_RDF_TYPE: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_SCHEME: Final = _SKOS + "ConceptScheme"
_LABEL: Final = _SKOS + "prefLabel"
_OTHER_LABEL: Final = _SKOS + "altLabel"
_BROADER: Final = _SKOS + "broader"
_ACRONYM: Final = NAMESPACE + "acronym"
_COUNTRY: Final = NAMESPACE + "country"
_OFFICE_IN: Final = NAMESPACE + "officeIn"
_AMBIGUOUS: Final = NAMESPACE + "ambiguous"
_BARE_NAME: Final = NAMESPACE + "bareName"
_READ: Final = frozenset(
    {_RDF_TYPE, _LABEL, _OTHER_LABEL, _BROADER, _ACRONYM, _COUNTRY, _OFFICE_IN, _AMBIGUOUS, _BARE_NAME}
)
_TYPES: Final = {
    NAMESPACE + kind: kind.lower()
    for kind in ("Office", "Organisation", "Treaty", "Legislation", "Scheme", "Document", "Country")
}


class _Valued(Protocol):
    value: str


class Concept(NamedTuple):
    """One entry. `type` is an entity type in lower case; `country`, `parent` and `body` are IRIs or None.

    `names` holds the label and all other names, `acronyms` are matched as they are written. An `ambiguous`
    concept's label is a common word too: it counts only where the context says so. `bare` names ("Government",
    "Congress") mean it only in a letter of its own country. A tuple, for all of them are made at every start.
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

    def is_clear(self, name: str) -> bool:
        """Tell whether one of its names says by itself what is meant.

        "Green Book" is a common word too; "HM Treasury Green Book" of the same entry is clear.
        """
        return not self.ambiguous or (
            len(name) > len(self.label) and sum(word[0].isupper() for word in name.removeprefix("The ").split()) > 1
        )


@cache
def load_vocabulary() -> dict[str, Concept]:
    """Return all concepts of `vocabulary/*.ttl` by IRI, in order of IRI."""
    table: dict[str, dict[str, list[str]]] = {}
    for path in vocabulary_files():
        for quad in pyoxigraph.parse(path.read_bytes(), format=pyoxigraph.RdfFormat.TURTLE):
            predicate = quad.predicate.value
            if predicate in _READ:
                subject, value = cast("_Valued", quad.subject).value, cast("_Valued", quad.object).value
                table.setdefault(subject, {}).setdefault(predicate, []).append(value)
    return {iri: _to_concept(iri, table[iri]) for iri in sorted(table) if _SCHEME not in table[iri][_RDF_TYPE]}


def vocabulary_files() -> list[Path]:
    """Return the Turtle files of the vocabulary in order of name."""
    folder = files(__package__) / "vocabulary"
    return sorted((Path(str(entry)) for entry in folder.iterdir() if entry.name.endswith(".ttl")), key=str)


def _to_concept(iri: str, facts: dict[str, list[str]]) -> Concept:
    find = facts.get
    labels = facts[_LABEL]
    others = find(_OTHER_LABEL)
    return Concept(
        iri,
        next(_TYPES[each] for each in facts[_RDF_TYPE] if each in _TYPES),
        labels[0],
        tuple(dict.fromkeys([*labels, *sorted(others)])) if others else (labels[0],),
        tuple(sorted(find(_ACRONYM, ()))),
        min(find(_COUNTRY, ()), default=None),
        min(find(_BROADER, ()), default=None),
        min(find(_OFFICE_IN, ()), default=None),
        "true" in find(_AMBIGUOUS, ()),
        tuple(sorted(find(_BARE_NAME, ()))),
    )
