"""Writing the property graph into a Neo4j database: what is there already stays, what the store no longer holds goes.

Each node and relationship carries a `version`, a digest of all that it says. A push reads the versions in the database
and writes only what differs, so that a second one writes nothing and an interrupted one goes on where it stopped.
Nodes without the label `PolicyGraph` are never touched.
"""

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Self

from ..quads.terms import (
    ASK,
    COMMITMENT,
    DATE,
    ENTITY,
    FIGURE,
    FORM_KEY,
    HELD,
    KIND,
    LETTER,
    NAME_KEY,
    PERIOD,
    POSITION,
    RELATIONS,
    REPLIES_TO,
    SENT_BY,
    STANCE_CLASS,
)
from ..storage.store import GraphStore
from ..storage.stored_readings import find_letters
from .bolt_database import BoltDatabase
from .element import Node, Relationship, to_local_name, to_type
from .property_graph import build_property_graph

NAME_INDEX = "policygraph_names"
"""The full-text index of the names of entities, which `to_index_query` asks."""

_AT_ONCE = 5000
_AHEAD = 4
"""Batches that may wait for the server. Small ones of nodes stand between those of relationships."""

_LABEL = to_local_name(HELD)
_LETTER = to_local_name(LETTER)
_INDEXED = (
    (LETTER, DATE),
    (FIGURE, PERIOD),
    (ENTITY, KIND, POSITION),
    *((kind, POSITION) for kind in (LETTER, ASK, COMMITMENT, STANCE_CLASS)),
)
_FIND_NODES = f"MATCH (n:{_LABEL}) RETURN n.iri AS iri, n.version AS version"
_FIND_RELATIONSHIPS = f"""\
MATCH (:{_LABEL})-[r]->(:{_LABEL}) WHERE r.version IS NOT NULL
RETURN r.version AS version, elementId(r) AS place ORDER BY place"""
_CREATE_NODES = f"""\
UNWIND $rows AS row CREATE (n:{_LABEL}) SET n = row.properties SET n:$(row.labels)"""
_CHANGE_NODES = f"""\
UNWIND $rows AS row MATCH (n:{_LABEL} {{iri: row.properties.iri}})
REMOVE n:$(labels(n)) SET n = row.properties SET n:$(row.labels)"""
_CREATE_RELATIONSHIPS = f"""\
UNWIND $rows AS row
MATCH (start:{_LABEL} {{iri: row.start}}) MATCH (end:{_LABEL} {{iri: row.end}})
CREATE (start)-[r:$(row.type)]->(end) SET r = row.properties"""
_REMOVE_RELATIONSHIPS = "UNWIND $rows AS place MATCH ()-[r]->() WHERE elementId(r) = place DELETE r"
_REMOVE_NODES = f"UNWIND $rows AS iri MATCH (n:{_LABEL} {{iri: iri}}) DETACH DELETE n"


@dataclass(frozen=True, slots=True, kw_only=True)
class PushReport:
    """What a push did: nodes and relationships that are there now, that it wrote, and that it took out."""

    nodes: int
    relationships: int
    written: int
    removed: int


def push_graph(
    store: GraphStore,
    database: BoltDatabase,
    on_progress: Callable[[int, int], None] = lambda done, total: None,
) -> PushReport:
    """Make the database hold exactly what the store holds, beside whatever others keep there.

    `on_progress` is called with the number of letters done and of all.

    Raises:
        StoreError: the server cannot do it; what was written before stays, and another push goes on from there.
    """
    prepare_schema(database)
    total, done = len(find_letters(store)), 0
    on_progress(done, total)
    with _Writer(database) as writer:
        for element in build_property_graph(store):
            if isinstance(element, Relationship):
                writer.put_relationship(element)
                continue
            writer.put_node(element)
            if _LETTER in element.labels:
                done += 1
                on_progress(done, total)
        return writer.finish()


