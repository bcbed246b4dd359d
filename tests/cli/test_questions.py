"""Questions at the command line: their parameters, their files, a folder of one's own, and where they are asked."""

import csv
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from .conftest import ROOT, Run

OWN = """\
#+ summary: Subject lines
#+ description: The subject line of every letter.
#+ tags:
#+   - letters
#+ x-policygraph:
#+   question: What are the letters about?
#+   parameters: {}
#+   columns:
#+     line: {heading: Line, meaning: The subject line.}
#+   example: policygraph query subject-lines
#+   row: letter
#+   evidence: passage

PREFIX pg: <https://w3id.org/policygraph#>

SELECT ?letter ?line ?passage
WHERE {
  GRAPH ?letter { ?letter a pg:Letter }
  OPTIONAL { GRAPH ?letter { ?letter pg:subjectLine ?line } }
  BIND(IRI(CONCAT(STR(?letter), "#char=0,1")) AS ?passage)
}
ORDER BY ?letter ?line ?passage
"""


@pytest.fixture
def loaded(run: Run) -> Run:
    assert run("load", ROOT / "letters").returncode == 0
    return run


def test_the_catalogue_has_parameters_and_examples_within_eighty_columns(run: Run) -> None:
    printed = run("query").stdout
    assert max(map(len, printed.splitlines())) <= 80
    assert "dossier: What do the letters say of this person, body, law or scheme?" in printed
    assert "    who=ENTITY  Somebody or something that letters name." in printed
    assert "    policygraph query dossier --param who=CSSF" in printed
    assert "[person|office|organisation]" in printed


def test_an_answer_is_written_by_suffix_and_no_file_is_overwritten(loaded: Run, tmp_path: Path) -> None:
    asked = ("query", "dossier", "--param", "who=cssf", "-o")
    for name in ("a.csv", "a.json", "a.md", "a.xlsx"):
        assert loaded(*asked, name).stdout == f"{name}: 1 row\n"
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    (entry,) = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert row["relation"] == entry["relation"] == "funds"
    assert load_workbook(tmp_path / "a.xlsx").worksheets[0]["C2"].value == "funds"
    assert "| funds |" in (tmp_path / "a.md").read_text("utf-8")
    again = loaded(*asked, "a.csv")
    assert again.returncode == 2
    assert "this file is there already" in again.stderr
    assert loaded(*asked, "a.csv", "--force").returncode == 0
    assert loaded(*asked, "a.pdf").returncode == 2


def test_a_parameter_that_does_not_fit_is_told_without_a_trace(loaded: Run) -> None:
    finished = loaded("query", "dossier", "--param", "who=CSFS")
    assert finished.returncode == 1
    assert finished.stderr.startswith("who: no letter names `CSFS`. The nearest names are")
    assert loaded("query", "dossier", "--param", "who").returncode == 2


def test_the_first_rows_are_shown_and_how_to_see_all_is_told_where_there_may_be_more(loaded: Run) -> None:
    asked = ("query", "correspondence", "--format", "json")
    whole = json.loads(loaded(*asked).stdout)
    some = loaded(*asked, "--first", "2")
    assert (some.returncode, json.loads(some.stdout)) == (0, whole[:2])
    assert some.stderr == "There may be more rows: leave out --first to see all.\n"
    more = loaded(*asked, "--first", "4")
    assert (json.loads(more.stdout), more.stderr) == (whole, "")


@pytest.mark.parametrize("number", ["0", "-1", "many", "1.5", str(2**64)])
def test_a_number_of_rows_that_makes_no_sense_is_wrong_usage(run: Run, number: str) -> None:
    finished = run("query", "correspondence", "--first", number)
    assert finished.returncode == 2
    assert "Invalid value for '--first'" in finished.stderr


def test_a_folder_of_questions_is_listed_and_asked(loaded: Run, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "subject-lines.rq").write_text(OWN, "utf-8")
    assert "subject-lines: What are the letters about?" in loaded("query", "--queries", "own").stdout
    finished = loaded("query", "subject-lines", "--queries", "own", "--format", "json")
    assert len(json.loads(finished.stdout)) == 3


def test_a_free_question_is_asked_and_an_update_refused(loaded: Run) -> None:
    question = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?g a <https://w3id.org/policygraph#Letter> } }"
    assert json.loads(loaded("sparql", question, "--format", "json").stdout)[0]["n"] == 3
    refused = loaded("sparql", "DROP ALL")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "This would change the graph" in refused.stderr


def test_an_endpoint_answers_what_was_pushed_to_it(loaded: Run, endpoint_address: str) -> None:
    first = loaded("push", endpoint_address)
    assert (first.returncode, first.stderr) == (0, "")
    again = loaded("push", endpoint_address, "--update-url", f"{endpoint_address}/update").stdout
    assert again == f"{endpoint_address} holds 3 letters: 0 written, 0 removed\n"
    for asked in (
        ("query", "dossier", "--param", "who=ERRIN"),
        ("show", "ERRIN"),
        ("sparql", "SELECT ?g { GRAPH ?g { ?g a <https://w3id.org/policygraph#Letter> } }"),
        ("validate",),
    ):
        here, there = loaded(*asked), loaded(*asked, "--store", endpoint_address)
        assert there.stderr == ""
        assert (there.returncode, there.stdout) == (here.returncode, here.stdout)


def test_what_was_withdrawn_goes_from_an_endpoint(loaded: Run, endpoint_address: str) -> None:
    loaded("push", endpoint_address)
    loaded("withdraw", ROOT / "letters" / "000_e74f553a63cdfb03.txt")
    assert loaded("push", endpoint_address).stdout == f"{endpoint_address} holds 2 letters: 0 written, 1 removed\n"
    there = loaded("query", "correspondence", "--store", endpoint_address)
    assert there.stdout == loaded("query", "correspondence").stdout


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("query", "actors", "--store", "http://127.0.0.1:9/ds"), 1, "the endpoint cannot be reached"),
        (("query", "actors", "--store", "ftp://127.0.0.1/ds"), 1, "name a folder, or an address that starts with"),
        (("sparql", "ASK {}", "--store", "bolt://127.0.0.1:9"), 1, "Neo4j does not speak SPARQL"),
        (("show", "x", "--store", "bolt://127.0.0.1:9"), 1, "this is not asked of Neo4j"),
        (("load", ".", "--store", "http://127.0.0.1:9/ds"), 2, "works on the folder of a store"),
        (("push", "bolt://127.0.0.1:9", "--update-url", "http://127.0.0.1:9"), 2, "--update-url is for a SPARQL"),
    ],
)
def test_an_address_that_cannot_be_used_is_told(run: Run, arguments: tuple[str, ...], code: int, message: str) -> None:
    finished = run(*arguments)
    assert finished.returncode == code
    assert message in " ".join(finished.stderr.replace("│", " ").split())


def test_an_endpoint_without_our_graph_is_told(run: Run, endpoint_address: str) -> None:
    empty = endpoint_address.replace("/ds", "/none")
    assert "the endpoint refuses (404" in run("query", "actors", "--store", empty).stderr
