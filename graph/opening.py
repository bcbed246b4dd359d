"""Opening a graph for reading, by the address that --store names: a folder, or a SPARQL endpoint."""

from pathlib import Path

from ..model.errors import StoreError
from .loading.build import open_loaded
from .property.bolt_database import BOLT_SCHEMES
from .storage.endpoint import open_endpoint
from .storage.login import FindCredentials, load_credentials
from .storage.store import GraphStore

ENDPOINT_SCHEMES = ("http", "https")


def open_graph(address: str, find_credentials: FindCredentials = load_credentials) -> GraphStore:
    """Open what an address names; what an interrupted load left undone in a folder is finished first.

    `find_credentials` is asked where an endpoint wants to know who asks; they come from the environment unless told
    otherwise.

    Raises:
        StoreError: there is nothing there, or it cannot be reached or read.
    """
    scheme = find_scheme(address)
    if scheme in ENDPOINT_SCHEMES:
        return open_endpoint(address, find_credentials)
    if scheme in BOLT_SCHEMES:
        raise StoreError(
            f"{address}: this is not asked of Neo4j. `policygraph query` and `policygraph cypher` are; "
            "for the rest name the folder of the store with --store."
        )
    if scheme:
        raise StoreError(f"{address}: name a folder, or an address that starts with bolt://, neo4j:// or http(s)://.")
    return open_loaded(Path(address))


def find_scheme(address: str) -> str:
    """Return how a server is spoken to, as "bolt" or "https"; nothing for a folder."""
    scheme, mark, _ = address.partition("://")
    return scheme.lower() if mark else ""
