"""The first rows of an answer are the same, whether they alone are worked out or all of them."""

from collections.abc import Iterator

import pytest
from policygraph.graph.storage.store import GraphStore, open_for_reading
from policygraph.queries.answer import run_query
from policygraph.queries.catalogue import load_catalogue
from policygraph.queries.saved_query import SavedQuery
from policygraph.queries.sparql_backend import SparqlBackend

from .corpora import CORPORA, FIRST, cut, fill_corpus, find_asked

CATALOGUE = load_catalogue()


@pytest.fixture(scope="module", params=CORPORA)
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    """A store that is filled once for all questions."""
    path = tmp_path_factory.mktemp("first") / "store"
    fill_corpus(request.param, path)
    with open_for_reading(path) as opened:
        yield opened


@pytest.mark.parametrize("query", CATALOGUE.values(), ids=list(CATALOGUE))
def test_first_rows_are_those_that_come_first_in_the_whole_answer(query: SavedQuery, store: GraphStore) -> None:
    backend = SparqlBackend(store)
    for given in find_asked(store, query):
        whole = run_query(backend, query, given)
        for first in FIRST:
            assert run_query(backend, query, given, first=first) == cut(whole, first), (given, first)
