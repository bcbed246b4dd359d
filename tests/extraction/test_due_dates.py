import pytest
from policygraph.extraction.text.due_dates import find_due

WRITTEN = "2021-06-22"


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("let her have their names by 16 July", "2021-07-16"),
        ("reply by 3 March", "2022-03-03"),
        ("reply no later than noon, 16 December", "2021-12-16"),
        ("a response within 60 days", "2021-08-21"),
        ("a response within fourteen (14) days", "2021-07-06"),
        ("within one month", "2021-07-22"),
        ("by the end of the month", "2021-06-30"),
        ("by the end of October", "2021-10-31"),
        ("before the end of the year", "2021-12-31"),
        ("which we hope to publish in Spring 2022", "2022-21"),
        ("in the autumn", "2021-23"),
        ("before the September intake", "2021-09"),
        ("in May", "2022-05"),
        ("by Friday", "2021-06-25"),
        ("this week", "2021-06-21/2021-06-27"),
        ("next month", "2021-07"),
        ("in the new year", "2022-01"),
        ("by Christmas", "2021-12-25"),
        ("tomorrow", "2021-06-23"),
        ("140 homes by 2028", "2028"),
        ("with effect from 1 July 2023", "2023-07-01"),
    ],
)
def test_a_date_is_reckoned_from_the_letters_own(words: str, due: str) -> None:
    assert find_due(words, WRITTEN) == due


@pytest.mark.parametrize(
    "words",
    [
        "the cases that were pending on 1 March 2021",
        "your letter of 16 July",
        "in due course",
        "since January 2021",
        "in this year's estimates",
    ],
)
def test_what_is_past_or_no_date_of_the_thing_is_none(words: str) -> None:
    assert find_due(words, WRITTEN) is None


def test_without_the_letters_date_only_what_is_written_in_full_is_one() -> None:
    assert find_due("by 16 July 2021", None) == "2021-07-16"
    assert find_due("by 16 July", None) is None
    assert find_due("within 60 days", None) is None
