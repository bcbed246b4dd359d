"""Each entry of the vocabulary is whole, and no name leads to two entries."""

from collections import defaultdict
from pathlib import Path

import pytest
from policygraph.ontology.vocabulary import vocabulary_files
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

SKOS = "http://www.w3.org/2004/02/skos/core#"
PG = "https://w3id.org/policygraph#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

Facts = dict[str, dict[str, list[Literal | NamedNode]]]


def load(path: Path) -> Facts:
    facts: Facts = defaultdict(lambda: defaultdict(list))
    for quad in parse(path.read_bytes(), RdfFormat.TURTLE):
        assert isinstance(quad, Quad)
        assert isinstance(quad.subject, NamedNode)
        assert isinstance(quad.object, Literal | NamedNode)
        facts[quad.subject.value][quad.predicate.value].append(quad.object)
    return facts


def find_classes(entry: dict[str, list[Literal | NamedNode]]) -> list[str]:
    return [kind.value for kind in entry[RDF_TYPE] if kind.value.startswith(PG)]


FILES = vocabulary_files()
CONCEPTS: list[tuple[str, dict[str, list[Literal | NamedNode]]]] = [
    (iri, entry)
    for path in FILES
    for iri, entry in load(path).items()
    if NamedNode(SKOS + "Concept") in entry[RDF_TYPE]
]
BY_IRI = dict(CONCEPTS)


def find_shared(predicates: tuple[str, ...]) -> dict[str, set[str]]:
    """Return the names that stand in two concepts, those of common words aside."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for iri, entry in CONCEPTS:
        if entry[PG + "ambiguous"]:
            continue
        for predicate in predicates:
            for name in entry[predicate]:
                bearers[name.value].add(iri)
    return {name: iris for name, iris in bearers.items() if len(iris) > 1}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_holds_concepts(path: Path) -> None:
    assert any(NamedNode(SKOS + "Concept") in entry[RDF_TYPE] for entry in load(path).values())


def test_every_concept_stands_in_one_file() -> None:
    assert len(BY_IRI) == len(CONCEPTS)


def test_every_concept_has_one_english_label() -> None:
    assert not [
        iri
        for iri, entry in CONCEPTS
        if [getattr(label, "language", None) for label in entry[SKOS + "prefLabel"]] != ["en"]
    ]


def test_every_concept_has_one_class() -> None:
    assert not [iri for iri, entry in CONCEPTS if len(find_classes(entry)) != 1]


def test_every_concept_is_in_one_scheme() -> None:
    assert not [iri for iri, entry in CONCEPTS if len(entry[SKOS + "inScheme"]) != 1]


def test_no_acronym_means_two_concepts() -> None:
    assert not find_shared((PG + "acronym",))


def test_no_unambiguous_name_means_two_concepts() -> None:
    assert not find_shared((SKOS + "prefLabel", SKOS + "altLabel", PG + "acronym"))


def test_no_concept_repeats_a_name() -> None:
    repeated = {}
    for iri, entry in CONCEPTS:
        names = [name.value for kind in ("prefLabel", "altLabel") for name in entry[SKOS + kind]]
        if len(names) != len(set(names)):
            repeated[iri] = names
    assert not repeated


@pytest.mark.parametrize(
    ("predicate", "kind"),
    [(SKOS + "broader", None), (PG + "officeIn", "Organisation"), (PG + "country", "Country")],
    ids=["broader", "officeIn", "country"],
)
def test_what_a_concept_points_to_is_in_the_vocabulary(predicate: str, kind: str | None) -> None:
    for iri, entry in CONCEPTS:
        for target in entry[predicate]:
            assert target.value in BY_IRI, iri
            assert kind is None or find_classes(BY_IRI[target.value]) == [PG + kind], iri
