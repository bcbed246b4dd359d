"""Finding what a draft quotes in the text of a letter: word for word, or altered, with what differs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from .words import Word, Words, is_same

# "…", "...", "[...]", ". . .": words are left out here, any number of them
_ELLIPSIS = re.compile(r"\[\s*(?:…|\.(?:\s?\.){2,3})\s*\]|…|\.(?:\s?\.){2,3}")
# "[sic]", "[emphasis added]", "[3]": the draft's own remark, in the place of nothing
_REMARK = re.compile(r"\[(?:sic|emphasis[^\]]*|my emphasis|\d{1,3})\]", re.IGNORECASE)
# "[T]he": a letter in another case; not "[the scheme]"
_LETTER = re.compile(r"\[(\w)\](?=\w)")
# "[the scheme]": the draft's words in the place of the letter's
_INSERTION = re.compile(r"\[[^\]]{1,120}\]")
_MARK = "\x00"
_ELLIPSIS_MARK = "\x01"

_MOST_INSERTED = 8
"""Words of a letter that a bracketed insertion can stand for."""

_LEAST_WORDS = 4
_LEAST_SHARE = 0.6
"""Of a shorter piece, or with less of its words in order, nobody can say that it is an altered quotation."""


class Gap(StrEnum):
    """What stands between two pieces of a quotation."""

    NOTHING = "nothing"
    ELLIPSIS = "ellipsis"
    INSERTION = "insertion"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words of a quotation that must stand in a row, and the gap before them."""

    words: Words
    gap: Gap


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Words of the draft in the place of words of the letter; either can be empty."""

    draft: str
    letter: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """The code points of a letter that a draft quotes, and what differs: nothing where it is word for word."""

    start: int
    end: int
    differences: tuple[Difference, ...] = ()


def split_quote(quote: str) -> list[Piece]:
    """Return the pieces of a quotation, which ellipses and bracketed insertions part."""
    text = _LETTER.sub(r"\1", _REMARK.sub(" ", quote))
    text = _INSERTION.sub(_MARK, _ELLIPSIS.sub(_ELLIPSIS_MARK, text))
    pieces: list[Piece] = []
    gap = Gap.NOTHING
    for part in re.split(f"([{_MARK}{_ELLIPSIS_MARK}])", text):
        if part in (_MARK, _ELLIPSIS_MARK):
            gap = Gap.ELLIPSIS if part == _ELLIPSIS_MARK or gap is Gap.ELLIPSIS else Gap.INSERTION
        elif words := Words(part):
            pieces.append(Piece(words=words, gap=gap))
            gap = Gap.NOTHING
    return pieces


def find_exact(letter: Words, quote: str) -> Match | None:
    """Return where a letter has a quotation word for word."""
    whole = Words(quote)
    for pieces in ([Piece(words=whole, gap=Gap.NOTHING)], split_quote(quote)):
        for place in letter.find_all(pieces[0].words) if pieces else ():
            end = _follow(letter, pieces[1:], place + len(pieces[0].words))
            if end is not None:
                return _to_match(letter, place, end)
    return None


def find_altered(letter: Words, quote: str) -> Match | None:
    """Return where a letter has something so like a quotation that the draft must mean it."""
    ends: list[tuple[int, int]] = []
    differences: list[Difference] = []
    first = 0
    for piece in split_quote(quote):
        exact = next(letter.find_all(piece.words, first), None)
        if exact is not None:
            ends.append((exact, exact + len(piece.words)))
        else:
            found = _align(letter, piece.words, first)
            if found is None:
                return None
            ends.append(found)
            differences += _find_differences(letter, piece.words, *found)
        first = ends[-1][1]
    if not ends:
        return None
    match = _to_match(letter, ends[0][0], ends[-1][1])
    return Match(start=match.start, end=match.end, differences=tuple(differences))


def _follow(letter: Words, pieces: Sequence[Piece], end: int) -> int | None:
    for piece in pieces:
        place = next(letter.find_all(piece.words, end), None)
        if place is None or (piece.gap is Gap.INSERTION and place - end > _MOST_INSERTED):
            return None
        end = place + len(piece.words)
    return end


def _align(letter: Words, wanted: Words, first: int) -> tuple[int, int] | None:
    """Return the words of a letter that are most like the wanted ones, if they are like enough."""
    size = len(wanted)
    if size < _LEAST_WORDS:
        return None
    stems, others = _to_stems(letter[first:]), _to_stems(wanted[:])
    longest = SequenceMatcher(None, stems, others, autojunk=False).find_longest_match()
    # Not far from where the longest part says: a common word of the rest would be found anywhere.
    slack = max(2, size // 4)
    low = max(0, longest.a - longest.b - slack)
    window = stems[low : longest.a - longest.b + size + slack]
    blocks = SequenceMatcher(None, window, others, autojunk=False).get_matching_blocks()[:-1]
    matched = sum(block.size for block in blocks)
    if matched < max(_LEAST_WORDS - 1, _LEAST_SHARE * size):
        return None
    # a first or last word that was changed belongs to it, too
    start = max(0, blocks[0].a - blocks[0].b)
    end = min(len(window), blocks[-1].a + blocks[-1].size + size - blocks[-1].b - blocks[-1].size)
    if matched < _LEAST_SHARE * (end - start):
        return None
    return first + low + start, first + low + end


def _find_differences(letter: Words, wanted: Words, start: int, end: int) -> Iterator[Difference]:
    draft, theirs = wanted[:], letter[start:end]
    matcher = SequenceMatcher(None, [word.key for word in draft], [word.key for word in theirs], autojunk=False)
    for _, one, two, low, high in matcher.get_opcodes():
        pairs = zip(draft[one:two], theirs[low:high], strict=False)
        if two - one != high - low or not all(is_same(*pair) for pair in pairs):
            yield Difference(draft=wanted.quote(one, two), letter=letter.quote(start + low, start + high))


def _to_stems(words: Sequence[Word]) -> list[str]:
    return [word.stem for word in words]


def _to_match(letter: Words, first: int, beyond: int) -> Match:
    return Match(start=letter[first].start, end=letter[beyond - 1].end)
