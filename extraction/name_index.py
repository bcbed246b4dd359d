"""The vocabulary's names by their first words: what can stand where a text has those words."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ..ontology.vocabulary import Concept, load_vocabulary

_STRAIGHT = str.maketrans("’‘–‐\u00a0", "''-- ")
_SHORTEST_CAPITALS = 8
_WORDS_IN_KEY = 3
_WORD = re.compile(r"\w+")


class IndexedName(NamedTuple):
    """A name or an acronym as a text writes it, and whose it is; `is_clear` tells whether it says so by itself."""

    text: str
    concept: Concept
    is_clear: bool
    is_acronym: bool


class FoundName(NamedTuple):
    """An indexed name at `start`–`end` of a text."""

    start: int
    end: int
    name: IndexedName


@cache
def load_name_index() -> dict[tuple[str, ...], list[IndexedName]]:
    """Return all names of the vocabulary by their first words, at most three, in small letters."""
    index: dict[tuple[str, ...], list[IndexedName]] = {}
    for concept in load_vocabulary().values():
        for name in concept.names:
            if name.endswith(")") and name.rpartition(" (")[0] in concept.names:
                # a text may put any acronym behind a name
                continue
            even = straighten(name.removeprefix("The "))
            _add(index, IndexedName(even, concept, concept.is_clear(name), is_acronym=False))
            if " and " in even:
                _add(
                    index, IndexedName(even.replace(" and ", " & "), concept, concept.is_clear(name), is_acronym=False)
                )
        for name in concept.acronyms:
            _add(index, IndexedName(name, concept, is_clear=True, is_acronym=True))
    return index


def find_indexed(even: str) -> Iterator[FoundName]:
    """Yield each place of a name in a straightened text, from the start of a word on.

    "Home Office" is found in "HOME OFFICE" too, a short name or an acronym only as it is written.
    """
    index, firsts = load_name_index(), _first_words()
    words = [(match.start(), match[0].lower()) for match in _WORD.finditer(even)]
    for place, (start, word) in enumerate(words):
        if word not in firsts:
            continue
        key: tuple[str, ...] = ()
        for _, following in words[place : place + _WORDS_IN_KEY]:
            key = (*key, following)
            for name in index.get(key, ()):
                end = start + len(name.text)
                if even.startswith(name.text, start) or _is_shouted(even[start:end], name):
                    yield FoundName(start, end, name)


def find_bearers(name: str) -> list[Concept]:
    """Return the concepts that bear `name`, with or without its article, ambiguous ones included."""
    even = " ".join(straighten(name).removeprefix("The ").removeprefix("the ").split())
    key = tuple(_WORD.findall(even.lower())[:_WORDS_IN_KEY])
    bearers = (each.concept for each in load_name_index().get(key, ()) if each.text == even)
    return list(dict.fromkeys(bearers))


def straighten(text: str) -> str:
    """Return `text`, as long as it is, with plain quotes, dashes and spaces."""
    return text if text.isascii() else text.translate(_STRAIGHT)


def _add(index: dict[tuple[str, ...], list[IndexedName]], name: IndexedName) -> None:
    key = tuple(_WORD.findall(name.text.lower())[:_WORDS_IN_KEY])
    index.setdefault(key, []).append(name)


@cache
def _first_words() -> frozenset[str]:
    return frozenset(key[0] for key in load_name_index())


def _is_shouted(words: str, name: IndexedName) -> bool:
    return (
        not name.is_acronym and len(words) >= _SHORTEST_CAPITALS and words[:2].isupper() and words == name.text.upper()
    )
