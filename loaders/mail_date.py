"""The dates of mails as letters write them: "5 March 2024", the day as the writer's own clock showed it."""

import re
from datetime import date

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MONTH = rf"(?P<month>{'|'.join(f'{name[:3]}(?:{name[3:]})?' for name in _MONTHS)}|Sept)\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_PATTERNS = (
    # "Tue, 8 Sep 2015 15:56:02 +0100", "08-Sep-2015"
    re.compile(rf"(?<!\d){_DAY}[\s-]+{_MONTH},?[\s-]+(?P<year>\d{{4}})(?!\d)", re.IGNORECASE),
    # "Tuesday, September 8, 2015 3:56 PM"
    re.compile(rf"(?<![a-z]){_MONTH}\s+{_DAY},?\s+(?P<year>\d{{4}})(?!\d)", re.IGNORECASE),
    # "2015-09-08 15:56"
    re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<number>[01]\d)-(?P<day>[0-3]\d)(?!\d)"),
)


def find_plain_date(text: str) -> tuple[str, int] | None:
    """Return the first date in `text` as "8 September 2015" and where it ends.

    "08/09/2015" gives none: it is the eighth of September or the ninth of August.
    """
    for pattern in _PATTERNS:
        match = pattern.search(text)
        if match is None:
            continue
        found = match.groupdict()
        number = int(found["number"]) if found.get("number") else _to_number(found["month"])
        try:
            day = date(int(found["year"]), number, int(found["day"]))
        except ValueError:
            continue
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year:04}", match.end()
    return None


def _to_number(month: str) -> int:
    return 1 + next(place for place, name in enumerate(_MONTHS) if name[:3].casefold() == month[:3].casefold())
