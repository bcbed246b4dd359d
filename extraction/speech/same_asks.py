"""The same ask made again in one letter: only where hardly a word of it is another."""

import re

from rapidfuzz import fuzz

_WORD = re.compile(r"[^\W_]+")
_SHORTEST = 5
_SAME = 82
_IDLE = frozenset(
    {
        *(
            "a",
            "an",
            "and",
            "any",
            "are",
            "as",
            "at",
            "be",
            "by",
            "could",
            "for",
            "from",
            "has",
            "have",
            "i",
            "if",
            "in",
        ),
        *("into", "is", "it", "its", "may", "might", "of", "on", "or", "our", "should", "so", "that", "the", "their"),
        *("them", "therefore", "this", "to", "us", "we", "will", "with", "would", "you", "your"),
        *("ask", "call", "encourage", "grateful", "please", "request", "urge"),
    }
)


def is_same_ask(one: str, other: str) -> bool:
    """Tell whether two asks of one letter are clearly one.

    "I would urge you to explore options for better return support" and "I would encourage the Home Office to explore
    options for better return support for victims" are; numbers that differ make two.
    """
    words, others = _to_words(one), _to_words(other)
    if min(len(words), len(others)) < _SHORTEST or _to_numbers(words) != _to_numbers(others):
        return False
    shorter, longer = sorted((words, others), key=len)
    return fuzz.token_sort_ratio(" ".join(shorter), " ".join(longer)) >= _SAME or (
        len(set(shorter) - set(longer)) == 0 and len(longer) <= 2 * len(shorter)
    )


def _to_words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text.casefold()) if word not in _IDLE]


def _to_numbers(words: list[str]) -> set[str]:
    return {word for word in words if word.isdigit()}
