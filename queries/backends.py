"""Where a graph lies, named in one way everywhere: a folder, `bolt://…` or `neo4j://…`, `http(s)://…`."""

from pathlib import Path
from urllib.parse import urlsplit

from ..graph.build import open_loaded
from ..graph.endpoint import open_endpoint
from ..model.errors import StoreError
from .backend import Backend
from .sparql_backend import SparqlBackend

_NEO4J = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
_SPARQL = ("http", "https")


def open_sparql(address: str) -> Backend:
    """Open what an address names, for questions in SPARQL.

    Raises:
        StoreError: there is nothing there, it cannot be reached or read, or it does not speak SPARQL.
    """
    if _find_scheme(address) in _NEO4J:
        raise StoreError(f"{address}: Neo4j does not speak SPARQL. Ask it with `policygraph cypher`.")
    return open_backend(address)


def open_backend(address: str) -> Backend:
    """Open what an address names, for questions.

    Raises:
        StoreError: there is nothing there, or it cannot be reached or read.
    """
    scheme = _find_scheme(address)
    if scheme in _NEO4J:
        raise StoreError(f"{address}: Neo4j cannot be asked yet.")
    if scheme in _SPARQL:
        return SparqlBackend(open_endpoint(address))
    if scheme:
        raise StoreError(f"{address}: name a folder, or an address that starts with bolt://, neo4j:// or http(s)://.")
    return SparqlBackend(open_loaded(Path(address)))


def _find_scheme(address: str) -> str:
    return urlsplit(address).scheme if "://" in address else ""
