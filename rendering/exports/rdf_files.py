"""RDF files: everything that the store says, graph by graph and in one order, so that no store is too large.

Turtle has no named graphs, so that which letter says what is told there by the passages of statements alone, and
what several letters say alike is there as often. The other three kinds keep the graph of each letter.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import IO

from pyoxigraph import Quad, RdfFormat, Triple, serialize

from ...graph.quads.terms import ONTOLOGY, ORG, RDF, SKOS
from ...graph.storage.store import GraphStore
from ...model.identity import BASE
from ..output_file import write_stream

_PREFIXES = {"pg": ONTOLOGY, "graph": f"{BASE}graph/", "rdf": RDF, "org": ORG, "skos": SKOS}
_TURTLE_NOTE = b"""\
# Everything that a store says, without named graphs: the passages of a statement (pg:evidence, pg:inLetter) tell which
# letter says it. TriG, N-Quads and JSON-LD keep the graph of each letter.
"""


def write_turtle(store: GraphStore, path: Path) -> None:
    """Write all triples as Turtle."""

    def write(file: IO[bytes]) -> None:
        file.write(_TURTLE_NOTE)
        triples = (Triple(quad.subject, quad.predicate, quad.object) for quad in _find_quads(store))
        serialize(triples, file, RdfFormat.TURTLE, prefixes=_PREFIXES)

    write_stream(path, write)


def write_trig(store: GraphStore, path: Path) -> None:
    """Write all quads as TriG."""
    write_stream(path, lambda file: _write_quads(store, file, RdfFormat.TRIG))


def write_n_quads(store: GraphStore, path: Path) -> None:
    """Write all quads as N-Quads."""
    write_stream(path, lambda file: _write_quads(store, file, RdfFormat.N_QUADS))


def write_json_ld(store: GraphStore, path: Path) -> None:
    """Write all quads as JSON-LD."""
    write_stream(path, lambda file: _write_quads(store, file, RdfFormat.JSON_LD))


def _write_quads(store: GraphStore, file: IO[bytes], kind: RdfFormat) -> None:
    prefixes = None if kind is RdfFormat.N_QUADS else _PREFIXES
    serialize(_find_quads(store), file, kind, prefixes=prefixes)


def _find_quads(store: GraphStore) -> Iterator[Quad]:
    for graph in store.find_graphs():
        yield from sorted(store.find_quads(graph), key=str)
