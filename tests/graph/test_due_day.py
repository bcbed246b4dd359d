"""The last day of a date or period."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from policygraph.graph.due_day import find_last_day


@pytest.mark.parametrize(
    ("edtf", "last"),
    [
        ("2022-05-31", "2022-05-31"),
        ("2022-02", "2022-02-28"),
        ("2024-02", "2024-02-29"),
        ("2022", "2022-12-31"),
        ("2022-21", "2022-05-31"),
        ("2022-22", "2022-08-31"),
        ("2022-23", "2022-11-30"),
        ("2023-24", "2024-02-29"),
        ("2023-04-17/2023-04-23", "2023-04-23"),
        ("../2023-05", "2023-05-31"),
        ("2023-05~", "2023-05-31"),
    ],
)
def test_a_date_or_a_period_ends_with_its_last_day(edtf: str, last: str) -> None:
    assert find_last_day(edtf) == date.fromisoformat(last)


@pytest.mark.parametrize("edtf", ["", "2023/..", "202X", "2023-13", "2023-02-30", "2023-5-1", "soon"])
def test_what_never_ends_or_is_no_date_has_no_last_day(edtf: str) -> None:
    assert find_last_day(edtf) is None


@given(st.dates())
def test_a_day_is_its_own_last_day(day: date) -> None:
    assert find_last_day(day.isoformat()) == day
