"""Each saved question has the same answer from the embedded store and from a Neo4j server, whatever is typed."""

from collections.abc import Iterator

import pytest
from policygraph.graph.property.bolt_database import open_bolt
from policygraph.graph.property.push import push_graph
from policygraph.graph.quads.description import to_text
from policygraph.graph.quads.terms import DERIVED, FORM_KEY, NAME_KEY
from policygraph.graph.storage.login import Credentials
from policygraph.graph.storage.store import GraphStore, open_for_reading
from policygraph.queries.answer import run_query
from policygraph.queries.backend import Backend
from policygraph.queries.backends import open_backend
from policygraph.queries.binding import limit
from policygraph.queries.catalogue import load_catalogue
from policygraph.queries.saved_query import SavedQuery
from policygraph.queries.sparql_backend import SparqlBackend

from ..servers.neo4j_server import Server
from .corpora import CORPORA, FIRST, HOSTILE, cut, fill_corpus, find_asked, find_outcome

CATALOGUE = load_catalogue()
every_question = pytest.mark.parametrize("query", CATALOGUE.values(), ids=list(CATALOGUE))


@pytest.fixture(scope="module", params=CORPORA)
def both(
    request: pytest.FixtureRequest, neo4j_server: Server, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[GraphStore, Backend]]:
    """A store, and the server into which it was pushed."""
    path = tmp_path_factory.mktemp("twins") / "store"
    fill_corpus(request.param, path)

    with open_for_reading(path) as store:
        with open_bolt(neo4j_server.uri, lambda _: to_credentials(neo4j_server)) as database:
            push_graph(store, database)
        with open_backend(neo4j_server.uri, lambda _: to_credentials(neo4j_server)) as neo4j:
            yield store, neo4j


def to_credentials(server: Server) -> Credentials:
    return Credentials(username=server.username, password=server.password)


def test_every_question_has_a_twin() -> None:
    assert [query.name for query in CATALOGUE.values() if query.cypher is None] == []


@every_question
def test_the_twin_is_told_how_many_rows_are_wanted_where_the_question_is(query: SavedQuery) -> None:
    assert query.cypher is not None
    assert "$_first" in query.cypher or limit(query.sparql, 1) == query.sparql


@every_question
def test_both_give_the_same_rows_in_the_same_order(query: SavedQuery, both: tuple[GraphStore, Backend]) -> None:
    embedded, neo4j = SparqlBackend(both[0]), both[1]
    for given in find_asked(both[0], query):
        whole = run_query(embedded, query, given)
        assert run_query(neo4j, query, given) == whole, given
        for first in FIRST:
            assert run_query(neo4j, query, given, first=first) == cut(whole, first), (given, first)


@every_question
@pytest.mark.parametrize("both", ["records"], indirect=True)
def test_whatever_is_typed_is_a_value_and_no_code(query: SavedQuery, both: tuple[GraphStore, Backend]) -> None:
    embedded, neo4j = SparqlBackend(both[0]), both[1]
    for parameter in query.parameters:
        for value in HOSTILE:
            given = {parameter.name: value}
            assert find_outcome(neo4j, query, given) == find_outcome(embedded, query, given), (parameter.name, value)


def test_a_name_means_the_same_to_both(both: tuple[GraphStore, Backend]) -> None:
    embedded, neo4j = SparqlBackend(both[0]), both[1]
    keys = {to_text(quad.object) for term in (NAME_KEY, FORM_KEY) for quad in both[0].find_quads(DERIVED, None, term)}
    odd = {"", "*", '"', "\\", 'a" OR "b', "home?", "x" * 40_000, *(f"{key[:-1]}*" for key in keys), *HOSTILE}
    for name in sorted(keys | {key.upper() for key in keys} | odd):
        assert neo4j.find_candidates(name) == embedded.find_candidates(name), name
