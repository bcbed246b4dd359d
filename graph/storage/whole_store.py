"""Passes over a whole store: one property of everything that has it, for those who need it of every letter.

Each is one simple pattern, which Oxigraph answers ten times faster than joins or a question for each thing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode

from .store import GraphStore


def find_pairs(store: GraphStore, term: NamedNode, graph: NamedNode | None = None) -> Iterator[tuple[str, str]]:
    """Yield everything that has a property with each of its values, each pair once, from one graph or from all."""
    rows = store.find_tuples(
        f"SELECT DISTINCT ?thing ?value {{ GRAPH {graph or '?graph'} {{ ?thing {term} ?value }} }}"
    )
    return ((thing, value) for thing, value in rows)


def find_things(store: GraphStore, kind: NamedNode) -> Iterator[tuple[str, str]]:
    """Yield the things of a class, each with the graph that says so."""
    rows = store.find_tuples(f"SELECT ?thing ?graph {{ GRAPH ?graph {{ ?thing a {kind} }} }}")
    return ((thing, graph) for thing, graph in rows)


def count_things(store: GraphStore, kind: NamedNode) -> int:
    """Return how many things of a class there are, each counted once a graph."""
    ((count,),) = store.find_tuples(f"SELECT (COUNT(*) AS ?count) {{ GRAPH ?graph {{ ?thing a {kind} }} }}")
    return int(count)


def load_values(store: GraphStore, term: NamedNode) -> dict[str, str]:
    """Return the value of a property that has one at most, by the thing that has it."""
    return dict(find_pairs(store, term))


def load_sets(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """Return all values by the thing that has them."""
    found: dict[str, set[str]] = defaultdict(set)
    for thing, value in pairs:
        found[thing].add(value)
    return {thing: frozenset(values) for thing, values in found.items()}
