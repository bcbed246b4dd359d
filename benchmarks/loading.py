"""How fast a million statements are written: into the embedded store, then from there into a Neo4j server.

`python -m policygraph.benchmarks.loading` makes a graph as statements (`graphs.py`), not by reading letters, and prints
a line of a Markdown table for each way of writing. A statement is a quad in the store and a relationship in Neo4j; of
so many letters a million are relationships. The server is on the same machine and gets 2 GB of heap. Peak memory is
that of this process until then.
"""

import argparse
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from policygraph.benchmarks.graphs import build_quads
from policygraph.benchmarks.measurement import find_peak_memory
from policygraph.graph.property.bolt_database import open_bolt
from policygraph.graph.property.push import push_graph
from policygraph.graph.storage.change import Change
from policygraph.graph.storage.login import Credentials
from policygraph.graph.storage.store import GraphStore, open_for_reading, open_for_writing
from policygraph.tests.servers.neo4j_server import run_server

LETTERS = 40_500
_AT_ONCE = 10_000
_HEAD = "| written | statements | seconds | of them at work | statements a second | peak memory |"


def measure(name: str, write: Callable[[], int]) -> str:
    """Return the line of what `write` takes, which tells how many statements there are when it has finished."""
    started, worked = perf_counter(), process_time()
    statements = write()
    seconds, at_work = perf_counter() - started, process_time() - worked
    cells = (f"{statements:,}", f"{seconds:.1f}", f"{at_work:.1f}", f"{statements / seconds:,.0f}")
    return f"| {name} | {' | '.join(cells)} | {find_peak_memory():,.0f} MB |"


def fill(store: GraphStore, letters: int) -> int:
    """Write a generated graph in transactions, as loading does, and return its size; making it counts."""
    size, source = 0, build_quads(letters)
    while quads := tuple(islice(source, _AT_ONCE)):
        store.apply(Change(add=quads))
        size += len(quads)
    return size


def run_benchmark(letters: int) -> Iterator[str]:
    """Yield the lines of the table."""
    yield _HEAD
    yield "|---|---:|---:|---:|---:|---:|"
    with TemporaryDirectory() as folder, run_server(Path(folder, "neo4j"), heap="2g") as server:
        path = Path(folder, "store")
        yield measure("making the quads alone", lambda: sum(1 for _ in build_quads(letters)))
        with open_for_writing(path) as store:
            yield measure("into the store, making them included", lambda: fill(store, letters))
        credentials = Credentials(username=server.username, password=server.password)
        with open_for_reading(path) as store, open_bolt(server.uri, lambda _: credentials) as database:
            for name in ("from there into Neo4j", "the same again, nothing new"):
                yield measure(name, lambda: push_graph(store, database).relationships)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("letters", nargs="?", type=int, default=LETTERS)
    for line in run_benchmark(parser.parse_args().letters):
        print(line, flush=True)
