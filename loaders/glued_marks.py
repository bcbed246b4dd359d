"""Marks of notes that are glued to a word or a year, as text without raised digits has them; never part of a number."""

import re
from collections.abc import Callable, Iterator

_MARK = r"(?P<mark>[1-9]\d{0,2})(?![\w%/.-]*\w)"
# "trafficking2", "pandemic.2", "(the Bill)2"; never "COVID19" nor "s49"
_AT_WORD = re.compile(rf"(?:(?<=[a-z]{{3}})|(?<=[a-z][.,;:)’”\"'])){_MARK}")
# "June 20202", "2019-20202", "01/06/20202"; never "MC2023/20483" nor "£20202"
_AT_YEAR = re.compile(rf"(?<![^\s(\[“‘\"'—])(?:(?:19|20)\d\d[-–/]|\d{{1,2}}([/.])\d{{1,2}}\1)?(?:19|20)\d\d{_MARK}")
# a token that is an address, a handle or a code: "https://a.org/page2", "@name2", "A/HRC/45/add2"; not "girls/boys2"
_CODE = re.compile(r"[@#]|://|\bwww\.|\d\S*/|/\S*\d")
# "Our ref: ", "Case number: AB ", "Tel: 020 " before a token; not "Subject: "
_REFERENCE = re.compile(
    r"\b(?:r[ée]f(?:erence)?s?|case|file|docket|id|tel|telephone|phone|fax|mobile)\b\.?"
    r"(?:\s+(?:no|number|id)\b\.?)?\s*[:#]\s*(?:\S+\s+){0,2}$",
    re.IGNORECASE,
)
# "number ", "No. ", "Ref. TO ", "0113 ", "Washington, DC " before what looks like a year
_NUMBER = re.compile(
    r"(?:\b(?:(?i:number|no|nos|reference|ref)\b\.?\s*(?:[A-Z]{1,5}\s+)?|n[°º]\s*)|\d[\s-]+|,\s*(?:[A-Z]{2}|D\.C\.)\s+)$"
)
# "Washington DC " before a number at the end of a line
_STATE = re.compile(r"[A-Z][a-z]+\s+(?:[A-Z]{2}|D\.C\.)\s+$")
# a number that starts a line, before this, is a postcode: "20121 Milano"
_TOWN = re.compile(r"\s+[A-Z][a-z]")


def find_glued_marks(text: str) -> set[str]:
    """Return the marks that are glued to words or years of a line."""
    return {match["mark"] for match in _find_matches(text)}


def replace_glued_marks(text: str, to_words: Callable[[str], str]) -> str:
    """Return the line with what `to_words` makes of each mark in its place."""
    pieces: list[str] = []
    end = 0
    for match in _find_matches(text):
        pieces += [text[end : match.start("mark")], to_words(match["mark"])]
        end = match.end("mark")
    return "".join((*pieces, text[end:]))


def _find_matches(text: str) -> Iterator[re.Match[str]]:
    if not any(map(str.isdigit, text)):
        return
    words = (match for match in _AT_WORD.finditer(text) if not _is_in_code(match))
    years = (match for match in _AT_YEAR.finditer(text) if not _is_in_number(match))
    yield from sorted((*words, *years), key=lambda match: match.start("mark"))


def _is_in_code(match: re.Match[str]) -> bool:
    before = match.string[: match.start("mark")]
    token = re.split(r"\s", before)[-1]
    return bool(_CODE.search(token) or _REFERENCE.search(before[: len(before) - len(token)]))


def _is_in_number(match: re.Match[str]) -> bool:
    before, after = match.string[: match.start()], match.string[match.end() :]
    if _REFERENCE.search(before) or _NUMBER.search(before):
        return True
    if not before.strip() and _TOWN.match(after):
        return True
    return bool(_STATE.search(before)) and not after.strip(" ,.")
