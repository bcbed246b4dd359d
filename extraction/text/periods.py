"""Periods: the time for which a number holds, as an EDTF date or interval ("2017-04-01/2020-03-31", "2021-04/..").

"Last year" is told by the date of the letter, "2021-22" by the country's financial year; a day that only dates a
letter or an event is none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ...ontology.figure_cues import load_figure_cues
from .calendar_spans import to_financial_year, to_past_interval
from .dates import WrittenDate, complete_year
from .number_words import WORDS, to_number
from .relative_periods import find_relative_periods

_YEAR = r"(?:19|20)\d\d"
_COUNT = rf"(?P<count>\d{{1,2}}|{WORDS})"
_FISCAL = r"(?:financial|fiscal|tax|budget)"
# "2021-22", "2021/22", "2019–2021"; not "2021-04", "2021-22-1"
_TWO_YEARS = re.compile(rf"(?<![\w/.-])(?P<one>{_YEAR})\s?[-–/]\s?(?P<two>(?:20)?\d\d)(?![\w/]|[-–.]\d)")
# "during 2022", "the year 2019", "from 2019": a year behind a word that makes it one; not "page 2019"
_BARE_YEAR = re.compile(
    rf"\b(?:during|throughout|for|from|between|until|before|after|to|and|years?|early|late|mid|in|by|since)[\s-]+(?P<year>{_YEAR})"
    r"(?![\w/]|[-–.,]\d)",
    re.IGNORECASE,
)
# "January (to March 2022)", "1 April (and 30 June 2021)": the year stands with the second
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_BARE_MONTH = _MONTH.replace("?P<month>", "?:")
_FIRST_MONTH = re.compile(rf"\b{_MONTH}(?P<join>\s*[-–]\s*|\s+(?:to|until|and)\s+)$", re.IGNORECASE)
# between two dates of an interval
_TO = re.compile(r"\s*[-–—]\s*|\s+(?:to|until|till|through|up to)\s+(?:the\s+end\s+of\s+)?", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
# "the year to (March 2024)", "the twelve months ending (30 June 2023)"
_ENDING = re.compile(
    rf"\b(?:(?:{_FISCAL}|calendar)\s+)?(?:year|{_COUNT}\s+(?P<unit>years|months|weeks))"
    r"\s+(?:to|ending|ended|up\s+to|until)(?:\s+(?:in|on))?(?:\s+the\s+end\s+of)?\s+$",
    re.IGNORECASE,
)
_ORDINALS = ("first", "second", "third", "fourth")
# "the first quarter of 2022", "Q3 2023"; not "the first of 2022"
_PART = re.compile(
    rf"\b(?:Q(?P<number>[1-4])|(?P<which>first|second|third|fourth)\s+(?P<part>quarter|half))\s+(?:of\s+)?(?P<year>{_YEAR})\b",
    re.IGNORECASE,
)
_NO_FISCAL = re.compile(r"\b(?:academic|school|season|session|calendar|winter|cohort)\b", re.IGNORECASE)
_SAYS_FISCAL = re.compile(rf"\b{_FISCAL}\b", re.IGNORECASE)
# "since (April 2021)", "since it opened in (2020)", "with effect from (1 July 2023)"
_FISCAL_YEAR = re.compile(rf"\b(?:{_FISCAL}\s+years?|FY)\s*$", re.IGNORECASE)
_SINCE = re.compile(
    r"\b(?:(?:since|from|(?:starting|beginning)(?:\s+(?:in|from|on))?)\s+(?:the\s+)?|since\s+(?:[\w’']+\s+){1,5}in\s+)$",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\b(?:until|till|up\s+to|prior\s+to|before)\s+(?:the\s+)?(?:end\s+of\s+)?$", re.IGNORECASE)
# what makes a day more than the date of a letter or an event
_AT = re.compile(r"\b(?:on|at|by|as\s+of|as\s+at)\s+(?:the\s+)?$", re.IGNORECASE)
_LEAD = re.compile(
    r"(?:\b(?:in|on|at|by|for|during|over|throughout|from|between|since|until|till|within|before|as\s+(?:at|of|on|from)"
    r"|up\s+to|with\s+effect\s+from)\s+)?(?:the\s+)?(?:(?:calendar\s+|whole\s+|financial\s+|fiscal\s+|tax\s+)?"
    r"(?:years?|period|months)\s+(?:(?:of|from|between|to|ending|ended)\s+)?)?$",
    re.IGNORECASE,
)
_CUE = re.compile(
    rf"{_YEAR}|{_BARE_MONTH}|\d/\d|\b(?:year|month|date|now|far|past|last|spring|summer|autumn|fall)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A time at `start`–`end`, the words that lead to it included, as `edtf`."""

    start: int
    end: int
    edtf: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Atom:
    """A date or an interval before the words around it are read; `date` is there where the year may be missing."""

    start: int
    end: int
    edtf: str | None
    date: WrittenDate | None = None

    @property
    def is_interval(self) -> bool:
        return self.edtf is not None and "/" in self.edtf


def find_periods(
    text: str, sentence: tuple[int, int], dates: Sequence[WrittenDate], written: str | None, country: str | None
) -> list[Period]:
    """Return the periods of a sentence in order, none overlapping; `dates` are those of its words alone.

    "between 01/04/2017 and 31/03/2020" is "2017-04-01/2020-03-31", "since April 2021" "2021-04/..". `written` is
    the day of the letter, `country` the ISO code of the country whose institutions it speaks of.
    """
    start, end = sentence
    if not _CUE.search(text, start, end):
        return []
    words = text[start:end]
    found: list[Period] = []
    relative = (_to_period(words, *each) for each in find_relative_periods(words, written, country))
    for period in (*_find_parts(words), *_find_dated(words, dates, written, country), *relative):
        if not any(period.start < other.end and other.start < period.end for other in found):
            found.append(period)
    moved = (replace(each, start=each.start + start, end=each.end + start) for each in found)
    return sorted(moved, key=lambda period: period.start)


