"""A free question in Cypher reads the graph that is named, and nothing else; what is refused says why."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from policygraph.graph.property.bolt_database import open_bolt
from policygraph.graph.property.push import push_graph
from policygraph.graph.storage.login import Credentials, Login
from policygraph.graph.storage.store import open_for_reading
from policygraph.model.errors import PolicyGraphError, QueryError
from policygraph.queries.answer import Table, run_free_question
from policygraph.queries.backend import Backend
from policygraph.queries.backends import open_cypher

from ..servers.neo4j_server import Server


@pytest.fixture(scope="module")
def neo4j(neo4j_server: Server, samples: Path) -> Iterator[Backend]:
    """The sample letters in a Neo4j server."""

    def find_credentials(_: Login) -> Credentials:
        return Credentials(username=neo4j_server.username, password=neo4j_server.password)

    with open_for_reading(samples) as store, open_bolt(neo4j_server.uri, find_credentials) as database:
        push_graph(store, database)
    with open_cypher(neo4j_server.uri, find_credentials) as opened:
        yield opened


def ask(backend: Backend, text: str) -> list[tuple[object, ...]]:
    return [row.cells for row in run_free_question(backend, text).rows]


def test_it_answers_in_the_order_of_the_question_or_of_the_values(neo4j: Backend) -> None:
    dates = [("2021-01-07",), ("2021-06-09",), ("2022-02-15",)]
    assert ask(neo4j, "MATCH (l:Letter) RETURN l.date AS date") == dates
    assert ask(neo4j, "MATCH (l:Letter) RETURN l.date AS date ORDER BY date DESC") == dates[::-1]


def test_every_kind_of_value_becomes_a_cell(neo4j: Backend) -> None:
    question = """
        MATCH path = (who:Person)-[tie:HOLDS_OFFICE]->(office {name: 'Home Secretary'})
        RETURN who, tie, null, 1, true, 2.5, [1, 'a'], {b: who.name}, date('2024-03-05'), path"""
    ((who, tie, missing, number, truth, broken, several, pairs, day, path),) = ask(neo4j, question)
    assert str(who).startswith("https://w3id.org/policygraph/person/")
    assert str(tie).startswith("https://w3id.org/policygraph/statement/")
    assert (missing, number, truth, broken, several) == (None, 1, "true", "2.5", '[1, "a"]')
    assert (pairs, day) == ('{"b": "Priti Patel"}', "2024-03-05")
    assert str(who) in str(path)


def test_a_passage_in_a_row_is_quoted(neo4j: Backend) -> None:
    question = "MATCH ()-[r:REPLIES_TO]->() RETURN r.letters[0] + '#char=' + r.starts[0] + ',' + r.ends[0] AS passage"
    table: Table = run_free_question(neo4j, question)
    assert table.rows[0].evidence[0].quote.startswith("Thank you for your letter of 9 June 2021")


def test_a_passage_of_a_letter_that_is_not_there_is_told(neo4j: Backend) -> None:
    with pytest.raises(PolicyGraphError, match="is not here"):
        run_free_question(neo4j, "RETURN 'https://w3id.org/policygraph/letter/x#char=0,1' AS passage")


WRITING = (
    "CREATE (n:Person {name: 'x'}) RETURN n",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n) SET n.name = 'x'",
    "MATCH (n) REMOVE n.name RETURN n",
    "MERGE (n:Person {name: 'x'}) RETURN n",
    "MATCH (n) FOREACH (x IN [1] | SET n.name = 'x')",
    "MATCH (n:Person) CALL (n) { SET n.name = 'x' } RETURN n",
    "UNWIND [1] AS x CREATE (n {x: x})",
    "CREATE INDEX FOR (n:Person) ON (n.name)",
    "DROP CONSTRAINT policygraph_iri",
    "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS",
)
REACHING = (
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "MATCH (n) WITH n LIMIT 1 LOAD CSV FROM 'http://127.0.0.1/x' AS line RETURN line",
    "WITH 1 AS x CALL (x) { LOAD CSV FROM 'http://127.0.0.1/x' AS line RETURN line } RETURN line",
    "WITH 1 AS x\nLOAD/* */CSV FROM 'http://127.0.0.1/x' AS line RETURN line",
    "WITH 1 AS x LO\\u0041D CSV FROM 'http://127.0.0.1/x' AS line RETURN line",
    "CALL dbms.listConfig()",
    "CALL db.clearQueryCaches()",
    "CALL `dbms`.`listConfig`() YIELD name RETURN name",
    "MATCH (n) CALL tx.setMetaData({a: 1}) RETURN n",
    "CALL apoc.load.json('http://127.0.0.1/x')",
    "RETURN apoc.cypher.runFirstColumnSingle('RETURN 1', {})",
    "RETURN `apoc`.`util`.md5(['x'])",
    "RETURN apoc . util /* x */ . md5 (['x'])",
)
ADMINISTERING = (
    "USE system SHOW USERS",
    "USE neo4j MATCH (n) RETURN n",
    "CALL () { USE system MATCH (n) RETURN n } RETURN n",
    "MATCH (n) RETURN n UNION USE system MATCH (n) RETURN n",
    "SHOW USERS",
    "SHOW TRANSACTIONS YIELD transactionId TERMINATE TRANSACTIONS transactionId",
    "TERMINATE TRANSACTION 'x'",
    "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'",
    "CREATE USER x SET PASSWORD 'abcdefgh'",
    "GRANT ROLE admin TO x",
    "PROFILE MATCH (n) RETURN n",
    "EXPLAIN MATCH (n) DELETE n",
)


@pytest.mark.parametrize("text", [*WRITING, *REACHING, *ADMINISTERING])
def test_what_writes_reaches_out_or_administers_is_refused(neo4j: Backend, text: str) -> None:
    before = ask(neo4j, "MATCH (n) RETURN count(n), sum(size(keys(n)))")
    with pytest.raises(PolicyGraphError) as caught:
        run_free_question(neo4j, text)
    assert "refused" in str(caught.value) or "This would change the graph" in str(caught.value), str(caught.value)
    assert ask(neo4j, "MATCH (n) RETURN count(n), sum(size(keys(n)))") == before


@pytest.mark.parametrize(
    "text",
    [
        "RETURN 'LOAD CSV' AS use",
        "WITH 1 AS use RETURN use",
        'MATCH (n:Letter) RETURN "CREATE \\" DELETE n" AS x',
        "MATCH (n:Letter) // CALL dbms.listConfig()\nRETURN n.date AS x",
        "MATCH (n:Letter) /* USE system */ RETURN n.date AS x",
        "MATCH (`use x`:Letter) RETURN `use x`.date AS x",
        "CALL db.labels() YIELD label RETURN label",
        "RETURN duration.inDays(date('2024-01-01'), date('2024-01-03')).days AS x",
        "RETURN date.truncate('month', date('2024-01-03')) AS x",
        "MATCH (n:Letter) WHERE (n.date) IS NOT NULL AND n.date IN ['x'] RETURN n",
        "OPTIONAL MATCH (n:Nothing) RETURN n",
        "UNWIND [1, 2] AS x RETURN sum(x)",
    ],
)
def test_words_in_texts_names_and_comments_are_only_words(neo4j: Backend, text: str) -> None:
    run_free_question(neo4j, text)


@pytest.mark.parametrize(
    "text", ["", "  // nothing\n", "MATCH (n RETURN n", "RETURN $x", "MATCH (n) RETURN m", "RETURN 1 / 0"]
)
def test_what_is_not_well_formed_is_told(neo4j: Backend, text: str) -> None:
    with pytest.raises(PolicyGraphError):
        run_free_question(neo4j, text)


def test_other_stores_do_not_speak_cypher() -> None:
    with pytest.raises(PolicyGraphError, match="only Neo4j speaks Cypher"):
        open_cypher("policygraph-store")
    assert issubclass(QueryError, PolicyGraphError)
