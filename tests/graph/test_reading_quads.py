"""A reading survives the graph without loss, and only what a letter affirms becomes an edge."""

from hypothesis import given
from policygraph.graph.quads.reading_order import order_reading
from policygraph.graph.quads.reading_quads import from_quads, to_quads
from policygraph.graph.quads.terms import MEMBERSHIP, RELATIONS, TYPE
from policygraph.model.reading import Reading
from policygraph.model.statement import Polarity, Predicate
from pyoxigraph import NamedNode, Store

from .records import build_reading, readings


@given(readings())
def test_any_reading_comes_back_from_its_quads_as_it_was(reading: Reading) -> None:
    assert from_quads(to_quads(reading)) == order_reading(reading)


@given(readings())
def test_any_reading_comes_back_from_a_store_as_it_was(reading: Reading) -> None:
    store = Store()
    store.extend(to_quads(reading))
    quads = store.quads_for_pattern(None, None, None, NamedNode(reading.letter.iri))
    assert from_quads(quads) == order_reading(reading)


@given(readings())
def test_putting_a_reading_in_order_twice_changes_nothing(reading: Reading) -> None:
    ordered = order_reading(reading)
    assert order_reading(ordered) == ordered


@given(readings())
def test_the_edges_are_exactly_what_the_letter_affirms(reading: Reading) -> None:
    relations = {node: predicate for predicate, node in RELATIONS.items()}
    edges = {
        (str(quad.subject)[1:-1], relations[quad.predicate], str(quad.object)[1:-1])
        for quad in to_quads(reading)
        if quad.predicate in relations
    }
    assert edges == {
        (statement.subject, statement.predicate, statement.object)
        for statement in order_reading(reading).statements
        if statement.polarity is Polarity.AFFIRMED
    }


@given(readings())
def test_everything_stands_in_the_letters_own_graph(reading: Reading) -> None:
    assert {quad.graph_name for quad in to_quads(reading)} == {NamedNode(reading.letter.iri)}


def test_holding_an_office_is_a_membership_and_nothing_else_is() -> None:
    reading = build_reading()
    tenures = [item.id for item in reading.statements if item.predicate is Predicate.HOLDS_OFFICE]
    found = [str(quad.subject)[1:-1] for quad in to_quads(reading) if quad.object == MEMBERSHIP]
    assert found == tenures
    assert all(quad.predicate == TYPE for quad in to_quads(reading) if quad.object == MEMBERSHIP)
