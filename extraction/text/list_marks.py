"""The marks of lists: "(a)", "2.", "•", at the start of a line and inside it, and which goes on with which."""

import re
from collections.abc import Iterator

from .lines import Line
from .sentences import find_sentences

_NUMBER = r"\((?:\d{1,2}|[a-z]|[ivx]{1,4})\)|\d{1,2}(?:\.\d{1,2})?[.)°]"
# "1.", "(a)", "B.", "ii)", "5.1", "•", "-", "1°", "2" before a small letter; not "2021", nor the "I" of a sentence
_MARK = re.compile(
    rf"[ \t]*(?P<mark>{_NUMBER}|\d{{1,2}}(?:\.\d)?(?=\s+[a-z(])|(?:[a-z]|[A-H]|[ivx]{{2,4}})[.)]|[•▪●◦■*–—-])(?:\s+|$)"
)
# inside a line: ": 1. when …; 2. what …", "that it (a) cut …; (b) bar …", ": • table …; • publish …"; not "by 14 May"
_INNER = re.compile(rf"(?<=[^\s])\s+(?P<mark>{_NUMBER}|\d{{1,2}}(?=\s+[a-z])|[a-h][.)]|[•▪●◦]|[–-])\s+")
# what may stand before a mark inside a line
_BEFORE_MARK = re.compile(r"(?:[:;.?,]|[;,]\s+and|\b(?:that|to|you|it|and|or|know))$")
_KIND = re.compile(r"\d+(?:\.\d+)?|[a-z]+", re.IGNORECASE)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
PLAIN = "¶"
"""The mark of an item that has none."""
BULLETS = f"•▪●◦■*–—-{PLAIN}"


def follows(before: str | None, mark: str) -> bool:
    """Tell whether `mark` goes on with the list of `before`: "(b)" behind "(a)", not "5." behind "2."."""
    if before is None or _KIND.sub("", before) != _KIND.sub("", mark):
        return False
    return mark in BULLETS or not _to_orders(before).isdisjoint(order - 1 for order in _to_orders(mark))


def _opens(mark: str) -> bool:
    """Tell whether a list can begin with `mark`: "(a)", "1.", "i)", "•"."""
    return mark in BULLETS or 1 in _to_orders(mark)


def _to_orders(mark: str) -> set[int]:
    """Return which in its list a mark can be: "(i)" the first, or the ninth behind "(h)"."""
    word = next(iter(_KIND.findall(mark.casefold())), "")
    if word[:1].isdigit():
        return {int(word.rpartition(".")[2])}
    orders = {_ROMAN.index(word) + 1} if word in _ROMAN else set()
    return orders | ({ord(word) - ord("a") + 1} if len(word) == 1 else set())


def cut_line(text: str, line: Line) -> Iterator[tuple[int, int, str | None]]:
    """Yield the stretches of a line: (start, end, mark of the item or None)."""
    first = _MARK.match(text, line.start, line.end)
    cuts: list[tuple[int, str | None]] = [(first.end(), first["mark"])] if first else [(line.start, None)]
    ends: list[int] = []
    inner = list(_find_inner_marks(text, cuts[0][0], line.end, cuts[0][1]))
    for start, end, mark in inner:
        ends.append(start)
        cuts.append((end, mark))
    if inner:
        # behind the first sentence of its last item a list in a line is over
        begin = cuts[-1][0]
        stop = begin + next((last for _, last in find_sentences(text[begin : line.end])), 0)
        if stop < line.end and text[stop : line.end].strip():
            ends.append(stop)
            cuts.append((stop, None))
    ends.append(line.end)
    for (start, cut_mark), end in zip(cuts, ends, strict=True):
        yield start, end, cut_mark


def _find_inner_marks(text: str, start: int, end: int, mark: str | None) -> Iterator[tuple[int, int, str]]:
    """Yield the marks inside a line that go on with the item `mark`, or with one another: at least two of these."""
    found: list[tuple[int, int, str]] = []
    last, opened = mark, False
    for match in _INNER.finditer(text, start, end):
        if not _BEFORE_MARK.search(text, max(start, match.start() - 8), match.start()):
            continue
        if follows(last, match["mark"]) or (not opened and _opens(match["mark"])):
            opened = opened or not follows(last, match["mark"])
            last = match["mark"]
            found.append((match.start(), match.end(), last))
    if len(found) >= 2 or (found and not opened):
        yield from found
