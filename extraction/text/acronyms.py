"""Short forms that a letter defines itself: "Single Competent Authority (SCA)", "… Act 1982 (the Act)".

Acronyms by the method of Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in
biomedical text" (Pacific Symposium on Biocomputing, 2003); the long form may be as long as theirs for long
acronyms, since names of policies go on in words that the acronym leaves out ("Adults at Risk in … policy (AAR)").
"""

import re
from dataclasses import dataclass

_ACRONYM = re.compile(r"\(\s*(?:the\s+)?[\"“”‘’']?(?P<short>[A-Z][\w&/-]{1,9})[\"“”‘’']?\s*(?:[,;][^()]{0,60})?\)")
_ALIAS = re.compile(
    r"\(\s*(?:(?:hereafter|hereinafter|henceforth)?(?:\s*(?:referred to as|called))?,?\s*)?[\"“”‘’']?"
    r"(?:the\s+|our\s+|this\s+)[\"“”‘’']?(?P<short>[A-Z][\w’'& -]{2,40}?|\d{4} [A-Z]\w+)[\"“”‘’']?\s*\)"
)
_WORD = re.compile(r"[^\s()\[\]]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """A short form at `start`–`end` for the words at `long_start`–`long_end`.

    `alias` is true for a back-reference such as "the Act", which is then always used with its article.
    """

    short: str
    start: int
    end: int
    long_start: int
    long_end: int
    alias: bool = False


def find_definitions(text: str) -> list[Definition]:
    """Return the acronyms and aliases defined in `text`, in order.

    "National Referral Mechanism (NRM)" defines one; "on Monday (AM)" and "(see Annex A)" define none.
    """
    found: list[Definition] = []
    for match in _ACRONYM.finditer(text):
        long_end = len(text[: match.start()].rstrip())
        start = _find_long_form(text, long_end, match["short"])
        if start is not None and sum(letter.isupper() for letter in match["short"]) >= 2:
            found.append(
                Definition(
                    short=match["short"],
                    start=match.start("short"),
                    end=match.end("short"),
                    long_start=start,
                    long_end=long_end,
                )
            )
    for match in _ALIAS.finditer(text):
        long_end = len(text[: match.start()].rstrip())
        found.append(
            Definition(
                short=match["short"],
                start=match.start("short"),
                end=match.end("short"),
                long_start=long_end,
                long_end=long_end,
                alias=True,
            )
        )
    return sorted(found, key=lambda definition: definition.start)


def _find_long_form(text: str, end: int, short: str) -> int | None:
    """Return where the long form of `short` starts that ends at `end`, or None."""
    letters = [letter.lower() for letter in short if letter.isalnum()]
    line = text.rfind("\n", 0, end) + 1
    words = list(_WORD.finditer(text, line, end))[-(len(letters) + 5) :]
    if not words or text[line:end].endswith((".", ";", ":")):
        return None
    first = words[0].start()
    place = end - 1
    for number in range(len(letters) - 1, -1, -1):
        while place >= first and (
            text[place].lower() != letters[number] or (number == 0 and place > 0 and text[place - 1].isalnum())
        ):
            place -= 1
        if place < first:
            return None
        place -= 1
    start = place + 1
    return start if text[start].isupper() and len(text[start:end]) > len(short) else None
