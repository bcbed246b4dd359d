"""The rows of a page: words on one base line, parted where a gap is wider than any blank between words."""

import math
import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .page_gutters import WIDE, find_narrow_starts
from .page_words import Word

_LEVEL = 0.35
"""Words whose base lines differ by less, in sizes of their letters, stand on one line."""

_FEWEST_SPACED = 5
_WORD_GAP = 1.5
"""Between words of letters that are spaced out the gap is wider by more than this."""

# a bullet, a number or "Our ref:" keeps what stands behind its stop
_LABEL = re.compile(r"[^\w\s]{1,2}|[(\[]?\w{1,4}[.)\]]|.{1,40}:|[⁰¹²³⁴-⁹]{1,3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Words in a row with no wide gap between them; `first` is the width of the first word."""

    text: str
    left: float
    right: float
    base: float
    size: float
    first: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Segments side by side, from left to right; never empty."""

    segments: tuple[Segment, ...]

    @property
    def base(self) -> float:
        """The base line of the row in points."""
        return self.segments[0].base

    @property
    def size(self) -> float:
        """The size of the largest letters in the row."""
        return max(segment.size for segment in self.segments)

    @property
    def text(self) -> str:
        """The words of the row."""
        return " ".join(segment.text for segment in self.segments)


def find_rows(words: Iterable[Word]) -> list[Row]:
    """Return the rows from top to bottom.

    Lines of two columns whose base lines differ a little share a row, so that both are seen side by side.
    """
    rows: list[list[Word]] = []
    for word in sorted((word for word in words if word.text.strip()), key=lambda word: -word.base):
        for row in reversed(rows[-3:]):
            if _fits(row, word):
                row.append(word)
                break
        else:
            rows.append([word])
    ordered = [sorted(row, key=lambda word: (word.left, word.right)) for row in rows]
    starts = find_narrow_starts(ordered)
    return [Row(segments=tuple(_find_segments(row, cuts))) for row, cuts in zip(ordered, starts, strict=True)]


def _fits(row: Sequence[Word], word: Word) -> bool:
    size = max(row[0].size, word.size)
    if row[0].base - word.base <= _LEVEL * size:
        return True
    if row[0].base - word.base > 0.9 * size:
        return False
    aside = WIDE * size
    return all(
        abs(other.base - word.base) <= _LEVEL * size
        or word.left > other.right + aside
        or word.right < other.left - aside
        for other in row
    )


def _find_segments(row: Sequence[Word], starts: Container[int]) -> Iterator[Segment]:
    """Yield the segments of a row of words from left to right; those at `starts` begin one behind a narrow gap too."""
    first, *others = row
    letter_gap = _find_letter_gap(row)
    text, right, size = first.text, first.right, first.size
    for place, word in enumerate(others, start=1):
        larger = max(size, word.size)
        gap = word.left - right
        is_parted = gap > WIDE * larger or place in starts
        if is_parted and not _is_behind_label(text, word.text, gap / larger):
            yield _to_segment(first, text, right, size)
            first, text, right, size = word, word.text, word.right, word.size
            continue
        glue = " " if word.is_apart or gap > 0.2 * larger else ""
        if gap > _WORD_GAP * letter_gap:
            glue = "  "
        text, right, size = f"{text}{glue}{word.text}", max(right, word.right), larger
    yield _to_segment(first, text, right, size)


def _find_letter_gap(words: Sequence[Word]) -> float:
    """Return the gap between capitals that are spaced out ("H U M A N  R I G H T S"), infinite where none are."""
    text = "".join(word.text for word in words)
    if len(text) != len(words) or len(words) < _FEWEST_SPACED or not text.isupper():
        return math.inf
    gap = min(word.left - last.right for last, word in pairwise(words))
    return gap if gap > 0.0 else math.inf


def _to_segment(first: Word, text: str, right: float, size: float) -> Segment:
    return Segment(text=text, left=first.left, right=right, base=first.base, size=size, first=first.right - first.left)


def _is_behind_label(text: str, word: str, gap: float) -> bool:
    """Tell whether a word so many sizes of its letters behind a label belongs to it, not to another column."""
    return gap < 15 and not word.endswith(":") and bool(_LABEL.fullmatch(text))
