"""A bound value is one term of the query, whatever it holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from policygraph.queries.binding import bind, find_variables
from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

texts = st.text(st.characters(exclude_categories=["Cs"]))


def ask(query: str) -> list[tuple[object, ...]]:
    found = Store().query(query)
    assert isinstance(found, QuerySolutions)
    return [tuple(row) for row in found]


@given(texts)
def test_any_text_comes_back_as_it_was(text: str) -> None:
    query = bind("SELECT (?_name AS ?one) (STRLEN(?_name) AS ?length) { }", {"_name": Literal(text)})
    ((one, _),) = ask(query)
    assert one == Literal(text)


@given(texts)
def test_a_value_is_not_bound_again(text: str) -> None:
    values = {"_one": Literal(f"?_two {text}"), "_two": Literal('"?_one')}
    query = bind("SELECT (?_one AS ?a) (?_two AS ?b) { }", values)
    assert ask(query) == [(values["_one"], values["_two"])]


@pytest.mark.parametrize(
    "query",
    [
        'SELECT ("?_name" AS ?a) { }',
        "SELECT ('a \\' ?_name' AS ?a) { }",
        'SELECT ("""a "?_name" b""" AS ?a) { }',
        "SELECT (<urn:x?_name> AS ?a) { }",
        "SELECT (1 AS ?a) { # ?_name\n}",
        "SELECT (1 AS ?a) { BIND(2 AS ?_names) }",
    ],
)
def test_what_only_looks_like_the_variable_stays(query: str) -> None:
    assert bind(query, {"_name": NamedNode("urn:value")}) == query


def test_a_comparison_is_no_iri() -> None:
    assert bind("FILTER(?a < ?_x && ?b > $_x)", {"_x": Literal(1)}).count("integer") == 2


def test_variables_are_found_outside_of_texts() -> None:
    assert find_variables('SELECT ?a $b { ?a <urn:?c> "?d" } # ?e') == {"a", "b"}
