"""The saved questions and their answers, as the page shows them."""

from collections.abc import Mapping

from ...graph.store import GraphStore
from ...queries.answer import Row, run_query
from ...queries.catalogue import load_catalogue
from .records import Answer, AnswerRow, Question
from .words import to_quote


def load_questions() -> tuple[Question, ...]:
    """Return all saved questions."""
    return tuple(
        Question(
            name=query.name,
            title=query.title,
            description=" ".join(query.description.split()),
            parameters=tuple((parameter.name, parameter.description) for parameter in query.parameters),
        )
        for query in load_catalogue().values()
    )


def load_answer(store: GraphStore, name: str, parameters: Mapping[str, str] | None = None) -> Answer:
    """Return the answer to a saved question; raise QueryError when there is no such question or parameter."""
    table = run_query(store, name, parameters)
    return Answer(
        question=name,
        columns=tuple((column.name, column.heading) for column in table.columns),
        rows=tuple(map(_to_row, table.rows)),
    )


def _to_row(row: Row) -> AnswerRow:
    return AnswerRow(cells=row.cells, evidence=tuple(map(to_quote, row.evidence)))
