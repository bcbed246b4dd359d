"""Page furniture: turns of pages, stamps, descriptions of pictures. None of it is the letter's word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .page_turns import find_page_turns
from .source_line import TURN, SourceLine

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
# "12 MAR 2024", "12/03/2024", "MARCH 12, 2024"
_DATE = r"(?:\d{1,2}[ ./-]+(?:[A-Z][A-Za-z]{2,8}|\d{1,2})\.?[ ./-]+\d{2,4}|[A-Z][A-Za-z]{2,8}\.? \d{1,2},? \d{4})"
# "RECEIVED 12 MAR 2024", "DATE RECEIVED: 12/03/2024" in a line of its own or beside one; never "Received 12 March"
_STAMP = re.compile(rf"(?:^|(?<=\S)\s{{3,}})\W*(?:DATE )?(?:RECEIVED|REC['’]?D|SCANNED)\b[ :]*(?:ON )?{_DATE}\W*$")
_STAMP_HEAD = re.compile(r"\W*(?:DATE )?(?:RECEIVED|REC['’]?D|SCANNED)\b[^a-z]*$")
_STAMP_LINE = re.compile(rf"[^a-z]*(?:{_DATE})?[^a-z]*")
_MOST_STAMP_LINES = 4
# "The engineers of the [Page 694] Commission" in an edition of letters …
_PAGE_INSIDE = re.compile(r"(\s*)\[Page \d{1,4}\](\s*)")
# … but "the table at [Page 12] of our report" speaks of a page
_PAGE_CITED = re.compile(r"\b(?:see|at|on|in|to|of|from) \[Page \d{1,4}\](?=\s*(?:[.,;:)]|$|(?:of|and|above|below)\b))")


def remove_furniture(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """Return `lines` with a turn in place of each line of page furniture; stamps and pages in a line are cut out."""
    lines = [replace(line, text=_cut(line.text)) if "[" in line.text or "   " in line.text else line for line in lines]
    others = {place for place, line in enumerate(lines) if _PICTURE.match(line.text)} | set(_find_stamps(lines))
    gone = others | find_page_turns(lines, others)
    return [replace(line, text=TURN) if place in gone else line for place, line in enumerate(lines)]


def _find_stamps(lines: Sequence[SourceLine]) -> Iterator[int]:
    """Yield the places of stamps: a line with its date, or "RECEIVED" over a date and the name of an office."""
    for place, line in enumerate(lines):
        text = line.text.strip()
        if _STAMP.match(text):
            yield place
        elif _STAMP_HEAD.match(text) and not (place and lines[place - 1].text.strip()):
            end = place + 1
            while end < len(lines) and lines[end].text.strip():
                end += 1
            block = [lines[at].text.strip() for at in range(place, end)]
            has_date = any(re.search(_DATE, each) for each in block)
            if has_date and len(block) <= _MOST_STAMP_LINES and all(map(_STAMP_LINE.fullmatch, block)):
                yield from range(place, end)


def _cut(text: str) -> str:
    """Return a line without the stamp beside its words and without the numbers of pages that begin inside it."""
    stamp = _STAMP.search(text)
    if stamp and stamp.start():
        text = text[: stamp.start()]
    if text.strip().startswith("[Page") or _PAGE_CITED.search(text):
        return text
    return _PAGE_INSIDE.sub(lambda match: " " if match[1] or match[2] else "", text)
