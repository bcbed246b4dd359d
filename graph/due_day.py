"""The first and the last day of a date or period, after which something that was promised for it is overdue."""

import re
from calendar import monthrange
from datetime import date

# "2022", "2022-05", "2022-21" (spring), "2022-05-31"; not "202X", "2022-5"
_EDTF = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")
# EDTF level 1 numbers the seasons after the months; each ends with the month that is given here.
_LAST_MONTHS = {21: 5, 22: 8, 23: 11, 24: 2}
_FIRST_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}


def find_first_day(edtf: str) -> date | None:
    """Return the first day of an EDTF date, season or interval; None where it has none.

    "2022-21" (spring) begins on 1 March 2022, "2023-04-17/2023-04-23" with its first day; "../2023" never begins.
    """
    found = _EDTF.fullmatch(edtf.partition("/")[0].rstrip("~?%"))
    if found is None:
        return None
    year, month, day = int(found["year"]), int(found["month"] or 1), int(found["day"] or 1)
    try:
        return date(year, _FIRST_MONTHS.get(month, month), day)
    except ValueError:
        return None


def find_last_day(edtf: str) -> date | None:
    """Return the last day of an EDTF date, season or interval; None where it has none.

    "2022-21" (spring) ends on 31 May 2022, "2021-24" (winter) in February 2022, "2023-04-17/2023-04-23" with its
    second day, "2022-05~" (about) with that of the month; "2023/.." never ends.
    """
    found = _EDTF.fullmatch(edtf.rpartition("/")[2].rstrip("~?%"))
    if found is None:
        return None
    year, month = int(found["year"]), int(found["month"] or 12)
    try:
        if found["day"]:
            return date(year, month, int(found["day"]))
        if month in _LAST_MONTHS:
            month, year = _LAST_MONTHS[month], year + (month == 24)
        return date(year, month, monthrange(year, month)[1])
    except ValueError:
        return None
