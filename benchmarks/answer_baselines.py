"""Plain ways to find the sentence of a reply that meets an ask: shared keywords, and BM25."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log

_WORD = re.compile(r"\w+")
_KEYWORD = 5
_SATURATION, _LENGTH = 1.5, 0.75


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """The sentence at `place` with its score."""

    place: int
    score: float


def rank_by_keywords(ask: str, sentences: Sequence[str]) -> list[Candidate]:
    """Rank sentences by how many words of five letters or more they share with the ask."""
    wanted = {word for word in _find_words(ask) if len(word) >= _KEYWORD}
    return _rank([float(len(wanted & set(_find_words(sentence)))) for sentence in sentences])


def rank_by_bm25(ask: str, sentences: Sequence[str]) -> list[Candidate]:
    """Rank sentences by Okapi BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009)."""
    counts = [Counter(_find_words(sentence)) for sentence in sentences]
    number = len(counts)
    average = sum(map(len, counts)) / (number or 1) or 1.0
    spread = Counter(word for each in counts for word in each)
    scores: list[float] = []
    for each in counts:
        length = 1 - _LENGTH + _LENGTH * sum(each.values()) / average
        scores.append(
            sum(
                log(1 + (number - spread[word] + 0.5) / (spread[word] + 0.5))
                * each[word]
                * (_SATURATION + 1)
                / (each[word] + _SATURATION * length)
                for word in set(_find_words(ask)) & set(each)
            )
        )
    return _rank(scores)


BASELINES: Mapping[str, Callable[[str, Sequence[str]], Sequence[Candidate]]] = {
    "Keywords": rank_by_keywords,
    "BM25": rank_by_bm25,
}
"""The baselines by name."""


def _find_words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _rank(scores: Sequence[float]) -> list[Candidate]:
    found = [Candidate(place=place, score=score) for place, score in enumerate(scores) if score > 0]
    return sorted(found, key=lambda each: (-each.score, each.place))
