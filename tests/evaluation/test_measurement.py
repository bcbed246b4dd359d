import json
from pathlib import Path
from typing import Any

import pytest
from policygraph.evaluation.gold import load_gold
from policygraph.evaluation.measurement import SUMMARY, Evaluation, evaluate
from policygraph.evaluation.report import render_report
from policygraph.evaluation.score import Score
from policygraph.model.errors import SourceError

LETTER = """Rail Council
1 Station Road
Leeds

9 June 2021

Dear Home Secretary,

Thank you for meeting the Rail Council. We have read the Rural Rail Report and hope for an answer soon.

Yours sincerely,

Dr Ann Lee
Chair, Rail Council
"""
SECOND = """Home Office
2 Marsham Street
London

30 June 2021

Dear Dr Lee,

Thank you for your letter about the railways, which I have read with care and shall answer before long.

Yours sincerely,

Priti Patel
Home Secretary
"""
GOLD: dict[str, Any] = {
    "id": "01",
    "complete": True,
    "header": {
        "senders": [{"name": "Ann Lee", "office": "Chair", "organisation": "Rail Council"}],
        "recipients": [{"name": None, "office": "Home Secretary", "organisation": None}],
        "date": "2021-06-09",
        "references": [],
        "subject": None,
    },
    "entities": [
        {"type": "person", "name": "Ann Lee", "mentions": ["Ann Lee"]},
        {"type": "office", "name": "Home Secretary", "mentions": ["Home Secretary"]},
        {"type": "organisation", "name": "Rail Council", "mentions": ["Rail Council"]},
        {"type": "document", "name": "Rural Rail Report", "mentions": ["Rural Rail Report"]},
    ],
    "relations": [],
}


def measure(folder: Path, text: str, **changes: Any) -> Evaluation:
    (folder / "01.txt").write_text(text, "utf-8")
    (folder / "01.json").write_text(json.dumps({**GOLD, **changes}), "utf-8")
    return evaluate(load_gold(folder))


def test_the_summary_adds_up_its_measures(tmp_path: Path) -> None:
    evaluation = measure(tmp_path, LETTER)
    assert evaluation.letters == 1
    assert evaluation.scores["date"].right == 1
    for line, measures in SUMMARY.items():
        assert evaluation.sum_up(line).right == sum(evaluation.scores[name].right for name in measures)
    assert evaluation.sum_up("entities").right == 4


def test_of_a_file_with_two_letters_the_annotated_one_is_scored_and_the_other_is_false(
    tmp_path: Path,
) -> None:
    alone = measure(tmp_path, LETTER)
    for text in (f"{LETTER}\n\n\n{SECOND}", f"{SECOND}\n\n\n{LETTER}"):
        both = measure(tmp_path, text)
        for line in SUMMARY:
            assert both.sum_up(line).right == alone.sum_up(line).right
        assert "2021-06-30" in {fault.words for fault in both.scores["date"].false}
        assert "Priti Patel" in {fault.words for fault in both.scores["person"].false}


def test_a_letter_that_cannot_be_read_is_missed_and_named(tmp_path: Path) -> None:
    evaluation = measure(tmp_path, "shopping list: eggs")
    assert [error.path for error in evaluation.errors] == [(tmp_path / "01.txt").as_posix()]
    assert len(evaluation.sum_up("entities").missed) == 4
    assert "could not be read" in render_report(evaluation, misses=False)


def test_a_letter_whose_annotation_is_not_complete_is_left_out(tmp_path: Path) -> None:
    evaluation = measure(tmp_path, LETTER, complete=False)
    assert (evaluation.letters, evaluation.left_out) == (0, 1)
    assert evaluation.sum_up("entities").f1 is None
    assert "1 letter left out" in render_report(evaluation, misses=False)


def test_slips_in_the_annotation_are_told(tmp_path: Path) -> None:
    evaluation = measure(
        tmp_path,
        LETTER,
        entities=[{"type": "organization", "name": "Rale Council"}],
        relations=[{"subject": "Rale Council", "predicate": "likes", "object": "Ann"}],
    )
    report = " ".join(render_report(evaluation, misses=True).split())
    assert "“organization” is no type of entity" in report
    assert "none of the forms of “Rale Council”" in report
    assert "“likes” is no relation" in report
    assert "“Ann” in “Rale Council likes Ann” is no entity's name" in report


@pytest.mark.parametrize(
    ("gold", "message"),
    [
        ("[]", "this is no gold"),
        ("{", "this is no gold"),
        ('{"header": {"senders": []}}', "'recipients' is missing"),
        ('{"header": {"senders": [], "recipients": []}}', "'date' is missing"),
    ],
)
def test_what_is_no_gold_is_said_with_its_place(tmp_path: Path, gold: str, message: str) -> None:
    (tmp_path / "01.txt").write_text(LETTER, "utf-8")
    (tmp_path / "01.json").write_text(gold, "utf-8")
    with pytest.raises(SourceError, match=message):
        load_gold(tmp_path)


def test_what_gold_does_not_speak_of_is_not_scored(tmp_path: Path) -> None:
    (tmp_path / "01.txt").write_text(LETTER, "utf-8")
    (tmp_path / "01.json").write_text('{"header": {"senders": [], "recipients": [], "date": null}}', "utf-8")
    (tmp_path / "thread.json").write_text("{}", "utf-8")
    evaluation = evaluate(load_gold(tmp_path))
    assert evaluation.letters == 1
    for line in ("entities", "relations", "asks", "commitments"):
        assert evaluation.sum_up(line) == Score()


def test_gold_without_its_letter_and_a_folder_without_gold_are_errors(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no gold"):
        load_gold(tmp_path)
    (tmp_path / "01.json").write_text(json.dumps(GOLD), "utf-8")
    with pytest.raises(SourceError, match="the letter itself is missing"):
        load_gold(tmp_path)


def test_the_letter_of_gold_is_a_file_that_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "01.json").write_text(json.dumps(GOLD), "utf-8")
    (tmp_path / "01.bak").write_text("no letter", "utf-8")
    (tmp_path / "01.txt").write_text(LETTER, "utf-8")
    assert [letter.path.name for letter in load_gold(tmp_path)] == ["01.txt"]
