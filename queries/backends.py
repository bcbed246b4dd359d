"""Where a graph lies, named in one way everywhere: a folder, `bolt://…` or `neo4j://…`, `http(s)://…`."""

from ..graph.opening import find_scheme, open_graph
from ..graph.property.bolt_database import BOLT_SCHEMES, open_bolt
from ..graph.storage.login import FindCredentials, load_credentials
from ..model.errors import StoreError
from .backend import Backend
from .cypher_backend import CypherBackend
from .sparql_backend import SparqlBackend


def open_sparql(address: str, find_credentials: FindCredentials = load_credentials) -> Backend:
    """Open what an address names, for questions in SPARQL; the rest is as for `open_backend`.

    Raises:
        StoreError: there is nothing there, it cannot be reached or read, or it does not speak SPARQL.
    """
    if find_scheme(address) in BOLT_SCHEMES:
        raise StoreError(f"{address}: Neo4j does not speak SPARQL. Ask it with `policygraph cypher`.")
    return open_backend(address, find_credentials)


def open_cypher(address: str, find_credentials: FindCredentials = load_credentials) -> Backend:
    """Open what an address names, for questions in Cypher; the rest is as for `open_backend`.

    Raises:
        StoreError: it cannot be reached or read, or it does not speak Cypher.
    """
    if find_scheme(address) not in BOLT_SCHEMES:
        raise StoreError(f"{address}: only Neo4j speaks Cypher. Name one with --store bolt://HOST:7687.")
    return open_backend(address, find_credentials)


def open_backend(address: str, find_credentials: FindCredentials = load_credentials) -> Backend:
    """Open what an address names, for questions.

    `find_credentials` is asked where a server wants to know who asks; they come from the environment unless told
    otherwise.

    Raises:
        StoreError: there is nothing there, or it cannot be reached or read.
    """
    if find_scheme(address) in BOLT_SCHEMES:
        return CypherBackend(open_bolt(address, find_credentials))
    return SparqlBackend(open_graph(address, find_credentials))
