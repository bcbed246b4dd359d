"""The nodes and edges of the network as flat rows, which graph files and tables share; what is missing is left out."""

from collections.abc import Iterator, Mapping

from ...graph.network.network import Network, find_edges, find_entities, find_letters
from ...graph.network.network_records import Basis, EntityNode, LetterNode, NetworkEdge
from ...graph.quads.passage_quads import to_passage_iri

Value = str | int | bool
Row = Mapping[str, Value]

NODE_COLUMNS = (
    *("id", "label", "kind", "other_names", "letters", "is_background"),
    *("date", "subject", "references", "source_file"),
)
EDGE_COLUMNS = (
    *("id", "source", "target", "label", "basis", "letter", "since", "until", "condition", "rule", "confidence"),
    *("quotes", "passages"),
)


def find_node_rows(network: Network) -> Iterator[Row]:
    """Yield a row for each entity, then one for each letter."""
    yield from map(_to_entity_row, find_entities(network))
    yield from map(_to_letter_row, find_letters(network))


def find_edge_rows(network: Network) -> Iterator[Row]:
    """Yield a row for each edge; the IDs are unique."""
    return map(_to_edge_row, find_edges(network))


def to_edge_id(edge: NetworkEdge) -> str:
    """Return an ID that no other edge has: one ask, as an example, can be an edge between several."""
    is_alone = edge.basis in (Basis.STATEMENT, Basis.REPLY)
    return edge.key if is_alone else f"{edge.key} {edge.source} {edge.target}"


def _to_entity_row(node: EntityNode) -> Row:
    return {
        "id": node.key,
        "label": node.name,
        "kind": node.type.value,
        "other_names": "; ".join(node.other_names),
        "letters": len(node.letters),
        "is_background": node.is_background,
    }


def _to_letter_row(node: LetterNode) -> Row:
    row: dict[str, Value] = {"id": node.key, "label": node.name, "kind": "letter", "source_file": node.source}
    more = {"date": node.date, "subject": node.subject, "references": "; ".join(node.references)}
    return row | {name: value for name, value in more.items() if value}


def _to_edge_row(edge: NetworkEdge) -> Row:
    row: dict[str, Value] = {
        "id": to_edge_id(edge),
        "source": edge.source,
        "target": edge.target,
        "label": edge.predicate.value,
        "basis": edge.basis.value,
    }
    more = {
        "letter": edge.letter,
        "since": edge.since,
        "until": edge.until,
        "condition": edge.condition,
        "rule": edge.rule,
        "confidence": edge.confidence,
        "quotes": "\n".join(" ".join(passage.quote.split()) for passage in edge.evidence),
        "passages": " ".join(to_passage_iri(each.letter, each.start, each.end).value for each in edge.evidence),
    }
    return row | {name: value for name, value in more.items() if value}
