"""How a command ends when something could not be done."""

import sys
from collections.abc import Iterable

import typer


def finish(errors: Iterable[Exception]) -> None:
    """Name what could not be read or done; if there is anything, end with 1."""
    told = list(errors)
    for error in told:
        print(error, file=sys.stderr)
    if told:
        raise typer.Exit(1)
