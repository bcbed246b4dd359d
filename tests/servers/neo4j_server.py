"""A Neo4j server for the tests: the one that NEO4J_URI names, otherwise one of their own on this machine.

`make .venv/neo4j` puts the server's jars where `start_server` looks for them.
"""

import os
import secrets
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from neo4j import GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError

ROOT = Path(__file__).parents[2]
JARS = ROOT / ".venv" / "neo4j"
_PATIENCE = 90.0
_SETTINGS = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{bolt}
server.http.listen_address=127.0.0.1:{http}
server.https.enabled=false
server.memory.pagecache.size=64m
db.tx_log.preallocate=false
dbms.usage_report.enabled=false
dbms.security.auth_minimum_password_length=8
dbms.security.auth_max_failed_attempts=0
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """Where a server is and who may use it; `http` is the address of its other door, if that is known."""

    uri: str
    username: str
    password: str
    http: str | None = None

    @property
    def variables(self) -> dict[str, str]:
        """What a command finds in its environment."""
        return {"NEO4J_USERNAME": self.username, "NEO4J_PASSWORD": self.password}


def find_obstacle() -> str | None:
    """Return why there can be no server here, None if there can."""
    if "NEO4J_URI" in os.environ:
        return None
    if shutil.which("java") is None:
        return "there is no Java to run a Neo4j server with (set NEO4J_URI to use another one)"
    if not any(JARS.glob("neo4j-*.jar")):
        return "the Neo4j server has not been fetched: make .venv/neo4j (it needs Maven)"
    return None


@contextmanager
def run_server(home: Path, heap: str = "384m") -> Iterator[Server]:
    """Yield a server that runs until the block ends; its files are in `home`."""
    if uri := os.environ.get("NEO4J_URI"):
        yield Server(uri=uri, username=os.environ["NEO4J_USERNAME"], password=os.environ["NEO4J_PASSWORD"])
        return
    bolt, http = _find_ports()
    (home / "conf").mkdir(parents=True)
    (home / "conf" / "neo4j.conf").write_text(_SETTINGS.format(bolt=bolt, http=http), "utf-8")
    command = ["java", f"-Xmx{heap}", "-XX:+UseSerialGC", "-cp", f"{JARS}/*", "org.neo4j.server.CommunityEntryPoint"]
    with (home / "log.txt").open("wb") as log:
        process = subprocess.Popen(
            [*command, f"--home-dir={home}", f"--config-dir={home / 'conf'}"], stdout=log, stderr=log
        )
    try:
        server = Server(
            uri=f"bolt://127.0.0.1:{bolt}",
            username="neo4j",
            password=secrets.token_urlsafe(18),
            http=f"bolt://127.0.0.1:{http}",
        )
        _set_password(server, process, home / "log.txt")
        yield server
    finally:
        process.terminate()
        try:
            process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _find_ports() -> tuple[int, int]:
    with socket.socket() as first, socket.socket() as second:
        for each in (first, second):
            each.bind(("127.0.0.1", 0))
        return first.getsockname()[1], second.getsockname()[1]


def _set_password(server: Server, process: subprocess.Popen[bytes], log: Path) -> None:
    """Put a random password in the place of the one that every new server has, as soon as it answers."""
    deadline = time.monotonic() + _PATIENCE
    change = "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password"
    with GraphDatabase.driver(server.uri, auth=("neo4j", "neo4j")) as driver:
        while True:
            with suppress(DriverError, Neo4jError), driver.session(database="system") as session:
                session.run(change, password=server.password).consume()
                return
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"the Neo4j server did not start:\n{log.read_text('utf-8', 'replace')[-3000:]}")
            time.sleep(0.2)
