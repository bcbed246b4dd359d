"""Words of a text for comparing: blanks, quotes, case, punctuation and the digits of footnotes do not count."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import overload

# "victims", "victim's", "scheme12", "1.2", "30", "£"; soft hyphens and zero-width blanks are inside a word
_WORD = re.compile(
    r"[£$€%]|\d+(?:[.,]\d+)*|[^\W\d_](?:[\xad\u200b]?[^\W\d_])*(?:['’][^\W\d_]+)*\d*",
)
_DROPPED = re.compile(r"[\xad\u200b¹²³⁰⁴-⁹]")
# The word and the digits behind it: "scheme12"; not "A4" or "COVID2019"
_GLUED = re.compile(r"([^\W\d_]{3,})\d{1,2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word at `start`–`end`: `key` is how it is compared, `stem` the same without digits that may be a footnote's."""

    start: int
    end: int
    key: str
    stem: str


class Words(Sequence[Word]):
    """The words of a text, in which sequences of words are found quickly."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._words = list(_find_words(text))
        self._joined = " " + "".join(f"{word.stem} " for word in self._words)
        self._places: list[int] = []
        place = 0
        for word in self._words:
            self._places.append(place)
            place += len(word.stem) + 1

    def __len__(self) -> int:
        return len(self._words)

    @overload
    def __getitem__(self, place: int) -> Word: ...

    @overload
    def __getitem__(self, place: slice) -> list[Word]: ...

    def __getitem__(self, place: int | slice) -> Word | list[Word]:
        return self._words[place]

    def find_all(self, wanted: Sequence[Word], first: int = 0) -> Iterator[int]:
        """Yield the places, from `first` on, at which these words stand in a row."""
        if not wanted or first >= len(self._words):
            return
        needle = " " + "".join(f"{word.stem} " for word in wanted)
        at = self._joined.find(needle, self._places[first])
        while at >= 0:
            place = bisect_left(self._places, at)
            if all(is_same(one, other) for one, other in zip(wanted, self._words[place:], strict=False)):
                yield place
            at = self._joined.find(needle, at + 1)

    def quote(self, first: int, beyond: int) -> str:
        """Return the text from one word to before another, in one line."""
        if first >= beyond:
            return ""
        return " ".join(self.text[self._words[first].start : self._words[beyond - 1].end].split())


def is_same(one: Word, other: Word) -> bool:
    """Tell whether two words are one, where either may have the digits of a footnote behind it."""
    return one.key == other.key or (one.stem == other.stem and (one.key == one.stem) != (other.key == other.stem))


def _find_words(text: str) -> Iterator[Word]:
    for match in _WORD.finditer(text):
        key = unicodedata.normalize("NFKC", _DROPPED.sub("", match[0])).casefold().replace("’", "'")
        glued = _GLUED.fullmatch(key)
        yield Word(start=match.start(), end=match.end(), key=key, stem=glued[1] if glued else key)
