import tomllib
from pathlib import Path

import pytest
from policygraph.evaluation.answer_score import score_answers
from policygraph.evaluation.floors import (
    Floors,
    find_falls,
    load_floors,
    main,
    measure_floors,
    raise_floors,
    to_floors,
    to_toml,
)
from policygraph.evaluation.measurement import MEASURES, Evaluation
from policygraph.evaluation.score import Fault, Score
from policygraph.evaluation.thread_gold import load_threads
from policygraph.evaluation.thread_measurement import find_with_gold, read_thread
from policygraph.ontology.answer_cues import load_answer_cues

FLOORS = Path(__file__).parent / "floors.toml"
GOLD = Path(__file__).parents[1] / "gold"


@pytest.fixture(scope="module")
def measured() -> Floors:
    return measure_floors([GOLD / folder for folder in load_floors(FLOORS)])


def test_nothing_falls_below_its_floor(measured: Floors) -> None:
    floors = load_floors(FLOORS)
    assert sorted(floors) == ["measured", "threads/measured", "threads/tune", "tune"]
    assert find_falls(floors, measured) == []


def test_a_status_is_given_only_while_nine_of_ten_of_its_finds_are_right() -> None:
    folders = (GOLD / "threads" / half for half in ("tune", "measured"))
    threads = [read_thread(thread) for folder in folders for thread in load_threads(folder)]
    found = score_answers(pair for thread in threads for pair in find_with_gold(thread)).given
    given = load_answer_cues().given
    assert given
    assert {status: found[status].value >= 0.9 for status in given} == dict.fromkeys(given, True)


def test_figures_are_rounded_down() -> None:
    scores = {name: Score() for group in MEASURES.values() for name in group}
    scores["runs"] = Score(right=29, false=(Fault(letter="01", words=""),) * 71)
    scores["date"] = Score(right=2, missed=(Fault(letter="01", words=""),))
    evaluation = Evaluation(letters=1, left_out=0, scores=scores, rules={}, errors=(), gold_faults=())
    floors = to_floors(evaluation)
    assert floors["relations"]["precision"] == 0.29
    assert floors["header fields"]["f1"] == 0.8
    assert floors["entities"] == {"f1": 0.0, "precision": 0.0}


def test_floors_only_rise() -> None:
    floors = {"tune": {"entities": {"f1": 0.5, "precision": 0.9}}}
    measured = {"tune": {"entities": {"f1": 0.6, "precision": 0.8}, "relations": {"f1": 0.1}}}
    assert raise_floors(floors, measured) == {
        "tune": {"entities": {"f1": 0.6, "precision": 0.9}, "relations": {"f1": 0.1}}
    }
    assert find_falls(floors, measured) == ["tune, entities: precision 0.80 is below its floor 0.90"]


def test_floors_are_written_as_they_are_read() -> None:
    floors = {"tune": {"header names and dates": {"f1": 0.6, "precision": 0.95}}}
    assert tomllib.loads(to_toml(floors)) == floors


def test_the_command_writes_the_floors_and_tells_what_fell(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "01.txt").write_text("Dear Home Secretary,\n\nThank you.\n\nYours sincerely,\n\nAnn Lee\n", "utf-8")
    (folder / "01.json").write_text(
        '{"header": {"senders": [{"name": "Ann Lee"}], "recipients": [], "date": null},'
        ' "entities": [], "relations": []}',
        "utf-8",
    )
    path = tmp_path / "floors.toml"
    assert main([path.as_posix(), folder.as_posix()]) == 0
    written = load_floors(path)
    assert written["own"]["header names and dates"]["f1"] > 0
    path.write_text(to_toml({"own": {"relations": {"f1": 0.5}}}), "utf-8")
    assert main([path.as_posix(), folder.as_posix()]) == 1
    assert load_floors(path)["own"]["relations"]["f1"] == 0.5
