"""The command line: each command parses, calls one function and prints what it returned.

Exit codes: 0 all done; 1 something could not be read or done, the rest is done and kept; 2 wrong usage.
The libraries behind a command are imported when it runs, so that `policygraph --help` stays quick.
"""

import sys
from collections.abc import Callable
from importlib.metadata import version
from typing import Annotated

import typer

from .commands.asking import cypher, query, search, show, sparql
from .commands.briefing import brief, diagram
from .commands.checking import evaluate, validate
from .commands.drafting import check_draft
from .commands.exporting import export
from .commands.following import follow_up, news
from .commands.judging import confirm, correct, judgements, link, note, reject, review, undo, unlink
from .commands.pushing import push
from .commands.reading import extract, load, withdraw
from .commands.showing import browse, serve
from .commands.walking import central, neighbours, path
from .model.errors import PolicyGraphError
from .rendering.terminal import drop_output, prepare_streams

_COMMANDS: tuple[Callable[..., None], ...] = (
    *(load, withdraw, extract, push, export),
    *(show, search, query, sparql, cypher),
    *(browse, serve),
    *(path, neighbours, central),
    *(browse, serve),
    *(review, confirm, reject, correct, link, unlink, note, undo, judgements),
    *(news, follow_up),
    *(diagram, brief),
    *(check_draft, validate, evaluate),
)


def _print_version(is_wanted: bool) -> None:
    if is_wanted:
        print(f"policygraph {version('policygraph')}")
        raise typer.Exit


Version = Annotated[bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")]

app = typer.Typer(
    name="policygraph",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def start(is_version_wanted: Version = False) -> None:
    """Read official correspondence into a knowledge graph in which every edge opens its sentence.

    \b
    Start with:
      policygraph load letters/
      policygraph query correspondence
    """


for command in _COMMANDS:
    app.command()(command)


def main() -> None:
    """Run the command line."""
    prepare_streams()
    try:
        try:
            app(prog_name="policygraph")
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        drop_output()
        sys.exit(1)
    except PolicyGraphError as error:
        print(error, file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
