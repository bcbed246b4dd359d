"""What answers questions: one protocol for every place where a graph can lie, and what it speaks in.

`backends.py` opens the one that an address names; `answer.py` asks it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, Self

from pyoxigraph import NamedNode

from ..graph.storage.quotation import Quotation
from ..graph.storage.store import Cell
from ..model.entity import EntityType
from .saved_query import SavedQuery

Value = str | NamedNode
"""What a parameter is bound to: an entity is the IRI of its entry in the directory, everything else is a text.

A parameter that is not given is the empty text, or `ANYTHING` where it is an entity.
"""

Record = Mapping[str, Cell]
"""What a back end returns for a saved question: a cell for each of its variables, in the question's total order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Something that a name may mean: the IRI of its entry, what it is, and how many letters name it."""

    iri: str
    kind: EntityType
    name: str
    letters: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeAnswer:
    """The answer to a free question: the names of its columns, and its rows in the order in which they came."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


class Backend(Protocol):
    """A place where a graph lies. It is used in a `with` block.

    Everything may raise StoreError (it cannot be reached or read); questions may raise QueryError.
    """

    def find_records(self, query: SavedQuery, values: Mapping[str, Value], first: int | None) -> Sequence[Record]:
        """Return what a saved question finds, the same from every back end; `values` has every parameter.

        With `first` at least the records of that many rows are wanted, and records after them may be missing.
        """

    def find_free_answer(self, text: str) -> FreeAnswer:
        """Return the answer to a question in the back end's own language, which may read this graph and nothing else.

        Raises:
            QueryError: it is not well formed, or it would write or reach out.
        """

    def find_quotations(self, passages: Iterable[str], *, sentences: bool = False) -> Mapping[str, Quotation]:
        """Return passages (IRIs, as in `passage_quads.py`) as they are quoted, or the sentences that they are in."""

    def find_candidates(self, name: str) -> Sequence[Candidate]:
        """Return what is called `name`, in the order of kinds and names; the rules are those of `EntityNames.find`."""

    def find_nearest(self, name: str) -> Sequence[str]:
        """Return the names that are most like `name`, the nearest first."""

    def close(self) -> None:
        """Let go of files and connections."""

    def __enter__(self) -> Self:
        """Return the back end, which is closed at the end of the block."""

    def __exit__(self, *_: object) -> None:
        """Close the back end."""


def sort_rows(rows: Iterable[tuple[Cell, ...]]) -> tuple[tuple[Cell, ...], ...]:
    """Return rows in the order of their values: what is missing first, then numbers, then texts."""
    return tuple(sorted(rows, key=lambda row: [(cell is not None, isinstance(cell, str), cell) for cell in row]))
