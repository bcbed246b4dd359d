"""How fast a store is written into a Neo4j server on the same machine, as a line of a Markdown table.

The graph is made as statements (`graphs.py`), not by reading letters. Half of the work is the server's, half this
process's: it reads the store, makes nodes and relationships of it, and sends them.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from policygraph.benchmarks.graphs import build_quads
from policygraph.graph.property.bolt_database import BoltDatabase, Credentials, open_bolt
from policygraph.graph.property.push import push_graph
from policygraph.graph.storage.change import Change
from policygraph.graph.storage.store import GraphStore, open_for_reading, open_for_writing
from policygraph.tests.servers.neo4j_server import run_server

LETTERS = 10_000
_HEAD = "| push | letters | nodes | relationships | seconds | of them at work | relationships a second |"


def measure(store: GraphStore, database: BoltDatabase, letters: int) -> Iterator[str]:
    """Push a store twice into an empty database and yield a line for each."""
    for name in ("first", "second"):
        started, worked = perf_counter(), process_time()
        report = push_graph(store, database)
        seconds, at_work = perf_counter() - started, process_time() - worked
        speed = f"{report.relationships / seconds:,.0f}" if report.written else "–"
        counts = f"{letters:,} | {report.nodes:,} | {report.relationships:,}"
        yield f"| {name} | {counts} | {seconds:.1f} | {at_work:.1f} | {speed} |"


def run_benchmark(letters: int) -> Iterator[str]:
    """Make a store and a server, and yield the lines of the table."""
    yield _HEAD
    yield "|---|---:|---:|---:|---:|---:|---:|"
    with TemporaryDirectory() as folder, run_server(Path(folder, "neo4j"), heap="2g") as server:
        path = Path(folder, "store")
        with open_for_writing(path) as store:
            store.apply(Change(add=tuple(build_quads(letters))))
        credentials = Credentials(username=server.username, password=server.password)
        with open_for_reading(path) as store, open_bolt(server.uri, lambda: credentials) as database:
            yield from measure(store, database, letters)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("letters", nargs="?", type=int, default=LETTERS)
    for line in run_benchmark(parser.parse_args().letters):
        print(line, flush=True)
