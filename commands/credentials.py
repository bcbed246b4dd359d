"""Who asks a server: from the environment, otherwise from the terminal, never from the command line."""

import os
import sys
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from ..graph.property.bolt_database import Credentials


def ask_credentials() -> "Credentials":
    """Return name and password for a Neo4j server; what the environment does not have is asked at the terminal.

    Raises:
        StoreError: something is missing and there is no terminal.
    """
    from ..graph.property.bolt_database import VARIABLES, Credentials, load_credentials

    username, password = (os.environ.get(name) for name in VARIABLES)
    if not (username and password) and not sys.stdin.isatty():
        return load_credentials()  # says what is missing
    return Credentials(
        username=username or typer.prompt("Neo4j user", default="neo4j", err=True),
        password=password or typer.prompt("Password", hide_input=True, err=True),
    )
