import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from policygraph.extraction.text.dates import complete_year, find_dates

LATER = st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31))


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("9 June 2021", "2021-06-09"),
        ("the 9th of June 2021", "2021-06-09"),
        ("8th July, 2025", "2025-07-08"),
        ("this 3rd day of May 2019", "2019-05-03"),
        ("07-Jan-2021", "2021-01-07"),
        ("28 AUGUST 2025", "2025-08-28"),
        ("4 Sept. 2020", "2020-09-04"),
        ("July 8, 2025", "2025-07-08"),
        ("July 8th 2025", "2025-07-08"),
        ("Brussels, 5 December 2024", "2024-12-05"),
        ("2022-02-15", "2022-02-15"),
        ("15/02/22", "2022-02-15"),
        ("15.02.2022", "2022-02-15"),
        ("02/15/2022", "2022-02-15"),
        ("Tue, 8 Sep 2015 15:56:01 +0000", "2015-09-08"),
        ("On Tue, 8 Sep 2015 at 15:56 Ann Lee wrote:", "2015-09-08"),
        ("29 February 2024", "2024-02-29"),
        ("June 2021", "2021-06"),
        ("March of 2019", "2019-03"),
        ("in 2019", "2019"),
        ("since 2016", "2016"),
        ("Spring 2022", "2022-21"),
        ("the summer of 2022", "2022-22"),
        ("autumn 2022", "2022-23"),
        ("fall 2022", "2022-23"),
        ("Winter 2022", "2022-24"),
    ],
)
def test_a_date_is_found_with_the_precision_that_it_has(text: str, edtf: str) -> None:
    (found,) = find_dates(text)
    assert found.edtf == edtf
    assert found.is_day == (len(edtf) == 10)


@pytest.mark.parametrize(
    "text",
    [
        "31/04/2021",
        "2022-13-01",
        "Article 16 (2)",
        "section 2021",
        "Regulation (EU) 2016/679",
        "Directive 2011/36/EU",
        "020 7946 0000",
        "SW1P 4DF",
        "1.2.3.4",
        "2019",
    ],
)
def test_what_is_no_day_gives_no_date(text: str) -> None:
    assert find_dates(text) == []


def test_an_american_letter_puts_the_month_first() -> None:
    assert find_dates("02/03/2022")[0].edtf == "2022-03-02"
    assert find_dates("02/03/2022", month_first=True)[0].edtf == "2022-02-03"
    assert find_dates("15/03/2022", month_first=True)[0].edtf == "2022-03-15"


def test_dates_stand_in_order_and_never_overlap() -> None:
    found = find_dates("From 1 April 2017 to 31 March 2020, that is until spring 2020, and on 4 May.")
    assert [date.edtf for date in found] == ["2017-04-01", "2020-03-31", "2020-21", None]
    assert all(one.end <= two.start for one, two in pairwise(found))


@given(LATER)
def test_every_day_is_read_as_it_is_written(day: datetime.date) -> None:
    for written in (
        f"{day.day} {day:%B %Y}",
        f"{day:%B} {day.day}, {day.year}",
        day.isoformat(),
        f"{day:%d/%m/%Y}",
    ):
        assert [date.edtf for date in find_dates(written)] == [day.isoformat()]


@pytest.mark.parametrize(
    ("text", "before", "edtf"),
    [
        ("18 October", "2021-01-07", "2020-10-18"),
        ("18 October", "2021-10-18", "2021-10-18"),
        ("18 October", "2021-10-17", "2020-10-18"),
        ("March 3", "2024-12-31", "2024-03-03"),
        ("29 February", "2024-03-01", "2024-02-29"),
        ("29 February", "2023-03-01", None),
        ("June 2019", "2021-01-07", "2019-06"),
    ],
)
def test_a_day_without_its_year_is_the_last_one_before_the_letter(text: str, before: str, edtf: str | None) -> None:
    (found,) = find_dates(text)
    assert complete_year(found, before) == edtf
