"""Capitals that a letterhead spaces out ("H U M A N  R I G H T S") as the words that they spell, where it is plain."""

import re
from collections.abc import Sequence
from dataclasses import replace

from .source_line import SourceLine

# single characters parted by blanks; a gap of six or more parts columns
_SPACED = re.compile(r"\s*(?P<words>(?:[^\W\d_]|&)(?: {1,5}(?:[^\W\d_]|&)){4,})\s*")
_FEWEST_LETTERS = 3
"""Letters of a word, on average: fewer are initials, or the cells of a table."""


def close_spaced_capitals(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """Return the lines with "HUMAN RIGHTS" for "H U M A N  R I G H T S".

    Where no wider gap shows where words end, another line has to have them: "H U M A N R I G H T S" stays as it is in a
    letter that does not speak of human rights, and so does "A B C D E".
    """
    spaced = {place: match for place, line in enumerate(lines) if (match := _SPACED.fullmatch(line.text))}
    if not spaced:
        return list(lines)
    others = "\n".join(line.text for place, line in enumerate(lines) if place not in spaced)
    closed = {place: _close(match["words"], others) for place, match in spaced.items()}
    return [replace(line, text=closed.get(place, line.text)) for place, line in enumerate(lines)]


def _close(text: str, others: str) -> str:
    if not text.isupper():
        return text
    least = min(map(len, re.findall(" +", text)))
    words = [word.replace(" ", "") for word in re.split(f" {{{least + 1},}}", text)]
    if len(words) > 1:
        return " ".join(words) if len("".join(words)) >= _FEWEST_LETTERS * len(words) else text
    letters = r"\s?".join(map(re.escape, words[0]))
    named = re.search(rf"\b{letters}\b", others, re.IGNORECASE)
    return " ".join(named[0].upper().split()) if named else text
