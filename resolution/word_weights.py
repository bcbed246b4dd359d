"""The words by which an ask and a reply speak of the same thing: stems, acronyms spelt out, weights."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import snowballstemmer

from ..ontology.answer_cues import load_answer_cues

Terms = Mapping[str, float]
"""Terms (stems, numbers, families) with how strongly each counts, from 0 to 1."""

# "Fennell", "shore-leave" as two words, "8.5%", "1,204", "don't"; not "—"
_WORD = re.compile(r"\d[\d,.]*\d%?|\d%?|[^\W\d_]+(?:['’][^\W\d_]+)*")
# "2023", "9"; not "139", "8.5%"
_COMMON_NUMBER = re.compile(r"(?:19|20)\d\d|\d\d?")
_NUMBER = 0.4
_FAMILY = 0.5
_SPELT_OUT = 0.5
_FAMILY_NAME = "family "


@dataclass(frozen=True, slots=True, kw_only=True)
class WordWeights:
    """How much each term tells: the rarer in the sentences, the more (inverse document frequency)."""

    sentences: int
    counts: Mapping[str, int]

    def weigh(self, term: str) -> float:
        """Return the weight of a term; one that no sentence has weighs most."""
        weight = math.log(1 + self.sentences / (0.5 + self.counts.get(term, 0)))
        return weight * _NUMBER if _COMMON_NUMBER.fullmatch(term) else weight


def build_word_weights(sentences: Sequence[Iterable[str]]) -> WordWeights:
    """Return the weights of terms over `sentences`, each given by its terms."""
    counts = Counter(term for terms in sentences for term in set(terms))
    return WordWeights(sentences=len(sentences), counts=counts)


def find_terms(text: str, acronyms: Mapping[str, str]) -> dict[str, float]:
    """Return the terms of `text`: 1 for a stem or number, less for the family of words that say the same.

    `acronyms` maps short forms to the words that they stand for; both count. "Please pay the grants" has the terms
    of "pay" and "grant" and of the family of money.
    """
    found: dict[str, float] = {}
    words = _WORD.findall(text)
    spelt_out = [word for short in dict.fromkeys(words) for word in _WORD.findall(acronyms.get(short, ""))]
    for word, value in (*((word, 1.0) for word in words), *((word, _SPELT_OUT) for word in spelt_out)):
        term = to_term(word.casefold().replace("’", "'"))
        if term is None:
            continue
        found.setdefault(term, value)
        for family in find_families(term):
            found.setdefault(family, _FAMILY * value)
    return found


@lru_cache(maxsize=50_000)
def to_term(word: str) -> str | None:
    """Return the stem of a word in small letters, None where it tells nothing: "grants" is "grant", "the" nothing."""
    bare = word.removesuffix("'s")
    if bare in load_answer_cues().idle or (len(bare) == 1 and not bare.isdigit()):
        return None
    if bare[0].isdigit():
        return bare.replace(",", "").rstrip(".")
    return str(_load_stemmer().stemWord(bare))


@cache
def find_families(term: str) -> tuple[str, ...]:
    """Return the families of words that a term belongs to, as terms."""
    return tuple(f"{_FAMILY_NAME}{place}" for place, stems in enumerate(_stem_families()) if term in stems)


def is_family(term: str) -> bool:
    """Tell whether a term is a family of words."""
    return term.startswith(_FAMILY_NAME)


@cache
def _stem_families() -> tuple[frozenset[str], ...]:
    return tuple(
        frozenset(str(_load_stemmer().stemWord(word)) for word in family) for family in load_answer_cues().families
    )


@cache
def _load_stemmer() -> snowballstemmer.EnglishStemmer:
    return snowballstemmer.stemmer("english")


def find_words_of(text: str, terms: Sequence[str]) -> list[str]:
    """Return the words of `text` that have one of `terms`, in the order of the terms and each once."""
    words: dict[str, str] = {}
    for word in _WORD.findall(text):
        term = to_term(word.casefold().replace("’", "'"))
        if term is not None:
            words.setdefault(term, word)
    return [words[term] for term in terms if term in words]
