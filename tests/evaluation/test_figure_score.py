from collections.abc import Callable
from dataclasses import replace

from policygraph.evaluation.figure_score import score_figures
from policygraph.evaluation.gold import GoldFigure, GoldLetter
from policygraph.evaluation.score import Score
from policygraph.model.figure import Figure
from policygraph.model.statement import Passage

Make = Callable[..., GoldLetter]

SENTENCE = "Our records show that 12 nationals used the scheme in 2021."
GOLD = GoldFigure(value=12, unit="people", counts="nationals", text=SENTENCE, period="2021", source="our records")


def build_figure(*, value: float = 12, unit: str = "people", period: str | None = "2021") -> Figure:
    passage = Passage(letter="letter", start=0, end=len(SENTENCE), quote=SENTENCE)
    return Figure(
        iri="figure",
        value=value,
        unit=unit,
        counts="nationals used the scheme",
        about=(),
        evidence=(passage,),
        period=period,
        source="Our records",
    )


def score(gold: GoldLetter, *found: Figure) -> dict[str, Score]:
    scores: dict[str, Score] = {}
    for measure, each in score_figures(gold, found, ()):
        scores[measure] = scores.get(measure, Score()) + each
    return scores


def test_a_figure_is_found_with_its_period_and_source(make_gold: Make) -> None:
    gold = replace(make_gold(), figures=(GOLD,))
    scores = score(gold, build_figure(period="2021-01-01/2021-12-31"))
    assert {measure: each.right for measure, each in scores.items()} == {
        "figure": 1,
        "figure period": 1,
        "figure source": 1,
    }


def test_another_value_is_false_and_a_wrong_period_is_both_missed_and_false(make_gold: Make) -> None:
    gold = replace(make_gold(), figures=(GOLD,))
    assert (len(score(gold, build_figure(value=13))["figure"].false)) == 1
    period = score(gold, build_figure(period="2020"))["figure period"]
    assert ([fault.words for fault in period.missed], [fault.words for fault in period.false]) == (["2021"], ["2020"])


def test_people_agree_with_the_noun_for_them(make_gold: Make) -> None:
    gold = replace(make_gold(), figures=(replace(GOLD, unit="nationals"),))
    assert score(gold, build_figure())["figure"].right == 1


def test_a_letter_without_annotated_figures_is_not_scored(make_gold: Make) -> None:
    assert score(make_gold(), build_figure()) == {}
