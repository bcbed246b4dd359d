"""Each saved question has the same answer from the embedded store and from a SPARQL server, whatever is typed."""

from collections.abc import Iterator

import pytest
from policygraph.graph.storage.endpoint import Endpoint, open_endpoint
from policygraph.graph.storage.push_dataset import push_dataset
from policygraph.graph.storage.store import GraphStore, open_for_reading
from policygraph.queries.answer import run_query
from policygraph.queries.catalogue import load_catalogue
from policygraph.queries.saved_query import SavedQuery
from policygraph.queries.sparql_backend import SparqlBackend

from .corpora import CORPORA, HOSTILE, cut, fill_corpus, find_asked, find_outcome

CATALOGUE = load_catalogue()
every_question = pytest.mark.parametrize("query", CATALOGUE.values(), ids=list(CATALOGUE))


@pytest.fixture(scope="module", params=CORPORA)
def both(
    request: pytest.FixtureRequest, endpoint_address: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[GraphStore, Endpoint]]:
    """A store, and the endpoint into which it was pushed."""
    path = tmp_path_factory.mktemp("endpoint") / "store"
    fill_corpus(request.param, path)
    with open_for_reading(path) as store:
        push_dataset(store, Endpoint(endpoint_address))
        yield store, open_endpoint(endpoint_address)


@every_question
def test_both_give_the_same_rows_in_the_same_order(query: SavedQuery, both: tuple[GraphStore, Endpoint]) -> None:
    embedded, remote = map(SparqlBackend, both)
    for given in find_asked(both[0], query):
        whole = run_query(embedded, query, given)
        assert run_query(remote, query, given) == whole, given
        assert run_query(remote, query, given, first=2) == cut(whole, 2), given


@every_question
@pytest.mark.parametrize("both", ["records"], indirect=True)
def test_whatever_is_typed_is_a_value_and_no_code(query: SavedQuery, both: tuple[GraphStore, Endpoint]) -> None:
    embedded, remote = map(SparqlBackend, both)
    for parameter in query.parameters:
        for value in HOSTILE:
            given = {parameter.name: value}
            assert find_outcome(embedded, query, given) == find_outcome(remote, query, given), (parameter.name, value)
    assert set(both[0].find_quads(None)) == set(both[1].find_quads(None))
