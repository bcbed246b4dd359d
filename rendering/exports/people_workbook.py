"""A workbook for people: entities, facts with their quotes, letters, and asks with their status."""

from collections import defaultdict
from pathlib import Path

from ...graph.network.edge_quotation import EdgeQuoter
from ...graph.network.network import Network, build_network, find_edges, find_entities, get_kind, get_node
from ...graph.network.network_records import Basis
from ...graph.storage.store import Cell, GraphStore
from ...queries.answer import Table, run_query
from ...queries.catalogue import find_query
from ...queries.sparql_backend import SparqlBackend
from ..output_file import write_output
from ..phrases import render_date, render_kind, render_relation
from ..table import to_sheets
from ..workbook import to_workbook

_BASES = (Basis.STATEMENT, Basis.ASK, Basis.COMMITMENT, Basis.POSITION)


def write_workbook(store: GraphStore, path: Path) -> None:
    """Write a workbook with the sheets Entities, Facts, Letters and Asks."""
    network = build_network(store, _BASES, evidence=False)
    backend = SparqlBackend(store)
    letters, asks = (run_query(backend, find_query(name)) for name in ("correspondence", "asks-and-answers"))
    sheets: dict[str, list[list[Cell]]] = {
        "Entities": [["Name", "Kind", "Other names", "Letters", "IRI"], *_find_entity_lines(network)],
        "Facts": [
            ["Subject", "Relation", "Object", "Since", "Until", "Condition", "Quotes", "ID"],
            *_find_fact_lines(network, EdgeQuoter(store, network)),
        ],
        "Letters": next(iter(to_sheets(letters).values())),
        "Asks": _to_ask_lines(network, asks),
    }
    write_output(path, to_workbook(sheets))


def _find_entity_lines(network: Network) -> list[list[Cell]]:
    nodes = sorted(find_entities(network), key=lambda node: (node.type, node.name, node.key))
    return [
        [node.name, render_kind(node.type), "; ".join(node.other_names), len(node.letters), node.key] for node in nodes
    ]


def _find_fact_lines(network: Network, quoter: EdgeQuoter) -> list[list[Cell]]:
    """Return what letters state, promise and think, by the names of the two ends."""
    lines: list[list[Cell]] = []
    for edge in find_edges(network):
        if edge.basis is not Basis.ASK:
            quotes = "\n".join(quotation.citation for quotation in quoter.find_quotations(edge))
            dates = (render_date(date) if date else None for date in (edge.since, edge.until))
            names = [get_node(network, key).name for key in (edge.source, edge.target)]
            relation = render_relation(edge.predicate, get_kind(network, edge.target))
            lines.append([names[0], relation, names[1], *dates, edge.condition, quotes, edge.key])
    return sorted(lines, key=lambda line: tuple(map(str, line)))


def _to_ask_lines(network: Network, asks: Table) -> list[list[Cell]]:
    """Return what is asked, with who asks whom in front."""
    parties: dict[str, list[dict[str, None]]] = defaultdict(lambda: [{}, {}])
    for edge in find_edges(network):
        if edge.basis is Basis.ASK:
            for place, key in enumerate((edge.source, edge.target)):
                parties[edge.key][place][get_node(network, key).name] = None
    headings, *lines = next(iter(to_sheets(asks).values()))
    found = ([", ".join(names) or None for names in parties[row.about]] for row in asks.rows)
    return [["From", "To", *headings], *([*ends, *line] for ends, line in zip(found, lines, strict=True))]
