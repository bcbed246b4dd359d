"""The property graph as a script that a Neo4j shell runs; running it twice changes nothing.

Each statement ends with a semicolon at the end of a line, and no text in it has a line break of its own.
"""

from collections.abc import Iterator

from ..quads.terms import HELD
from ..storage.store import GraphStore
from .element import Node, Property, Relationship, to_local_name
from .property_graph import build_property_graph
from .push import to_schema

_AT_ONCE = 100
_LABEL = to_local_name(HELD)
_ESCAPES = str.maketrans({"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r"})

_Batches = dict[str, list[str]]


def build_cypher_script(store: GraphStore) -> Iterator[str]:
    """Yield the statements that make a database hold what the store holds, each with its line ends."""
    yield from (f"{statement};\n" for statement in to_schema())
    nodes: _Batches = {}
    relationships: _Batches = {}
    for element in build_property_graph(store):
        if isinstance(element, Node):
            yield from _put(nodes, _to_node_merge(element), _to_literal(element.to_row()))
            continue
        # The nodes that it needs come first.
        yield from _flush(nodes)
        yield from _put(relationships, _to_relationship_merge(element), _to_row(element))
    yield from _flush(nodes)
    yield from _flush(relationships)


def _put(batches: _Batches, statement: str, row: str) -> Iterator[str]:
    batch = batches.setdefault(statement, [])
    batch.append(row)
    if len(batch) == _AT_ONCE:
        yield _to_statement(statement, batches.pop(statement))


def _flush(batches: _Batches) -> Iterator[str]:
    yield from (_to_statement(statement, batches[statement]) for statement in sorted(batches))
    batches.clear()


def _to_statement(statement: str, rows: list[str]) -> str:
    listed = ",\n  ".join(rows)
    return f"UNWIND [\n  {listed}\n] AS row\n{statement};\n"


def _to_node_merge(node: Node) -> str:
    return f"MERGE (n:{_LABEL} {{iri: row.iri}}) SET n = row, n:{':'.join(node.labels)}"


def _to_relationship_merge(relationship: Relationship) -> str:
    return (
        f"MATCH (start:{_LABEL} {{iri: row.start}}) MATCH (end:{_LABEL} {{iri: row.end}}) "
        f"MERGE (start)-[r:{relationship.type} {{version: row.said.version}}]->(end) SET r = row.said"
    )


def _to_row(relationship: Relationship) -> str:
    ends = f"start: {_to_literal(relationship.start)}, end: {_to_literal(relationship.end)}"
    return f"{{{ends}, said: {_to_literal(relationship.to_row())}}}"


def _to_literal(value: Property | dict[str, Property]) -> str:
    """Return a value as Cypher writes it: `'it\\'s'`, `[1, 2]`, `{name: 'x'}`."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {_to_literal(value[name])}" for name in sorted(value)) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_to_literal, value)) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"'{value.translate(_ESCAPES)}'" if isinstance(value, str) else repr(value)
