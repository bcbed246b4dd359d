"""The words of a page from its characters; digits above the line become raised ones on their word."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .notes import to_raised

_NOTE_MARK = re.compile(r"[\[(]?\d{1,3}(?:,\d{1,3})*[\])]?|\*{1,3}")


class Glyph(NamedTuple):
    """One character at its place, in points from the lower left corner; a blank has no size and no place.

    A plain tuple, for a page has thousands of them.
    """

    text: str
    left: float = 0.0
    right: float = 0.0
    base: float = 0.0
    size: float = 0.0
    angle: int = 0


class Word(NamedTuple):
    """Characters that stand together on one base line; `is_apart` where a blank stands before them."""

    text: str
    left: float
    right: float
    base: float
    size: float
    is_apart: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The words of a page in the order of the file; `low` and `high` bound its base lines in points."""

    number: int
    low: float
    high: float
    words: tuple[Word, ...]


def find_words(glyphs: Iterable[Glyph]) -> tuple[Word, ...]:
    """Return the words of a page: "8" and a small raised "th" are one, so are "trafficking" and its mark."""
    words: list[Word] = []
    run: list[Glyph] = []
    is_apart = False
    for glyph in glyphs:
        if run and not (glyph.size and _is_next(run[-1], glyph)):
            words.append(_to_word(run, is_apart=is_apart))
            run = []
            is_apart = False
        if glyph.size:
            run.append(glyph)
        else:
            is_apart = is_apart or glyph.text == " "
    if run:
        words.append(_to_word(run, is_apart=is_apart))
    return tuple(_attach_raised(words))


def _is_next(last: Glyph, glyph: Glyph) -> bool:
    _, left, _, base, size, _ = glyph
    _, _, last_right, last_base, last_size, _ = last
    if last_size > size:
        size = last_size
    return -0.06 * size <= base - last_base <= 0.06 * size and -0.5 * size < left - last_right < 0.22 * size


def _to_word(run: Sequence[Glyph], *, is_apart: bool) -> Word:
    texts, lefts, rights, bases, sizes, _ = zip(*run, strict=True)
    return Word("".join(texts), min(lefts), max(rights), bases[0], max(sizes), is_apart)


def _attach_raised(words: Sequence[Word]) -> list[Word]:
    attached: list[Word] = []
    place = 0
    while place < len(words):
        word = words[place]
        after = words[place + 1] if place + 1 < len(words) else None
        if attached and _is_above(word, attached[-1]) and abs(word.left - attached[-1].right) < 0.3 * word.size:
            last = attached[-1]
            attached[-1] = last._replace(text=last.text + _to_mark(word.text), right=word.right)
        elif after is not None and _is_above(word, after) and -0.3 * after.size < after.left - word.right < after.size:
            # "¹ OSCE (2014)": the mark before a note
            glue = " " if after.is_apart else ""
            text = f"{_to_mark(word.text)}{glue}{after.text}"
            attached.append(after._replace(text=text, left=word.left, is_apart=word.is_apart))
            place += 1
        else:
            attached.append(word)
        place += 1
    return attached


def _is_above(word: Word, line: Word) -> bool:
    """Tell whether a word stands above the line of the other, as a note's mark or the "th" of "8th" does."""
    rise = (word.base - line.base) / line.size
    is_small = word.size <= 0.85 * line.size
    return (0.1 < rise < 0.75 and is_small) or (0.28 < rise < 0.6 and word.size <= 1.02 * line.size)


def _to_mark(text: str) -> str:
    return to_raised(text.strip("[]()")) if _NOTE_MARK.fullmatch(text) else text
