"""Every sentence of every letter in SQLite's full-text index, beside the graph.

The index is never more than a copy: it brings itself up to date from the letters' texts, and where its file
cannot be written or is damaged, it is made anew.
"""

import sqlite3
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from ...extraction.text.sentences import find_sentences

_FORMAT = 1
_TABLES = (
    # The sentences of a letter are the rows from `first` to before `beyond`.
    "CREATE TABLE letters (iri TEXT PRIMARY KEY, digest TEXT, first INTEGER, beyond INTEGER) WITHOUT ROWID",
    "CREATE VIRTUAL TABLE sentences USING fts5 "
    "(text, letter UNINDEXED, start UNINDEXED, end UNINDEXED, tokenize = 'unicode61 remove_diacritics 2')",
    f"PRAGMA user_version = {_FORMAT}",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a letter: `text` is the letter's from `start` to before `end`."""

    letter: str
    start: int
    end: int
    text: str


class TextIndex:
    """An open index. Use it in a `with` block."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def find(self, wish: str) -> list[Sentence]:
        """Return the sentences that have every word of `wish`, and every phrase that it has in quotes.

        Case and accents do not count. Any text is a valid wish; one without a word finds nothing.
        """
        phrases = to_phrases(wish)
        if not phrases:
            return []
        match = " AND ".join(f'"{phrase}"' for phrase in phrases)
        rows = self._connection.execute(
            "SELECT letter, start, end, text FROM sentences WHERE sentences MATCH ?", (match,)
        )
        return [Sentence(letter=letter, start=start, end=end, text=text) for letter, start, end, text in rows]

    def find_likely(self, words: Sequence[str], limit: int) -> list[Sentence]:
        """Return the sentences that have most of some words, rare ones counting more, the best first."""
        cleaned = [word for word in words if any(map(_is_token, word)) and '"' not in word]
        if not cleaned:
            return []
        match = " OR ".join(f'"{word}"' for word in dict.fromkeys(cleaned))
        rows = self._connection.execute(
            "SELECT letter, start, end, text FROM sentences WHERE sentences MATCH ? "
            "ORDER BY rank, letter, start LIMIT ?",
            (match, limit),
        )
        return [Sentence(letter=letter, start=start, end=end, text=text) for letter, start, end, text in rows]


def to_phrases(wish: str) -> list[str]:
    """Return what must stand in a sentence: words, and phrases where quotes hold words together.

    `modern "support worker"` is `modern` and `support worker`. An odd last quote is passed over.
    """
    readable = wish.encode(errors="replace").decode()  # an argument of the command line can be anything
    straight = readable.translate(str.maketrans("“”„«»", '"""""'))
    parts = straight.split('"')
    phrases: list[str] = []
    for number, part in enumerate(parts):
        # Every other part stands between two quotes; the last one does so only if their number is even.
        is_quoted = number % 2 == 1 and number < len(parts) - 1
        phrases += [part] if is_quoted else part.split()
    cleaned = (" ".join(phrase.replace("\0", " ").split()) for phrase in phrases)
    return [phrase for phrase in cleaned if any(map(_is_token, phrase))]


def _is_token(character: str) -> bool:
    # What FTS5's unicode61 tokenizer keeps; a phrase of other characters only would find nothing.
    category = unicodedata.category(character)
    return category[0] in "LN" or category == "Co"


def open_index(path: Path, digests: Mapping[str, str], load_text: Callable[[str], str]) -> TextIndex:
    """Open the index at `path` with exactly the letters of `digests` (IRI to digest of the text).

    Where its file is damaged it is made anew, where it cannot be written it is made in memory.
    """
    if _is_useless(path):
        with suppress(OSError):
            path.unlink(missing_ok=True)
    try:
        return _open(str(path), digests, load_text)
    except sqlite3.Error:
        return _open(":memory:", digests, load_text)


def _is_useless(path: Path) -> bool:
    """Tell whether a file is no index, is damaged, or was made by another version."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            found = connection.execute("PRAGMA user_version").fetchone()[0]
            connection.execute("SELECT count(*) FROM letters").fetchone()
            return bool(found != _FORMAT)
    except sqlite3.OperationalError as error:
        return error.sqlite_errorcode == sqlite3.SQLITE_ERROR  # a table is missing
    except sqlite3.DatabaseError:
        return True


def _open(place: str, digests: Mapping[str, str], load_text: Callable[[str], str]) -> TextIndex:
    connection = sqlite3.connect(place, isolation_level=None)
    try:
        _catch_up(connection, digests, load_text)
    except BaseException:
        connection.close()
        raise
    return TextIndex(connection)


def _catch_up(connection: sqlite3.Connection, digests: Mapping[str, str], load_text: Callable[[str], str]) -> None:
    is_made = bool(connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0])
    if is_made and _find_known(connection) == digests:
        return
    connection.execute("BEGIN IMMEDIATE")
    # Somebody else may have made or filled it while this process waited.
    if not connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
        for statement in _TABLES:
            connection.execute(statement)
    known = _find_known(connection)
    for iri in (iri for iri in known if digests.get(iri) != known[iri]):
        _remove(connection, iri)
    for iri in (iri for iri in digests if known.get(iri) != digests[iri]):
        _add(connection, iri, digests[iri], load_text(iri))
    connection.execute("COMMIT")


def _find_known(connection: sqlite3.Connection) -> dict[str, str]:
    return dict(connection.execute("SELECT iri, digest FROM letters"))


def _remove(connection: sqlite3.Connection, iri: str) -> None:
    rows = connection.execute("SELECT first, beyond FROM letters WHERE iri = ?", (iri,)).fetchone()
    connection.execute("DELETE FROM sentences WHERE rowid >= ? AND rowid < ?", rows)
    connection.execute("DELETE FROM letters WHERE iri = ?", (iri,))


def _add(connection: sqlite3.Connection, iri: str, digest: str, text: str) -> None:
    last = connection.execute("SELECT rowid FROM sentences ORDER BY rowid DESC LIMIT 1").fetchone()
    first = last[0] + 1 if last else 1
    rows = [(row, text[start:end], iri, start, end) for row, (start, end) in enumerate(find_sentences(text), first)]
    connection.executemany("INSERT INTO sentences (rowid, text, letter, start, end) VALUES (?, ?, ?, ?, ?)", rows)
    connection.execute("INSERT INTO letters VALUES (?, ?, ?, ?)", (iri, digest, first, first + len(rows)))
