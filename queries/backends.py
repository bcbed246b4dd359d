"""Where a graph lies, named in one way everywhere: a folder, `bolt://…` or `neo4j://…`, `http(s)://…`."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from ..graph.bolt_database import BOLT_SCHEMES, Credentials, load_credentials, open_bolt
from ..graph.build import open_loaded
from ..graph.endpoint import open_endpoint
from ..model.errors import StoreError
from .backend import Backend
from .cypher_backend import CypherBackend
from .sparql_backend import SparqlBackend

_SPARQL = ("http", "https")


def open_sparql(address: str) -> Backend:
    """Open what an address names, for questions in SPARQL.

    Raises:
        StoreError: there is nothing there, it cannot be reached or read, or it does not speak SPARQL.
    """
    if _find_scheme(address) in BOLT_SCHEMES:
        raise StoreError(f"{address}: Neo4j does not speak SPARQL. Ask it with `policygraph cypher`.")
    return open_backend(address)


def open_cypher(address: str, find_credentials: Callable[[], Credentials] = load_credentials) -> Backend:
    """Open what an address names, for questions in Cypher; the rest is as for `open_backend`.

    Raises:
        StoreError: it cannot be reached or read, or it does not speak Cypher.
    """
    if _find_scheme(address) not in BOLT_SCHEMES:
        raise StoreError(f"{address}: only Neo4j speaks Cypher. Name one with --store bolt://HOST:7687.")
    return open_backend(address, find_credentials)


def open_backend(address: str, find_credentials: Callable[[], Credentials] = load_credentials) -> Backend:
    """Open what an address names, for questions.

    `find_credentials` is asked where a server wants to know who asks; they come from the environment unless told
    otherwise.

    Raises:
        StoreError: there is nothing there, or it cannot be reached or read.
    """
    scheme = _find_scheme(address)
    if scheme in BOLT_SCHEMES:
        return CypherBackend(open_bolt(address, find_credentials))
    if scheme in _SPARQL:
        return SparqlBackend(open_endpoint(address))
    if scheme:
        raise StoreError(f"{address}: name a folder, or an address that starts with bolt://, neo4j:// or http(s)://.")
    return SparqlBackend(open_loaded(Path(address)))


def _find_scheme(address: str) -> str:
    return urlsplit(address).scheme if "://" in address else ""
