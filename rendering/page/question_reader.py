"""The saved questions and their answers, as the page shows them."""

from collections.abc import Mapping

from ...graph.storage.store import GraphStore
from ...queries.answer import Row, run_query
from ...queries.catalogue import find_query, load_catalogue
from ...queries.saved_query import Parameter
from ...queries.sparql_backend import SparqlBackend
from .records import Answer, AnswerRow, Question, QuestionParameter
from .words import to_quote

MOST_ROWS = 1000
"""Nobody reads more rows than these in a browser."""


def load_questions() -> tuple[Question, ...]:
    """Return all saved questions."""
    return tuple(
        Question(
            name=query.name,
            title=query.title,
            question=query.question,
            description=" ".join(query.description.split()),
            parameters=tuple(map(_to_parameter, query.parameters)),
        )
        for query in load_catalogue().values()
    )


def load_answer(store: GraphStore, name: str, parameters: Mapping[str, str] | None = None) -> Answer:
    """Return the answer to a saved question; raise QueryError when it, or what is asked with it, is wrong."""
    table = run_query(SparqlBackend(store), find_query(name), parameters)
    return Answer(
        question=name,
        columns=tuple((column.name, column.heading) for column in table.columns),
        rows=tuple(map(_to_row, table.rows[:MOST_ROWS])),
        left_out=max(0, len(table.rows) - MOST_ROWS),
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
