"""The command line: each command parses, calls one function and prints what it returned.

Exit codes: 0 all done; 1 something could not be read or done, the rest is done and kept; 2 wrong usage.
What is imported at the top is quick; the libraries behind the commands are imported by the one that runs.
"""

import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .model.errors import PolicyGraphError

if TYPE_CHECKING:
    from rich.console import Console

app = typer.Typer(
    name="policygraph",
    help="Read official correspondence into a knowledge graph in which every edge opens its sentence.",
    epilog="Start with: policygraph load letters/",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Paths = Annotated[
    list[str], typer.Argument(metavar="PATH…", help="Files, folders or patterns such as 'letters/*.txt'.")
]
Store = Annotated[
    Path, typer.Option(metavar="DIR", envvar="POLICYGRAPH_STORE", help="The folder of the store.")
]
Workers = Annotated[
    int, typer.Option(metavar="N", min=1, help="How many processes read letters at the same time.")
]
DEFAULT_STORE = Path("policygraph-store")


class Format(StrEnum):
    """How the answer of a saved question is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


@app.command()
def load(paths: Paths, store: Store = DEFAULT_STORE, workers: Workers = 1) -> None:
    """Read letters into the store, which is made if there is none.

    A letter that has not changed is skipped; what a changed file held before is replaced.

    \b
    Examples:
      policygraph load letters/
      policygraph load letter.txt 'more/*.txt' --store my-store --workers 4
    """
    from .graph.build import build_graph
    from .graph.source_files import find_sources
    from .graph.store import open_for_writing
    from .rendering.progress import show_progress
    from .rendering.summary import render_load

    selection = find_sources(paths)
    with open_for_writing(store) as graph, _open_workers(workers) as executor:
        with show_progress(_open_console(sys.stderr), "Reading letters") as on_progress:
            report = build_graph(graph, selection, executor=executor, on_progress=on_progress)
        new_store = graph.path if graph.is_new else None
    _open_console().print(render_load(report, new_store=new_store))
    _finish(report.errors)


@app.command()
def withdraw(paths: Paths, store: Store = DEFAULT_STORE) -> None:
    """Take out of the store what was loaded from these files, and nothing else.

    \b
    Examples:
      policygraph withdraw letters/letter.txt
      policygraph withdraw letters/ --store my-store
    """
    from .graph.build import withdraw_sources
    from .graph.store import open_existing
    from .rendering.summary import render_withdrawal

    with open_existing(store) as graph:
        report = withdraw_sources(graph, paths)
    _open_console().print(render_withdrawal(report))
    _finish(report.errors)


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        # The same bytes in every locale; a file name that is no text is shown with its bytes as escapes.
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        try:
            app()
        finally:
            sys.stdout.flush()
    except PolicyGraphError as error:
        print(error, file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
