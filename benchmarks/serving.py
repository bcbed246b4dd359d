"""`policygraph serve` over a very large store: seconds until it answers, and until each kind of request is answered."""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any
from urllib.parse import urlencode, urlsplit

from policygraph.benchmarks.large_store import write_large_store


def ask(address: str, what: str, **values: str) -> tuple[float, dict[str, Any]]:
    """Return how long one request took, and the bundle."""
    connection = HTTPConnection("127.0.0.1", urlsplit(address).port or 80, timeout=600)
    started = perf_counter()
    connection.request("GET", f"/api/{what}?{urlencode(values)}")
    body = connection.getresponse().read()
    seconds = perf_counter() - started
    connection.close()
    return seconds, json.loads(body)


def start(store: Path) -> tuple[float, subprocess.Popen[str], str]:
    """Start a server and return how long that took, its process and its address."""
    started = perf_counter()
    command = [sys.executable, "-m", "policygraph.cli", "serve", "--store", str(store), "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    address = process.stdout.readline().strip()
    return perf_counter() - started, process, address


def find_memory(process: subprocess.Popen[str]) -> int:
    """Return the most memory that a process has held, in megabytes (10^6 bytes); Linux tells it."""
    lines = Path(f"/proc/{process.pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) * 1024 // 1_000_000


def build_table(store: Path) -> Iterator[str]:
    """Yield the lines of a Markdown table."""
    yield "| what | seconds |"
    yield "|---|---:|"
    for name in ("first start after a load, with the index of names", "every later start"):
        seconds, process, address = start(store)
        yield f"| {name} | {seconds:.1f} |"
        if name.startswith("first"):
            process.kill()
            process.wait()
    seconds, graph = ask(address, "graph")
    yield f"| the first view: {len(graph['nodes'])} names, {len(graph['edges'])} relations | {seconds:.1f} |"
    seconds, found = ask(address, "search", q="water bod")
    yield f"| search | {seconds:.2f} |"
    best = max(graph["nodes"], key=lambda node: (node["degree"], node["id"]))["id"]
    rare = found["found"][-1]
    text = next(iter(ask(address, "card", id=rare)[1]["letters"]))["id"]
    for name, what, values in (
        ("the card of the best connected name", "card", {"id": best}),
        ("its neighbours", "neighbours", {"id": best}),
        ("the card of another name", "card", {"id": rare}),
        ("its neighbours", "neighbours", {"id": rare}),
        ("the path between them", "path", {"from": best, "to": rare}),
        ("a letter", "letter", {"id": text}),
        ("the timeline", "letters", {}),
    ):
        yield f"| {name} | {ask(address, what, **values)[0]:.2f} |"
    yield f"| memory at the most | {find_memory(process)} MB |"
    process.kill()
    process.wait()


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--letters", type=int, default=100_000, help="how many letters the store holds")
    parser.add_argument("--store", type=Path, help="a store that `large_store` has made")
    arguments = parser.parse_args()
    with TemporaryDirectory() as folder:
        store = arguments.store or Path(folder, "store")
        if arguments.store is None:
            write_large_store(store, arguments.letters)
        for line in build_table(store):
            print(line, flush=True)


if __name__ == "__main__":
    main()
