"""How fast a million statements are written: into the embedded store, then from there into a Neo4j server.

`python -m policygraph.benchmarks.loading` makes a graph as statements (`graphs.py`), not by reading letters, and prints
a line of a Markdown table for each way of writing. A statement is a quad in the store and a relationship in Neo4j; of
so many letters a million are relationships. The server is on the same machine and gets 2 GB of heap. Each way runs
in a process of its own.
"""

import argparse
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from policygraph.benchmarks.graphs import build_quads
from policygraph.benchmarks.measurement import find_peak_memory
from policygraph.graph.property.bolt_database import open_bolt
from policygraph.graph.property.push import push_graph
from policygraph.graph.storage.change import Change
from policygraph.graph.storage.login import Credentials
from policygraph.graph.storage.store import open_for_reading, open_for_writing
from policygraph.tests.servers.neo4j_server import Server, run_server

LETTERS = 40_500
_AT_ONCE = 10_000
_HEAD = "| written | statements | seconds | of them at work | statements a second | peak memory |"


def measure(name: str, write: Callable[..., int], *arguments: object) -> str:
    """Return the line of what `write` takes, in a process of its own; it tells how many statements there are then."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(_measure, name, write, arguments).result()


def _measure(name: str, write: Callable[..., int], arguments: tuple[object, ...]) -> str:
    started, worked = perf_counter(), process_time()
    statements = write(*arguments)
    seconds, at_work = perf_counter() - started, process_time() - worked
    cells = (f"{statements:,}", f"{seconds:.1f}", f"{at_work:.1f}", f"{statements / seconds:,.0f}")
    return f"| {name} | {' | '.join(cells)} | {find_peak_memory():,.0f} MB |"


def make(letters: int) -> int:
    """Make the quads of a generated graph and write them nowhere."""
    return sum(1 for _ in build_quads(letters))


def fill(path: Path, letters: int) -> int:
    """Write a generated graph in transactions, as loading does; making it counts."""
    size, source = 0, build_quads(letters)
    with open_for_writing(path) as store:
        while quads := tuple(islice(source, _AT_ONCE)):
            store.apply(Change(add=quads))
            size += len(quads)
    return size


def push(path: Path, server: Server) -> int:
    """Push a store into a server."""
    credentials = Credentials(username=server.username, password=server.password)
    with open_for_reading(path) as store, open_bolt(server.uri, lambda _: credentials) as database:
        return push_graph(store, database).relationships


def run_benchmark(letters: int) -> Iterator[str]:
    """Yield the lines of the table."""
    yield _HEAD
    yield "|---|---:|---:|---:|---:|---:|"
    with TemporaryDirectory() as folder, run_server(Path(folder, "neo4j"), heap="2g") as server:
        path = Path(folder, "store")
        yield measure("making the quads alone", make, letters)
        yield measure("into the store, making them included", fill, path, letters)
        yield measure("from there into Neo4j", push, path, server)
        yield measure("the same again, nothing new", push, path, server)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("letters", nargs="?", type=int, default=LETTERS)
    for line in run_benchmark(parser.parse_args().letters):
        print(line, flush=True)
