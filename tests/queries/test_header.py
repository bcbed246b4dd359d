"""A question describes itself in its header; one that is not as it should be is told with file, key and what to do."""

import re
from pathlib import Path

import pytest
import yaml
from policygraph.model.errors import QueryError
from policygraph.queries.catalogue import find_query, load_catalogue
from policygraph.queries.header import from_query_text
from policygraph.queries.saved_query import ParameterType

HEADER = """\
#+ summary: Letters of a day
#+ description: Every letter of a day.
#+ tags:
#+   - letters
#+ defaults:
#+   - day: ""
#+ x-policygraph:
#+   question: What was written on a day?
#+   parameters:
#+     day: {type: date, meaning: The day.}
#+   columns:
#+     date: {heading: Date, meaning: The day of the letter.}
#+   example: policygraph query letters-of --param day=2024-01-01
#+   row: letter
#+   evidence: passage
"""
BODY = """
SELECT ?letter ?date ?passage
WHERE {
  GRAPH ?letter { ?letter <https://w3id.org/policygraph#date> ?date }
  FILTER(?_day = "" || STR(?date) = ?_day)
  BIND(IRI(CONCAT(STR(?letter), "#char=0,1")) AS ?passage)
}
ORDER BY ?date ?letter ?passage
"""


def test_a_whole_header_is_read() -> None:
    query = from_query_text("own/letters-of.rq", "letters-of", HEADER + BODY)
    (day,) = query.parameters
    assert (query.title, query.tags, day.type, day.default) == (
        "Letters of a day",
        ("letters",),
        ParameterType.DATE,
        "",
    )


@pytest.mark.parametrize(
    ("wrong", "right", "message"),
    [
        ("#+ summary: Letters of a day\n", "", "the header's key `summary` is missing"),
        ("summary: Letters", "summary: [Letters", r"a\.rq, line \d+: the header is no YAML"),
        ("type: date", "type: day", r"`x-policygraph\.parameters\.day\.type` has `day`\. Possible are text, date"),
        (", meaning: The day.}", "}", r"`x-policygraph\.parameters\.day\.meaning` is missing"),
        ("  - day:", "  - night:", "`defaults` names `night`, which is no parameter"),
        ("     day: {", "     the_day: {", "`defaults` names `day`, which is no parameter"),
        ("row: letter", "row: lettre", r"`x-policygraph\.row` has no variable \?lettre in the SPARQL"),
        ("?_day", "?_night", r"`x-policygraph\.parameters\.day` has no variable \?_day in the SPARQL"),
        ("STR(?date) = ?_day", "STR(?date) IN (?_day, ?_night)", r"does not describe \?_night"),
        ("#+   row: letter", "#+   row: letter\n#+   rwo: x", r"`x-policygraph\.rwo` is not known here"),
        ("#+", "# ", r"a\.rq: there is no header"),
    ],
)
def test_what_is_wrong_in_a_header_is_told(wrong: str, right: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        from_query_text("a.rq", "a", (HEADER + BODY).replace(wrong, right))


def test_a_parameter_is_one_word_for_a_second_underscore_means_something_to_grlc() -> None:
    text = (HEADER + BODY).replace("day:", "in_force:").replace("?_day", "?_in_force")
    with pytest.raises(QueryError, match=r"in_force` is no name for a parameter"):
        from_query_text("a.rq", "a", text)


@pytest.mark.parametrize("query", load_catalogue().values(), ids=lambda query: query.name)
def test_grlc_finds_the_same_parameters(query: object) -> None:
    """grlc 1.3 takes variables by this pattern, and its own keys from the YAML."""
    from policygraph.queries.saved_query import SavedQuery

    assert isinstance(query, SavedQuery)
    pattern = re.compile(r"[?$]_(?P<name>[^_\W]+)(?:_(?P<type>[a-zA-Z0-9]+))?\b")
    found = {match["name"]: match["type"] for match in pattern.finditer(re.sub(r"#.*", "", query.sparql))}
    is_iri = (ParameterType.ENTITY, ParameterType.STATEMENT)
    assert found == {each.name: "iri" if each.type in is_iri else None for each in query.parameters}
    header = yaml.safe_load("\n".join(line[2:] for line in query.sparql.splitlines() if line.startswith("#+")))
    assert {"summary", "description", "tags", "x-policygraph"} <= header.keys()
    assert header.keys() <= {"summary", "description", "tags", "defaults", "enumerate", "x-policygraph"}


def test_a_folder_of_ones_own_adds_questions(tmp_path: Path) -> None:
    (tmp_path / "letters-of.rq").write_text(HEADER + BODY, "utf-8")
    (tmp_path / "letters-of.cypher").write_text("MATCH (n) RETURN n", "utf-8")
    (tmp_path / "notes.txt").write_text("not a question", "utf-8")
    own = load_catalogue(tmp_path)
    assert own.keys() - load_catalogue().keys() == {"letters-of"}
    assert find_query("letters-of", tmp_path).cypher == "MATCH (n) RETURN n"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("timeline.rq", HEADER + BODY, r"timeline\.rq: a question of this name exists already"),
        ("bad.rq", "SELECT * {}", r"bad\.rq: there is no header"),
    ],
)
def test_a_file_that_cannot_be_a_question_is_told(tmp_path: Path, name: str, content: str, message: str) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    with pytest.raises(QueryError, match=message):
        load_catalogue(tmp_path)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="there is no such folder"):
        load_catalogue(tmp_path / "none")
