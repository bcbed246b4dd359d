"""The saved questions and their answers, as the page shows them."""

from collections.abc import Mapping

from ...graph.storage.store import GraphStore
from ...queries.answer import Row, run_query
from ...queries.catalogue import find_query, load_catalogue
from ...queries.saved_query import Parameter, SavedQuery
from ...queries.sparql_backend import SparqlBackend
from .records import Answer, AnswerRow, Bundle, Question, QuestionParameter
from .words import to_quote

MOST_ROWS = 1000
"""Nobody reads more rows than these in a browser."""


def load_questions() -> tuple[Question, ...]:
    """Return all saved questions."""
    return tuple(map(_to_question, load_catalogue().values()))


def load_answer(store: GraphStore, name: str, parameters: Mapping[str, str]) -> Answer:
    """Return the answer to a saved question; raise QueryError when it, or what is asked with it, is wrong."""
    return _load_answer(store, find_query(name), parameters)


def load_ready_answers(store: GraphStore) -> Bundle:
    """Return the saved questions that need no parameter, with their answers."""
    ready = [query for query in load_catalogue().values() if all(one.default is not None for one in query.parameters)]
    return Bundle(
        questions=tuple(map(_to_question, ready)), answers=tuple(_load_answer(store, query, {}) for query in ready)
    )


def _load_answer(store: GraphStore, query: SavedQuery, parameters: Mapping[str, str]) -> Answer:
    table = run_query(SparqlBackend(store), query, parameters, first=MOST_ROWS + 1)
    return Answer(
        question=query.name,
        columns=tuple((column.name, column.heading, column.is_time) for column in table.columns),
        rows=tuple(map(_to_row, table.rows[:MOST_ROWS])),
        left_out=max(0, len(table.rows) - MOST_ROWS),
    )


def _to_question(query: SavedQuery) -> Question:
    return Question(
        name=query.name,
        title=query.title,
        question=query.question,
        description=" ".join(query.description.split()),
        parameters=tuple(map(_to_parameter, query.parameters)),
    )


def _to_parameter(parameter: Parameter) -> QuestionParameter:
    return QuestionParameter(
        name=parameter.name,
        meaning=parameter.meaning,
        is_needed=parameter.default is None,
        choices=parameter.choices,
    )


def _to_row(row: Row) -> AnswerRow:
    return AnswerRow(cells=row.cells, evidence=tuple(map(to_quote, row.evidence)))
