"""By when: the date or the period that an ask or a promise gives, reckoned from the letter's own date.

The result is EDTF: "2023-07-01", "2023-09", "2022-21" (spring), "2023-04-17/2023-04-23" (a week). Nothing is
guessed: "in due course" has no date, and without the letter's date only what is written in full has one.
"""

import datetime
import re
from calendar import monthrange

from .dates import find_dates

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NUMBERS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen"),
)
_UNIT_DAYS = {"day": 1, "week": 7, "fortnight": 14}

_BY = (
    r"\b(?:by|before|until|no\s+later\s+than|not\s+later\s+than|within|ahead\s+of|in\s+time\s+for|in|on|from|during"
    r"|as\s+of|at|for|with\s+effect\s+from|starting)\s+"
)
# right before a written date: "by 16 July", "no later than noon, 16 December"; not "the letter of 16 July"
_BEFORE = re.compile(
    rf"{_BY}(?:(?:the|noon|midday|close\s+of\s+(?:business|play)|\d{{1,2}}(?:[:.]\d\d)?\s?[ap]m)\b,?\s*(?:on\s+|of\s+)?"
    rf"|(?:{'|'.join(_DAYS)}),?\s*(?:the\s+)?|(?:end|beginning|start|middle)\s+of\s+|(?:its|their|our|your|the)\s+\w+\s+of\s+){{0,3}}$",
    re.IGNORECASE,
)
# "within 60 days", "within fourteen (14) days", "in the next six weeks"
_WITHIN = re.compile(
    rf"\b(?:within|in)\s+(?:the\s+)?(?:next\s+|coming\s+|following\s+)?(?:(?P<digits>\d{{1,3}})|(?P<word>{'|'.join(_NUMBERS)}|a|the))?"
    r"\s*(?:\(\d{1,3}\)\s*)?(?:calendar\s+|coming\s+)?(?P<unit>day|week|fortnight|month)s?\b(?!\s+of\s+(?:any|the\s+decision|receiving|receipt|its|their|a\b))",
    re.IGNORECASE,
)
# "by the end of April", "by the end of the month", "before the end of the year"
_END_OF = re.compile(
    r"\b(?:by|before|until|at|no\s+later\s+than)\s+(?:the\s+)?end\s+(?:of\s+)?(?:this\s+|the\s+)?(?:calendar\s+)?"
    rf"(?P<what>{'|'.join(_MONTHS)}|month|year|week)\b(?!\s+\d)",
    re.IGNORECASE,
)
# "in May", "before the September intake", "from January next"
_MONTH = re.compile(
    r"\b(?:by|before|in|from|until|during|for)\s+(?:the\s+|early\s+|late\s+|mid-?)?"
    rf"(?P<month>{'|'.join(each.capitalize() for each in _MONTHS)})\b(?!\s+(?:\d|[A-Z]))"
)
# "in the autumn", "before the summer"
_SEASON = re.compile(
    r"\b(?:by|before|in|from|during|until)\s+(?:the\s+|this\s+)?(?:early\s+|late\s+)?(?P<season>spring|summer|autumn|winter)\b(?!\s+\d)",
    re.IGNORECASE,
)
# "this week", "next month"; "by Friday"; "in the new year"; "by Christmas"; "tomorrow"
_NEAR = re.compile(
    r"\b(?<!for )(?P<which>this|next)\s+(?P<unit>week|month|year)\b(?!['’]s)|\b(?P<tomorrow>tomorrow)\b", re.IGNORECASE
)
_WEEKDAY = re.compile(rf"\b(?:by|before|on|next)\s+(?P<day>{'|'.join(_DAYS)})\b(?!,?\s+(?:the\s+)?\d)", re.IGNORECASE)
_FEAST = re.compile(
    r"\b(?:by|before|until)\s+(?:the\s+)?(?P<feast>Christmas)\b(?P<recess>\s+recess)?|\bin\s+the\s+(?P<new>new\s+year)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:by|in|before|until)\s+(?P<year>20\d\d)\b(?![-–/]\d)")
_DIGIT = re.compile(r"\d")


