"""One document into its letters: each with its own text, its notes at the end."""

from collections.abc import Sequence
from dataclasses import dataclass

from ...loaders.mail_thread import starts_quoted_mail
from ...model.document import Anchor, Document, Note
from ..text.lines import Line, find_lines
from ..text.span import Span
from .zones import find_salutation, is_closing, is_prose

_LONGEST_MAIL_HEAD = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class NotePlace:
    """A note at `start`–`end` of a letter's text; its mark stood at `position` (None where none was found)."""

    position: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterText:
    """The text of one letter with its anchors; the notes stand behind `body_end`, a line each.

    `quoted` is where the lines stand that the file marks as quoted.
    """

    text: str
    anchors: tuple[Anchor, ...]
    body_end: int
    notes: tuple[NotePlace, ...] = ()
    quoted: tuple[Span, ...] = ()


def divide_document(document: Document) -> list[LetterText]:
    """Return the letters that stand in `document` one behind the other.

    A new letter starts where, behind the closing of one, a second salutation follows; its head begins at the
    widest gap between the two. A mail that a letter quotes below itself is part of it.
    """
    lines = find_lines(document.text)
    starts = _find_starts(lines)
    ends = [*starts[1:], len(document.text)]
    letters: list[LetterText] = []
    for start, end in zip(starts, ends, strict=True):
        first = start == starts[0]
        notes = [note for note in document.notes if _belongs(note, start, end, first=first)]
        letters.append(_to_letter(document, start, end, notes))
    return letters


def _find_starts(lines: Sequence[Line]) -> list[int]:
    starts = [lines[0].start if lines else 0]
    greeting = find_salutation(lines)
    while greeting is not None:
        later = find_salutation(lines, greeting + 1)
        if later is None:
            break
        closings = [place for place in range(greeting + 1, later) if is_closing(lines[place].text)]
        if closings and not _is_quoted(lines, closings[0], later):
            starts.append(lines[_find_new_head(lines, closings[0], later)].start)
        greeting = later
    return starts


def _is_quoted(lines: Sequence[Line], closing: int, greeting: int) -> bool:
    """Tell whether a mail that the letter answers starts between its closing and a further salutation."""
    texts = [line.text.strip() for line in lines[: greeting + 1]]
    return any(starts_quoted_mail(texts[place : place + _LONGEST_MAIL_HEAD]) for place in range(closing + 1, greeting))


def _find_new_head(lines: Sequence[Line], closing: int, greeting: int) -> int:
    """Return the line where the next head starts: at the widest gap, in doubt at the latest one."""
    behind_prose = max((place + 1 for place in range(closing, greeting) if is_prose(lines[place].text)), default=0)
    places = range(max(closing + 2, behind_prose), greeting + 1)
    return max(places, key=lambda place: (min(lines[place].gap, 3), -abs(place - closing - 2)), default=greeting)


def _belongs(note: Note, start: int, end: int, *, first: bool) -> bool:
    if note.position is None:
        return first
    return start < note.position <= end


def _to_letter(document: Document, start: int, end: int, notes: Sequence[Note]) -> LetterText:
    raw = document.text[start:end]
    body = raw.strip()
    shift = start + len(raw) - len(raw.lstrip())
    inside = [anchor for anchor in document.anchors if shift <= anchor.start < shift + len(body)]
    before = [anchor for anchor in document.anchors if anchor.start <= shift]
    anchors = [Anchor(start=0, line=before[-1].line, page=before[-1].page)] if before else []
    anchors += [
        Anchor(start=anchor.start - shift, line=anchor.line, page=anchor.page)
        for anchor in inside
        if anchor.start > shift
    ]
    text = body
    places: list[NotePlace] = []
    for number, note in enumerate(notes):
        text += "\n" if number else "\n\n"
        anchors.append(Anchor(start=len(text), line=note.line, page=note.page))
        begin = len(text)
        text += f"[{note.mark}] {note.text}"
        position = note.position - shift if note.position is not None else None
        places.append(NotePlace(position=position, start=begin, end=len(text)))
    quoted = tuple((first - shift, last - shift) for first, last in document.quoted if start <= first < end)
    return LetterText(text=text, anchors=tuple(anchors), body_end=len(body), notes=tuple(places), quoted=quoted)
