"""Who asks a server, and with which password: from the environment, never from an address.

What a terminal can ask is the business of the commands. No password is ever part of an address, a message or a log.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass, field

from ...model.errors import StoreError


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """Who asks a server, and with which password."""

    username: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Login:
    """How a kind of server is logged in to: the variables for name and password, the usual name, if there is one."""

    server: str
    prompt: str
    variables: tuple[str, str]
    usual: str | None = None


NEO4J = Login(server="Neo4j", prompt="Neo4j user", variables=("NEO4J_USERNAME", "NEO4J_PASSWORD"), usual="neo4j")
SPARQL = Login(server="The SPARQL endpoint", prompt="SPARQL user", variables=("SPARQL_USERNAME", "SPARQL_PASSWORD"))

FindCredentials = Callable[[Login], Credentials]


def load_credentials(login: Login) -> Credentials:
    """Return the credentials that the environment has.

    Raises:
        StoreError: it has none.
    """
    username, password = map(os.environ.get, login.variables)
    if not username or not password:
        raise StoreError(f"{login.server} asks for a name and a password. Set {' and '.join(login.variables)}.")
    return Credentials(username=username, password=password)


def refuse_credentials(address: str, login: Login) -> None:
    """Raise StoreError when an address holds a name or a password."""
    scheme, _, rest = address.partition("://")
    host, slash, path = rest.partition("/")
    if "@" in host:
        raise StoreError(
            f"{scheme}://{host.rpartition('@')[2]}{slash}{path}: write the address without a name and a password. "
            f"Set {' and '.join(login.variables)} instead."
        )
