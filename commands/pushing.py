"""The command that writes the store into a server."""

import sys
from typing import Annotated

import typer

from ..rendering.terminal import open_console, print_renderable
from .credentials import ask_credentials
from .options import DEFAULT_STORE, Store

ServerAddress = Annotated[
    str, typer.Argument(metavar="ADDRESS", help="A Neo4j server: bolt://…, neo4j://… or neo4j+s://….")
]


def push(address: ServerAddress, store: Store = DEFAULT_STORE) -> None:
    """Write the store into a Neo4j database, so that it holds what the store holds.

    What is there already is left as it is, and what the store no longer holds goes; what others keep in the database is
    not touched. Name and password come from NEO4J_USERNAME and NEO4J_PASSWORD, otherwise they are asked for.

    \b
    Examples:
      policygraph push bolt://localhost:7687
      policygraph push neo4j+s://1a2b3c4d.databases.neo4j.io --store my-store
    """
    from ..graph.bolt_database import open_bolt
    from ..graph.build import open_loaded
    from ..graph.push import push_graph
    from ..rendering.progress import show_progress
    from ..rendering.summary import render_push

    with (
        open_loaded(store) as graph,
        open_bolt(address, ask_credentials) as database,
        show_progress(open_console(sys.stderr), "Writing letters") as on_progress,
    ):
        report = push_graph(graph, database, on_progress)
    print_renderable(render_push(report, address), sys.stdout)
