"""Dates as they are written, each with the precision that it has. A day is never invented.

The result is EDTF (ISO 8601-2): "2024-03-05", "2021-06", "2021", seasons "2022-21" (spring) to "2022-24".
"""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

# English in full or short, and the months of bilingual letterheads: Welsh, Irish, French, German, Spanish, Dutch
_MONTHS = (
    "jan january ionawr eanáir janvier januar enero januari",
    "feb february chwefror feabhra février februar febrero februari",
    "mar march mawrth márta mars märz marzo maart",
    "apr april ebrill aibreán avril abril",
    "may mai bealtaine mayo mei",
    "jun june mehefin meitheamh juin juni junio",
    "jul july gorffennaf iúil juillet juli julio",
    "aug august awst lúnasa août agosto augustus",
    "sep sept september medi septembre septiembre",
    "oct october hydref octobre oktober octubre",
    "nov november tachwedd samhain novembre noviembre",
    "dec december rhagfyr nollaig décembre dezember diciembre",
)
_NUMBER_OF = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_MONTH = rf"(?P<month>{'|'.join(sorted(_NUMBER_OF, key=len, reverse=True))})\b\.?"
_DAY = r"(?P<day>[0-3]?\d)"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DIGIT = re.compile(r"\d")
_ORDINAL = r"(?:\s?(?:st|nd|rd|th|er|ain|fed|af|eg|ydd|\.))?"
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

_PATTERNS = (
    # "5 March 2024", "8th of July, 2025"; not "June 2021"
    re.compile(
        rf"(?<![\d/.-]){_DAY}{_ORDINAL}(?:\s+day)?(?:\s+of)?[\s/-]+{_MONTH},?[\s/-]+{_YEAR}(?!\d)",
        re.IGNORECASE,
    ),
    # "3.IV.2023"
    re.compile(
        rf"(?<![\d.]){_DAY}\.\s?(?P<roman>{'|'.join(sorted(_ROMAN, key=len, reverse=True))})\.\s?{_YEAR}(?!\d)",
        re.IGNORECASE,
    ),
    # "July 8, 2025", "July 8th 2025"
    re.compile(rf"\b{_MONTH}\s+{_DAY}{_ORDINAL}(?:,\s*|\s+){_YEAR}(?!\d)", re.IGNORECASE),
    # "2022-02-15"; not a part of a longer number
    re.compile(r"(?<![\d/.-])(?P<year>(?:19|20)\d\d)-(?P<number>[01]\d)-(?P<day>[0-3]\d)(?![\d-])"),
    # "15/02/22", "15.02.2022"
    re.compile(
        r"(?<![\d/.-])(?P<first>[0-3]?\d)(?P<mark>[/.])(?P<second>[0-3]?\d)(?P=mark)(?P<year>(?:20|19)?\d\d)(?![\d/]|\.\d)"
    ),
    # "18 October": the year must be found elsewhere
    re.compile(rf"(?<![\d/.-]){_DAY}{_ORDINAL}(?:\s+of)?\s+{_MONTH}(?![\w-])", re.IGNORECASE),
    # "October 18"
    re.compile(rf"\b{_MONTH}\s+{_DAY}{_ORDINAL}(?![\d:])(?!\s*(?:%|per))", re.IGNORECASE),
    # "Spring 2022"
    re.compile(rf"\b(?P<season>spring|summer|autumn|fall|winter)\s+(?:of\s+)?{_YEAR}(?!\d)", re.IGNORECASE),
    # "June 2021"
    re.compile(rf"\b{_MONTH}(?:\s+of)?,?\s+{_YEAR}(?!\d)", re.IGNORECASE),
    # "in 2019", "since 2016": a bare year only behind a word that makes it one
    re.compile(rf"(?<=\b(?:in|by)\s){_YEAR}(?![\d-])"),
    re.compile(rf"(?<=\bsince\s){_YEAR}(?![\d-])"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenDate:
    """A date at `start`–`end`. `edtf` is None where the year is missing; then `month` and `day` are given."""

    start: int
    end: int
    edtf: str | None
    month: int | None = None
    day: int | None = None

    @property
    def is_day(self) -> bool:
        """Whether the date is a whole day with its year."""
        return self.edtf is not None and len(self.edtf) == 10


def find_dates(text: str, *, month_first: bool = False) -> list[WrittenDate]:
    """Return the dates in `text` in order, none overlapping.

    `month_first` reads "02/03/2022" in the American way. "31/04/2021" is no date.
    """
    found: list[WrittenDate] = []
    if not _DIGIT.search(text):
        return found
    claimed: list[tuple[int, int]] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in claimed):
                continue
            claimed.append(match.span())
            found.extend(_to_dates(match, month_first=month_first))
    return sorted(found, key=lambda written: written.start)


def complete_year(written: WrittenDate, before: str) -> str | None:
    """Return the EDTF date with the latest year that is not after the day `before` ("2021-01-07").

    "18 October" in a letter of 7 January 2021 is 2020-10-18.
    """
    if written.edtf is not None or written.month is None or written.day is None:
        return written.edtf
    year = int(before[:4])
    if (written.month, written.day) > (int(before[5:7]), int(before[8:10])):
        year -= 1
    return _to_day(year, written.month, written.day)


def _to_dates(match: re.Match[str], *, month_first: bool) -> Iterator[WrittenDate]:
    parts: dict[str, Any] = match.groupdict()
    year = _to_year(parts.get("year"))
    if parts.get("season"):
        yield WrittenDate(start=match.start(), end=match.end(), edtf=f"{year}-{_SEASONS[parts['season'].lower()]}")
        return
    day = int(parts["day"]) if parts.get("day") else None
    month = _to_month(parts)
    if parts.get("first"):
        american = (month_first and int(parts["first"]) <= 12) or int(parts["second"]) > 12
        month, day = (int(parts[key]) for key in (("first", "second") if american else ("second", "first")))
    if year is None:
        if month and day and _to_day(2000, month, day):
            yield WrittenDate(start=match.start(), end=match.end(), edtf=None, month=month, day=day)
        return
    edtf = f"{year}-{month:02}" if month else str(year)
    if day is not None and month is not None:
        whole = _to_day(year, month, day)
        if whole is None:
            return
        edtf = whole
    yield WrittenDate(start=match.start(), end=match.end(), edtf=edtf)


def _to_month(parts: dict[str, Any]) -> int | None:
    if parts.get("month"):
        return _NUMBER_OF[parts["month"].lower()]
    if parts.get("roman"):
        return _ROMAN.index(parts["roman"].lower()) + 1
    return int(parts["number"]) if parts.get("number") else None


def _to_year(text: str | None) -> int | None:
    if text is None:
        return None
    return int(text) + (2000 if len(text) == 2 else 0)


def _to_day(year: int, month: int, day: int) -> str | None:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None
