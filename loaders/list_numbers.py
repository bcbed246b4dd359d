"""The numbers of lists, which word processors count and do not write down: "1.", "(a)", "iii."."""

from collections.abc import Mapping
from dataclasses import dataclass

from .line_writer import BULLET

_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_DEEPEST = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLevel:
    """How a level of a list counts: `style` is "1", "a", "A", "i", "I", "bullet" or "" for no mark at all.

    In `pattern`, "%1" stands for the number of the first level: "%1.%2", "(%1)".
    """

    style: str
    pattern: str
    start: int = 1


class ListCounter:
    """Counts the items of one list."""

    def __init__(self, levels: Mapping[int, ListLevel]) -> None:
        self._levels = levels
        self._counts: dict[int, int] = {}

    def next_mark(self, depth: int) -> str:
        """Return what stands before the next item at `depth` (from 0), a space behind it."""
        depth = min(depth, _DEEPEST)
        level = self._levels.get(depth)
        if level is None or level.style == "bullet":
            return BULLET
        self._counts[depth] = self._counts.get(depth, level.start - 1) + 1
        for deeper in [each for each in self._counts if each > depth]:
            del self._counts[deeper]
        if not level.style:
            return ""
        mark = level.pattern
        for above in range(depth + 1):
            style = self._levels[above].style if above in self._levels else "1"
            mark = mark.replace(f"%{above + 1}", _to_written(self._counts.get(above, 1), style))
        return f"{mark.strip()} " if mark.strip() else ""


def _to_written(number: int, style: str) -> str:
    if style in {"a", "A"} and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if style == "a" else letter.upper()
    if style in {"i", "I"} and 0 < number < 400:
        roman = ""
        for value, letters in _ROMAN:
            roman += letters * (number // value)
            number %= value
        return roman if style == "i" else roman.upper()
    return str(number)
