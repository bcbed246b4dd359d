"""The command that writes the graph for other programs and for people."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from .credentials import ask_credentials
from .options import DEFAULT_ADDRESS, Address, Force

ExportFile = Annotated[Path, typer.Argument(metavar="FILE", help="What to write; its suffix says which kind of file.")]


def export(file: ExportFile, force: Force = False, store: Address = DEFAULT_ADDRESS) -> None:
    """Write the whole graph into a file; its suffix says how.

    \b
      .ttl .trig .nq .jsonld   RDF: Turtle (without the graph of each letter), TriG, N-Quads, JSON-LD
      .graphml .gexf           the network, for Gephi, yEd, Cytoscape or networkx
      .csv                     two tables, FILE.nodes.csv and FILE.edges.csv
      .cypher                  a script for Neo4j's cypher-shell; `policygraph push` needs none
      .ftm.json                FollowTheMoney entities, for Aleph or OpenSanctions tools
      .xlsx                    a workbook: entities, facts with quotes, letters, asks with status

    \b
    Examples:
      policygraph export graph.trig
      policygraph export graph.xlsx --force
    """
    from ..graph.opening import open_graph
    from ..rendering.exports.export_file import find_export_fault, write_export
    from ..rendering.progress import show_progress
    from ..rendering.terminal import open_console

    if fault := find_export_fault(file, force=force):
        raise typer.BadParameter(fault)
    progress = show_progress(open_console(sys.stderr), f"Writing {file.name}")
    with open_graph(store, ask_credentials) as graph, progress:
        files = write_export(graph, file)
    for written in files:
        print(written)
