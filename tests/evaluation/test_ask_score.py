from collections.abc import Callable
from dataclasses import replace

import pytest
from policygraph.evaluation.ask_score import is_same_clause, score_speech
from policygraph.evaluation.gold import GoldClause, GoldLetter
from policygraph.model.ask import Ask
from policygraph.model.reading import Reading
from policygraph.model.statement import Passage

PASSAGE = Passage(letter="letter", start=0, end=0, quote="")


def ask(text: str, *, reported: bool = False) -> Ask:
    return Ask(iri=text, text=text, asked_by=(), asked_of=(), about=(), evidence=(PASSAGE,), reported=reported)


@pytest.fixture
def score(
    make_gold: Callable[..., GoldLetter], make_reading: Callable[..., Reading]
) -> Callable[[tuple[GoldClause, ...] | None, tuple[Ask, ...]], list[tuple[str, int, int, int]]]:
    def score_asks(gold: tuple[GoldClause, ...] | None, found: tuple[Ask, ...]) -> list[tuple[str, int, int, int]]:
        scores = score_speech(replace(make_gold(), asks=gold), replace(make_reading(), asks=found), [])
        return [(line, each.right, len(each.missed), len(each.false)) for line, each in scores]

    return score_asks


Score = Callable[[tuple[GoldClause, ...] | None, tuple[Ask, ...]], list[tuple[str, int, int, int]]]


def test_most_of_the_annotated_words_must_be_one_run() -> None:
    assert is_same_clause("publish the data by May", "We ask you to publish the data")
    assert not is_same_clause("publish the data by May", "publish it, and the data")


def test_one_find_serves_one_annotated_clause(score: Score) -> None:
    gold = (GoldClause(text="publish the data"), GoldClause(text="pay the staff"))
    assert score(gold, (ask("publish the data and pay the staff"),)) == [("asks", 1, 1, 0)]


def test_what_is_reported_counts_neither_way(score: Score) -> None:
    gold = (GoldClause(text="publish the data"), GoldClause(text="close the line at once", reported=True))
    found = (ask("publish the data"), ask("close the line at once"), ask("open the gate", reported=True))
    assert score(gold, found) == [("asks", 1, 0, 0)]


def test_gold_without_asks_is_not_scored(score: Score) -> None:
    assert score(None, (ask("publish the data"),)) == []
    assert score((), (ask("publish the data"),)) == [("asks", 0, 0, 1)]
