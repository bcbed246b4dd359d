from collections.abc import Callable
from dataclasses import replace

from policygraph.evaluation.gold import GoldLetter, GoldPosition
from policygraph.evaluation.position_score import score_positions
from policygraph.evaluation.score import Score
from policygraph.model.position import Position, Stance
from policygraph.model.reading import Reading
from policygraph.model.statement import Passage

NAMES = [("organisation", "Rail Council"), ("organisation", "Home Office")]
SENTENCE = "The Council does not support the Rail Bill in its current form."
GOLD = GoldPosition(by="Rail Council", stance="opposes", text=SENTENCE)


def build_position(stance: Stance, by: str) -> Position:
    passage = Passage(letter="letter", start=0, end=len(SENTENCE), quote=SENTENCE)
    return Position(iri="position", text=SENTENCE, by=(by,), stance=stance, on=(), evidence=(passage,))


def score(
    make_gold: Callable[..., GoldLetter], make_reading: Callable[..., Reading], *found: Position
) -> dict[str, Score]:
    gold = replace(make_gold(NAMES), positions=(GOLD,))
    scores: dict[str, Score] = {}
    for measure, each in score_positions(gold, found, make_reading(NAMES).entities, ()):
        scores[measure] = scores.get(measure, Score()) + each
    return scores


def test_a_position_is_found_with_its_holder(
    make_gold: Callable[..., GoldLetter], make_reading: Callable[..., Reading]
) -> None:
    scores = score(make_gold, make_reading, build_position(Stance.OPPOSES, "Rail Council"))
    assert scores == {"position": Score(right=1), "position holder": Score(right=1)}


def test_another_stance_is_false_and_another_holder_is_missed(
    make_gold: Callable[..., GoldLetter], make_reading: Callable[..., Reading]
) -> None:
    wrong = score(make_gold, make_reading, build_position(Stance.SUPPORTS, "Rail Council"))["position"]
    assert (wrong.right, len(wrong.missed), len(wrong.false)) == (0, 1, 1)
    holder = score(make_gold, make_reading, build_position(Stance.OPPOSES, "Home Office"))["position holder"]
    assert [fault.words for fault in holder.missed] == ["Rail Council"]
