"""Asking a saved question: the answer is a table, and every row of it brings the passages behind it."""

from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz.process import extractOne

from ..graph.passage_quads import from_passage_iri
from ..graph.quotation import Quotation, Quoter
from ..graph.store import Cell, GraphStore
from ..model.errors import QueryError
from .catalogue import Column, SavedQuery, load_catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: what it is about (an IRI), a cell for each column, and the passages behind it."""

    about: str
    cells: tuple[Cell, ...]
    evidence: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The answer to a saved question."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def run_query(store: GraphStore, name: str, parameters: Mapping[str, str] | None = None) -> Table:
    """Ask the saved question `name` and return its answer, the same on every run.

    Raises:
        QueryError: there is no such question, or it has no such parameter.
    """
    query = find_query(name)
    bindings = _to_bindings(query, parameters or {})
    found: dict[str, list[dict[str, Cell]]] = {}
    for values in store.find_rows(query.text, bindings):
        found.setdefault(str(values[query.row]), []).append(values)
    quoter = Quoter(store)
    rows = tuple(_to_row(query, about, values, quoter) for about, values in found.items())
    return Table(title=query.title, columns=query.columns, rows=rows)


def find_query(name: str) -> SavedQuery:
    """Return a saved question; raise QueryError, with the nearest name, when there is none."""
    catalogue = load_catalogue()
    if name in catalogue:
        return catalogue[name]
    nearest = extractOne(name, list(catalogue), score_cutoff=60)
    hint = f"Did you mean `{nearest[0]}`?" if nearest else f"There are: {', '.join(catalogue)}."
    raise QueryError(f"{name}: there is no such saved question. {hint}")


def _to_bindings(query: SavedQuery, parameters: Mapping[str, str]) -> dict[str, str]:
    names = [parameter.name for parameter in query.parameters]
    for name in parameters:
        if name not in names:
            known = f"It has: {', '.join(names)}." if names else "It has none."
            raise QueryError(f"{query.name}: this question has no parameter `{name}`. {known}")
    # Every parameter is bound, the empty text standing for "not given": a variable that is not bound cannot
    # be told from one that never is.
    return {f"_{name}": parameters.get(name, "") for name in names}


def _to_row(query: SavedQuery, about: str, found: list[dict[str, Cell]], quoter: Quoter) -> Row:
    passages = dict.fromkeys(values[query.evidence] for values in found)
    return Row(
        about=about,
        cells=tuple(_merge([values[column.name] for values in found]) for column in query.columns),
        evidence=tuple(quoter.find_quotation(*from_passage_iri(str(iri))) for iri in passages if iri is not None),
    )


def _merge(cells: list[Cell]) -> Cell:
    different = [cell for cell in dict.fromkeys(cells) if cell is not None]
    if len(different) > 1:
        return "; ".join(map(str, different))
    return different[0] if different else None
