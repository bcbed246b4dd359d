"""Reckoning with dates: an interval that ends somewhere, a financial year, "last year" from the day of a letter."""

import calendar
import datetime


def to_past_interval(end: str, count: int, unit: str) -> str:
    """Return the `count` units that end with the EDTF day or month `end`.

    12 "months" to "2024-03" are "2023-04/2024-03", 1 "years" to "2023-06-30" is "2022-07-01/2023-06-30".
    """
    year, month = int(end[:4]), int(end[5:7] or 12)
    if unit.startswith(("week", "day")):
        day = datetime.date(year, month, int(end[8:10] or calendar.monthrange(year, month)[1]))
        start = day - datetime.timedelta(days=count * (7 if unit.startswith("week") else 1))
        return f"{start.isoformat()}/{day.isoformat()}"
    months = count * (12 if unit.startswith("year") else 1)
    first = year * 12 + month - months
    if len(end) == 4:
        return f"{year - count + 1}/{year}" if count > 1 else end
    start_month = f"{first // 12}-{first % 12 + 1:02}"
    if len(end) == 7:
        return f"{start_month}/{end}"
    # "to 30 June" begins on 1 July, "to 5 April" on 6 April
    day_after = datetime.date.fromisoformat(end) + datetime.timedelta(days=1)
    begin = day_after.year * 12 + day_after.month - 1 - months
    day_number = min(day_after.day, calendar.monthrange(begin // 12, begin % 12 + 1)[1])
    return f"{begin // 12}-{begin % 12 + 1:02}-{day_number:02}/{end}"


def to_months_before(day: str, count: int, unit: str) -> str:
    """Return the `count` units before `day`: 5 "years" before "2022-10-03" are "2017-10/2022-10"."""
    if unit.startswith(("week", "day")):
        return to_past_interval(day, count, unit)
    first = int(day[:4]) * 12 + int(day[5:7]) - 1 - count * (12 if unit.startswith("year") else 1)
    return f"{first // 12}-{first % 12 + 1:02}/{day[:7]}"


def to_financial_year(start: int, begins: int) -> str:
    """Return the financial year that starts in the year `start` with the month `begins`.

    (2021, 4) is "2021-04-01/2022-03-31".
    """
    last = begins - 1
    return f"{start}-{begins:02}-01/{start + 1}-{last:02}-{calendar.monthrange(start + 1, last)[1]}"


def find_financial_year(day: str, begins: int) -> int:
    """Return the year in which the financial year of `day` started."""
    return int(day[:4]) - (int(day[5:7]) < begins)


def move_month(day: str, months: int) -> str:
    """Return the month so many months after that of `day`: ("2021-01-07", -1) is "2020-12"."""
    month = int(day[:4]) * 12 + int(day[5:7]) - 1 + months
    return f"{month // 12}-{month % 12 + 1:02}"
