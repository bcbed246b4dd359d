"""Footnotes and endnotes: lifted out of the lines, their marks out of the words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .glued_marks import replace_glued_marks
from .plain_notes import PLAIN_NOTE, find_plain_notes
from .source_line import TURN, SourceLine

_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISE = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
FIRST_SENTINEL = 0xE000
"""`FIRST_SENTINEL + n`, a private-use character, stands for the mark of note n for a while."""

# "¹ OSCE (2014), …" · "[1] OSCE", "[^1]: OSCE"
_DEFINITIONS = (
    re.compile(r"^\s*(?P<mark>[⁰¹²³⁴-⁹]{1,3})\s*(?P<text>\S.*)$"),
    re.compile(r"^\s*\[\^?(?P<mark>\d{1,3})\]:?\s*(?P<text>\S.*)$"),
)
_URL_ONLY = re.compile(r"^\s*(?:https?://|www\.)\S+\s*$")
# a raised digit behind a word or its punctuation; "km²" and "m³" are units
_RAISED = re.compile(r"(?<![⁰¹²³⁴-⁹])(?<!\b[kcm]m)(?<!\bm)(?<!\bft)(?<=\S)[⁰¹²³⁴-⁹]{1,3}")
_BRACKETED = re.compile(r"(?<=\S)\s?\[\^?(\d{1,3})\](?!\()")
_SENTINEL = re.compile("[\ue000-\uf8ff]")
_WIDEST_WRAP = 200
"""No margin breaks lines that have more characters than this."""

_MOST_NOTES = 0xF8FF - FIRST_SENTINEL


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftedNote:
    """A note as it stood in the file; `lines` are its own lines."""

    mark: str
    lines: tuple[SourceLine, ...]


def lift_notes(lines: Sequence[SourceLine]) -> tuple[list[SourceLine], list[LiftedNote]]:
    """Return the lines without notes (a turn in their place) and the notes.

    In the lines a sentinel character stands for each mark: number n of the returned notes.
    Which lines that start with a plain number are notes, `find_plain_notes` tells.
    """
    starts = _find_starts(lines)
    notes: list[LiftedNote] = []
    body: list[SourceLine] = []
    place = 0
    while place < len(lines):
        if place in starts:
            mark, first = starts[place]
            end = _find_end(lines, place, starts)
            rest = tuple(line for line in lines[place + 1 : end] if line.text.strip(" " + TURN))
            notes.append(LiftedNote(mark=mark, lines=(first, *rest)))
            body.append(replace(lines[place], text=TURN))
            place = end
        else:
            body.append(lines[place])
            place += 1
    return _replace_marks(body, notes), notes


def _find_starts(lines: Sequence[SourceLine]) -> dict[int, tuple[str, SourceLine]]:
    """Return the places where notes start, each with its mark and its first line without the mark."""
    starts: dict[int, tuple[str, SourceLine]] = {}
    plain = find_plain_notes(lines)
    for place, line in enumerate(lines):
        if len(starts) == _MOST_NOTES:
            break
        patterns = (*_DEFINITIONS, PLAIN_NOTE) if place in plain else _DEFINITIONS
        match = next((match for pattern in patterns if (match := pattern.match(line.text))), None)
        if match:
            text = match["text"].lstrip(". ")
            starts[place] = (match["mark"].translate(_SUPERSCRIPT), replace(line, text=text))
    return starts


def _find_end(lines: Sequence[SourceLine], start: int, starts: dict[int, tuple[str, SourceLine]]) -> int:
    end = start + 1
    while end < len(lines) and lines[end].text.strip(" " + TURN) and end not in starts and not _ends(lines[end - 1]):
        end += 1
    ahead = end
    while ahead < len(lines) and not lines[ahead].text.strip(" " + TURN):
        ahead += 1
    if ahead < len(lines) and _URL_ONLY.match(lines[ahead].text):
        return ahead + 1
    return end


def _ends(line: SourceLine) -> bool:
    """Tell whether a line of a note is a whole paragraph, in a file that breaks lines at no margin."""
    return len(line.text) > _WIDEST_WRAP


def _replace_marks(body: Sequence[SourceLine], notes: Sequence[LiftedNote]) -> list[SourceLine]:
    numbers = {note.mark: number for number, note in reversed(list(enumerate(notes)))}
    return [replace(line, text=_mark_line(line.text, numbers)) for line in body]


def _mark_line(text: str, numbers: dict[str, int]) -> str:
    def sentinel(mark: str, otherwise: str) -> str:
        number = numbers.get(mark)
        return otherwise if number is None else chr(FIRST_SENTINEL + number)

    text = _RAISED.sub(lambda match: sentinel(match[0].translate(_SUPERSCRIPT), _unless_power(match)), text)
    text = _BRACKETED.sub(lambda match: sentinel(match[1], match[0]), text)
    return replace_glued_marks(text, lambda mark: sentinel(mark, mark))


def _unless_power(match: re.Match[str]) -> str:
    """Return what stays of a raised number that no note has: "10⁶" stays whole, "actors¹" loses it."""
    return match[0] if match.string[match.start() - 1].isdigit() else ""


def to_raised(text: str) -> str:
    """Return what stands above the line as this module knows it: digits raised, the "th" of "8th" as it is."""
    return text.translate(_RAISE)


def find_sentinels(text: str) -> Iterator[tuple[int, int]]:
    """Yield (offset, note number) for each sentinel in `text`."""
    for match in _SENTINEL.finditer(text):
        yield match.start(), ord(match[0]) - FIRST_SENTINEL
