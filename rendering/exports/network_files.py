"""Graph files for Gephi, yEd, Cytoscape and networkx: nodes and edges with their rows as attributes, types kept."""

import re
from io import BytesIO
from pathlib import Path

import networkx

from ...graph.network.network import Network, build_network
from ...graph.storage.store import GraphStore
from ..output_file import write_output
from .network_rows import Row, Value, find_edge_rows, find_node_rows

# What XML 1.0 cannot hold: control characters but for tab and line ends, as a form feed from a text file.
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# The day of writing, which networkx puts in: lastmodifieddate="2026-11-26"
_DAY = re.compile(rb' lastmodifieddate="[^"]*"')


def write_graphml(store: GraphStore, path: Path) -> None:
    """Write the network as GraphML."""
    out = BytesIO()
    networkx.write_graphml_xml(_to_plain_network(store), out, encoding="utf-8", named_key_ids=True)
    write_output(path, out.getvalue())


def write_gexf(store: GraphStore, path: Path) -> None:
    """Write the network as GEXF 1.2."""
    out = BytesIO()
    networkx.write_gexf(_to_plain_network(store), out, encoding="utf-8")
    write_output(path, _DAY.sub(b"", out.getvalue(), count=1))


def _to_plain_network(store: GraphStore) -> Network:
    network = build_network(store)
    plain: Network = networkx.MultiDiGraph()
    for row in find_node_rows(network):
        plain.add_node(str(row["id"]), **_clean(row, "id"))
    for row in find_edge_rows(network):
        ends = str(row["source"]), str(row["target"])
        key = plain.add_edge(*ends, key=str(row["id"]))
        plain.edges[(*ends, key)].update(_clean(row, "source", "target"))
    return plain


def _clean(row: Row, *left_out: str) -> dict[str, Value]:
    return {
        name: _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", value) if isinstance(value, str) else value
        for name, value in row.items()
        if name not in left_out
    }
