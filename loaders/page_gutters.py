"""Gutters of a page: where a block beside another starts, though in some rows only a narrow gap parts the two."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from .page_words import Word

WIDE = 1.6
"""A gap of so many times the size of the letters parts columns by itself."""

_NARROWEST = 0.45
"""The least gap, in sizes of the letters, at the start of a block that other rows show."""

_UNUSUAL = 1.7
"""So many times as wide as the other gaps of its row such a gap is: in justified prose all are alike."""

_SAME_PLACE = 0.1
"""Words of a block start at one place, give or take so many sizes of their letters."""

_NEAR = 1.9
"""Rows nearer than so many sizes belong to one block."""

_FEWEST_NARROW = 3


def find_narrow_starts(rows: Sequence[Sequence[Word]]) -> list[frozenset[int]]:
    """Return for each row, its words from left to right, which of them start a block behind a narrow gap.

    The start is shown by a row of the same block that a wide gap parts there, or by three rows that start there.
    """
    narrow = [_find_narrow(row) for row in rows]
    wide = [[word.left for last, word in pairwise(row) if _gap(last, word) > WIDE] for row in rows]
    found: list[set[int]] = [set() for _ in rows]
    for start, end in _find_blocks(rows):
        for number in range(start, end):
            found[number] = {
                place
                for place in narrow[number]
                if _is_shown(rows[number][place], rows[start:end], wide[start:end], narrow[start:end])
            }
    return [frozenset(places) for places in found]


def _find_narrow(row: Sequence[Word]) -> list[int]:
    """Return the words behind a gap that is wider than the others of the row, and too narrow to part columns."""
    gaps = [_gap(last, word) for last, word in pairwise(row)]
    return [
        place
        for place, gap in enumerate(gaps, start=1)
        if _NARROWEST <= gap <= WIDE and gap >= _UNUSUAL * median([*gaps[: place - 1], *gaps[place:]] or [0.0])
    ]


def _find_blocks(rows: Sequence[Sequence[Word]]) -> Iterator[tuple[int, int]]:
    start = 0
    for place in range(1, len(rows) + 1):
        if place == len(rows) or _distance(rows[place - 1], rows[place]) > _NEAR:
            yield start, place
            start = place


def _is_shown(
    word: Word, rows: Sequence[Sequence[Word]], wide: Sequence[Sequence[float]], narrow: Sequence[Sequence[int]]
) -> bool:
    reach = _SAME_PLACE * word.size
    if any(abs(left - word.left) <= reach for lefts in wide for left in lefts):
        return True
    starts = [abs(row[place].left - word.left) <= reach for row, places in zip(rows, narrow, strict=True) for place in places]
    return sum(starts) >= _FEWEST_NARROW


def _gap(last: Word, word: Word) -> float:
    return (word.left - last.right) / max(last.size, word.size)


def _distance(above: Sequence[Word], below: Sequence[Word]) -> float:
    return (above[0].base - below[0].base) / max(above[0].size, below[0].size)