def to_schema() -> tuple[str, ...]:
    """Return the constraint and the indexes of the property graph, each a statement that can be repeated."""
    linked = sorted(to_type(term) for term in (*RELATIONS.values(), REPLIES_TO, SENT_BY))
    return (
        f"CREATE CONSTRAINT policygraph_iri IF NOT EXISTS FOR (n:{_LABEL}) REQUIRE n.iri IS UNIQUE",
        *(
            f"CREATE INDEX policygraph_{kind.lower()}_{names[0].lower()} IF NOT EXISTS FOR (n:{kind}) "
            f"ON ({', '.join(f'n.{name}' for name in names)})"
            for kind, *names in (map(to_local_name, terms) for terms in _INDEXED)
        ),
        # Each key of a name is one word of this index, so that a key is looked up and not searched for.
        f"CREATE FULLTEXT INDEX {NAME_INDEX} IF NOT EXISTS FOR (n:{to_local_name(ENTITY)}) "
        f"ON EACH [n.{to_local_name(NAME_KEY)}, n.{to_local_name(FORM_KEY)}] "
        "OPTIONS {indexConfig: {`fulltext.analyzer`: 'keyword'}}",
        *(
            f"CREATE INDEX policygraph_{kind.lower()}_id IF NOT EXISTS FOR ()-[r:{kind}]-() ON (r.id)"
            for kind in linked
        ),
    )


def to_index_query(key: str) -> str:
    """Return what to ask `NAME_INDEX` for those with just this key among those of their names or forms."""
    escaped = key.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def prepare_schema(database: BoltDatabase) -> None:
    """Make the constraint and the indexes, unless they are there, and wait until they are of use."""
    for statement in to_schema():
        database.write(statement)
    database.write("CALL db.awaitIndexes(60)")


class _Writer:
    """Writes what the database does not have, in batches: nodes before the relationships that need them.

    While the server works on some batches the next one is made ready. Use it in a `with` block.
    """

    def __init__(self, database: BoltDatabase) -> None:
        self._database = database
        self._known = {row["iri"]: row["version"] for row in database.stream_rows(_FIND_NODES)}
        self._stale = set(self._known)
        self._places: dict[str, str] = {}
        self._surplus: list[str] = []
        for row in database.stream_rows(_FIND_RELATIONSHIPS):
            # Two pushes at the same time can have written a relationship twice.
            if self._places.setdefault(row["version"], row["place"]) != row["place"]:
                self._surplus.append(row["place"])
        self._nodes = self._relationships = self._written = 0
        self._fresh: list[dict[str, Any]] = []
        self._changed: list[dict[str, Any]] = []
        self._edges: list[dict[str, Any]] = []
        self._seen: set[str] = set()
        self._pool = ThreadPoolExecutor(1)
        self._pending: deque[Future[None]] = deque()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(cancel_futures=True)

    def put_node(self, node: Node) -> None:
        """Write a node, unless it is there as it should be."""
        self._nodes += 1
        self._stale.discard(node.iri)
        row, known = node.to_row(), self._known.get(node.iri)
        if row["version"] != known:
            batch = self._fresh if known is None else self._changed
            batch.append({"labels": node.labels, "properties": row})
            if len(batch) == _AT_ONCE:
                self._flush_nodes()

    def put_relationship(self, relationship: Relationship) -> None:
        """Write a relationship, unless it is there."""
        row = relationship.to_row()
        version = str(row["version"])
        if version in self._seen:
            return
        self._seen.add(version)
        self._relationships += 1
        if self._places.pop(version, None) is None:
            ends = {"start": relationship.start, "end": relationship.end}
            self._edges.append({"type": relationship.type, **ends, "properties": row})
            if len(self._edges) == _AT_ONCE:
                self._flush()

    def finish(self) -> PushReport:
        """Write what is left, take out what is not in the store any more, and tell what was done."""
        self._flush()
        self._wait(0)
        old = [*self._places.values(), *self._surplus]
        for batch in _to_batches(old):
            self._database.write(_REMOVE_RELATIONSHIPS, batch)
        for batch in _to_batches(sorted(self._stale)):
            self._database.write(_REMOVE_NODES, batch)
        return PushReport(
            nodes=self._nodes,
            relationships=self._relationships,
            written=self._written,
            removed=len(old) + len(self._stale),
        )

    def _flush(self) -> None:
        self._flush_nodes()
        self._write(_CREATE_RELATIONSHIPS, self._edges)

    def _flush_nodes(self) -> None:
        self._write(_CREATE_NODES, self._fresh)
        self._write(_CHANGE_NODES, self._changed)

    def _write(self, query: str, batch: list[dict[str, Any]]) -> None:
        if batch:
            self._wait(_AHEAD - 1)
            self._pending.append(self._pool.submit(self._database.write, query, tuple(batch)))
            self._written += len(batch)
            batch.clear()

    def _wait(self, most: int) -> None:
        """Wait until so many batches at most are not with the server; raise what it raised."""
        while len(self._pending) > most:
            self._pending.popleft().result()


def _to_batches(values: Sequence[str]) -> list[Sequence[str]]:
    return [values[first : first + _AT_ONCE] for first in range(0, len(values), _AT_ONCE)]
