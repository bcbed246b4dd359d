"""A graph that is asked in Cypher: a Neo4j database into which `policygraph push` has written."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Self

from pyoxigraph import NamedNode

from ..graph.property.bolt_database import BoltDatabase
from ..graph.property.push import NAME_INDEX, to_index_query
from ..graph.quads.letter_quads import from_anchor_text
from ..graph.quads.passage_quads import from_passage_iri
from ..graph.quads.terms import ANYTHING
from ..graph.storage.entity_names import find_nearest_entries
from ..graph.storage.name_key import to_key
from ..graph.storage.quotation import HeldLetter, Quotation, Quoter
from ..graph.storage.store import Cell
from ..model.entity import EntityType
from ..model.errors import QueryError, StoreError
from ..model.letter import Correspondent, Letter
from .backend import Candidate, FreeAnswer, Record, Value, sort_rows
from .free_cypher import load_free_cypher
from .saved_query import SavedQuery

_LETTERS = """\
UNWIND $letters AS iri
MATCH (letter:PolicyGraph {iri: iri})
RETURN letter,
  COLLECT { MATCH (letter)-[:SENDER]->(one) RETURN one ORDER BY one.position } AS senders,
  COLLECT { MATCH (letter)-[:RECIPIENT]->(one) RETURN one ORDER BY one.position } AS recipients,
  COLLECT {
    MATCH (letter)-[shown:SENT_BY]->(one) WHERE shown.id IS NOT NULL RETURN one.name ORDER BY one.name
  } AS writers,
  COLLECT { MATCH (source)-[:HOLDS_LETTER {kept: true}]->(letter) RETURN source.path ORDER BY source.path } AS sources
"""
_BY_IRI = "MATCH (:PolicyGraph {iri: $name})-[:SHOWN_AS]->(entry)"
_IN_INDEX = f"CALL db.index.fulltext.queryNodes('{NAME_INDEX}', $query) YIELD node AS entry"
_BY_KEY = f"{_IN_INDEX} WHERE $key IN entry.nameKey"
_BY_FORM = f"{_IN_INDEX} WHERE $key IN entry.formKey"
_CANDIDATES = """
MATCH (letter:Letter)-[:MENTIONS]->()-[:SHOWN_AS]->(entry)
RETURN entry.iri AS iri, entry.kind AS kind, entry.shownName AS name, count(DISTINCT letter) AS letters
ORDER BY kind, name, iri"""
_KEYS = "MATCH (entry:Entity) UNWIND entry.nameKey + coalesce(entry.formKey, []) AS key RETURN key, entry.iri AS iri"
_NAMES = "UNWIND $entries AS iri MATCH (entry:PolicyGraph {iri: iri}) RETURN entry.shownName AS name"
_ALL = 2**62


class CypherBackend:
    """Asks an open database, which it closes at the end."""

    def __init__(self, database: BoltDatabase) -> None:
        self._database = database

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections."""
        self._database.close()

    def find_records(self, query: SavedQuery, values: Mapping[str, Value], first: int | None) -> Sequence[Record]:
        """Return what a saved question finds."""
        if query.cypher is None:
            twin = query.file.removesuffix(".rq") + ".cypher"
            raise QueryError(f"{query.name}: Neo4j cannot be asked this, for {twin} is missing.")
        parameters: dict[str, str | int] = {f"_{name}": _to_parameter(value) for name, value in values.items()}
        parameters["_first"] = _ALL if first is None else first
        return self._database.find_rows(query.cypher, parameters)

    def find_free_answer(self, text: str) -> FreeAnswer:
        """Return the answer to a Cypher question; what has no order of its own comes in that of its values."""
        question = load_free_cypher(text, self._database.explain)
        columns, found = self._database.find_table(question.text)
        rows = [tuple(map(_to_cell, row)) for row in found]
        return FreeAnswer(columns=columns, rows=tuple(rows) if question.is_ordered else sort_rows(rows))

    def find_quotations(self, passages: Iterable[str], *, sentences: bool = False) -> Mapping[str, Quotation]:
        """Return passages as they are quoted."""
        wanted = {iri: from_passage_iri(iri) for iri in passages}
        quoter = Quoter(self._load_letters(sorted({letter for letter, _, _ in wanted.values()})))
        find = quoter.find_sentence if sentences else quoter.find_quotation
        return {iri: find(*place) for iri, place in wanted.items()}

    def find_candidates(self, name: str) -> Sequence[Candidate]:
        """Return what is called `name`."""
        key = to_key(name)
        values = {"name": name, "key": key, "query": to_index_query(key)}
        for way in (_BY_IRI, _BY_KEY, _BY_FORM):
            if found := self._database.find_rows(way + _CANDIDATES, values):
                return [Candidate(**each | {"kind": EntityType(each["kind"])}) for each in found]
        return []

    def find_nearest(self, name: str) -> Sequence[str]:
        """Return the names that are most like `name`."""
        entries: dict[str, list[str]] = {}
        for row in self._database.find_rows(_KEYS):
            entries.setdefault(row["key"], []).append(row["iri"])
        nearest = find_nearest_entries(entries, name)
        return [row["name"] for row in self._database.find_rows(_NAMES, {"entries": nearest})]

    def _load_letters(self, letters: Sequence[str]) -> dict[str, HeldLetter]:
        rows = self._database.find_rows(_LETTERS, {"letters": letters}) if letters else []
        held = {row["letter"]["iri"]: _to_held_letter(row) for row in rows}
        if missing := [letter for letter in letters if letter not in held]:
            raise StoreError(f"{self._database.address}: the letter {missing[0]} is not here. Push the store again.")
        return held


def _to_held_letter(row: Mapping[str, Any]) -> HeldLetter:
    letter = row["letter"]
    return HeldLetter(
        letter=Letter(
            iri=letter["iri"],
            text=letter["text"],
            anchors=from_anchor_text(letter["anchors"]),
            date=letter.get("date"),
            senders=tuple(map(_to_correspondent, row["senders"])),
            recipients=tuple(map(_to_correspondent, row["recipients"])),
            ocr=letter.get("ocr", False),
        ),
        source=next(iter(row["sources"]), letter["iri"]),
        writers=tuple(row["writers"]),
    )


def _to_correspondent(node: Mapping[str, Any]) -> Correspondent:
    return Correspondent(
        name=node.get("name"), office=node.get("officeName"), organisation=node.get("organisationName")
    )


def _to_parameter(value: Value) -> str:
    if isinstance(value, NamedNode):
        return "" if value == ANYTHING else value.value
    return value


def _to_cell(value: Any) -> Cell:
    """Return a value of any type as a cell: a node as its IRI, a relationship as its id or its type, lists as JSON."""
    plain = _to_plain(value)
    if plain is None or isinstance(plain, str) or (isinstance(plain, int) and not isinstance(plain, bool)):
        return plain
    return json.dumps(plain, ensure_ascii=False)


def _to_plain(value: Any) -> Any:
    from neo4j.graph import Node, Path, Relationship

    if isinstance(value, Node):
        return value.get("iri", value.element_id)
    if isinstance(value, Relationship):
        return value.get("id", value.type)
    if isinstance(value, Path):
        return [
            _to_plain(part) for part in (value.start_node, *(end for link in value for end in (link, link.end_node)))
        ]
    if isinstance(value, list):
        return [_to_plain(part) for part in value]
    if isinstance(value, dict):
        return {name: _to_plain(part) for name, part in value.items()}
    if value is None or isinstance(value, str | int | float):
        return value
    return value.iso_format() if hasattr(value, "iso_format") else str(value)