def find_due(words: str, written: str | None) -> str | None:
    """Return by when, or when, the clause `words` of a letter of the day `written` ("2021-06-09") wants a thing.

    "by 16 July" in a letter of 22 June 2021 is 2021-07-16, "since 16 July" nothing.
    """
    day = datetime.date.fromisoformat(written) if written and len(written) == 10 else None
    return _find_written(words, day) or (_find_reckoned(words, day) if day else None)


def _find_written(words: str, day: datetime.date | None) -> str | None:
    for date in find_dates(words) if _DIGIT.search(words) else ():
        if not _BEFORE.search(words, max(0, date.start - 60), date.start):
            continue
        edtf = date.edtf
        if edtf is None and day is not None and date.month and date.day:
            edtf = _to_next(day, date.month, date.day)
        if edtf is not None and (day is None or edtf[:4] >= str(day.year)) and not _is_past(edtf, day):
            return edtf
    return None


def _is_past(edtf: str, day: datetime.date | None) -> bool:
    if day is None or (len(edtf) == 7 and int(edtf[5:]) > 12):
        return False
    return edtf < day.isoformat()[: len(edtf)]


def _find_reckoned(words: str, day: datetime.date) -> str | None:
    if match := _WITHIN.search(words):
        return _add_span(day, match)
    if match := _END_OF.search(words):
        return _to_end(day, match["what"].casefold())
    if match := _WEEKDAY.search(words):
        ahead = (_DAYS.index(match["day"].casefold()) - day.weekday() - 1) % 7 + 1
        return (day + datetime.timedelta(days=ahead)).isoformat()
    if match := _MONTH.search(words):
        month = _MONTHS.index(match["month"].casefold()) + 1
        return f"{day.year + (month < day.month)}-{month:02}"
    if match := _SEASON.search(words):
        season = match["season"].casefold()
        late = {"spring": 6, "summer": 9, "autumn": 12, "winter": 12}[season]
        return f"{day.year + (day.month >= late)}-{_SEASONS[season]}"
    if match := _FEAST.search(words):
        if match["new"]:
            return f"{day.year + 1}-01"
        return f"{day.year}-12" if match["recess"] else f"{day.year}-12-25"
    if match := _NEAR.search(words):
        return _to_near(day, match)
    if (match := _YEAR.search(words)) and int(match["year"]) >= day.year:
        return match["year"]
    return None


def _add_span(day: datetime.date, match: re.Match[str]) -> str | None:
    word = (match["word"] or "").casefold()
    number = int(match["digits"]) if match["digits"] else _NUMBERS.index(word) + 1 if word in _NUMBERS else 1
    unit = match["unit"].casefold()
    if unit != "month":
        return (day + datetime.timedelta(days=number * _UNIT_DAYS[unit])).isoformat()
    year, month = divmod(day.year * 12 + day.month - 1 + number, 12)
    return datetime.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1])).isoformat()


def _to_end(day: datetime.date, what: str) -> str:
    if what == "year":
        return f"{day.year}-12-31"
    if what == "week":
        return (day + datetime.timedelta(days=6 - day.weekday())).isoformat()
    month = day.month if what == "month" else _MONTHS.index(what) + 1
    year = day.year + (month < day.month)
    return datetime.date(year, month, monthrange(year, month)[1]).isoformat()


def _to_near(day: datetime.date, match: re.Match[str]) -> str:
    if match["tomorrow"]:
        return (day + datetime.timedelta(days=1)).isoformat()
    later = match["which"].casefold() == "next"
    unit = match["unit"].casefold()
    if unit == "week":
        monday = day - datetime.timedelta(days=day.weekday()) + datetime.timedelta(days=7 * later)
        return f"{monday.isoformat()}/{(monday + datetime.timedelta(days=6)).isoformat()}"
    if unit == "year":
        return str(day.year + later)
    year, month = divmod(day.year * 12 + day.month - 1 + later, 12)
    return f"{year}-{month + 1:02}"


def _to_next(day: datetime.date, month: int, number: int) -> str | None:
    """Return the first such day that is not before `day`; None where no year has it."""
    for year in (day.year, day.year + 1):
        try:
            found = datetime.date(year, month, number)
        except ValueError:
            continue
        if found >= day:
            return found.isoformat()
    return None
