"""The sources of a brief, as short as they can be: each letter once, and each passage under the day of its letter."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ..source_notes import SourceNote


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A note as it stands in the list: `words` say which letter, where in it, and what it says there."""

    number: int
    words: str

    @property
    def text(self) -> str:
        """The words behind their number."""
        return f"[{self.number}] {self.words}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """The letters that are cited, each with the name under which the notes know it, and the notes."""

    letters: tuple[str, ...]
    notes: tuple[Source, ...]


def list_sources(notes: Iterable[SourceNote]) -> Sources:
    """Return the letters in the order in which they are first cited, and the notes in that of their numbers."""
    notes = list(notes)
    letters = list(dict.fromkeys((note.day, note.letter, note.source) for note in notes))
    days = Counter(day for day, _, _ in letters)
    names: dict[tuple[str, str, str], str] = {}
    for number, letter in enumerate(letters, 1):
        day, _, _ = letter
        names[letter] = day if days[day] == 1 else f"{day} (letter {number})"
    return Sources(
        letters=tuple(f"{names[letter]}: {letter[1]}, {letter[2]}" for letter in letters),
        notes=tuple(
            Source(
                number=note.number,
                words=f"{', '.join(filter(None, (names[note.day, note.letter, note.source], note.spot)))}: "
                f"“{note.quote}”",
            )
            for note in notes
        ),
    )
