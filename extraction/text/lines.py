"""The lines of a letter, those that a web extract has run together parted again at salutation and closing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINE = re.compile(r"[^\n]+")
_GREETED = (
    r"(?:Dear\s+(?:the\s+)?(?:(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Hon|Messrs)\.?\s+)?[A-Z][\w’'.-]*"
    r"(?:,?\s+(?:[A-Z][\w’'.-]*|[a-z]{1,3}|and|the|for|&|members|leaders|opposition|parties)){0,12}"
    r"|(?:Your\s+)?Excellency)[,:]"
)
# inside a long line: " Dear Minister, …", ". Yours sincerely, Ann Lee, Chair"
_SALUTATION = re.compile(rf"(?<=\S)\s+(?={_GREETED}\s)")
_BEHIND_SALUTATION = re.compile(rf"^{_GREETED}\s+(?=[A-Z“\"0-9])")
_CLOSING = re.compile(
    r"(?<=[.!?])\s+(?=(?:Yours (?:sincerely|faithfully|truly|ever)|Sincerely(?: yours)?|Kind regards|Best regards"
    r"|Respectfully(?: submitted| yours)?|Best wishes|Warm regards|Regards|Signed(?=[,:]))(?:[,:]|\s+[A-Z]))",
)
_BEHIND_CLOSING = re.compile(
    r"^(?:Yours (?:sincerely|faithfully|truly|ever)|Sincerely(?: yours)?|(?:Kind|Best|Warm)(?:est)? regards"
    r"|Respectfully(?: submitted| yours)?|Best wishes|Regards|Signed(?=[,:]))[,.:]?\s+(?=[A-Z])",
    re.IGNORECASE,
)
# inside a long line: " CC: Mr Bello", " Subject: School meals"
_LABEL = re.compile(r"(?<=\S)\s+(?=(?:CC|Cc|cc|c\.c\.|Subject|SUBJECT|Re|RE):\s+[A-Z])")
_LONG = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line at `start`–`end` of a text; `gap` is the number of empty lines before it."""

    start: int
    end: int
    text: str
    gap: int = 0


def find_lines(text: str) -> list[Line]:
    """Return the lines of `text` that hold words."""
    found: list[Line] = []
    last = 0
    for match in _LINE.finditer(text):
        if not match[0].strip():
            continue
        gap = max(text.count("\n", last, match.start()) - 1, 0) if found else 0
        last = match.end()
        for number, (start, end) in enumerate(_part(text, match.start(), match.end())):
            found.append(Line(start=start, end=end, text=text[start:end], gap=0 if number else gap))
    return found


def _part(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    cuts = [start]
    line = text[start:end]
    if len(line) > _LONG:
        cuts += [start + match.end() for match in _SALUTATION.finditer(line)]
        cuts += [start + match.end() for match in _CLOSING.finditer(line)]
        cuts += [start + match.end() for match in _LABEL.finditer(line)]
    for cut in list(cuts):
        for pattern in (_BEHIND_SALUTATION, _BEHIND_CLOSING):
            if match := pattern.match(text[cut:end]):
                cuts.append(cut + match.end())
    ordered = sorted(set(cuts))
    for first, last in zip(ordered, [*ordered[1:], end], strict=True):
        piece = text[first:last]
        begin = first + len(piece) - len(piece.lstrip())
        stop = first + len(piece.rstrip())
        if begin < stop:
            yield begin, stop
