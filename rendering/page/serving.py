"""Running the server: the address, the token where one is needed, and the index of names."""

import secrets
import socket
import sys
from urllib.parse import urlencode

from ...graph.quads.terms import LETTER
from ...graph.storage.name_search import has_name_search, open_name_search
from ...graph.storage.store import GraphStore
from ...graph.storage.whole_store import count_things
from ...model.errors import StoreError
from ..phrases import render_number
from .guard import ANY_HOST, is_loopback
from .server import Api, build_app


def open_socket(host: str, port: int) -> socket.socket:
    """Return a socket that listens there.

    Raises:
        StoreError: nothing can listen there.
    """
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise StoreError(
            f"{host}, port {port}: nothing can listen there ({error.strerror or error}). "
            "Choose others with --host and --port."
        ) from error


def run_server(store: GraphStore, listening: socket.socket, host: str) -> None:
    """Serve the page until somebody ends it, after printing its address."""
    import uvicorn

    if not has_name_search(store):
        print("Making the index of names, once after each load …", file=sys.stderr, flush=True)
    names = open_name_search(store)
    port = listening.getsockname()[1]
    name = f"[{host}]" if ":" in host else host
    token = None if is_loopback(host) else secrets.token_urlsafe(24)
    hosts = [f"{name}:{port}", f"localhost:{port}"] if token is None else [ANY_HOST]
    app = build_app(Api(store, names), render_number(count_things(store, LETTER), "letter"), hosts=hosts, token=token)
    query = f"?{urlencode({'token': token})}" if token else ""
    print(f"http://{name}:{port}/{query}", flush=True)
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, server_header=False))
    try:
        server.run(sockets=[listening])
    finally:
        names.close()
