"""The commands that walk over the network of letters and what they name."""

import sys
import textwrap
from typing import TYPE_CHECKING, Annotated

import typer

from .asking import AnswerFile, Format, OutputFormat, check_output, give
from .credentials import ask_credentials
from .options import DEFAULT_ADDRESS, Address, Force

if TYPE_CHECKING:
    from ..graph.storage.store import GraphStore

One = Annotated[str, typer.Argument(metavar="A", help="A name, another form of it, an acronym or an IRI.")]
Other = Annotated[str, typer.Argument(metavar="B", help="The other name.")]
Depth = Annotated[int, typer.Option(metavar="N", min=1, max=4, help="How many steps to go.")]
Top = Annotated[int, typer.Option(metavar="N", min=1, help="How many to show.")]


def path(
    one: One,
    other: Other,
    output_format: OutputFormat = Format.TABLE,
    output: AnswerFile = None,
    force: Force = False,
    store: Address = DEFAULT_ADDRESS,
) -> None:
    """Show how two people, bodies, laws … are connected.

    Each step has the words that say so.

    Up to three short connections, the most telling first: facts, asks and stances count most, then who wrote to whom.
    That a letter names both is used only where nothing else connects them, or only a country does.

    \b
    Examples:
      policygraph path "Refugee Action" ECAT
      policygraph path "Home Office" "Ann Lee" --format json
    """
    from ..graph.network.edge_quotation import EdgeQuoter
    from ..graph.network.network import get_node
    from ..graph.network.paths import find_connections
    from ..graph.opening import open_graph
    from ..rendering.walk import to_path_table

    check_output(output, force)
    with open_graph(store, ask_credentials) as graph:
        ends = _find_entity(graph, one), _find_entity(graph, other)
        found = find_connections(graph, *ends)
        names = [get_node(found.network, end).name for end in ends]
        if not found.paths:
            what = "these are one and the same" if ends[0] == ends[1] else "nothing in the letters connects them"
            print(f"{' and '.join(names)}: {what}.", file=sys.stderr)
            return
        only = ", by letters that name both" if found.with_mentions else ""
        title = f"How {names[0]} and {names[1]} are connected{only}"
        table = to_path_table(found.paths, title, EdgeQuoter(graph, found.network))
    give(table, output_format, output)


def neighbours(
    one: One,
    depth: Depth = 1,
    top: Top = 100,
    output_format: OutputFormat = Format.TABLE,
    output: AnswerFile = None,
    force: Force = False,
    store: Address = DEFAULT_ADDRESS,
) -> None:
    """Show what is near a person, body, law …

    This is what letters state, ask, promise and write between the two. With --depth 2 also what is near those, and so
    on; nothing is reached through a country. The nearest 100 are shown, or as many as --top says.

    \b
    Examples:
      policygraph neighbours "Home Office"
      policygraph neighbours UNHCR --depth 2 -o unhcr.xlsx
    """
    from ..graph.network.edge_quotation import EdgeQuoter
    from ..graph.network.network import get_node
    from ..graph.network.paths import find_near
    from ..graph.opening import open_graph
    from ..rendering.walk import to_neighbour_table

    check_output(output, force)
    with open_graph(store, ask_credentials) as graph:
        key = _find_entity(graph, one)
        near = find_near(graph, key, depth, top)
        name = get_node(near.network, key).name
        if not near.steps:
            print(f"{name}: letters only name it. `policygraph show` has the sentences.", file=sys.stderr)
            return
        count = f"{len(near.steps):,}" if near.is_whole else f"more than {len(near.steps):,}"
        more = f", the nearest of {count}" if len(near.steps) > top or not near.is_whole else ""
        table = to_neighbour_table(near.steps[:top], f"What is near {name}{more}", EdgeQuoter(graph, near.network))
    give(table, output_format, output)


def central(
    top: Top = 20,
    output_format: OutputFormat = Format.TABLE,
    output: AnswerFile = None,
    force: Force = False,
    store: Address = DEFAULT_ADDRESS,
) -> None:
    """Show who stands between others.

    These are they over whom the shortest connections of people, offices and bodies lead.

    \b
    Examples:
      policygraph central
      policygraph central --top 5 --format csv > central.csv
    """
    from ..graph.network.centrality import find_central, load_actors
    from ..graph.opening import open_graph
    from ..rendering.walk import render_central_note, to_central_table

    check_output(output, force)
    with open_graph(store, ask_credentials) as graph:
        network = load_actors(graph)
    found = find_central(network)
    give(to_central_table(found, top), output_format, output)
    if output is None and output_format is Format.TABLE:
        print("\n" + textwrap.fill(render_central_note(found), 100))


def _find_entity(graph: "GraphStore", name: str) -> str:
    from ..queries.parameters import find_entity
    from ..queries.sparql_backend import SparqlBackend

    return find_entity(SparqlBackend(graph), name, word=name).value
