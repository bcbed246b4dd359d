"""A Neo4j database at an address: it opens, reads in read transactions, writes in batches, closes.

What is written and asked is the business of the modules above; every way in which a server can fail is put in words
here. The password is never part of an address, a message or a log.
"""

import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Self

from ...model.errors import StoreError
from ..storage.login import NEO4J, FindCredentials, load_credentials, refuse_credentials

if TYPE_CHECKING:
    from neo4j import Driver

BOLT_SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
_OLDEST = (5, 26)
_SECONDS = 10.0

Rows = list[dict[str, Any]]


class BoltDatabase:
    """An open database. Use it in a `with` block, so that its connections are closed."""

    def __init__(self, address: str, driver: "Driver") -> None:
        self.address = address
        self._driver = driver

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self._driver.close()

    def find_rows(self, query: str, parameters: Mapping[str, Any] | None = None) -> Rows:
        """Return the rows of a query, which may not write; `parameters` are bound, never pasted.

        Raises:
            StoreError: the server cannot answer.
        """
        with _tell_failures(self.address), self._open_session(reads=True) as session:
            found: Rows = session.execute_read(lambda work: work.run(query, dict(parameters or {})).data())
            return found

    def find_table(self, query: str) -> tuple[tuple[str, ...], list[list[Any]]]:
        """Return the columns and the rows of a query, which may not write, with nodes and relationships as they are."""

        def read(work: Any) -> tuple[tuple[str, ...], list[list[Any]]]:
            result = work.run(query)
            return tuple(result.keys()), [record.values() for record in result]

        with _tell_failures(self.address), self._open_session(reads=True) as session:
            found: tuple[tuple[str, ...], list[list[Any]]] = session.execute_read(read)
            return found

    def stream_rows(self, query: str) -> Iterator[dict[str, Any]]:
        """Yield the rows of a query, which may not write, as they come."""
        with _tell_failures(self.address), self._open_session(reads=True) as session:
            yield from (dict(record) for record in session.run(query))

    def explain(self, query: str) -> tuple[str, dict[str, Any]]:
        """Return what a query would do (`r` reads, all else writes or administers) and its plan; it is not run."""
        with _tell_failures(self.address), self._open_session(reads=True) as session:
            summary = session.run(f"EXPLAIN {query}").consume()
            return summary.query_type, dict(summary.plan or {})

    def write(self, query: str, rows: Sequence[Any] = ()) -> None:
        """Run one query that writes, with its `$rows`, in a transaction of its own.

        Raises:
            StoreError: the server cannot do it; nothing of it was written.
        """
        with _tell_failures(self.address), self._open_session(reads=False) as session:
            session.execute_write(lambda work: work.run(query, rows=rows).consume())

    def _open_session(self, *, reads: bool) -> Any:
        from neo4j import READ_ACCESS, WRITE_ACCESS

        return self._driver.session(default_access_mode=READ_ACCESS if reads else WRITE_ACCESS)


def open_bolt(address: str, find_credentials: FindCredentials = load_credentials) -> BoltDatabase:
    """Open the database at `address` (`bolt://host:7687`, `neo4j+s://…`).

    Raises:
        StoreError: no server answers, it is no Neo4j or too old, or it refuses the credentials.
    """
    from neo4j import GraphDatabase

    refuse_credentials(address, NEO4J)
    credentials = find_credentials(NEO4J)
    # Without a handler Python prints what the driver logs; every failure is told as an error already.
    logging.getLogger("neo4j").addHandler(logging.NullHandler())
    with _tell_failures(address):
        driver = GraphDatabase.driver(
            address,
            auth=(credentials.username, credentials.password),
            connection_timeout=_SECONDS,
            notifications_min_severity="OFF",
        )
    database = BoltDatabase(address, driver)
    try:
        with _tell_failures(address):
            driver.verify_connectivity()
        _check_version(database)
    except BaseException:
        database.close()
        raise
    return database


def _check_version(database: BoltDatabase) -> None:
    try:
        found = database.find_rows("CALL dbms.components() YIELD name, versions RETURN name, versions[0] AS version")
    except StoreError as error:
        raise StoreError(f"{database.address}: this is no Neo4j server. Check the address.") from error
    kernel = next((str(each["version"]) for each in found if str(each["name"]).startswith("Neo4j")), "")
    parts = kernel.split(".")[:2]
    if not kernel or not all(map(str.isdigit, parts)):
        raise StoreError(f"{database.address}: this is no Neo4j server. Check the address.")
    if tuple(map(int, parts)) < _OLDEST:
        wanted = ".".join(map(str, _OLDEST))
        raise StoreError(f"{database.address}: this is Neo4j {kernel}. Use version {wanted} or a newer one.")


@contextmanager
def _tell_failures(address: str) -> Iterator[None]:
    """Put what the driver raises in the words of an error that a user can act on."""
    from neo4j.exceptions import AuthError, ConfigurationError, DriverError, Forbidden, Neo4jError, ServiceUnavailable

    try:
        yield
    except AuthError as error:
        what = "the server refuses this name and password. Check NEO4J_USERNAME and NEO4J_PASSWORD."
        raise StoreError(f"{address}: {what}") from error
    except Forbidden as error:
        what = f"{error.message} This user may not do that: use one with the rights to."
        raise StoreError(f"{address}: {what}") from error
    except ServiceUnavailable as error:
        if "looks like HTTP" in str(error):
            what = "this is a web address, not the one for Bolt. Neo4j takes Bolt on port 7687 unless told otherwise."
        else:
            what = "no Neo4j server answers here. Start it, or check the address."
        raise StoreError(f"{address}: {what}") from error
    except (ConfigurationError, ValueError) as error:
        raise StoreError(f"{address}: this is no address of a Neo4j server ({error}).") from error
    except Neo4jError as error:
        raise StoreError(f"{address}: the server could not do it: {error.message}") from error
    except (DriverError, OSError) as error:
        raise StoreError(f"{address}: the connection failed ({error}). Check the address and the server.") from error
