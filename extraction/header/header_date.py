"""The letter's own date among the dates of its head and foot."""

import re
from collections.abc import Sequence

from ..text.dates import find_dates
from .correspondents import fields_with
from .header_fields import Field, find_fields
from .zones import Zones, is_prose

_AMERICAN = re.compile(
    r"\bThe Honorable\b|\bU\.S\.|\bWashington,? D\.?C\.?|,\s*[A-Z]{2}\s+\d{5}\b|\bCongress\b|\bSent: \d{1,2}/\d"
)


# "& other signatories to the letter of 1 June", "Posted on 3 May": the date of something else
_OF_SOMETHING = re.compile(
    r"\b(?:letter|e-?mail|reply|request|posted|updated|received|modified|published|release[ds]?|issued)\s+(?:of|on|dated)?\s*(?:the\s+)?$",
    re.IGNORECASE,
)


# characters; a longer line is a head that has run together
_RUN_ON = 200


def find_header_date(text: str, fields: Sequence[Field], zones: Zones, title: Sequence[Field]) -> str | None:
    """Return the day on which the letter says it was written, as ISO 8601, or None.

    A labelled date goes before one that stands alone in the head, that before one in the foot or a page title;
    "Published …" is the page's, and a date in running text is never the letter's.
    """
    american = bool(_AMERICAN.search(text))
    foot = [line for entry in find_fields(zones.foot) if entry.label in {None, "date"} for line in entry.lines]
    for lines in (
        [line for entry in fields_with(fields, {"date"}) for line in entry.lines],
        [
            line
            for entry in fields_with(fields, {None, "to", "from", "attention"})
            for line in entry.lines
            if not is_prose(line.text)
        ],
        [line for line in (*foot, *zones.tail, *zones.body[-6:]) if _is_only_date(line.text, american=american)],
        [
            line
            for entry in fields
            if entry.label != "skipped"
            for line in entry.lines
            if title or len(line.text) > _RUN_ON or not is_prose(line.text)
        ],
        [line for line in zones.head if title or len(line.text) > _RUN_ON],
    ):
        days = [
            (len(line.text) - (date.end - date.start), place, date.edtf)
            for place, line in enumerate(lines)
            for date in find_dates(line.text, month_first=american)
            if date.is_day and not _OF_SOMETHING.search(line.text[: date.start])
        ]
        if days:
            return min(days)[2]
    return None


def _is_only_date(text: str, *, american: bool) -> bool:
    """Tell whether a line holds a date and little else: "Dublin, 2 March 2000"."""
    dates = find_dates(text, month_first=american)
    return bool(dates) and len(text) - sum(date.end - date.start for date in dates) < 25
