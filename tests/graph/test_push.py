"""Writing into a Neo4j server: twice, after a change, beside what others keep there, and where it cannot be done."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from policygraph.graph.loading.build import build_graph, withdraw_sources
from policygraph.graph.loading.source_files import find_sources
from policygraph.graph.property.bolt_database import BoltDatabase, open_bolt
from policygraph.graph.property.cypher_script import build_cypher_script
from policygraph.graph.property.element import Relationship
from policygraph.graph.property.property_graph import build_property_graph
from policygraph.graph.property.push import NAME_INDEX, PushReport, push_graph, to_index_query
from policygraph.graph.storage.login import NEO4J, Credentials, load_credentials
from policygraph.graph.storage.store import GraphStore, open_for_writing
from policygraph.model.errors import StoreError

from ..servers.neo4j_server import Server
from .records import write_letter

FACT = "The Ministry of Water runs the Water Restoration Fund."
CLEAR = "MATCH (n:PolicyGraph|Foreign) DETACH DELETE n"
EVERYTHING = """\
MATCH (n:PolicyGraph) OPTIONAL MATCH (n)-[r]->(m)
RETURN n.iri AS iri, labels(n) AS labels, properties(n) AS said, type(r) AS type, properties(r) AS link, m.iri AS end
ORDER BY iri, type, end, r.version"""


@pytest.fixture
def database(neo4j_server: Server) -> Iterator[BoltDatabase]:
    """The server's database, with nothing of ours in it."""
    with open_bolt(neo4j_server.uri, lambda _: to_credentials(neo4j_server)) as opened:
        opened.write(CLEAR)
        yield opened


@pytest.fixture
def store(tmp_path: Path) -> Iterator[GraphStore]:
    """A store with two letters."""
    write_letter(tmp_path / "letters" / "first.txt", FACT)
    write_letter(
        tmp_path / "letters" / "second.txt", "We do not run the Lake Fund. Please answer by June.", reference="R/2"
    )
    with open_for_writing(tmp_path / "store") as opened:
        build_graph(opened, find_sources([str(tmp_path / "letters")]))
        yield opened


def to_credentials(server: Server, password: str | None = None) -> Credentials:
    return Credentials(username=server.username, password=password or server.password)


def find_everything(database: BoltDatabase) -> list[dict[str, Any]]:
    return database.find_rows(EVERYTHING)


def test_a_push_writes_what_the_store_holds_and_a_second_one_nothing(store: GraphStore, database: BoltDatabase) -> None:
    elements = list(build_property_graph(store))
    first = push_graph(store, database)
    held = find_everything(database)
    assert first.written == first.nodes + first.relationships == len(elements)
    assert push_graph(store, database) == PushReport(
        nodes=first.nodes, relationships=first.relationships, written=0, removed=0
    )
    assert find_everything(database) == held


def test_a_name_is_looked_up_in_an_index(store: GraphStore, database: BoltDatabase) -> None:
    push_graph(store, database)
    ask = f"CALL db.index.fulltext.queryNodes('{NAME_INDEX}', $query) YIELD node RETURN node.shownName AS name"
    for key, names in (
        ("water restoration fund", ["Water Restoration Fund"]),
        ("water restoration", []),
        ("water*", []),
        ('" OR "water restoration fund', []),
        ("\\", []),
        ("", []),
    ):
        assert [row["name"] for row in database.find_rows(ask, {"query": to_index_query(key)})] == names, key


def test_progress_is_told_letter_by_letter(store: GraphStore, database: BoltDatabase) -> None:
    told: list[tuple[int, int]] = []
    push_graph(store, database, lambda done, total: told.append((done, total)))
    assert told == [(0, 2), (1, 2), (2, 2)]


def test_what_was_withdrawn_goes_and_what_changed_is_changed(
    store: GraphStore, database: BoltDatabase, tmp_path: Path
) -> None:
    push_graph(store, database)
    withdraw_sources(store, [str(tmp_path / "letters" / "first.txt")])
    changed = push_graph(store, database)
    assert changed.removed
    assert database.find_rows("MATCH ()-[r:RUNS]->() RETURN r") == []
    assert len(database.find_rows("MATCH (n:Letter) RETURN n")) == 1
    after = find_everything(database)
    database.write(CLEAR)
    push_graph(store, database)
    assert find_everything(database) == after


def test_a_push_that_was_cut_short_goes_on(store: GraphStore, database: BoltDatabase) -> None:
    push_graph(store, database)
    whole = find_everything(database)
    database.write("MATCH (n:Scheme) DETACH DELETE n")
    database.write("MATCH (n:Letter) SET n.text = 'half', n.version = 'old' REMOVE n:Letter")
    assert push_graph(store, database).written
    assert find_everything(database) == whole


def test_what_two_pushes_at_once_wrote_twice_is_mended(store: GraphStore, database: BoltDatabase) -> None:
    push_graph(store, database)
    whole = find_everything(database)
    database.write("MATCH (a)-[r:RUNS]->(b) CREATE (a)-[s:RUNS]->(b) SET s = properties(r)")
    assert push_graph(store, database).removed == 1
    assert find_everything(database) == whole


