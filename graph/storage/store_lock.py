"""One writer or many readers: the lock on a store, given back by the system when a process dies.

SQLite's locks on an empty database file do it: they are the same on every system, need no clean-up after
`kill -9`, and a reader needs no right to write.
"""

import sqlite3
from pathlib import Path

_PATIENCE = 2.0  # seconds: a reading command is soon over


def lock_for_writing(path: Path) -> sqlite3.Connection:
    """Keep everybody else out until the connection is closed; raise BlockingIOError when somebody is in."""
    return _lock(f"{path.absolute().as_uri()}?mode=rwc", "BEGIN EXCLUSIVE")


def lock_for_reading(path: Path) -> sqlite3.Connection | None:
    """Keep writers out until the connection is closed; None when there is no lock file, so no writer.

    Raises:
        BlockingIOError: somebody is writing.
    """
    if not path.exists():
        return None
    return _lock(f"{path.absolute().as_uri()}?mode=ro", "BEGIN; SELECT count(*) FROM sqlite_schema")


def _lock(uri: str, statements: str) -> sqlite3.Connection:
    connection = sqlite3.connect(uri, uri=True, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
    try:
        for statement in statements.split(";"):
            connection.execute(statement).fetchall()
    except sqlite3.Error as error:
        connection.close()
        if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
            raise BlockingIOError(str(error)) from error
        raise OSError(str(error)) from error
    return connection
