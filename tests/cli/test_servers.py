"""Pushing into a Neo4j server and asking it, as a user does: nothing secret is ever printed."""

import json
import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree
from typing import IO

import pytest
from policygraph.graph.loading.build import build_graph
from policygraph.graph.loading.source_files import find_sources
from policygraph.graph.property.bolt_database import open_bolt
from policygraph.graph.storage.login import Credentials
from policygraph.graph.storage.store import open_for_writing

from ..servers.neo4j_server import Server
from .conftest import Run

LETTERS = Path(__file__).parents[2] / "letters"
COMMANDS = [("push",), ("query", "correspondence", "--store"), ("cypher", "RETURN 1", "--store")]
NOBODY = {"NEO4J_USERNAME": "", "NEO4J_PASSWORD": ""}


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("servers") / "store"
    with open_for_writing(path) as store:
        build_graph(store, find_sources([str(LETTERS)]))
    return path


@pytest.fixture
def loaded(samples: Path, tmp_path: Path) -> None:
    """Put a store of the sample letters where the command looks for one."""
    copytree(samples, tmp_path / "policygraph-store")


@pytest.mark.usefixtures("loaded")
def test_what_was_pushed_answers_like_the_folder(run: Run, neo4j_server: Server) -> None:
    pushed = run("push", neo4j_server.uri, **neo4j_server.variables)
    assert (pushed.returncode, pushed.stderr) == (0, "")
    assert pushed.stdout.startswith(f"{neo4j_server.uri} holds ")
    again = run("push", neo4j_server.uri, **neo4j_server.variables)
    assert again.stdout.endswith(": 0 written, 0 removed\n")
    for question in (
        ("correspondence",),
        ("dossier", "--param", "who=cssf"),
        ("dossier", "--param", "who=nobody at all"),
    ):
        here = run("query", *question, "--format", "json")
        there = run("query", *question, "--format", "json", "--store", neo4j_server.uri, **neo4j_server.variables)
        assert (there.returncode, there.stdout, there.stderr) == (here.returncode, here.stdout, here.stderr)


@pytest.mark.usefixtures("loaded")
def test_an_exported_script_writes_what_a_push_writes(run: Run, neo4j_server: Server, tmp_path: Path) -> None:
    exported = run("export", "graph.cypher")
    assert (exported.returncode, exported.stdout) == (0, "graph.cypher\n")
    credentials = Credentials(username=neo4j_server.username, password=neo4j_server.password)
    with open_bolt(neo4j_server.uri, lambda _: credentials) as database:
        database.write("MATCH (n:PolicyGraph) DETACH DELETE n")
        for statement in (tmp_path / "graph.cypher").read_text("utf-8").split(";\n")[:-1]:
            database.write(statement)
    pushed = run("push", neo4j_server.uri, **neo4j_server.variables)
    assert pushed.stdout.endswith(": 0 written, 0 removed\n")


@pytest.mark.usefixtures("loaded")
def test_a_free_question_is_answered_or_refused(run: Run, neo4j_server: Server) -> None:
    assert run("push", neo4j_server.uri, **neo4j_server.variables).returncode == 0
    place = ("--store", neo4j_server.uri)
    asked = run(
        "cypher", "MATCH (l:Letter) RETURN l.date AS date", "--format", "json", *place, **neo4j_server.variables
    )
    assert [row["date"] for row in json.loads(asked.stdout)] == ["2021-01-07", "2021-06-09", "2022-02-15"]
    refused = run("cypher", "MATCH (n) DETACH DELETE n", *place, **neo4j_server.variables)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr == "This would change the graph. A question only reads: MATCH … RETURN ….\n"


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize(
    "command", [("push",), ("query", "correspondence", "--store"), ("cypher", "RETURN 1", "--store")]
)
def test_a_wrong_password_is_said_and_never_printed(run: Run, neo4j_server: Server, command: tuple[str, ...]) -> None:
    variables = neo4j_server.variables | {"NEO4J_PASSWORD": "hunter2-hunter2", "PYTHONWARNINGS": "always"}
    finished = run(*command, neo4j_server.uri, **variables)
    assert finished.returncode == 1
    assert "refuses this name and password" in finished.stderr
    assert "hunter2" not in finished.stdout + finished.stderr


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize(
    "command", [("push",), ("query", "correspondence", "--store"), ("cypher", "RETURN 1", "--store")]
)
def test_a_server_that_is_not_there_is_named_and_no_credentials_are(run: Run, command: tuple[str, ...]) -> None:
    finished = run(*command, "bolt://127.0.0.1:1", NEO4J_USERNAME="neo4j", NEO4J_PASSWORD="hunter2")
    assert finished.returncode == 1
    assert finished.stderr == "bolt://127.0.0.1:1: no Neo4j server answers here. Start it, or check the address.\n"


@pytest.mark.usefixtures("loaded")
def test_a_password_in_the_address_is_refused_and_not_repeated(run: Run) -> None:
    finished = run("push", "bolt://neo4j:hunter2@127.0.0.1:7687")
    assert finished.returncode == 1
    assert "without a name and a password" in finished.stderr
    assert "hunter2" not in finished.stderr


@pytest.mark.usefixtures("loaded")
def test_without_a_terminal_missing_credentials_are_named(run: Run) -> None:
    finished = run("push", "bolt://127.0.0.1:1", **NOBODY)
    assert finished.returncode == 1
    assert finished.stderr == "Neo4j asks for a name and a password. Set NEO4J_USERNAME and NEO4J_PASSWORD.\n"


# Runs a command at a terminal of its own, as getpass asks at the terminal and not at the standard input.
AT_A_TERMINAL = "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))"


@pytest.mark.usefixtures("loaded")
def test_at_a_terminal_the_password_is_asked_for_and_not_shown(neo4j_server: Server, tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J")}
    push = [sys.executable, "-m", "policygraph.cli", "push", neo4j_server.uri]
    with subprocess.Popen(
        [sys.executable, "-c", AT_A_TERMINAL, *push],
        cwd=tmp_path,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        bufsize=0,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        shown = read_until(process.stdout, b"Neo4j user [neo4j]: ")
        process.stdin.write(neo4j_server.username.encode() + b"\n")
        shown += read_until(process.stdout, b"Password: ")
        process.stdin.write(neo4j_server.password.encode() + b"\n")
        shown += process.stdout.read()
    assert process.returncode == 0, shown
    assert b" holds " in shown
    assert neo4j_server.password.encode() not in shown


def read_until(stream: IO[bytes], end: bytes) -> bytes:
    found = b""
    while not found.endswith(end):
        byte = stream.read(1)
        assert byte, found
        found += byte
    return found


def test_a_cypher_question_needs_a_server(run: Run) -> None:
    assert run("cypher", "RETURN 1").returncode == 2
    finished = run("cypher", "RETURN 1", "--store", "policygraph-store")
    assert finished.returncode == 1
    assert "only Neo4j speaks Cypher" in finished.stderr
