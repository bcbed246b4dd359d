"""A graph that is asked in SPARQL: the embedded store, or an endpoint."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Self

from pyoxigraph import Literal, NamedNode, QueryBoolean, QuerySolutions

from ..graph.quads.passage_quads import from_passage_iri
from ..graph.quads.terms import MENTIONS
from ..graph.storage.entity_names import EntityNames
from ..graph.storage.quotation import Quotation, Quoter
from ..graph.storage.store import GraphStore, to_cell
from .backend import Candidate, FreeAnswer, Record, Value, sort_rows
from .binding import bind, limit
from .free_sparql import load_free_sparql
from .saved_query import SavedQuery

_FEW = 1000
"""Engines look up what a few rows show row by row, and read the whole store for many: so a few are asked for first."""


class SparqlBackend:
    """Asks an open store, which it closes at the end."""

    def __init__(self, store: GraphStore) -> None:
        self._store = store
        self._names = EntityNames(store)
        self._quoter = Quoter(store)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the store."""
        self._store.close()

    def find_records(self, query: SavedQuery, values: Mapping[str, Value], first: int | None) -> Sequence[Record]:
        """Return what a saved question finds."""
        terms = {parameter.variable: to_term(values[parameter.name]) for parameter in query.parameters}
        whole, some = query.sparql, limit(query.sparql, first or _FEW)
        found = self._store.find_rows(bind(some, terms))
        is_cut = first is None and some != whole and len({row[query.row] for row in found}) >= _FEW
        return self._store.find_rows(bind(whole, terms)) if is_cut else found

    def find_free_answer(self, text: str) -> FreeAnswer:
        """Return the answer to a SPARQL question; what has no order of its own comes in that of its values."""
        question = load_free_sparql(text, lambda graph: self._store.has_graph(NamedNode(graph)))
        found = self._store.run_sparql(question.text)
        if isinstance(found, QueryBoolean):
            return FreeAnswer(columns=("answer",), rows=(("true" if found else "false",),))
        if not isinstance(found, QuerySolutions):
            triples = {(to_cell(one.subject), to_cell(one.predicate), to_cell(one.object)) for one in found}
            return FreeAnswer(columns=("subject", "predicate", "object"), rows=sort_rows(triples))
        rows = [tuple(map(to_cell, row)) for row in found]
        columns = tuple(variable.value for variable in found.variables)
        return FreeAnswer(columns=columns, rows=tuple(rows) if question.is_ordered else sort_rows(rows))

    def find_quotations(self, passages: Iterable[str], *, sentences: bool = False) -> Mapping[str, Quotation]:
        """Return passages as they are quoted."""
        find = self._quoter.find_sentence if sentences else self._quoter.find_quotation
        return {iri: find(*from_passage_iri(iri)) for iri in passages}

    def find_candidates(self, name: str) -> Sequence[Candidate]:
        """Return what is called `name`."""
        found = (self._to_candidate(entry) for entry in self._names.find(name))
        return sorted(found, key=lambda candidate: (candidate.kind, candidate.name, candidate.iri))

    def find_nearest(self, name: str) -> Sequence[str]:
        """Return the names that are most like `name`."""
        return self._names.find_nearest(name)

    def _to_candidate(self, entry: str) -> Candidate:
        group = map(NamedNode, self._names.find_group(entry))
        letters = {quad.graph_name for node in group for quad in self._store.find_quads(None, None, MENTIONS, node)}
        return Candidate(
            iri=entry,
            kind=self._names.find_kind(entry),
            name=self._names.find_shown_name(entry),
            letters=len(letters),
        )


def to_term(value: Value) -> Literal | NamedNode:
    """Return a value as the RDF term that is bound."""
    return value if isinstance(value, NamedNode) else Literal(value)
