"""Finding entities by the beginnings of words in their names, among a million of them: an index beside the graph.

The index is a SQLite file in the store's folder. It is made anew when the store holds something else than when it was
made; where it cannot be written it is made in memory.
"""

import sqlite3
from collections import Counter
from contextlib import suppress
from hashlib import sha256
from threading import Lock

from ..quads.description import to_text
from ..quads.terms import (
    DERIVED,
    FORM_KEY,
    JUDGEMENTS,
    NAME_KEY,
    OBJECT,
    SENT_BY,
    SENT_TO,
    SHOWN_AS,
    SOURCES,
    SUBJECT,
    VARIANT,
    VERSION,
)
from .name_key import to_key
from .store import GraphStore
from .whole_store import find_pairs

_FILE = "names.sqlite"
_TABLES = (
    "CREATE TABLE stamp (value TEXT)",
    "CREATE TABLE entities (id TEXT PRIMARY KEY, facts INTEGER) WITHOUT ROWID",
    "CREATE TABLE names (entity TEXT, key TEXT, PRIMARY KEY (key, entity)) WITHOUT ROWID",
    "CREATE VIRTUAL TABLE words USING fts5(key, entity UNINDEXED, prefix='1 2 3')",
    "CREATE INDEX by_facts ON entities (facts DESC, id)",
)
_FILL_WORDS = "INSERT INTO words SELECT key, entity FROM names"
_EXACT = "SELECT entity FROM names JOIN entities ON id = entity WHERE key = ? ORDER BY facts DESC, entity LIMIT ?"
_BEGINNING = """
SELECT entity FROM words JOIN entities ON id = entity WHERE words MATCH ?
GROUP BY entity ORDER BY facts DESC, entity LIMIT ?"""
_COUNT = "SELECT ?thing (COUNT(*) AS ?count) {{ GRAPH ?graph {{ ?one {term} ?thing }} }} GROUP BY ?thing"
_DIGEST = f"SELECT (SHA256(GROUP_CONCAT(?one)) AS ?all) {{ GRAPH {SOURCES} {{ ?holding {VARIANT} ?one }} }}"
_BEST = "SELECT id FROM entities ORDER BY facts DESC, id LIMIT ?"


class NameSearch:
    """An open index; threads may share it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._lock = Lock()

    def find(self, words: str, limit: int) -> list[str]:
        """Return the IRIs of entities of that name, then of those with words that begin so, best connected first."""
        key = to_key(words)
        beginnings = " ".join(f'"{word}"*' for word in key.replace('"', " ").split())
        if not beginnings:
            return []
        exact = self._find(_EXACT, key, limit)
        return list(dict.fromkeys((*exact, *self._find(_BEGINNING, beginnings, limit))))[:limit]

    def find_best(self, limit: int) -> list[str]:
        """Return the IRIs of the entities with the most facts."""
        return self._find(_BEST, limit)

    def close(self) -> None:
        """Close the index."""
        self._connection.close()

    def _find(self, query: str, *values: object) -> list[str]:
        with self._lock:
            return [str(row[0]) for row in self._connection.execute(query, values)]


def open_name_search(store: GraphStore) -> NameSearch:
    """Open the index of a store, and make it first where it is missing or out of date."""
    stamp = _find_stamp(store)
    path = store.path / _FILE
    with suppress(sqlite3.Error, OSError):
        connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        if _find_known_stamp(connection) == stamp:
            return NameSearch(connection)
        connection.close()
        path.unlink(missing_ok=True)
        return NameSearch(_build(str(path), store, stamp))
    return NameSearch(_build(":memory:", store, stamp))


def has_name_search(store: GraphStore) -> bool:
    """Tell whether a store has an index already, so that opening it takes no time."""
    return (store.path / _FILE).exists()


def _find_stamp(store: GraphStore) -> str:
    """Return what changes with the letters, with what links them, and with what analysts have said."""
    ((digest,),) = store.find_tuples(_DIGEST)
    versions = [
        to_text(quad.object) for graph in (DERIVED, JUDGEMENTS) for quad in store.find_quads(graph, graph, VERSION)
    ]
    return sha256(repr((digest, versions)).encode()).hexdigest()


def _find_known_stamp(connection: sqlite3.Connection) -> str | None:
    try:
        row = connection.execute("SELECT value FROM stamp").fetchone()
    except sqlite3.DatabaseError:
        return None  # it is new, damaged or was never finished
    return str(row[0]) if row else None


def _build(place: str, store: GraphStore, stamp: str) -> sqlite3.Connection:
    connection = sqlite3.connect(place, check_same_thread=False, isolation_level=None)
    connection.execute("BEGIN")
    for statement in _TABLES:
        connection.execute(statement)
    connection.executemany("INSERT INTO entities VALUES (?, ?)", sorted(_count_facts(store).items()))
    for term in (NAME_KEY, FORM_KEY):
        connection.executemany("INSERT OR IGNORE INTO names VALUES (?, ?)", find_pairs(store, term, DERIVED))
    connection.execute(_FILL_WORDS)
    connection.execute("INSERT INTO stamp VALUES (?)", (stamp,))
    connection.execute("COMMIT")
    return connection


def _count_facts(store: GraphStore) -> Counter[str]:
    """Return how many statements and letters each entry of the directory has a part in; 0 where it is only named."""
    entries = dict(find_pairs(store, SHOWN_AS, DERIVED))
    facts = Counter(dict.fromkeys(entries.values(), 0))
    for term in (SUBJECT, OBJECT, SENT_BY, SENT_TO):
        for entity, count in store.find_tuples(_COUNT.format(term=term)):
            if entity in entries:
                facts[entries[entity]] += int(count)
    return facts
