from collections.abc import Callable, Sequence

from policygraph.evaluation.entity_score import score_entities
from policygraph.evaluation.gold import GoldLetter
from policygraph.evaluation.score import Score
from policygraph.model.entity import Entity
from policygraph.model.reading import Reading


def total(gold: GoldLetter, found: Sequence[Entity], others: Sequence[Entity] = ()) -> Score:
    return sum((score for _, score in score_entities(gold, found, others)), Score())


def test_every_miss_and_false_find_has_its_name_and_type(
    make_gold: Callable[..., GoldLetter], make_reading: Callable[..., Reading]
) -> None:
    gold = make_gold([("person", "Ann Lee"), ("treaty", "Palermo Protocol", "the Protocol")])
    found = make_reading([("person", "Ann Lee"), ("scheme", "Warm Fund")]).entities
    faults = [
        (kind, [fault.words for fault in score.missed], [fault.words for fault in score.false])
        for kind, score in score_entities(gold, found, ())
        if not score.right
    ]
    assert faults == [("treaty", ["Palermo Protocol"], []), ("scheme", [], ["Warm Fund"])]


def test_an_entity_that_is_found_twice_is_right_once_and_false_once(
    make_gold: Callable[..., GoldLetter], make_reading: Callable[..., Reading]
) -> None:
    gold = make_gold([("organisation", "Rail Council", "RC")])
    found = make_reading([("organisation", "Rail Council"), ("organisation", "RC")]).entities
    assert (total(gold, found).right, len(total(gold, found).false)) == (1, 1)


def test_entities_of_another_letter_of_the_file_are_false(
    make_gold: Callable[..., GoldLetter], make_reading: Callable[..., Reading]
) -> None:
    entities = make_reading([("person", "Ann Lee")]).entities
    score = total(make_gold([("person", "Ann Lee")]), entities, entities)
    assert (score.right, len(score.missed), len(score.false)) == (1, 0, 1)
