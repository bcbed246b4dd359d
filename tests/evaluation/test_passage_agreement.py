import pytest
from policygraph.evaluation.passage_agreement import is_same_passage
from policygraph.evaluation.period_agreement import is_same_period


def test_a_clause_is_the_same_passage_as_its_sentence() -> None:
    assert is_same_passage(
        "please extend the grant to 2025", "I know that times are hard, but please extend the grant."
    )


def test_sentences_that_share_a_few_words_are_two_passages() -> None:
    assert not is_same_passage("We support the Rail Bill in full.", "We support the call for a Roads Bill.")


@pytest.mark.parametrize(
    ("one", "two"),
    [("2022", "2022-01-01/2022-12-31"), ("2023-04/2024-03", "2023-04-01/2024-03-31"), ("2022-21", "2022-03/2022-05")],
)
def test_periods_agree_however_exactly_they_are_written(one: str, two: str) -> None:
    assert is_same_period(one, two)


def test_an_open_period_is_not_the_same_as_a_closed_one() -> None:
    assert not is_same_period("2021/..", "2021")
