"""Words that stand around a name: titles, offices before a surname, post-nominals, and words that are no name."""

from collections.abc import Sequence
from functools import cache

from ...ontology.cues import load_name_cues, load_people_cues

# in a line of capitals: no person "AND EQUALITY" in "MINISTER FOR JUSTICE AND EQUALITY"
_SHOUTED_JOINERS = frozenset({"AND", "FOR", "OF", "OR", "THE"})


def count_title_words(words: Sequence[str]) -> int:
    """Return how many of the first words are titles: 3 of "The Rt Hon Jane Moor"."""
    count = 0
    while step := _title_length(words, count):
        count += step
    return count


def is_honour(word: str) -> bool:
    """Tell whether a word is a post-nominal: "MP", "Ph.D.", "AS/MS"."""
    return all(
        part.replace(".", "") in load_people_cues().post_nominals for part in word.strip(",()").split("/") if part
    ) and bool(word.strip(",()/"))


def is_no_name(word: str) -> bool:
    """Tell whether a capitalised word is never a piece of a person's name ("Committee", "The", "Annual")."""
    names = load_name_cues()
    shape = to_head(word)
    return shape in _SHOUTED_JOINERS or shape in names.type_of_head or shape in names.never or shape in names.general


def to_shape(word: str) -> str:
    """Return a name's word with one capital: "ELIJAH" is "Elijah"."""
    return word.title() if word.isupper() and len(word) > 2 else word


def to_head(word: str) -> str:
    """Return a word as the cue files write it: "COMMITTEE" is "Committee", "BBC" stays."""
    even = word.replace("’", "'")
    return even.title().replace("'S", "'s") if even.isupper() and len(even) > 3 else even


@cache
def _title_words() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(title.replace(".", "").split()) for title in load_people_cues().titles)


@cache
def _office_titles() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(title.split()) for title in load_people_cues().office_titles)


def count_office_title_words(words: Sequence[str]) -> int:
    """Return how many words are an office that stands before a surname: 1 of "President Obama"."""
    for length in (2, 1):
        title = tuple(word.rstrip(".") for word in words[:length])
        if len(title) == length and title in _office_titles():
            return length
    return 0


@cache
def _first_title_words() -> frozenset[str]:
    return frozenset(title[0] for title in _title_words())


@cache
def _longest_title() -> int:
    return max(map(len, _title_words()))


def _title_length(words: Sequence[str], place: int) -> int:
    first = words[place].strip(".,").replace(".", "") if place < len(words) else ""
    if first not in _first_title_words() and to_shape(first) not in _first_title_words():
        return 0
    for length in range(_longest_title(), 0, -1):
        piece = tuple(word.strip(".,").replace(".", "") for word in words[place : place + length])
        shaped = tuple(word.title() if word.isupper() and len(word) > 2 else word for word in piece)
        if len(piece) == length and (piece in _title_words() or shaped in _title_words()):
            return length
    return 0
