from policygraph.evaluation.measurement import MEASURES, SUMMARY, Evaluation
from policygraph.evaluation.report import render_report
from policygraph.evaluation.score import Fault, RuleRecord, Score

LONG = "Interdepartmental Committee on the Long and Winding Names of Bodies in the Valleys of the North " * 3


def build_evaluation() -> Evaluation:
    scores = {name: Score() for group in MEASURES.values() for name in group}
    scores["person"] = Score(
        right=1234, missed=(Fault(letter="02", words="Ann Lee"),), false=(Fault(letter="01", words=LONG),)
    )
    return Evaluation(
        letters=2,
        left_out=0,
        scores=scores,
        rules={"header": RuleRecord(right=46, found=50)},
        errors=(),
        gold_faults=(),
    )


def test_every_measure_and_every_rule_has_its_line() -> None:
    lines = render_report(build_evaluation(), misses=False).split("\n")
    names = {line[:28].strip() for line in lines}
    assert {*SUMMARY, *(name for group in MEASURES.values() for name in group)} <= names
    assert "header 46 of 50" in {" ".join(line.split()) for line in lines}


def test_what_was_not_annotated_and_not_found_has_no_figures() -> None:
    (line,) = [line for line in render_report(build_evaluation(), misses=False).split("\n") if "  treaty" in line]
    assert line.split() == ["treaty", "–", "–", "–", "0", "0", "0"]


def test_misses_are_named_only_on_demand() -> None:
    assert "Ann Lee" not in render_report(build_evaluation(), misses=False)
    report = render_report(build_evaluation(), misses=True)
    assert "\n  missed  02  Ann Lee\n" in report
    assert "\n  false   01  Interdepartmental" in report


def test_the_report_fits_a_hundred_columns() -> None:
    assert max(map(len, render_report(build_evaluation(), misses=True).split("\n"))) <= 100
