"""Quantities: the numbers of a sentence that can measure something, with currency or percent where these are written.

What is counted is left to `counted.py`; dates, references, sections and names are no quantities.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ...ontology.figure_cues import load_figure_cues
from ..text.number_words import DIGITS, POWER, WORDS, to_number
from ..text.span import Span

_DOLLARS = "$"
_POWER = rf"(?:[\s\u00a0-]?(?P<power{{n}}>{POWER}\b|(?:mn?|bn|tn|k)\b))?"
_PERCENT = r"%|per\s?cent\b(?!\s?point)|percent\b(?!\s?point)|percentage\spoints?\b|per\s?cent\spoints?\b"
# "1 in 4 households", "three out of ten"; not "one in the house"
_SHARE = re.compile(
    rf"(?<![\w.,/-])(?P<part>\d+|{WORDS})\s+(?:in|out\s+of)\s+(?:every\s+)?(?P<whole>\d+|{WORDS})(?![\w-])"
    r"(?=\s+(?:of\s+)?[a-z])(?!\s+(?:years?|months?|weeks?|days?|hours?|the\b))",
    re.IGNORECASE,
)
# "three quarters of respondents", "half of all claims"; not "a third party", "half of it"
_FRACTION = re.compile(
    r"(?<![\w-])(?:(?P<many>two|three|four)[\s-](?P<parts>thirds|quarters|fifths)|(?:an?|one)[\s-](?P<part>third|quarter|fifth"
    r"|tenth)|(?P<half>half))(?=\s+of\s+(?!it\b|this\b|that\b|an?\b|what\b))",
    re.IGNORECASE,
)
# "none of the victims"; not "none of this"
_NONE = re.compile(r"\bnone(?=\s+of\s+(?:the|our|these|those|your|its|their)\s)", re.IGNORECASE)
_PARTS = {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
# "articles 7 and 12", "No. 318": what is behind such a word is its number
_DESIGNATED = re.compile(r"([A-Za-z]+)\.?[\s\u00a0]*\(?(?:\d[\w().]*\s*(?:,|and|to|or|&|-|–)\s*)*$")
_CHANGED = re.compile(
    r"\b(?:increas|rais|ris|rose|grow|grew|fall|fell|drop|cut|reduc|declin|lower|extend|chang|up|down)\w*\b[^.;]{0,60}\bfrom\s+$",
    re.IGNORECASE,
)
# a year is no number of things, unless "some 2000 people" says so
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_ROUND = re.compile(r"\b(?:some|about|around|over|nearly|almost|approximately|than|least|the)\s+$", re.IGNORECASE)
# "10 o'clock", "7 pm", "24 hours a day", "12-year-old": not "10 percent"
_NO_MEASURE = re.compile(
    r"\s*(?:o[’']clock|[ap]\.?m\b|(?:or\s+\w+\s+)?[\s-]?years?[\s-](?:old|of\s+age)|hours\s+a\s+day|days\s+a\s+week|[\s-]?fold\b|°)",
    re.IGNORECASE,
)
# "+32 2 555 11 11": groups of digits in a row are a telephone number
_GROUP_BEFORE = re.compile(r"\d[\s\u00a0]$")
_GROUP_BEHIND = re.compile(r"[\s\u00a0]\d")
# "3  TWC2 asks that …": the number of a paragraph
_ITEM = re.compile(r"\.?\s{2,}|\s+(?=[A-Z])")
_CUE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
    r"|half|third|quarter|none)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number at `start`–`end`; `unit` is a currency, "percent" or None where the noun behind it will tell."""

    start: int
    end: int
    value: float
    upper: float | None = None
    unit: str | None = None
    is_word: bool = False


def find_quantities(text: str, sentence: Span, country: str | None) -> list[Quantity]:
    """Return the quantities of a sentence in order; "£1500-£3000" is one with an upper value.

    `country` (an ISO code) says whose dollars "$" are. That a number lies in a date or a name is not seen here.
    """
    start, end = sentence
    if not _CUE.search(text, start, end):
        return []
    found = list(_find_shares(text, start, end))
    shares = [(quantity.start, quantity.end) for quantity in found]
    for quantity in _find_numbers(text, start, end, country):
        if not any(quantity.start < stop and begin < quantity.end for begin, stop in shares):
            found.append(quantity)
    return sorted(found, key=lambda quantity: quantity.start)


def _find_shares(text: str, start: int, end: int) -> Iterator[Quantity]:
    for match in _SHARE.finditer(text, start, end):
        part, whole = to_number(match["part"]), to_number(match["whole"])
        if 0 < part < whole:
            yield _to_percent(match.start(), match.end(), part / whole)
    for match in _FRACTION.finditer(text, start, end):
        parts = _PARTS[(match["parts"] or match["part"] or "").casefold().rstrip("s")] if not match["half"] else 2
        yield _to_percent(match.start(), match.end(), (to_number(match["many"]) if match["many"] else 1) / parts)
    for match in _NONE.finditer(text, start, end):
        yield Quantity(start=match.start(), end=match.end(), value=0, is_word=True)


