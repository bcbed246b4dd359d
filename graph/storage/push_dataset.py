"""Writing a store to a SPARQL endpoint: what is there already stays, what the store no longer holds goes.

A letter's graph is written only where the digest of its variant differs from the one that the endpoint keeps. The graph
with these digests goes first and comes back last, so that a push that was interrupted is done again as a whole. Graphs
of others are never touched.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad

from ..quads.terms import DERIVED, JUDGEMENTS, SOURCES, VERSION, VOCABULARY
from .change import Change
from .source_register import find_kept_digests
from .store import GraphStore

_AT_ONCE = 20_000
"""Quads that one request holds, or those of one letter where it has more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetPush:
    """What a push did: letters that are there now, those that it wrote, and those that it took out."""

    letters: int
    written: int
    removed: int


def push_dataset(
    store: GraphStore, endpoint: GraphStore, on_progress: Callable[[int, int], None] = lambda done, total: None
) -> DatasetPush:
    """Make an endpoint hold exactly what a store holds, beside the graphs of others.

    `on_progress` is called with the number of letters done and of all.

    Raises:
        StoreError: the endpoint cannot do it; push again, and it begins anew.
    """
    held, there = find_kept_digests(store), find_kept_digests(endpoint)
    changed = [letter for letter, digest in sorted(held.items()) if there.get(letter) != digest]
    gone = sorted(there.keys() - held.keys())
    if not changed and not gone and not _find_stale(store, endpoint):
        on_progress(len(held), len(held))
        return DatasetPush(letters=len(held), written=0, removed=0)
    endpoint.apply(Change(drop=(SOURCES, DERIVED, *map(NamedNode, gone))))
    done = len(held) - len(changed)
    on_progress(done, len(held))
    for graphs in _gather(store, map(NamedNode, changed)):
        endpoint.apply(Change(drop=tuple(graphs), add=tuple(quad for quads in graphs.values() for quad in quads)))
        done += len(graphs)
        on_progress(done, len(held))
    for graph in (VOCABULARY, JUDGEMENTS, SOURCES, DERIVED):
        _replace(store, endpoint, graph)
    return DatasetPush(letters=len(held), written=len(changed), removed=len(gone))


def _find_stale(store: GraphStore, endpoint: GraphStore) -> bool:
    """Tell whether what stands beside the letters differs, by the versions that these graphs keep of themselves."""
    return any(
        set(store.find_quads(graph, graph, VERSION)) != set(endpoint.find_quads(graph, graph, VERSION))
        for graph in (VOCABULARY, JUDGEMENTS, DERIVED)
    )


def _gather(store: GraphStore, graphs: Iterable[NamedNode]) -> Iterator[dict[NamedNode, list[Quad]]]:
    batch: dict[NamedNode, list[Quad]] = {}
    for graph in graphs:
        batch[graph] = list(store.find_quads(graph))
        if sum(map(len, batch.values())) >= _AT_ONCE:
            yield batch
            batch = {}
    if batch:
        yield batch


def _replace(store: GraphStore, endpoint: GraphStore, graph: NamedNode) -> None:
    """Write a graph that may be too big for one request."""
    quads = list(store.find_quads(graph))
    endpoint.apply(Change(drop=(graph,), add=tuple(quads[:_AT_ONCE])))
    for first in range(_AT_ONCE, len(quads), _AT_ONCE):
        endpoint.apply(Change(add=tuple(quads[first : first + _AT_ONCE])))
