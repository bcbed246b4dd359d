"""The store: a folder with an Oxigraph dataset and what stands beside it.

It opens, reads, changes and closes; what the quads mean is the business of the modules above it.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Self

from pyoxigraph import Literal, NamedNode, Quad, QueryBoolean, QuerySolutions, Triple
from pyoxigraph import Store as Oxigraph

from ...model.errors import QueryError, StoreError
from ..quads.description import to_text
from ..quads.terms import XSD_INTEGER
from .change import Change
from .store_folder import BREAKDOWNS, GRAPH, has_store, mark_store, refuse_missing, to_store_error
from .store_lock import lock_for_reading, lock_for_writing

if TYPE_CHECKING:
    from rdflib import Dataset

_LOCK = "lock"


Cell = str | int | None
"""A value in a row of an answer; IRIs, dates and truth values are text."""


class GraphStore:
    """An open store. Use it in a `with` block, so that it is closed and others can use it.

    `address` names it as --store does; `is_new` tells that opening it made it, `is_remote` that every look-up is a
    request.
    """

    is_remote = False

    def __init__(
        self, path: Path, graph: Oxigraph, lock: sqlite3.Connection | None, *, writable: bool, is_new: bool
    ) -> None:
        self._path = path
        self.address = str(path)
        self.writable = writable
        self.is_new = is_new
        self._graph = graph
        self._lock = lock
        self._dataset: Dataset | None = None

    @property
    def path(self) -> Path:
        """The folder of the store."""
        return self._path

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Write everything to disk and let others in."""
        try:
            if self.writable:
                self._graph.flush()
        except BREAKDOWNS as error:
            raise to_store_error(self.path, error, "written") from error
        finally:
            # Oxigraph lets go of its files when nothing refers to it any more, and rdflib's graphs refer to
            # each other in circles.
            del self._graph
            if self._dataset is not None:
                self._dataset.close()
            if self._lock is not None:
                self._lock.close()

    @property
    def dataset(self) -> "Dataset":
        """The store as an rdflib dataset."""
        if self._dataset is None:
            from oxrdflib import OxigraphStore  # rdflib takes 90 ms to import: only those who ask wait
            from rdflib import Dataset

            self._dataset = Dataset(store=OxigraphStore(store=self._graph))
        return self._dataset

    def find_rows(self, query: str) -> list[dict[str, Cell]]:
        """Return the rows of a SELECT query, each a value for every variable of it.

        Raises:
            QueryError: it is not well formed.
            StoreError: the store is damaged.
        """
        found = self.run_sparql(query)
        if not isinstance(found, QuerySolutions):
            raise QueryError("The question is no SELECT. Only a SELECT has rows.")
        names = [variable.value for variable in found.variables]
        try:
            return [dict(zip(names, map(to_cell, row), strict=True)) for row in found]
        except BREAKDOWNS as error:
            raise to_store_error(self.path, error, "read") from error

    def run_sparql(self, query: str) -> QuerySolutions | QueryBoolean | Iterable[Triple | Quad]:
        """Return what a query of any form finds ; everything lies in named graphs.

        Raises:
            QueryError: it is not well formed.
            StoreError: the store is damaged.
        """
        try:
            return self._graph.query(query)
        except SyntaxError as error:
            raise QueryError(f"The question is no SPARQL 1.1 ({error}).") from error
        except BREAKDOWNS as error:
            raise to_store_error(self.path, error, "read") from error

    def find_tuples(self, query: str) -> Iterator[tuple[str, ...]]:
        """Yield the rows of a SELECT query whose variables are all bound, each value as the text of its IRI or literal.

        It makes nothing else of the values, which for passes over the whole store is much faster than `find_rows`.

        Raises:
            StoreError: the store is damaged.
        """
        rows = self.run_sparql(query)
        assert isinstance(rows, QuerySolutions)
        try:
            for row in rows:
                yield tuple(map(to_text, row))
        except BREAKDOWNS as error:
            raise to_store_error(self.path, error, "read") from error

    def has_graph(self, graph: NamedNode) -> bool:
        """Tell whether the store holds a named graph."""
        return self._graph.contains_named_graph(graph)

    def find_graphs(self) -> list[NamedNode]:
        """Return the named graphs in the order of their IRIs."""
        return sorted((NamedNode(iri) for (iri,) in self.find_tuples("SELECT ?graph { GRAPH ?graph {} }")), key=str)

    def find_quads(
        self,
        graph: NamedNode | None,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        value: NamedNode | Literal | None = None,
    ) -> Iterator[Quad]:
        """Yield the quads that fit; None fits everything.

        Raises:
            StoreError: the store is damaged.
        """
        try:
            yield from self._graph.quads_for_pattern(subject, predicate, value, graph)
        except BREAKDOWNS as error:
            raise to_store_error(self.path, error, "read") from error

    def apply(self, change: Change) -> None:
        """Make a change, all of it or nothing.

        Raises:
            StoreError: it could not be written; nothing of it was.
        """
        try:
            if change.drop or change.forget or change.remove:
                self._graph.update(change.to_update())
            else:
                # one transaction too, and much faster
                self._graph.extend(change.add)
        except BREAKDOWNS as error:
            raise StoreError(
                f"{self.path}: the store could not be written ({error}). What was finished before is kept. "
                "Check the free space on the disk, then run the command again."
            ) from error


def open_for_writing(path: Path) -> GraphStore:
    """Open the store at `path`, and make it if there is none.

    Raises:
        StoreError: the place cannot be written, is something else, or is in use; nothing in it was changed.
    """
    is_new = not has_store(path)
    lock: sqlite3.Connection | None = None
    try:
        path.mkdir(parents=True, exist_ok=True)
        if is_new:
            mark_store(path)
        lock = lock_for_writing(path / _LOCK)
        graph = Oxigraph(path.absolute() / GRAPH)
    except BREAKDOWNS as error:
        if lock is not None:
            lock.close()
        raise to_store_error(path, error, "written") from error
    return GraphStore(path, graph, lock, writable=True, is_new=is_new)


def open_existing(path: Path) -> GraphStore:
    """Open the store at `path` for writing, but make none.

    Raises:
        StoreError: as for `open_for_writing`, and when there is no store.
    """
    refuse_missing(path)
    return open_for_writing(path)


def open_for_reading(path: Path) -> GraphStore:
    """Open the store at `path`, which may be on a medium that cannot be written.

    Raises:
        StoreError: there is no store, it is something else, it cannot be read, or somebody is writing.
    """
    refuse_missing(path)
    lock: sqlite3.Connection | None = None
    try:
        lock = lock_for_reading(path / _LOCK)
        graph = Oxigraph.read_only(str(path.absolute() / GRAPH))
    except BREAKDOWNS as error:
        if lock is not None:
            lock.close()
        raise to_store_error(path, error, "read") from error
    return GraphStore(path, graph, lock, writable=False, is_new=False)


def to_cell(term: object) -> Cell:
    """Return a term as a value in a row."""
    if not isinstance(term, NamedNode | Literal):
        return None if term is None else str(term)
    return int(term.value) if isinstance(term, Literal) and term.datatype == XSD_INTEGER else term.value
