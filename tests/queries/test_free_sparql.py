"""A free question reads the graph that is named, and nothing else; it is judged by what it is, not by its words."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from policygraph.graph.storage.store import open_for_reading
from policygraph.model.errors import QueryError
from policygraph.queries.answer import run_free_question
from policygraph.queries.sparql_backend import SparqlBackend

PREFIX = "PREFIX pg: <https://w3id.org/policygraph#> "
LETTERS = "SELECT ?letter ?date { GRAPH ?letter { ?letter pg:date ?date } }"


@pytest.fixture
def backend(samples: Path) -> Iterator[SparqlBackend]:
    with SparqlBackend(open_for_reading(samples)) as opened:
        yield opened


def test_the_four_forms_are_answered_in_a_fixed_order(backend: SparqlBackend) -> None:
    assert [row.cells[1] for row in run_free_question(backend, f"{PREFIX}{LETTERS} ORDER BY DESC(?date)").rows] == [
        "2022-02-15",
        "2021-06-09",
        "2021-01-07",
    ]
    unordered = run_free_question(backend, PREFIX + LETTERS)
    assert list(unordered.rows) == sorted(unordered.rows, key=lambda row: row.cells)
    assert run_free_question(backend, "ASK { GRAPH ?g { ?s ?p ?o } }").rows[0].cells == ("true",)
    letter = unordered.rows[0].cells[0]
    for question in (f"DESCRIBE <{letter}>", "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } } LIMIT 3"):
        table = run_free_question(backend, question)
        assert [column.name for column in table.columns] == ["subject", "predicate", "object"]
    assert len(table.rows) == 3


def test_passages_in_an_answer_are_quoted(backend: SparqlBackend) -> None:
    question = f"{PREFIX}SELECT ?quote ?passage {{ GRAPH ?g {{ ?passage a pg:Passage ; pg:quote ?quote }} }} LIMIT 5"
    for row in run_free_question(backend, question).rows:
        assert [quotation.quote for quotation in row.evidence] == [row.cells[0]]


@pytest.mark.parametrize(
    "question",
    [
        "SELECT * { SERVICE <http://example.org/sparql> { ?s ?p ?o } }",
        "SELECT * { { SELECT * { OPTIONAL { service silent <http://example.org/> { ?s ?p ?o } } } } }",
        "SELECT * { FILTER EXISTS { SERVICE ?where { ?s ?p ?o } } }",
        "SELECT * { \\u0053ERVICE <http://example.org/> { ?s ?p ?o } }",
    ],
)
def test_what_reaches_out_is_refused(backend: SparqlBackend, question: str) -> None:
    with pytest.raises(QueryError, match="SERVICE is refused"):
        run_free_question(backend, question)


@pytest.mark.parametrize("clause", ["FROM", "FROM NAMED"])
def test_a_graph_that_is_not_held_is_not_fetched(backend: SparqlBackend, clause: str) -> None:
    with pytest.raises(QueryError, match=r"FROM <http://example\.org/data> is refused"):
        run_free_question(backend, f"SELECT * {clause} <http://example.org/data> {{ ?s ?p ?o }}")


def test_a_graph_that_is_held_may_be_named(backend: SparqlBackend) -> None:
    question = f"{PREFIX}ASK FROM <https://w3id.org/policygraph/graph/derived> {{ ?s pg:shownName ?o }}"
    assert run_free_question(backend, question).rows[0].cells == ("true",)


@pytest.mark.parametrize(
    "question",
    [
        "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
        "DELETE WHERE { ?s ?p ?o }",
        "LOAD <http://example.org/data>",
        "DROP ALL",
        "CLEAR GRAPH <https://w3id.org/policygraph/graph/derived>",
        "INSERT { ?s ?p 1 } WHERE { SELECT * { ?s ?p ?o } }",
    ],
)
def test_what_changes_the_graph_is_refused(backend: SparqlBackend, question: str) -> None:
    with pytest.raises(QueryError, match="This would change the graph"):
        run_free_question(backend, question)


@pytest.mark.parametrize(
    "question",
    [
        'SELECT ("SERVICE <http://example.org/> { } ; DROP ALL" AS ?a) { }',
        "SELECT (1 AS ?a) { # SERVICE <http://example.org/> { }\n}",
        'SELECT (REPLACE("LOAD", "INSERT", "DELETE") AS ?a) { }',
        "PREFIX service: <urn:x> SELECT (1 AS ?a) { OPTIONAL { service:load service:drop ?SERVICE } }",
    ],
)
def test_a_word_in_a_text_or_a_name_is_only_a_word(backend: SparqlBackend, question: str) -> None:
    assert len(run_free_question(backend, question).rows) == 1


@pytest.mark.parametrize(
    ("question", "message"),
    [
        ("", "The question is empty"),
        ("SELECT ?a { ?a ", "no SPARQL 1.1: line 1"),
        ("SELECT ?a { ?a nope:b ?c }", "no SPARQL 1.1: .*nope"),
        ("MATCH (n) RETURN n", "no SPARQL 1.1"),
        ("SELECT * {" + "{" * 5000 + "}" * 5000 + "}", "nested too deeply|no SPARQL"),
    ],
)
def test_what_is_no_question_is_told(backend: SparqlBackend, question: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        run_free_question(backend, question)
