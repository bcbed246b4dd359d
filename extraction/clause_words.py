"""The words of a sentence in small letters, its slots among them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ..ontology.relations import load_relation_cues
from .slots import Slot

# possessives, titles, words and amounts, marks; quotation marks are left out
_WORD = (
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Hon|Rev|Sen|Rep|Gov|Cllr|Messrs)\.|(?<=[\w)])[’']s?(?=[\s,.;])"
    r"|[\w£$€][\w£$€%]*(?:[-’'./&,](?=\w)[\w%]+)*|[^\w\s“”\"‘’']"
)
_LONGEST_BRACKET = 8


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a mark, or a slot with its number and type; `owner` is the slot of "our", "its"."""

    text: str
    start: int
    slot: int = -1
    type: str = ""
    owner: int = -1


def find_clause_words(text: str, start: int, end: int, slots: Sequence[Slot]) -> list[Word]:
    """Return the words of `text[start:end]`, each slot as one; short brackets are left out.

    "The Choices Fund (CF) doesn't grow" is the slot and "does not grow"; "(run by Ofcom)" stays. "In May" is a month.
    """
    words: list[Word] = []
    place = start
    for number, slot in enumerate(slots):
        words += _split(text, place, slot.start, start)
        if slot.is_owner:
            words.append(Word(text[slot.start : slot.end].casefold(), slot.start, owner=number))
        else:
            words.append(Word(f"⟦{slot.type}⟧", slot.start, number, slot.type))
        place = max(place, slot.end)
    return _drop_brackets(words + _split(text, place, end, start))


def _split(text: str, start: int, end: int, sentence: int) -> list[Word]:
    words: list[Word] = []
    for match in _load_words().finditer(text, start, end):
        word = match[0].casefold().replace("’", "'")
        if word.endswith("n't"):
            words.append(Word(word[:-3], match.start()))
            word = "not"
        elif word == "may" and match[0] == "May" and match.start() > sentence:
            word = "month"
        words.append(Word(word, match.start()))
    return words


@cache
def _load_words() -> re.Pattern[str]:
    """Return what a word is: an adverb of several words is one ("of course")."""
    adverbs = (adverb for adverb in load_relation_cues().grammar["adverbs"] if " " in adverb)
    return re.compile(rf"\b(?i:{'|'.join(sorted(adverbs))})\b|{_WORD}")


def _drop_brackets(words: list[Word]) -> list[Word]:
    """Leave out brackets without names, or with a single one: "(EPF)", "(£13.5m)"."""
    kept: list[Word] = []
    place = 0
    while place < len(words):
        closing = _find_closing(words, place) if kept and words[place].text == "(" else None
        inside = words[place + 1 : closing] if closing else []
        if closing and (len(inside) == 1 or all(word.slot < 0 for word in inside)):
            place = closing
        else:
            kept.append(words[place])
        place += 1
    return kept


def _find_closing(words: Sequence[Word], opening: int) -> int | None:
    reach = range(opening, min(opening + _LONGEST_BRACKET, len(words)))
    return next((at for at in reach if words[at].text == ")"), None)
