"""A SPARQL endpoint that wants to know who asks: from the environment, only when it asks, and never printed."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from policygraph.graph.storage.endpoint import Endpoint
from policygraph.graph.storage.login import SPARQL, Credentials, Login, load_credentials
from policygraph.model.errors import StoreError

from ..servers.fuseki_server import PASSWORDS
from .conftest import Run

((NAME, PASSWORD),) = PASSWORDS.items()
KNOWN = {"SPARQL_USERNAME": NAME, "SPARQL_PASSWORD": PASSWORD}
WRONG = {"SPARQL_USERNAME": NAME, "SPARQL_PASSWORD": "hunter3-hunter3"}
NOBODY = {"SPARQL_USERNAME": "", "SPARQL_PASSWORD": ""}


@pytest.fixture
def loaded(run: Run) -> None:
    assert run("load", str(Path(__file__).parents[2] / "letters")).returncode == 0


@pytest.mark.usefixtures("loaded")
def test_one_who_is_known_writes_and_asks_by_every_command(run: Run, guarded_endpoint: str) -> None:
    pushed = run("push", guarded_endpoint, **KNOWN)
    assert (pushed.returncode, pushed.stderr) == (0, "")
    place = ("--store", guarded_endpoint)
    for command in (
        ("show", "CSSF"),
        ("query", "correspondence"),
        ("sparql", "ASK {}"),
        ("path", "IASC", "ERRIN"),
        ("neighbours", "IASC"),
        ("central",),
        ("validate",),
    ):
        here, there = run(*command), run(*command, *place, **KNOWN)
        assert (there.returncode, there.stdout, there.stderr) == (here.returncode, here.stdout, here.stderr), command
    exported = run("export", "graph.nq", *place, **KNOWN)
    followed = run("follow-up", "9 June 2021", "-o", "next.md", *place, **KNOWN)
    assert (exported.returncode, followed.returncode) == (0, 0), exported.stderr + followed.stderr


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize(
    "command", [("push",), ("query", "correspondence", "--store"), ("sparql", "ASK {}", "--store")]
)
def test_a_wrong_password_and_none_are_said_and_never_printed(
    run: Run, guarded_endpoint: str, command: tuple[str, ...]
) -> None:
    wrong = run(*command, guarded_endpoint, **WRONG)
    assert (wrong.returncode, wrong.stdout) == (1, "")
    message = "the endpoint refuses this name and password. Check SPARQL_USERNAME and SPARQL_PASSWORD."
    assert wrong.stderr == f"{guarded_endpoint}: {message}\n"
    none = run(*command, guarded_endpoint, **NOBODY)
    assert (none.returncode, none.stdout) == (1, "")
    assert none.stderr == (
        "The SPARQL endpoint asks for a name and a password. Set SPARQL_USERNAME and SPARQL_PASSWORD.\n"
    )


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize("command", [("push",), ("show", "CSSF", "--store"), ("query", "correspondence", "--store")])
def test_a_password_in_the_address_is_refused_and_not_repeated(run: Run, command: tuple[str, ...]) -> None:
    finished = run(*command, "http://ann:hunter2@127.0.0.1:1/ds")
    assert finished.returncode == 1
    assert finished.stderr == (
        "http://127.0.0.1:1/ds: write the address without a name and a password. "
        "Set SPARQL_USERNAME and SPARQL_PASSWORD instead.\n"
    )


def test_nothing_is_told_to_an_endpoint_that_does_not_ask_nor_to_one_where_another_leads() -> None:
    asked: list[Login] = []

    def find_credentials(login: Login) -> Credentials:
        asked.append(login)
        return Credentials(username=NAME, password=PASSWORD)

    with serve(200) as open_one:
        Endpoint(open_one.address, find_credentials=find_credentials).run_sparql("ASK {}")
        assert (asked, open_one.sent) == ([], [None])
        with serve(302, open_one.address) as leading:
            leading.wants_login = True
            Endpoint(leading.address, find_credentials=find_credentials).run_sparql("ASK {}")
            assert asked == [SPARQL]
            assert leading.sent[0] is None
            assert str(leading.sent[1]).startswith("Basic ")
        assert open_one.sent == [None, None]


def test_the_environment_says_who_asks_and_no_record_of_it_shows_the_password(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in KNOWN.items():
        monkeypatch.setenv(name, value)
    assert load_credentials(SPARQL) == Credentials(username=NAME, password=PASSWORD)
    assert "hunter2" not in repr(load_credentials(SPARQL))
    monkeypatch.delenv("SPARQL_PASSWORD")
    with pytest.raises(StoreError, match="Set SPARQL_USERNAME and SPARQL_PASSWORD"):
        load_credentials(SPARQL)


class Answering(HTTPServer):
    """A server with one answer, which keeps what it is told of who asks."""

    sent: list[str | None]
    status: int
    leads_to: str | None
    wants_login = False

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/ds"


class Handler(BaseHTTPRequestHandler):
    """Answers every question with yes."""

    server: Answering

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.do_GET()

    def do_GET(self) -> None:
        self.server.sent.append(self.headers["Authorization"])
        is_stranger = self.server.wants_login and not self.headers["Authorization"]
        self.send_response(401 if is_stranger else self.server.status)
        if not is_stranger and self.server.leads_to:
            self.send_header("Location", self.server.leads_to)
        self.send_header("Content-Type", "application/sparql-results+json")
        self.end_headers()
        self.wfile.write(b'{"head": {}, "boolean": true}')

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serve(status: int, leads_to: str | None = None) -> Iterator[Answering]:
    with Answering(("127.0.0.1", 0), Handler) as server:
        server.sent, server.status, server.leads_to = [], status, leads_to
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
