"""The property graph says what the quads say: facts as relationships, denials apart, everything with its evidence."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from policygraph.graph.loading.build import build_graph
from policygraph.graph.loading.source_files import find_sources
from policygraph.graph.property.element import Element, Node, Relationship
from policygraph.graph.property.property_graph import build_property_graph
from policygraph.graph.quads.terms import ONTOLOGY, RDF
from policygraph.graph.storage.store import open_for_reading, open_for_writing
from policygraph.model.judgement import Standing
from policygraph.model.link import Judged, Links
from policygraph.model.reading import Reading
from policygraph.model.statement import Predicate
from pyoxigraph import RdfFormat, parse

from ..queries.records import open_filled
from .records import build_reading, readings, write_letter

ROOT = Path(__file__).parents[2]
Make = Callable[..., list[Element]]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Return the property graph of letters with the given bodies."""

    def build(*bodies: str) -> list[Element]:
        for number, body in enumerate(bodies):
            write_letter(tmp_path / "letters" / f"{number}.txt", body, reference=f"R/{number}")
        with open_for_writing(tmp_path / "store") as store:
            build_graph(store, find_sources([str(tmp_path / "letters")]))
            return list(build_property_graph(store))

    return build


@pytest.fixture(scope="module")
def sample_elements(tmp_path_factory: pytest.TempPathFactory) -> list[Element]:
    path = tmp_path_factory.mktemp("property-graph") / "store"
    with open_for_writing(path) as store:
        build_graph(store, find_sources([str(ROOT / "letters")]))
    with open_for_reading(path) as store:
        return list(build_property_graph(store))


def find_nodes(elements: list[Element], label: str) -> list[Node]:
    return [element for element in elements if isinstance(element, Node) and label in element.labels]


def find_relationships(elements: list[Element], kind: str) -> list[Relationship]:
    return [element for element in elements if isinstance(element, Relationship) and element.type == kind]


def test_every_label_and_type_is_a_name_of_the_ontology(sample_elements: list[Element]) -> None:
    quads = parse((ROOT / "ontology" / "policygraph.ttl").read_bytes(), RdfFormat.TURTLE)
    names = {str(quad.subject)[1:-1].removeprefix(ONTOLOGY) for quad in quads}
    types = {name.replace("_", "").lower() for name in ("SUBJECT", "OBJECT")} | {name.lower() for name in names}
    for element in sample_elements:
        if isinstance(element, Node):
            assert set(element.labels) <= names
            assert "PolicyGraph" in element.labels
        else:
            assert element.type.replace("_", "").lower() in types


def test_both_ends_of_a_relationship_come_before_it(sample_elements: list[Element]) -> None:
    known: set[str] = set()
    for element in sample_elements:
        if isinstance(element, Node):
            assert element.iri not in known
            known.add(element.iri)
        else:
            assert {element.start, element.end} <= known


def test_it_is_the_same_each_time(sample_elements: list[Element], make: Make) -> None:
    versions = [str(element.to_row()["version"]) for element in sample_elements]
    assert len(set(versions)) == len(versions)
    first = make("The Ministry of Water runs the Water Restoration Fund.")
    again = make("The Ministry of Water runs the Water Restoration Fund.")
    assert first == again
    assert [element.to_row() for element in first] == [element.to_row() for element in again]


def test_a_fact_is_one_relationship_with_its_evidence(make: Make) -> None:
    elements = make("The Ministry of Water runs the Water Restoration Fund.")
    (runs,) = find_relationships(elements, "RUNS")
    letter = str(runs.properties["letter"])
    quote = "The Ministry of Water runs the Water Restoration Fund."
    (node,) = find_nodes(elements, "Letter")
    start = str(node.properties["text"]).index(quote)
    assert runs.properties["quotes"] == (quote,)
    assert runs.properties["letters"] == (letter,)
    assert (runs.properties["starts"], runs.properties["ends"]) == ((start,), (start + len(quote),))
    assert {"id", "rule", "confidence"} <= set(runs.properties)


def test_the_same_fact_of_two_letters_is_two_relationships_between_two_nodes(make: Make) -> None:
    elements = make(
        "The Home Office runs the Voluntary Returns Service.",
        "As you know, the Home Office runs the Voluntary Returns Service.",
    )
    first, second = find_relationships(elements, "RUNS")
    assert (first.start, first.end) == (second.start, second.end)
    assert first.properties["letter"] != second.properties["letter"]
    assert len([node for node in find_nodes(elements, "Scheme") if node.iri == first.end]) == 1


def test_what_is_denied_is_a_node_and_never_a_relationship(make: Make) -> None:
    elements = make("The Ministry of Water does not run the Water Restoration Fund.")
    assert find_relationships(elements, "RUNS") == []
    (denial,) = find_nodes(elements, "Denial")
    assert denial.properties["predicate"] == "RUNS"
    (subject,) = find_relationships(elements, "SUBJECT")
    (thing,) = find_relationships(elements, "OBJECT")
    assert subject.start == thing.start == denial.iri


def test_what_each_letter_calls_a_thing_stands_on_the_mention(make: Make) -> None:
    elements = make("The Water Restoration Fund (WRF) is open. The WRF is large.")
    (scheme,) = find_nodes(elements, "Scheme")
    (mention,) = [each for each in find_relationships(elements, "MENTIONS") if each.end == scheme.iri]
    assert mention.properties["name"] == "Water Restoration Fund"
    assert "WRF" in mention.properties["form"]  # type: ignore[operator]
    assert len(mention.properties["starts"]) == len(mention.properties["ends"]) >= 2  # type: ignore[arg-type]


def test_replies_and_what_is_the_same_are_relationships(sample_elements: list[Element]) -> None:
    (reply,) = find_relationships(sample_elements, "REPLIES_TO")
    assert reply.properties["days"] == 251
    assert reply.properties["quotes"]
    (same,) = find_relationships(sample_elements, "SAME_AS")
    assert same.start != same.end
    assert same.properties["why"]


def test_no_property_is_an_iri_of_rdf_itself(sample_elements: list[Element]) -> None:
    assert not [name for element in sample_elements for name in element.properties if RDF in name]


def test_a_fact_that_an_analyst_has_rejected_is_a_node(tmp_path: Path) -> None:
    reading = build_reading()
    runs = next(each for each in reading.statements if each.predicate is Predicate.RUNS)
    links = Links(judged=(Judged(target=runs.id, standing=Standing.REJECTED),))
    with open_filled(tmp_path / "store", [reading], links) as store:
        elements = list(build_property_graph(store))
    assert find_relationships(elements, "RUNS") == []
    (node,) = find_nodes(elements, "Statement")
    assert (node.iri, node.properties["predicate"], node.properties["standing"]) == (runs.id, "RUNS", "rejected")
    assert "Judged" in node.labels


@settings(max_examples=20, deadline=None)
@given(readings())
def test_any_reading_becomes_a_graph_in_which_each_relationship_has_its_ends(reading: Reading) -> None:
    with TemporaryDirectory() as folder, open_filled(Path(folder, "store"), [reading], Links()) as store:
        test_both_ends_of_a_relationship_come_before_it(list(build_property_graph(store)))
