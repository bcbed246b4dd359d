import pytest
from policygraph.extraction.text.dates import find_dates
from policygraph.extraction.text.periods import find_periods


def find(text: str, country: str | None = "GB") -> list[str]:
    return [period.edtf for period in find_periods(text, (0, len(text)), find_dates(text), "2024-10-03", country)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("between 01/04/2017 and 31/03/2020 just 12 had", "2017-04-01/2020-03-31"),
        ("1 April 2017 to 31 March 2020", "2017-04-01/2020-03-31"),
        ("between 1 April and 30 June 2021", "2021-04-01/2021-06-30"),
        ("January to March 2022", "2022-01/2022-03"),
        ("from 2019 to 2022", "2019/2022"),
        ("during 2019-2021", "2019/2021"),
        ("since April 2021", "2021-04/.."),
        ("since it opened in 2020 the grant", "2020/.."),
        ("until April 2021 this was £1000", "../2021-04"),
        ("in the year to March 2024", "2023-04/2024-03"),
        ("the 12 months ending 30 June 2023", "2022-07-01/2023-06-30"),
        ("in the first quarter of 2022", "2022-01/2022-03"),
        ("in 2021-22", "2021-04-01/2022-03-31"),
        ("in the academic year 2021/22", "2021/2022"),
        ("in the current financial year", "2024-04-01/2025-03-31"),
        ("last year 31 of them", "2023"),
        ("in the past five years", "2019-10/2024-10"),
        ("last summer we saw", "2024-22"),
        ("last autumn we saw", "2023-23"),
        ("in November it rose", "2023-11"),
        ("since March it rose", "2024-03/.."),
        ("enrolled to date", "../2024-10-03"),
        ("on 1st March there were", "2024-03-01"),
    ],
)
def test_a_period_is_an_edtf_date_or_interval(text: str, edtf: str) -> None:
    assert find(text) == [edtf]


@pytest.mark.parametrize("text", ["your letter of 12 August", "over three years", "last year's report", "page 2021"])
def test_the_date_of_a_letter_and_a_length_of_time_are_no_periods(text: str) -> None:
    assert find(text) == []


def test_a_financial_year_is_that_of_the_country_and_open_without_one() -> None:
    assert find("in 2021-22", "AU") == ["2021-07-01/2022-06-30"]
    assert find("for fiscal year 2023", "US") == ["2022-10-01/2023-09-30"]
    assert find("in 2021-22", None) == ["2021/2022"]
