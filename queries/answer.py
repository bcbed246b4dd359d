"""Asking a question: the answer is a table, and every row of it brings the passages behind it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from ..graph.quads.passage_quads import is_passage_iri
from ..graph.storage.quotation import Quotation
from ..graph.storage.store import Cell
from .backend import Backend, Record
from .parameters import to_values
from .saved_query import Column, SavedQuery


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: what it is about (an IRI; nothing in the answer to a free question), its cells, its passages.

    `ids` are the IRIs of what an analyst can judge in it, each with the word for it.
    """

    about: str
    cells: tuple[Cell, ...]
    evidence: tuple[Quotation, ...]
    ids: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The answer to a question."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def run_query(
    backend: Backend, query: SavedQuery, parameters: Mapping[str, str] | None = None, *, first: int | None = None
) -> Table:
    """Ask a saved question and return its answer, the same on every run and from every back end.

    `parameters` are what a person has typed; with `first` only so many rows are worked out, those that come first.

    Raises:
        QueryError: the question has no such parameter, a needed one is missing, or a value does not fit.
    """
    by_row: dict[str, list[Record]] = {}
    for record in backend.find_records(query, to_values(backend, query, parameters or {}), first):
        by_row.setdefault(str(record[query.row]), []).append(record)
    found = dict(islice(by_row.items(), first))
    evidence = [_find_passages(record[query.evidence] for record in records) for records in found.values()]
    cells = [
        tuple(_merge([record[column.name] for record in records]) for column in query.columns)
        for records in found.values()
    ]
    rows = _to_rows(backend, list(found), cells, evidence, sentences=query.sentences)
    return Table(
        title=query.title,
        columns=query.columns,
        rows=tuple(
            replace(row, ids=_find_ids(query, records)) for row, records in zip(rows, found.values(), strict=True)
        ),
    )


def run_free_question(backend: Backend, text: str) -> Table:
    """Ask a question in the back end's own language; passages in its rows are quoted.

    Raises:
        QueryError: it is not well formed, or it would write or reach out.
    """
    answer = backend.find_free_answer(text)
    evidence = [_find_passages(cell for cell in row if is_passage_iri(str(cell))) for row in answer.rows]
    return Table(
        title="Answer",
        columns=tuple(Column(name=name, heading=name) for name in answer.columns),
        rows=tuple(_to_rows(backend, [""] * len(answer.rows), answer.rows, evidence)),
    )


def _find_ids(query: SavedQuery, records: Sequence[Record]) -> tuple[tuple[str, str], ...]:
    cells = ((column.heading, record.get(column.name)) for column in query.ids for record in records)
    return tuple(dict.fromkeys((what, str(cell)) for what, cell in cells if cell is not None))


def _find_passages(cells: Iterable[Cell]) -> list[str]:
    return list(dict.fromkeys(str(cell) for cell in cells if cell is not None))


def _to_rows(
    backend: Backend,
    about: Sequence[str],
    cells: Sequence[tuple[Cell, ...]],
    evidence: Sequence[Sequence[str]],
    *,
    sentences: bool = False,
) -> Iterable[Row]:
    wanted = dict.fromkeys(iri for passages in evidence for iri in passages)
    quotations = backend.find_quotations(wanted, sentences=sentences)
    for iri, row, passages in zip(about, cells, evidence, strict=True):
        # Two names may stand in one sentence.
        yield Row(about=iri, cells=row, evidence=tuple(dict.fromkeys(quotations[passage] for passage in passages)))


def _merge(cells: list[Cell]) -> Cell:
    different = [cell for cell in dict.fromkeys(cells) if cell is not None]
    if len(different) > 1:
        return "; ".join(map(str, different))
    return different[0] if different else None
