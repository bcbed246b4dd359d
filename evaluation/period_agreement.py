"""Whether two EDTF dates or intervals are the same stretch of time, however exactly they are written."""

import calendar

_SEASON = {"21": ("03", "05"), "22": ("06", "08"), "23": ("09", "11"), "24": ("12", "12")}


def is_same_period(one: str, two: str) -> bool:
    """Tell whether two dates or intervals begin and end alike: "2022" and "2022-01-01/2022-12-31"."""
    return to_bounds(one) == to_bounds(two)


def to_bounds(edtf: str) -> tuple[str, str]:
    """Return the first and the last day of an EDTF date or interval; an open end is "..".

    "2023-04/2024-03" is ("2023-04-01", "2024-03-31").
    """
    first, _, last = edtf.partition("/")
    return _to_first_day(first), _to_last_day(last or first)


def _to_first_day(date: str) -> str:
    if date in {"..", ""} or len(date) == 10:
        return date
    if len(date) == 4:
        return f"{date}-01-01"
    month = _SEASON.get(date[5:7], (date[5:7],))[0]
    return f"{date[:4]}-{month}-01"


def _to_last_day(date: str) -> str:
    if date in {"..", ""} or len(date) == 10:
        return date
    if len(date) == 4:
        return f"{date}-12-31"
    month = _SEASON.get(date[5:7], (date[5:7],))[-1]
    return f"{date[:4]}-{month}-{calendar.monthrange(int(date[:4]), int(month))[1]}"
