"""Words and marks of a line, with what a reader sees at once: capitals, possessives, punctuation."""

import re
from typing import NamedTuple

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}|[^\W_]+(?:(?:[’'](?![sS]\b)|[-.&](?=[^\W_]))[^\W_]+)*(?:(?<=\bInc)\.|(?<=\bSt)\.|(?<=\bLtd)\.|(?<=\bNo)\.)?"
    r"|[’'][sS]\b|[’'](?=\s)|&|[^\w\s]"
)


class Token(NamedTuple):
    """A word or a punctuation mark at `start`–`end` of the text; a tuple, for there are as many as words."""

    text: str
    start: int
    end: int

    @property
    def is_capitalised(self) -> bool:
        """Whether it is a word that starts with a capital letter ("Covid-19", "OSCE"; not "2021")."""
        return self.text[0].isupper()

    @property
    def is_acronym(self) -> bool:
        """Whether it is written in capitals only ("OSCE")."""
        return len(self.text) > 1 and self.text.isupper()

    @property
    def is_possessive(self) -> bool:
        """Whether it is the mark of a possessive."""
        return self.text in {"'s", "’s", "'S", "’S", "'", "’"}


def find_tokens(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of `text[start:end]`; offsets count from the start of `text`."""
    return [Token(text=match[0], start=match.start(), end=match.end()) for match in _TOKEN.finditer(text, start, end)]
