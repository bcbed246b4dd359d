"""The year of a law or a document behind its name: "Act 2015", "Treaty of Commerce of 16 December 1920"."""

import re

from .name_line import NameLine

# also the years of a plan: "2021-2030"
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:[-/]\d{2,4})?")
# the years of Thailand and Nepal
_YEAR_OF_BUDDHA = re.compile(r"2[0-9]\d\d")
_MONTHS = frozenset(
    {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November"}
    | {"December"}
)


def take_year(line: NameLine, place: int) -> int:
    """Return the last token of the year or the date behind the token at `place`, or `place`.

    "Act 2015", "Act, 2012", "Order (Wales) 2006", "Act of 2012", "Treaty of 16 December 1920", "Plan 2021-2030".
    """
    right = place
    while right + 1 < len(line.tokens):
        after = line.tokens[right + 1]
        if after.text == "(":
            closed = next(
                (at for at in range(right + 2, min(right + 9, len(line.tokens))) if line.tokens[at].text == ")"),
                None,
            )
            year = (
                closed is not None and closed + 1 < len(line.tokens) and _YEAR.fullmatch(line.tokens[closed + 1].text)
            )
            if closed is None or not year:
                break
            right = closed
        elif _YEAR.fullmatch(after.text):
            years = line.word_at(right + 2) in {"–", "/", "to"} and line.word_at(right + 3).isdigit()
            return right + 3 if years else right + 1
        elif (after.text == "," and _YEAR.fullmatch(line.word_at(right + 2))) or (
            after.text in {"B.E.", "BE", "BS", "B.S."} and _YEAR_OF_BUDDHA.fullmatch(line.word_at(right + 2))
        ):
            return right + 2
        elif after.text == "of" and (dated := _take_date(line, right + 2)):
            return dated
        elif after.text.isdigit() and line.word_at(right + 2) == "of" and _YEAR.fullmatch(line.word_at(right + 3)):
            return right + 3
        elif after.text == "of" and right + 2 < len(line.tokens) and _YEAR.fullmatch(line.tokens[right + 2].text):
            return right + 2
        else:
            break
    return right


def _take_date(line: NameLine, first: int) -> int | None:
    """Return the last token of a date with its year: "December 16, 1920", "16 December 1920"."""
    words = [line.word_at(place) for place in range(first, first + 4)]
    plain = [word for word in words if word != ","]
    month = next((word for word in plain[:2] if word in _MONTHS), None)
    if month is None or not any(word.isdigit() and len(word) < 3 for word in plain[:2]):
        return None
    return next((place for place in (first + 2, first + 3) if _YEAR.fullmatch(line.word_at(place))), None)
