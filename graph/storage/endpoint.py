"""A graph behind a SPARQL 1.1 endpoint, over the standard protocol: a `GraphStore` for all that reads.

What is written there, and when, is the business of `push_dataset.py`. https://www.w3.org/TR/sparql11-protocol/
"""

import urllib.error
import urllib.request
from base64 import b64encode
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from pyoxigraph import (
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)

from ...model.errors import QueryError, StoreError
from ...model.identity import BASE
from ..quads.terms import DERIVED
from .change import Change
from .login import SPARQL, Credentials, FindCredentials, load_credentials, refuse_credentials
from .store import GraphStore

_TABLE = "application/sparql-results+json"
_TRIPLES = "application/n-triples"
_FORM = "application/x-www-form-urlencoded"
_UPDATE = "application/sparql-update; charset=utf-8"
_PATIENCE = 600  # seconds that an answer may take
_WHO_ASKS = 401
_FORBIDDEN = 403


class Endpoint(GraphStore):
    """An endpoint that answers questions at one address and takes changes at the same, or at another one.

    A name and a password are sent only to these, and only once the endpoint has asked for them (RFC 7617).
    """

    is_remote = True

    def __init__(
        self, address: str, update_address: str | None = None, find_credentials: FindCredentials = load_credentials
    ) -> None:
        self.address = address
        self.writable = True
        self.is_new = False
        self._update_address = update_address or address
        for each in (address, self._update_address):
            refuse_credentials(each, SPARQL)
        self._find_credentials = find_credentials
        self._login: str | None = None

    @property
    def path(self) -> Path:
        """An endpoint has no folder.

        Raises:
            StoreError: always; what stands beside a graph in its folder is not at an endpoint.
        """
        raise StoreError(f"{self.address}: this needs the folder of a store, which --store DIR names.")

    def close(self) -> None:
        """Do nothing: every request is a connection of its own."""

    def run_sparql(self, query: str) -> QuerySolutions | QueryBoolean | Iterable[Triple | Quad]:
        """Return what a query of any form finds.

        Raises:
            QueryError: it is not well formed, or the endpoint cannot answer it.
            StoreError: the endpoint cannot be reached or refuses.
        """
        form = urlencode({"query": query}).encode()
        kind, body = self._send(self.address, form, _FORM, f"{_TABLE}, {_TRIPLES};q=0.9")
        with self._translate_nonsense():
            if kind == _TABLE:
                return parse_query_results(body, QueryResultsFormat.JSON)
            if kind == _TRIPLES:
                return list(parse(body, RdfFormat.N_TRIPLES))
        raise self._to_nonsense(f"it answers in {kind or 'no format'}")

    def has_graph(self, graph: NamedNode) -> bool:
        """Tell whether the endpoint holds a named graph."""
        found = self.run_sparql(f"ASK {{ GRAPH {graph} {{ ?subject ?property ?value }} }}")
        return isinstance(found, QueryBoolean) and bool(found)

    def find_graphs(self) -> list[NamedNode]:
        """Return the named graphs of ours in the order of their IRIs; others may keep theirs at the same endpoint."""
        rows = self.find_tuples("SELECT DISTINCT ?graph WHERE { GRAPH ?graph { ?subject ?property ?value } }")
        return sorted((NamedNode(graph) for (graph,) in rows if graph.startswith(BASE)), key=str)

    def find_quads(
        self,
        graph: NamedNode | None,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        value: NamedNode | Literal | None = None,
    ) -> Iterator[Quad]:
        """Yield the quads that fit, in alphabetical order; None fits everything."""
        wanted = (("g", graph), ("s", subject), ("p", predicate), ("o", value))
        g, s, p, o = (f"?{name}" if term is None else str(term) for name, term in wanted)
        selected = " ".join(f"?{name}" for name, term in wanted if term is None)
        found = self.run_sparql(f"SELECT {selected or '(1 AS ?one)'} WHERE {{ GRAPH {g} {{ {s} {p} {o} }} }}")
        if not isinstance(found, QuerySolutions):
            raise self._to_nonsense("it does not answer a SELECT with rows")
        quads = []
        with self._translate_nonsense():
            for row in found:
                found_terms: dict[str, Any] = {name: row[name] if term is None else term for name, term in wanted}
                quads.append(Quad(found_terms["s"], found_terms["p"], found_terms["o"], found_terms["g"]))
        yield from sorted(quads, key=str)

    def apply(self, change: Change) -> None:
        """Make a change in one request, which a sound endpoint does as a whole or not at all.

        Raises:
            StoreError: it cannot be reached or refuses.
        """
        # Servers limit how long a form may be, but not what is sent as it is.
        self._send(self._update_address, change.to_update().encode(), _UPDATE, "*/*")

    def _send(self, address: str, content: bytes, kind: str, accept: str) -> tuple[str, bytes]:
        """Return the media type and the body of an answer."""
        headers = {"Content-Type": kind, "Accept": accept, "User-Agent": "PolicyGraph"}
        request = urllib.request.Request(address, content, headers, method="POST")
        if self._login is not None:
            request.add_unredirected_header("Authorization", self._login)
        try:
            with urllib.request.urlopen(request, timeout=_PATIENCE) as answer:
                return answer.headers.get_content_type(), answer.read()
        except urllib.error.HTTPError as error:
            if error.code != _WHO_ASKS or self._login is not None:
                raise self._to_refusal(address, error) from error
        except (OSError, HTTPException, ValueError) as error:
            reason = getattr(error, "reason", None) or error
            raise StoreError(
                f"{address}: the endpoint cannot be reached ({reason}). Check the address, and whether the server runs."
            ) from error
        self._login = _to_basic(self._find_credentials(SPARQL))
        return self._send(address, content, kind, accept)

    def _to_refusal(self, address: str, error: urllib.error.HTTPError) -> QueryError | StoreError:
        lines = error.read(2000).decode("utf-8", "replace").strip().splitlines()
        said = f"{error.code} {error.reason}" + (f": {lines[0][:300]}" if lines else "")
        if error.code == 400:
            return QueryError(f"{address}: the endpoint cannot answer this ({said}).")
        if error.code == _WHO_ASKS:
            what = "the endpoint refuses this name and password. Check SPARQL_USERNAME and SPARQL_PASSWORD."
            return StoreError(f"{address}: {what}")
        hint = "who asks may not do this" if error.code == _FORBIDDEN else "is it the address of a SPARQL endpoint?"
        return StoreError(f"{address}: the endpoint refuses ({said}): {hint}")

    @contextmanager
    def _translate_nonsense(self) -> Iterator[None]:
        try:
            yield
        except (SyntaxError, ValueError) as error:
            raise self._to_nonsense(str(error)) from error

    def _to_nonsense(self, what: str) -> StoreError:
        return StoreError(f"{self.address}: this is no SPARQL endpoint ({what}). Check the address.")


def _to_basic(credentials: Credentials) -> str:
    pair = f"{credentials.username}:{credentials.password}"
    return f"Basic {b64encode(pair.encode()).decode('ascii')}"


def open_endpoint(address: str, find_credentials: FindCredentials = load_credentials) -> Endpoint:
    """Open an endpoint that a store has been pushed to.

    Raises:
        StoreError: it cannot be reached, or holds no graph of ours.
    """
    endpoint = Endpoint(address, find_credentials=find_credentials)
    if not endpoint.has_graph(DERIVED):
        raise StoreError(
            f"{address}: there is no PolicyGraph here, or its last push was not finished. "
            f"Write one with `policygraph push {address}`."
        )
    return endpoint
