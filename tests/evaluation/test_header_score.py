from collections.abc import Callable

from policygraph.evaluation.gold import GoldLetter
from policygraph.evaluation.header_score import score_header
from policygraph.evaluation.score import Score
from policygraph.model.letter import Correspondent, Letter

Make = Callable[..., GoldLetter]


def score(gold: GoldLetter, letter: Letter | None, *others: Letter) -> dict[str, Score]:
    return dict(score_header(gold, letter, others))


def build_letter(*senders: Correspondent, date: str | None = None, subject: str | None = None) -> Letter:
    return Letter(iri="letter", text="", anchors=(), senders=senders, date=date, subject=subject)


def test_each_part_of_a_correspondent_counts_for_itself(make_gold: Make) -> None:
    gold = make_gold(senders=[Correspondent(name="Ann Lee", office="Chair", organisation="Rail Council")])
    scores = score(gold, build_letter(Correspondent(name="Dr Ann Lee", office="Deputy Chair")))
    assert scores["sender name"] == Score(right=1)
    assert [fault.words for fault in scores["sender office"].missed] == ["Chair"]
    assert [fault.words for fault in scores["sender office"].false] == ["Deputy Chair"]
    assert [fault.words for fault in scores["sender organisation"].missed] == ["Rail Council"]


def test_two_senders_of_one_body_are_two_finds(make_gold: Make) -> None:
    body = Correspondent(organisation="Rail Council")
    scores = score(make_gold(senders=[body, body]), build_letter(body))
    assert scores["sender organisation"].right == 1
    assert len(scores["sender organisation"].missed) == 1


def test_a_date_that_the_letter_does_not_have_is_false_and_none_is_nothing(make_gold: Make) -> None:
    assert len(score(make_gold(), build_letter(date="2021-06-09"))["date"].false) == 1
    assert score(make_gold(), build_letter())["date"] == Score()


def test_an_honour_is_part_of_a_subject(make_gold: Make) -> None:
    scores = score(make_gold(subject="Letter to an MP"), build_letter(subject="Letter to an"))
    assert scores["subject"].right == 0


def test_without_a_letter_everything_is_missed(make_gold: Make) -> None:
    scores = score(make_gold(date="2021-06-09", references=["A/1"]), None)
    assert [len(scores[field].missed) for field in ("date", "references")] == [1, 1]


def test_what_another_letter_of_the_file_holds_is_false_even_if_it_fits(make_gold: Make) -> None:
    gold = make_gold(date="2021-06-09")
    scores = score(gold, build_letter(date="2021-06-09"), build_letter(date="2021-06-09"))
    assert scores["date"].right == 1
    assert len(scores["date"].false) == 1