def _find_parts(words: str) -> Iterator[Period]:
    """Yield quarters and halves of a year: "the first quarter of 2022", "Q3 2023"."""
    for match in _PART.finditer(words):
        half = (match["part"] or "").casefold() == "half"
        number = int(match["number"]) if match["number"] else _ORDINALS.index(match["which"].casefold()) + 1
        months = 6 if half else 3
        if number * months <= 12:
            first = (number - 1) * months + 1
            edtf = f"{match['year']}-{first:02}/{match['year']}-{first + months - 1:02}"
            yield _to_period(words, match.start(), match.end(), edtf)


def _find_dated(words: str, dates: Sequence[WrittenDate], written: str | None, country: str | None) -> Iterator[Period]:
    atoms = _find_atoms(words, dates, country)
    place = 0
    while place < len(atoms):
        atom = atoms[place]
        place += 1
        if place < len(atoms) and (joined := _join(words, atom, atoms[place], written)):
            yield joined
            place += 1
        elif period := _read_alone(words, atom, written, country):
            yield period


def _find_atoms(words: str, dates: Sequence[WrittenDate], country: str | None) -> list[_Atom]:
    """Return dates, pairs of years and bare years in order, none overlapping."""
    found = [
        _Atom(start=match.start(), end=match.end(), edtf=edtf)
        for match in _TWO_YEARS.finditer(words)
        if (edtf := _to_years(words, match, country))
    ]
    whole = [_Atom(start=date.start, end=date.end, edtf=date.edtf, date=date) for date in dates]
    bare = [
        _Atom(start=match.start("year"), end=match.end(), edtf=match["year"]) for match in _BARE_YEAR.finditer(words)
    ]
    for atom in (*whole, *bare):
        if not any(atom.start < other.end and other.start < atom.end for other in found):
            found.append(atom)
    return sorted(found, key=lambda atom: atom.start)


def _to_years(words: str, match: re.Match[str], country: str | None) -> str | None:
    """Return two years as an interval: a financial one where it is written as one and the country's is known."""
    one = int(match["one"])
    two = int(match["two"]) + (one // 100 * 100 if len(match["two"]) == 2 else 0)
    if two <= one:
        return None
    around = words[max(0, match.start() - 25) : match.end() + 20]
    begins = load_figure_cues().year_begins.get(country or "")
    fiscal = len(match["two"]) == 2 or _SAYS_FISCAL.search(around)
    if begins and fiscal and two == one + 1 and not _NO_FISCAL.search(around):
        return to_financial_year(one, begins)
    return f"{one}/{two}"


def _join(words: str, one: _Atom, two: _Atom, written: str | None) -> Period | None:
    """Return the interval between two dates, None where they only stand side by side."""
    if one.is_interval or two.is_interval:
        return None
    between = words[one.end : two.start]
    paired = _AND.fullmatch(between) and _BETWEEN.search(words, 0, one.start)
    if not (paired or _TO.fullmatch(between)):
        return None
    last = _complete(two, written)
    first = one.edtf or (complete_year(one.date, last) if one.date and last and len(last) == 10 else None)
    if first is None or last is None or first > last:
        return None
    return _to_period(words, one.start, two.end, f"{first}/{last}")


def _read_alone(words: str, atom: _Atom, written: str | None, country: str | None) -> Period | None:
    edtf = _complete(atom, written)
    if edtf is None or atom.is_interval:
        return _to_period(words, atom.start, atom.end, edtf) if edtf else None
    before = words[: atom.start]
    if len(edtf) == 7 and (half := _FIRST_MONTH.search(before)):
        month = _MONTHS.index(half["month"][:3].casefold()) + 1
        joined = "and" not in half["join"] or _BETWEEN.search(before[: half.start()])
        if joined and month < int(edtf[5:]) <= 12:
            return _to_period(words, half.start(), atom.end, f"{edtf[:4]}-{month:02}/{edtf}")
    if len(edtf) in {7, 10} and (ending := _ENDING.search(before)):
        count = int(to_number(ending["count"])) if ending["count"] else 1
        return _to_period(
            words, ending.start(), atom.end, to_past_interval(edtf, count, (ending["unit"] or "year").casefold())
        )
    if len(edtf) == 4 and (begins := _find_year_begin(before, country)):
        # "fiscal year 2023" ends in 2023 where it does not begin with the spring
        edtf = to_financial_year(int(edtf) - 1, begins)
    elif _SINCE.search(before):
        edtf = f"{edtf}/.."
    elif _UNTIL.search(before):
        edtf = f"../{edtf}"
    elif len(edtf) == 10 and not _AT.search(before):
        return None
    return _to_period(words, atom.start, atom.end, edtf)


def _find_year_begin(before: str, country: str | None) -> int | None:
    begins = load_figure_cues().year_begins.get(country or "", 0)
    return begins if begins > 4 and _FISCAL_YEAR.search(before) else None


def _complete(atom: _Atom, written: str | None) -> str | None:
    if atom.edtf is not None or atom.date is None:
        return atom.edtf
    return complete_year(atom.date, written) if written else None


def _to_period(words: str, start: int, end: int, edtf: str) -> Period:
    lead = _LEAD.search(words, 0, start)
    return Period(start=lead.start() if lead else start, end=end, edtf=edtf)
