"""A fault in a letter or an ambiguity: something for a person to check."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A problem to check, with the words it is about: `letter.text[start:end] == quote`."""

    letter: str
    message: str
    quote: str
    start: int
    end: int
