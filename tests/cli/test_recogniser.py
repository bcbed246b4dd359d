"""`--recogniser` as a user gives it."""

import json
from pathlib import Path

import pytest
import spacy

from .conftest import Run


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A blank spaCy pipeline that knows two words, saved as a trained one would be."""
    pipeline = spacy.blank("en")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PERSON", "pattern": "Thank"}])  # type: ignore[attr-defined]
    pipeline.to_disk(tmp_path / "model")
    return tmp_path / "model"


@pytest.mark.parametrize("workers", ["1", "2"])
def test_its_finds_are_in_the_extract_and_marked(run: Run, letter: Path, model: Path, workers: str) -> None:
    finished = run("extract", "letter.txt", "--json", "--recogniser", "spacy:model", "--workers", workers)
    assert finished.returncode == 0
    entities = json.loads(finished.stdout.split("\n")[0])["entities"]
    assert [entity["name"] for entity in entities if entity.get("recogniser") == "spacy"] == ["Thank"]


def test_its_finds_are_in_the_store_and_marked(run: Run, letter: Path, model: Path) -> None:
    assert run("load", "letter.txt").returncode == 0
    assert run("show", "Thank").returncode == 1
    assert run("load", "letter.txt", "--recogniser", "spacy:model").stdout.startswith("1 letter: ")
    assert "found by the recogniser spacy, not by a rule" in run("show", "Thank").stdout
    assert run("validate").returncode == 0


def test_it_is_measured_as_it_is_used(run: Run, letter: Path, model: Path) -> None:
    header: dict[str, object] = {"senders": [], "recipients": [], "date": None}
    gold = {"header": header, "entities": [{"type": "person", "name": "Thank"}], "relations": []}
    (letter.parent / "gold").mkdir()
    letter.rename(letter.parent / "gold" / "letter.txt")
    (letter.parent / "gold" / "letter.json").write_text(json.dumps(gold), "utf-8")
    assert "missed  letter  Thank" in run("evaluate", "gold", "--misses").stdout
    assert "missed  letter  Thank" not in run("evaluate", "gold", "--misses", "--recogniser", "spacy:model").stdout


@pytest.mark.parametrize(
    ("wish", "reason"),
    [
        ("nltk:model", "nltk:model: no such recogniser (installed: spacy)."),
        ("spacy:nowhere", "spacy:nowhere: this is no folder of a spaCy model (no config.cfg)."),
        ("spacy", "spacy:: this is no folder of a spaCy model (no config.cfg)."),
    ],
)
def test_one_that_cannot_be_started_stops_the_command_before_it_makes_a_store(
    run: Run, letter: Path, wish: str, reason: str
) -> None:
    finished = run("load", "letter.txt", "--recogniser", wish)
    assert finished.returncode == 1
    assert finished.stderr.startswith(reason)
    assert list(letter.parent.iterdir()) == [letter]