def test_what_others_keep_in_the_database_survives(store: GraphStore, database: BoltDatabase, tmp_path: Path) -> None:
    iri = next(element.start for element in build_property_graph(store) if isinstance(element, Relationship))
    database.write(
        f"CREATE (:Foreign:Person {{name: 'Mine'}})-[:RUNS {{version: 'x'}}]->(:Foreign:Letter {{iri: '{iri}'}})"
    )
    push_graph(store, database)
    database.write("MATCH (mine:Foreign {name: 'Mine'}), (fund:Scheme) CREATE (mine)-[:LIKES]->(fund)")
    push_graph(store, database)
    assert database.find_rows("MATCH (:Foreign)-[r:LIKES]->(:Scheme) RETURN type(r) AS type")
    withdraw_sources(store, [str(tmp_path / "letters")])
    push_graph(store, database)
    assert find_everything(database) == []
    kept = "MATCH (a:Foreign)-[r:RUNS]->(b:Foreign) RETURN a.name AS name, r.version AS version, b.iri AS iri"
    assert database.find_rows(kept) == [{"name": "Mine", "version": "x", "iri": iri}]


def test_the_script_writes_the_same_graph(store: GraphStore, database: BoltDatabase) -> None:
    statements = "".join(build_cypher_script(store)).split(";\n")
    assert statements.pop() == ""
    for statement in statements * 2:
        database.write(statement)
    assert push_graph(store, database).written == 0


@pytest.mark.parametrize(
    "text", ["it's", 'a "b" `c`', "\\", "\\u0041", "$rows {x}", "a;\nb", "\r\t\x07", "🙂", "\u2028"]
)
def test_the_script_keeps_any_text(database: BoltDatabase, tmp_path: Path, text: str) -> None:
    write_letter(tmp_path / "letter.txt", f"The Ministry of Water has written {text} here.")
    with open_for_writing(tmp_path / "store") as store:
        build_graph(store, find_sources([str(tmp_path / "letter.txt")]))
        for statement in "".join(build_cypher_script(store)).split(";\n")[:-1]:
            database.write(statement)
        assert push_graph(store, database).written == 0


def test_a_wrong_password_is_said_and_not_shown(neo4j_server: Server) -> None:
    with pytest.raises(StoreError, match=r"refuses this name and password\. Check NEO4J_USERNAME") as caught:
        open_bolt(neo4j_server.uri, lambda _: to_credentials(neo4j_server, "wrong-secret"))
    assert "wrong-secret" not in str(caught.value) + repr(to_credentials(neo4j_server, "wrong-secret"))


def test_a_server_that_is_not_there_is_named() -> None:
    with pytest.raises(StoreError, match=r"^bolt://127\.0\.0\.1:1: no Neo4j server answers here"):
        open_bolt("bolt://127.0.0.1:1", lambda _: Credentials(username="neo4j", password="x"))


def test_the_other_door_of_a_server_is_named(neo4j_server: Server) -> None:
    if neo4j_server.http is None:
        pytest.skip("of the server that NEO4J_URI names only this one address is known")
    with pytest.raises(StoreError, match=r"this is a web address, not the one for Bolt\."):
        open_bolt(neo4j_server.http, lambda _: to_credentials(neo4j_server))


@pytest.mark.parametrize("address", ["bolt://neo4j:hunter2@127.0.0.1:7687", "neo4j+s://a:hunter2@x.databases.neo4j.io"])
def test_a_password_in_the_address_is_refused_and_not_shown(address: str) -> None:
    with pytest.raises(StoreError, match="without a name and a password") as caught:
        open_bolt(address, lambda _: Credentials(username="neo4j", password="x"))
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize("address", ["bolt://", "bolt://127.0.0.1:99999", "bolt://[1", "bolt://127.0.0.1:x"])
def test_an_address_that_is_none_is_named(address: str) -> None:
    with pytest.raises(StoreError):
        open_bolt(address, lambda _: Credentials(username="neo4j", password="x"))


def test_missing_credentials_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NEO4J_PASSWORD", raising=False)
    with pytest.raises(StoreError, match="Set NEO4J_USERNAME and NEO4J_PASSWORD"):
        load_credentials(NEO4J)


@pytest.mark.parametrize(
    ("version", "said"), [("5.20.0", "this is Neo4j 5.20.0. Use version 5.26"), ("Memgraph", "this is no Neo4j server")]
)
def test_another_version_is_named(
    neo4j_server: Server, monkeypatch: pytest.MonkeyPatch, version: str, said: str
) -> None:
    def find_components(_: object, query: str, parameters: object = None) -> list[dict[str, Any]]:
        return [{"name": "Neo4j Kernel", "version": version}]

    monkeypatch.setattr(BoltDatabase, "find_rows", find_components)
    with pytest.raises(StoreError, match=said):
        open_bolt(neo4j_server.uri, lambda _: to_credentials(neo4j_server))


def test_a_question_may_not_write(database: BoltDatabase) -> None:
    with pytest.raises(StoreError):
        database.find_rows("CREATE (n) RETURN n")
