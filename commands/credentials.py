"""Who asks a server: from the environment, otherwise from the terminal, never from the command line."""

import os
import sys
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from ..graph.storage.login import Credentials, Login


def ask_credentials(login: "Login") -> "Credentials":
    """Return name and password for a server; what the environment does not have is asked at the terminal.

    Raises:
        StoreError: something is missing and there is no terminal.
    """
    from ..graph.storage.login import Credentials, load_credentials

    username, password = map(os.environ.get, login.variables)
    if not (username and password) and not sys.stdin.isatty():
        return load_credentials(login)  # says what is missing
    return Credentials(
        username=username or typer.prompt(login.prompt, default=login.usual, err=True),
        password=password or typer.prompt("Password", hide_input=True, err=True),
    )
