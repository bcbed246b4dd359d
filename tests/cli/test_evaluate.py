"""`policygraph evaluate` as an analyst runs it on letters of their own."""

import json
import shutil
from pathlib import Path

import pytest
from policygraph.ontology.rule_record import RULE_RECORD_FILE

from .conftest import Run

GOLD = {
    "id": "letter",
    "header": {
        "senders": [{"name": "Helen Marchbanks", "office": "Secretary of State for the Environment"}],
        "recipients": [{"name": "Alistair Pemberthy", "office": "Chair", "organisation": "Environment Committee"}],
        "date": "2025-05-14",
    },
    "entities": [
        {"type": "person", "name": "Helen Marchbanks"},
        {"type": "scheme", "name": "Water Restoration Fund"},
        {"type": "scheme", "name": "thank", "mentions": ["Thank"]},
    ],
    "relations": [],
}


@pytest.fixture
def gold(letter: Path) -> Path:
    """A folder with one annotated letter."""
    (letter.parent / "gold").mkdir()
    shutil.move(letter, letter.parent / "gold" / "letter.txt")
    (letter.parent / "gold" / "letter.json").write_text(json.dumps(GOLD), "utf-8")
    return letter.parent / "gold"


def find_scores(report: str, measure: str) -> list[str]:
    """Return precision, recall, F1, right, missed and false of a measure."""
    return next(line.split()[-6:] for line in report.splitlines() if line.startswith(f"  {measure} "))


def test_annotated_letters_are_measured(run: Run, gold: Path) -> None:
    finished = run("evaluate", "gold")
    assert finished.returncode == 0
    assert finished.stdout.startswith("1 annotated letter read and compared\n\nSummary ")
    assert find_scores(finished.stdout, "date") == ["1.000", "1.000", "1.000", "1", "0", "0"]
    assert find_scores(finished.stdout, "scheme")[3:5] == ["1", "1"]
    assert "thank" not in finished.stdout
    assert finished.stderr == ""


def test_a_broken_gold_file_is_named_and_the_others_are_measured(run: Run, gold: Path) -> None:
    shutil.copy(gold / "letter.txt", gold / "second.txt")
    (gold / "second.json").write_text("{", "utf-8")
    finished = run("evaluate", "gold")
    assert finished.returncode == 1
    assert finished.stdout.startswith("1 annotated letter read and compared\n")
    assert finished.stderr.startswith("gold/second.json: this is no gold")


def test_every_miss_is_named_on_demand(run: Run, gold: Path) -> None:
    assert "\nScheme\n  missed  letter  thank\n" in run("evaluate", "gold", "--misses").stdout


def test_the_report_is_the_same_with_several_workers(run: Run, gold: Path) -> None:
    shutil.copy(gold / "letter.txt", gold / "second.txt")
    shutil.copy(gold / "letter.json", gold / "second.json")
    assert run("evaluate", "gold", "--workers", "2").stdout == run("evaluate", "gold").stdout


def test_a_letter_that_cannot_be_read_is_named_and_its_gold_missed(run: Run, gold: Path) -> None:
    (gold / "letter.txt").write_text("", "utf-8")
    finished = run("evaluate", "gold")
    assert finished.returncode == 1
    assert "1 letter could not be read: all gold missed\n  gold/letter.txt: the file is empty." in finished.stdout
    assert find_scores(finished.stdout, "scheme")[3:] == ["0", "2", "0"]


@pytest.mark.parametrize("name", ["nowhere", "empty"])
def test_a_folder_without_gold_is_told(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    finished = run("evaluate", name)
    assert finished.returncode == 1
    assert finished.stderr.startswith(f"{name}: no gold (NN.json beside NN.txt) in this folder.")


def test_the_record_of_the_rules_is_written_only_on_demand(run: Run, gold: Path) -> None:
    before = RULE_RECORD_FILE.read_bytes() if RULE_RECORD_FILE.exists() else None
    run("evaluate", "gold")
    assert (RULE_RECORD_FILE.read_bytes() if RULE_RECORD_FILE.exists() else None) == before
