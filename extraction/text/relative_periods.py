"""Periods that only the date of the letter tells: "last year", "in March", "the past five years", "last summer"."""

import re
from collections.abc import Iterator

from ...ontology.figure_cues import load_figure_cues
from .calendar_spans import find_financial_year, move_month, to_financial_year, to_months_before
from .number_words import WORDS, to_number

Found = tuple[int, int, str]
"""Start, end and EDTF date or interval of a period in a sentence."""

_COUNT = rf"(?P<count>\d{{1,2}}|{WORDS})"
# "last year", "in the current fiscal year"; not "last year's"
_RELATIVE = re.compile(
    r"\b(?P<which>last|this|next|the\s+(?:current|previous|present))\s+(?:(?:calendar|(?P<fiscal>financial|fiscal|tax|budget))\s+)?"
    r"(?P<unit>year|month|spring|summer|autumn|fall)\b(?![’'-])",
    re.IGNORECASE,
)
# "the past five years", "the last year"
_PAST = re.compile(
    rf"\bthe\s+(?:last|past)\s+(?:{_COUNT}\s+)?(?P<unit>years?|months?|weeks|days)\b(?![’'-])",
    re.IGNORECASE,
)
_TO_DATE = re.compile(r"\b(?:to\s+date|(?:up\s+)?(?:to|until)\s+now|so\s+far)\b", re.IGNORECASE)
_SPRING_ON = ("april", "may", "june", "july", "august", "september", "october", "november", "december")
_MONTHS = ("january", "february", "march", *_SPRING_ON)
# "in March", "since last October"; not "in March 2022", "in May Street", "in 5 March"
_MONTH = re.compile(
    rf"\b(?P<lead>in|since|during|from)\s+(?:last\s+)?(?P<month>{'|'.join(_MONTHS)})\b(?:\s+last\b)?(?!\s+(?:\d|(?-i:[A-Z])|and\b|to\b))"
    r"(?!,?\s+(?:19|20)\d\d)(?!\s+of\s+(?:19|20)\d\d)",
    re.IGNORECASE,
)
_SEASONS = {"spring": (21, 5), "summer": (22, 8), "autumn": (23, 11), "fall": (23, 11)}


def find_relative_periods(words: str, written: str | None, country: str | None) -> Iterator[Found]:
    """Yield the periods of a sentence that the day of the letter, `written`, makes whole; none without it."""
    if written is None:
        return
    for match in _PAST.finditer(words):
        count = int(to_number(match["count"])) if match["count"] else 1
        yield match.start(), match.end(), to_months_before(written, count, match["unit"].casefold())
    for match in _RELATIVE.finditer(words):
        if edtf := _to_relative(match, written, country):
            yield match.start(), match.end(), edtf
    for match in _MONTH.finditer(words):
        # the latest such month that has begun
        number = _MONTHS.index(match["month"].casefold()) + 1
        month = f"{int(written[:4]) - (number > int(written[5:7]))}-{number:02}"
        yield match.start(), match.end(), f"{month}/.." if match["lead"].casefold() in {"since", "from"} else month
    for match in _TO_DATE.finditer(words):
        yield match.start(), match.end(), f"../{written}"


def _to_relative(match: re.Match[str], written: str, country: str | None) -> str | None:
    step = {"last": -1, "previous": -1, "next": 1}.get(match["which"].split()[-1].casefold(), 0)
    unit, year = match["unit"].casefold(), int(written[:4])
    if unit in _SEASONS:
        season, last_month = _SEASONS[unit]
        if step == 1:
            return None
        return f"{year - (step == -1 and last_month >= int(written[5:7]))}-{season}"
    if unit == "month":
        return move_month(written, step)
    if match["fiscal"]:
        begins = load_figure_cues().year_begins.get(country or "")
        return to_financial_year(find_financial_year(written, begins) + step, begins) if begins else None
    return str(year + step)
