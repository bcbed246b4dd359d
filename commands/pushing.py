"""The command that writes the store into a server."""

import sys
from typing import Annotated

import typer

from ..rendering.terminal import open_console, print_renderable
from .credentials import ask_credentials
from .options import DEFAULT_STORE, Store

ServerAddress = Annotated[
    str, typer.Argument(metavar="ADDRESS", help="A Neo4j server (bolt://…, neo4j://…) or a SPARQL endpoint (http://…).")
]
UpdateUrl = Annotated[
    str | None,
    typer.Option(metavar="URL", help="Where a SPARQL endpoint takes changes, if not where it answers questions."),
]


def push(address: ServerAddress, update_url: UpdateUrl = None, store: Store = DEFAULT_STORE) -> None:
    """Write the store to a Neo4j server or a SPARQL endpoint.

    Afterwards it holds just what the store holds.

    What is there already is left as it is, and what the store no longer holds goes; what others keep there is not
    touched. Name and password come from NEO4J_USERNAME and NEO4J_PASSWORD, or SPARQL_USERNAME and SPARQL_PASSWORD where
    an endpoint wants some, otherwise they are asked for.

    \b
    Examples:
      policygraph push bolt://localhost:7687
      policygraph push neo4j+s://1a2b3c4d.databases.neo4j.io --store my-store
      policygraph push http://localhost:3030/ds
      policygraph push http://localhost:7200/repositories/a --update-url http://localhost:7200/repositories/a/statements
    """
    from ..graph.loading.build import open_loaded
    from ..graph.opening import ENDPOINT_SCHEMES, find_scheme
    from ..graph.property.bolt_database import open_bolt
    from ..graph.property.push import push_graph
    from ..graph.storage.endpoint import Endpoint
    from ..graph.storage.push_dataset import push_dataset
    from ..rendering.progress import show_progress
    from ..rendering.summary import render_dataset_push, render_push

    is_endpoint = find_scheme(address) in ENDPOINT_SCHEMES
    if update_url is not None and (not is_endpoint or find_scheme(update_url) not in ENDPOINT_SCHEMES):
        raise typer.BadParameter("--update-url is for a SPARQL endpoint, and an address that starts with http(s)://.")
    progress = show_progress(open_console(sys.stderr), "Writing letters")
    if is_endpoint:
        with (
            open_loaded(store) as graph,
            Endpoint(address, update_url, ask_credentials) as endpoint,
            progress as on_progress,
        ):
            told = render_dataset_push(push_dataset(graph, endpoint, on_progress), address)
    else:
        with open_loaded(store) as graph, open_bolt(address, ask_credentials) as database, progress as on_progress:
            told = render_push(push_graph(graph, database, on_progress), address)
    print_renderable(told, sys.stdout)
