"""Page furniture: page numbers, running heads, descriptions of pictures. None of it is the letter's word."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from .source_line import TURN, SourceLine

# "Page 2 of 5", "- 3 -", "2/4"; never a bare number inside a block ("2 Marsham Street" stands on)
_PAGE_NUMBER = re.compile(
    r"^\s*(?:[-–—\[]?\s*(?:page|p\.|seite)\s*)?\d{1,3}(?:\s*(?:of|/|de|von)\s*\d{1,3})?\s*[-–—\]]?\s*$",
    re.IGNORECASE,
)
# 'A handwritten signature in blue ink that reads "…"', "The logo of …, showing …", "[Image: crest]"
_PICTURE = re.compile(
    r"^\W*(?:(?:an?|the|this)\s+)?(?:[\w,'-]+\s+){0,4}"
    r"(?:signature|logo|crest|coat of arms|emblem|stamp|seal|image|picture|photo|photograph|drawing|icon)\b"
    r"[^.]{0,80}\b(?:ink|reads?|reading|appearing|appears|depict\w*|featur\w*|show\w*|cursive|handwritten"
    r"|written in|consist\w*|stylized|stylised|with the (?:text|words))\b.*"
    r"|^\W*\[?(?:image|logo|signature|crest|photo|picture|stamp|seal|illegible|signed electronically)\b"
    r"[^\]]{0,80}\]\W*$"
    r"|^\s*(?:photo(?:graph)? (?:by|credit)\b|image credit\b).{0,80}$",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_RUNNING_AT_LEAST = 3


def remove_furniture(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """Return `lines` with a turn in place of each line of page furniture.

    A running head is a short line that stands alone at least three times (numbers aside); the first one
    stays, for it may be the letterhead.
    """
    alone = [_is_alone(lines, place) for place in range(len(lines))]
    shapes = Counter(_shape(line) for line, single in zip(lines, alone, strict=True) if single)
    seen: set[str] = set()
    kept: list[SourceLine] = []
    for line, single in zip(lines, alone, strict=True):
        shape = _shape(line)
        running = single and shapes[shape] >= _RUNNING_AT_LEAST and shape in seen
        seen.add(shape)
        page_number = single and bool(_PAGE_NUMBER.match(line.text))
        if line.text != TURN and (running or page_number or _PICTURE.match(line.text)):
            line = replace(line, text=TURN)
        kept.append(line)
    return kept


def _is_alone(lines: Sequence[SourceLine], place: int) -> bool:
    before = lines[place - 1].text.strip() if place else ""
    after = lines[place + 1].text.strip() if place + 1 < len(lines) else ""
    text = lines[place].text.strip()
    return bool(text) and not before and not after and len(text) <= 90


def _shape(line: SourceLine) -> str:
    return _DIGITS.sub("0", line.text.strip().casefold())
