"""The ontology says what every name means that the graph, shapes, vocabulary and questions use."""

import re
from pathlib import Path

import pytest
from policygraph.graph.quads.terms import ENTITY_CLASSES, ONTOLOGY, RELATIONS, STATEMENT_CLASSES
from pyoxigraph import RdfFormat, parse

ROOT = Path(__file__).parents[2]
RDFS = "http://www.w3.org/2000/01/rdf-schema#"


def load(name: str) -> list[tuple[str, str, str]]:
    quads = parse((ROOT / "ontology" / name).read_bytes(), RdfFormat.TURTLE)
    return [(str(quad.subject)[1:-1], quad.predicate.value, str(quad.object)) for quad in quads]


def find_used(*texts: str) -> set[str]:
    return {ONTOLOGY + name for text in texts for name in re.findall(r"\bpg:(\w+)", text)}


ONTOLOGY_FACTS = load("policygraph.ttl")
DEFINED = {subject for subject, _, _ in ONTOLOGY_FACTS if subject.startswith(ONTOLOGY)}
SHAPES = {name for name in find_used((ROOT / "ontology" / "shapes.ttl").read_text()) if name.endswith("Shape")}


def test_every_name_in_the_code_is_defined() -> None:
    code = (ROOT / "graph" / "quads" / "terms.py").read_text(encoding="utf-8")
    names = {ONTOLOGY + name for name in re.findall(r"\{ONTOLOGY\}(\w+)", code)}
    mapped = (ENTITY_CLASSES, RELATIONS, STATEMENT_CLASSES)
    assert names | {node.value for nodes in mapped for node in nodes.values()} <= DEFINED


@pytest.mark.parametrize(
    "path",
    [*ROOT.glob("ontology/*.ttl"), *ROOT.glob("ontology/vocabulary/*.ttl"), *ROOT.glob("queries/*.rq")],
    ids=lambda path: path.name,
)
def test_every_name_in_a_file_is_defined(path: Path) -> None:
    assert find_used(path.read_text(encoding="utf-8")) - SHAPES <= DEFINED


@pytest.mark.parametrize("term", ["label", "comment"])
def test_every_name_says_what_it_means(term: str) -> None:
    assert {subject for subject, predicate, _ in ONTOLOGY_FACTS if predicate == RDFS + term} >= DEFINED


def test_every_relation_has_a_shape() -> None:
    text = (ROOT / "ontology" / "shapes.ttl").read_text(encoding="utf-8")
    targets = " ".join(re.findall(r'sh:select "([^"]+)"', text))
    assert find_used(targets) == {node.value for node in RELATIONS.values()}


def test_every_constraint_of_a_shape_has_a_message() -> None:
    facts = load("shapes.ttl")
    shacl = "http://www.w3.org/ns/shacl#"
    constraints = {value[1:-1] for _, predicate, value in facts if predicate == f"{shacl}property"}
    explained = {subject for subject, predicate, _ in facts if predicate == f"{shacl}message"}
    # Within an alternative (sh:xone) the message is that of the shape.
    alternatives = {
        value[1:-1]
        for subject, predicate, value in facts
        if predicate == f"{shacl}property" and not subject.startswith(ONTOLOGY[:-1])
    }
    assert constraints - alternatives <= explained
