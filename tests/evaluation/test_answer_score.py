import json
from pathlib import Path

import pytest
from policygraph.evaluation.answer_score import FoundAnswer, Share, find_scored_answers, score_answers
from policygraph.evaluation.common_run import is_common_run
from policygraph.evaluation.thread_gold import GoldAnswer, GoldWords, load_threads
from policygraph.model.errors import SourceError
from policygraph.model.link import AnswerStatus

ASK = GoldWords(letter="a", text="Please keep the grant.")
PASSAGE = GoldWords(letter="b", text="The grant will be kept until 2030.")
GOLD = GoldAnswer(ask=ASK, status="accepted", passages=(PASSAGE,))


def write_thread(folder: Path, thread: dict[str, object]) -> Path:
    asks = [{"text": ASK.text}, {"text": "they want more", "reported": True, "sameAs": ASK.text}]
    for name, found in (("a", asks), ("b", [])):
        (folder / f"{name}.txt").write_text("Dear Minister,", "utf-8")
        (folder / f"{name}.json").write_text(json.dumps({"asks": found}), "utf-8")
    (folder / "thread.json").write_text(json.dumps(thread), "utf-8")
    return folder


def test_a_thread_is_loaded_with_its_letters_and_their_asks(tmp_path: Path) -> None:
    answer = {
        "letter": "a",
        "ask": ASK.text,
        "status": "accepted",
        "passages": [{"letter": "b", "text": PASSAGE.text}],
    }
    told = answer | {"ask": "they want more", "passages": []}
    folder = write_thread(tmp_path, {"replies": [{"letter": "b", "to": "a", "days": 3}], "answers": [answer, told]})
    (thread,) = load_threads(folder)
    assert [path.stem for path in thread.letters] == ["a", "b"]
    assert thread.asks[1].same_as == ASK
    assert find_scored_answers(thread) == [GOLD]


def test_a_thread_that_lacks_something_is_an_error_that_says_what(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="'answers' is missing"):
        load_threads(write_thread(tmp_path, {"replies": []}))
    (tmp_path / "thread.json").unlink()
    with pytest.raises(SourceError, match=r"no thread\.json"):
        load_threads(tmp_path)


def test_the_best_passage_counts_first_and_a_later_one_within_three() -> None:
    other = GoldWords(letter="b", text="Thank you for your letter.")
    found = FoundAnswer(status=AnswerStatus.DECLINED, passages=(other, PASSAGE))
    score = score_answers([(GOLD, found)])
    assert (score.first, score.within_three) == (Share(right=0, all=1), Share(right=1, all=1))
    assert (score.status, score.given) == (Share(right=0, all=1), {"declined": Share(right=0, all=1)})


def test_an_ask_that_is_not_found_counts_as_missed() -> None:
    score = score_answers([(GOLD, None)])
    assert (score.first, score.status, score.given) == (Share(right=0, all=1), Share(right=0, all=1), {})


def test_the_interval_is_wilsons() -> None:
    assert Share(right=8, all=10).interval == pytest.approx((0.490, 0.943), abs=0.001)
    assert Share().interval == (0.0, 1.0)


def test_words_agree_if_most_of_the_gold_is_one_run() -> None:
    assert is_common_run("extend the grant by a year", "We urge you to extend the grant by a year.")
    assert not is_common_run("extend the grant by a year", "extend it; the scheme, by a vote, lost the grant")
