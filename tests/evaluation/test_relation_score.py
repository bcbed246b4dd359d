from collections.abc import Callable

import pytest
from policygraph.evaluation.gold import GoldLetter
from policygraph.evaluation.relation_score import score_relations
from policygraph.evaluation.score import Score
from policygraph.model.reading import Reading
from policygraph.model.statement import Polarity

MakeGold = Callable[..., GoldLetter]
MakeReading = Callable[..., Reading]

NAMES = [
    ("person", "Ann Lee"),
    ("office", "Chair of the Rail Council"),
    ("organisation", "Rail Council", "the Council"),
    ("organisation", "Home Office"),
    ("scheme", "Warm Fund"),
]
OFFICE = [
    ("Ann Lee", "holdsOffice", "Chair of the Rail Council"),
    ("Chair of the Rail Council", "officeIn", "Rail Council"),
]
MEMBER = ("Ann Lee", "memberOf", "Rail Council")


def counts(gold: GoldLetter, reading: Reading | None, *others: Reading) -> tuple[int, int, int]:
    total = sum((score for _, score, _ in score_relations(gold, reading, others)), Score())
    return total.right, len(total.missed), len(total.false)


def test_a_relation_counts_if_predicate_and_both_ends_agree(make_gold: MakeGold, make_reading: MakeReading) -> None:
    gold = make_gold(NAMES, [("Rail Council", "runs", "Warm Fund")])
    names = [("organisation", "Council"), ("organisation", "Home Office"), ("scheme", "Warm Fund")]
    assert counts(gold, make_reading(names, [("Council", "runs", "Warm Fund")])) == (1, 0, 0)
    assert counts(gold, make_reading(names, [("Council", "funds", "Warm Fund")])) == (0, 1, 1)
    assert counts(gold, make_reading(names, [("Home Office", "runs", "Warm Fund")])) == (0, 1, 1)


def test_an_end_of_another_type_does_not_agree(make_gold: MakeGold, make_reading: MakeReading) -> None:
    gold = make_gold(NAMES, [("Rail Council", "runs", "Warm Fund")])
    names = [("organisation", "Rail Council"), ("document", "Warm Fund")]
    assert counts(gold, make_reading(names, [("Rail Council", "runs", "Warm Fund")])) == (0, 1, 1)


def test_a_membership_that_an_office_implies_counts_neither_way(make_gold: MakeGold, make_reading: MakeReading) -> None:
    gold = make_gold(NAMES, [*OFFICE, MEMBER])
    assert counts(gold, make_reading(NAMES, OFFICE)) == (2, 0, 0)
    assert counts(gold, make_reading(NAMES, [*OFFICE, MEMBER])) == (2, 0, 0)
    assert counts(make_gold(NAMES, OFFICE), make_reading(NAMES, [MEMBER])) == (0, 2, 0)


def test_a_membership_beside_no_office_counts(make_gold: MakeGold, make_reading: MakeReading) -> None:
    assert counts(make_gold(NAMES, [MEMBER]), make_reading(NAMES, [MEMBER])) == (1, 0, 0)
    assert counts(make_gold(NAMES, OFFICE[:1]), make_reading(NAMES, [MEMBER])) == (0, 1, 1)


def test_a_partnership_has_no_direction(make_gold: MakeGold, make_reading: MakeReading) -> None:
    there = ("Rail Council", "partnersWith", "Home Office")
    back = ("Home Office", "partnersWith", "Rail Council")
    assert counts(make_gold(NAMES, [there]), make_reading(NAMES, [back])) == (1, 0, 0)
    assert counts(make_gold(NAMES, [there, back]), make_reading(NAMES, [there])) == (1, 0, 0)
    assert counts(make_gold(NAMES, [there]), make_reading(NAMES, [there, back])) == (1, 0, 0)


def test_other_relations_have_a_direction(make_gold: MakeGold, make_reading: MakeReading) -> None:
    gold = make_gold(NAMES, [("Rail Council", "partOf", "Home Office")])
    assert counts(gold, make_reading(NAMES, [("Home Office", "partOf", "Rail Council")])) == (0, 1, 1)


def test_one_statement_serves_one_gold_relation(make_gold: MakeGold, make_reading: MakeReading) -> None:
    names = [("organisation", "Rail Council", "RC"), ("organisation", "Road Council", "RC"), NAMES[4]]
    gold = make_gold(names, [("Rail Council", "runs", "Warm Fund"), ("Road Council", "runs", "Warm Fund")])
    found = make_reading([("organisation", "RC"), NAMES[4]], [("RC", "runs", "Warm Fund")])
    assert counts(gold, found) == (1, 1, 0)


def test_the_same_said_of_the_same_thing_twice_is_right_once_and_false_once(
    make_gold: MakeGold, make_reading: MakeReading
) -> None:
    gold = make_gold(NAMES, [("Rail Council", "runs", "Warm Fund")])
    names = [("organisation", "Rail Council"), ("organisation", "the Council"), NAMES[4]]
    found = [("Rail Council", "runs", "Warm Fund"), ("the Council", "runs", "Warm Fund")]
    assert counts(gold, make_reading(names, found)) == (1, 0, 1)


def test_gold_that_is_written_twice_counts_once(make_gold: MakeGold, make_reading: MakeReading) -> None:
    gold = make_gold(NAMES, [MEMBER, MEMBER])
    assert counts(gold, make_reading(NAMES, [MEMBER])) == (1, 0, 0)


@pytest.mark.parametrize("polarity", [Polarity.DENIED, Polarity.ENDED])
def test_what_is_denied_or_ended_is_no_relation(
    make_gold: MakeGold, make_reading: MakeReading, polarity: Polarity
) -> None:
    found = make_reading(NAMES, [MEMBER], polarity=polarity)
    assert counts(make_gold(NAMES, [MEMBER]), found, found) == (0, 1, 0)


def test_what_another_letter_of_the_file_states_is_false(make_gold: MakeGold, make_reading: MakeReading) -> None:
    found = make_reading(NAMES, [MEMBER])
    assert counts(make_gold(NAMES, [MEMBER]), found, found) == (1, 0, 1)


def test_an_end_may_be_annotated_by_another_form_than_the_name(make_gold: MakeGold, make_reading: MakeReading) -> None:
    gold = make_gold(NAMES, [("Ann Lee", "memberOf", "the Council")])
    assert counts(gold, make_reading(NAMES, [MEMBER])) == (1, 0, 0)


def test_each_found_relation_names_its_rule(make_gold: MakeGold, make_reading: MakeReading) -> None:
    gold = make_gold(NAMES, OFFICE)
    found = make_reading(NAMES, [OFFICE[0], ("Ann Lee", "memberOf", "Home Office")], rule="signature")
    assert [(predicate, rule) for predicate, _, rule in score_relations(gold, found, ())] == [
        ("holdsOffice", "signature"),
        ("officeIn", None),
        ("memberOf", "signature"),
    ]
