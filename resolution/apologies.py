"""Apologies for a late reply."""

import re
from collections.abc import Iterator

from ..model.letter import Letter
from ..model.statement import Passage
from .passages import to_passage
from .reply_passages import find_body_paragraphs

_SORRY = r"\b(?:apolog(?:y|ies|ise|ize)|sorry|regret)\b"
_ANSWERING = r"(?:repl(?:y|ying|ies)|respon(?:d|ding|se)|answer(?:ing)?|writ(?:e|ing) back|(?:get|come|coming) back)"
_LATE = r"(?:delay(?:ed)?|late|lateness|long (?:time|wait)|time (?:it has )?taken|sooner|so long)"
# "Please accept my apologies for the delay in replying", "I am sorry that it has taken so long to reply", "apologies
# again for such a delay"; not "I am sorry to hear of the delays to the road", "I regret the late trains"
_APOLOGY = re.compile(
    rf"{_SORRY}(?=[^.]*\b{_ANSWERING}\b)(?=[^.]*\b{_LATE}\b)|{_SORRY}[^.]{{0,40}}\bfor (?:\w+ ){{0,4}}delay\b",
    re.IGNORECASE,
)


def find_apologies(letter: Letter) -> Iterator[Passage]:
    """Yield the sentences in which a letter apologises for coming late.

    "Please accept my apologies for the delay in replying." is one,
    "I am sorry to hear of the delays on the road." none.
    """
    for paragraph in find_body_paragraphs(letter):
        for start, end in paragraph:
            if _APOLOGY.search(letter.text, start, end):
                yield to_passage(letter, start, end)