def _to_percent(start: int, end: int, share: float) -> Quantity:
    return Quantity(start=start, end=end, value=round(100 * share, 1), unit="percent", is_word=True)


@cache
def _number_pattern() -> re.Pattern[str]:
    cues = load_figure_cues()
    signs = "|".join(map(re.escape, sorted(cues.signs, key=len, reverse=True)))
    # a currency that the list does not have is told by its shape: "KVD 310,000"
    sign = rf"(?:{signs}|\$|\b(?:{'|'.join(sorted(cues.codes))})\s?|\b(?-i:[A-Z]{{3}})\s(?=\d{{1,3}}(?:,\d{{3}})+))"
    number = rf"(?:{DIGITS}|(?<![\w-]){WORDS}(?!\w))"
    behind = "|".join(cues.money_words)
    return re.compile(
        rf"(?<![\w/@#+=])(?<!\d[.,:-])(?<![A-Za-z]-)(?P<sign>{sign}\s?)?(?P<one>{number}){_POWER.format(n=1)}"
        rf"(?P<range>\s?(?P<join>-|–|\bto\b|\band\b)\s?(?:{sign})?\s?(?P<two>{number}){_POWER.format(n=2)})?"
        rf"(?:[\s\u00a0]?(?P<percent>{_PERCENT})|[\s\u00a0](?P<money>{behind})\b|(?P<pence>p)\b|\s?(?P<euro>€))?"
        rf"(?![\w/]|[.:,-]\d|-old\b)",
        re.IGNORECASE,
    )


def _find_numbers(text: str, start: int, end: int, country: str | None) -> Iterator[Quantity]:
    pattern = _number_pattern()
    place = start
    while match := pattern.search(text, place, end):
        is_range = bool(match["range"]) and _is_range(text, start, match)
        # "from 22 weeks to 15" and "seven and twelve" are two numbers
        place = match.end() if is_range or not match["range"] else match.start("range")
        if _is_measure(text, start, match, place):
            yield _to_quantity(match, country, place, is_range=is_range)


def _is_range(text: str, start: int, match: re.Match[str]) -> bool:
    before = text[max(start, match.start() - 90) : match.start()]
    if match["join"].casefold() == "and":
        return re.search(r"\bbetween\s+$", before, re.IGNORECASE) is not None
    powers = (match["power1"], match["power2"])
    low, high = to_number(match["one"], powers[0] or powers[1]), to_number(match["two"], powers[1])
    return low < high and _CHANGED.search(before) is None


def _is_measure(text: str, start: int, match: re.Match[str], stop: int) -> bool:
    """Tell whether a number can measure: it is no year, hour, section, page or number of a list."""
    if match["sign"] or match["percent"] or match["money"] or match["euro"]:
        return True
    if (match["power1"] or "").casefold() in {"m", "mn", "bn", "tn", "k"} or match["one"].casefold() in {"one", "zero"}:
        return False
    if len(match["one"]) > 1 and match["one"].startswith("0") and "." not in match["one"]:
        return False
    before = text[max(start, match.start() - 40) : match.start()]
    if _GROUP_BEFORE.search(before) or _GROUP_BEHIND.match(text, stop) or (not before and _ITEM.match(text, stop)):
        return False
    designated = _DESIGNATED.search(before)
    if designated and designated[1].casefold() in load_figure_cues().designators:
        return False
    if _YEAR.fullmatch(match["one"]) and not match["power1"] and not _ROUND.search(before):
        return False
    return _NO_MEASURE.match(text, stop) is None


def _to_quantity(match: re.Match[str], country: str | None, stop: int, *, is_range: bool) -> Quantity:
    powers = (match["power1"], match["power2"])
    value = to_number(match["one"], powers[0] or (powers[1] if is_range else None))
    upper = to_number(match["two"], powers[1]) if is_range else None
    unit = _find_unit(match, country) if stop == match.end() or match["sign"] else None
    if unit == "GBP" and (match["pence"] or (match["money"] or "").casefold() == "pence"):
        value, upper = value / 100, upper / 100 if upper is not None else None
    return Quantity(
        start=match.start(), end=stop, value=value, upper=upper, unit=unit, is_word=not match["one"][0].isdigit()
    )


def _find_unit(match: re.Match[str], country: str | None) -> str | None:
    cues = load_figure_cues()
    if match["sign"]:
        sign = match["sign"].strip()
        if sign == _DOLLARS:
            return cues.dollars.get(country or "", "dollars")
        return cues.signs.get(sign.upper(), sign.upper())
    if match["percent"]:
        return "percentage points" if "point" in match["percent"].casefold() else "percent"
    if match["money"]:
        return cues.money_words[match["money"].casefold()]
    return "GBP" if match["pence"] else "EUR" if match["euro"] else None
