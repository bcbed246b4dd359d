"""Every saved question says what it asks, names its graphs, and answers in one order only."""

import re
from pathlib import Path

import pytest
from policygraph.graph.storage.store import open_for_reading
from policygraph.model.errors import QueryError
from policygraph.queries.catalogue import load_catalogue
from policygraph.queries.saved_query import SavedQuery

from .records import find_example, run_query

ROOT = Path(__file__).parents[2]
CATALOGUE = load_catalogue()
EXAMPLES = {query.name: find_example(query.example) for query in CATALOGUE.values()}
every_question = pytest.mark.parametrize("query", CATALOGUE.values(), ids=list(CATALOGUE))


def test_there_is_a_question_for_every_file() -> None:
    assert list(CATALOGUE) == sorted(path.stem for path in (ROOT / "queries").glob("*.rq"))


@every_question
def test_it_orders_its_rows_by_all_that_it_shows(query: SavedQuery) -> None:
    choosing, _, order = query.sparql.rpartition("ORDER BY")
    shown = {query.row, query.evidence, *(column.name for column in query.columns)}
    assert choosing.count("ORDER BY") == choosing.count("# LIMIT ?_first")
    assert {name for name in shown if not re.search(rf"\?{name}\b", order)} <= {query.evidence}


@every_question
def test_it_reaches_nothing_but_the_store(query: SavedQuery) -> None:
    assert "SERVICE" not in query.sparql
    assert "FROM" not in query.sparql


@every_question
def test_it_is_answered_the_same_twice(query: SavedQuery, samples: Path) -> None:
    with open_for_reading(samples) as first, open_for_reading(samples) as second:
        given = EXAMPLES.get(query.name, {})
        assert run_query(first, query.name, given) == run_query(second, query.name, given)


def test_an_unknown_question_gets_the_nearest_name(samples: Path) -> None:
    with open_for_reading(samples) as opened, pytest.raises(QueryError, match="Did you mean `correspondence`"):
        run_query(opened, "corespondence")


def test_a_question_like_nothing_else_gets_the_list(samples: Path) -> None:
    with (
        open_for_reading(samples) as opened,
        pytest.raises(QueryError, match="There are: actors, asks-and-answers, citations"),
    ):
        run_query(opened, "xyz")


def test_an_unknown_parameter_gets_the_list(samples: Path) -> None:
    with (
        open_for_reading(samples) as opened,
        pytest.raises(QueryError, match=r"no parameter `nam`\. It has: name"),
    ):
        run_query(opened, "correspondence", {"nam": "x"})
