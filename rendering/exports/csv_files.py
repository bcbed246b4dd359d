"""Two tables, one of the nodes and one of the edges, beside each other: `graph.nodes.csv` and `graph.edges.csv`."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from pathlib import Path

from ...graph.network.network import build_network
from ...graph.storage.store import GraphStore
from ..output_file import write_output
from ..table import to_plain_cell
from .network_rows import EDGE_COLUMNS, NODE_COLUMNS, Row, find_edge_rows, find_node_rows


def find_csv_files(path: Path) -> tuple[Path, ...]:
    """Return the two files that `graph.csv` stands for."""
    return path.with_suffix(f".nodes{path.suffix}"), path.with_suffix(f".edges{path.suffix}")


def write_csv(store: GraphStore, path: Path) -> None:
    """Write the network as two tables (RFC 4180); texts are kept from being taken for formulas, as in all our CSV."""
    network = build_network(store)
    nodes, edges = find_csv_files(path)
    write_output(nodes, _to_csv(NODE_COLUMNS, find_node_rows(network)))
    write_output(edges, _to_csv(EDGE_COLUMNS, find_edge_rows(network)))


def _to_csv(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_to_cell(row.get(name)) for name in columns] for row in rows)
    return out.getvalue().encode("utf-8")


def _to_cell(value: str | int | bool | None) -> str | int:
    return str(value).lower() if isinstance(value, bool) else to_plain_cell(value)
