"""The commands that show the graph: as a file to browse, or from a server."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from .options import DEFAULT_STORE, Force, Host, Page, Port, Store

Entity = Annotated[
    list[str] | None, typer.Argument(metavar="ENTITY", help="Where the page opens: a name, another form or an acronym.")
]


def browse(
    entity: Entity = None, output: Page = Path("graph.html"), force: Force = False, store: Store = DEFAULT_STORE
) -> None:
    """Write the graph as one page to browse without network.

    A corpus that is too large for one page shows its best connected part, around ENTITY if one is named, and says so.

    \b
    Examples:
      policygraph browse -o graph.html
      policygraph browse Home Office -o home-office.html
    """
    from ..graph.loading.build import open_loaded
    from ..graph.storage.entity_names import EntityNames
    from ..rendering.card import to_missing_message
    from ..rendering.output_file import find_output_fault, write_output
    from ..rendering.page.page_file import build_page
    from ..rendering.phrases import render_number

    if fault := find_output_fault(output, (".html", ".htm"), force=force):
        raise typer.BadParameter(fault)
    wish = " ".join(entity or ())
    with open_loaded(store) as graph:
        names = EntityNames(graph) if wish else None
        start = names.find(wish) if names else frozenset()
        if names and not start:
            print(to_missing_message(wish, names.find_nearest(wish)), file=sys.stderr)
            raise typer.Exit(1)
        page, shown = build_page(graph, start)
    write_output(output, page.encode())
    print(f"{output}: {render_number(len(shown.nodes), 'name')} and {render_number(len(shown.edges), 'relation')}")
    if shown.note:
        print(shown.note)


def serve(host: Host = "127.0.0.1", port: Port = 8765, store: Store = DEFAULT_STORE) -> None:
    """Show the same page over the store itself, in your browser.

    It only reads, and listens on this machine alone. With another address it prints a token, which everybody needs
    who opens the page. While it runs nothing can be loaded. Ctrl-C ends it.

    \b
    Examples:
      policygraph serve
      policygraph serve --port 9000
      policygraph serve --host 192.168.1.20
    """
    from ..graph.loading.build import open_loaded
    from ..rendering.page.serving import open_socket, run_server

    with open_loaded(store) as graph, open_socket(host, port) as listening:
        run_server(graph, listening, host)
