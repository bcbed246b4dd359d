"""The reading text: lines of any format become a `Document`, each step a module of its own."""

from collections.abc import Sequence
from dataclasses import replace

from ..model.document import Anchor, Document, Note
from .furniture import remove_furniture
from .joining import Paragraph, join_lines
from .mail_thread import split_quote
from .markup import remove_markup
from .notes import LiftedNote, find_sentinels, lift_notes
from .source_line import TURN, SourceLine
from .spaced_capitals import close_spaced_capitals


def to_document(source: str, lines: Sequence[SourceLine], *, ocr: bool = False) -> Document:
    """Return the document of `source` that holds these lines; `ocr` if they were recognised in a scan."""
    clean = [line if line.text == TURN else _to_words(line) for line in lines]
    body, lifted = lift_notes(remove_furniture(close_spaced_capitals(clean)))
    paragraphs = join_lines(body)
    text, anchors, positions = _assemble(paragraphs)
    notes = tuple(_to_note(note, positions.get(number)) for number, note in enumerate(lifted))
    return Document(source=source, text=text, notes=notes, anchors=anchors, quoted=_find_quoted(paragraphs), ocr=ocr)


def _to_words(line: SourceLine) -> SourceLine:
    depth, text = split_quote(line.text)
    return replace(line, text=remove_markup(text), is_quoted=depth > 0)


def _find_quoted(paragraphs: Sequence[Paragraph]) -> tuple[tuple[int, int], ...]:
    """Return where the lines that bore marks stand in the text; none where all of them did."""
    quoted: list[tuple[int, int]] = []
    place, has_own = 0, False
    for paragraph in paragraphs:
        marks = sum(1 for _, line in paragraph for _ in find_sentinels(line.text))
        end = place + sum(len(glue) + len(line.text) for glue, line in paragraph) - marks
        if paragraph and paragraph[0][1].is_quoted:
            quoted.append((place, end))
        else:
            has_own = has_own or bool(paragraph)
        place = end + 1
    return tuple(quoted) if has_own else ()


def _assemble(paragraphs: Sequence[Paragraph]) -> tuple[str, tuple[Anchor, ...], dict[int, int]]:
    """Return the text without sentinels, its anchors, and where the mark of each note stood."""
    parts: list[str] = []
    anchors: list[Anchor] = []
    positions: dict[int, int] = {}
    length = 0
    for paragraph in paragraphs:
        for glue, line in paragraph:
            length += len(glue)
            anchors.append(Anchor(start=length, line=line.line, page=line.page))
            marks = list(find_sentinels(line.text))
            for earlier, (offset, number) in enumerate(marks):
                positions.setdefault(number, length + offset - earlier)
            words = line.text
            for _, number in marks:
                words = words.replace(chr(0xE000 + number), "")
            parts += [glue, words]
            length += len(words)
        parts.append("\n")
        length += 1
    return "".join(parts), tuple(anchors) or (Anchor(start=0, line=1),), positions


def _to_note(note: LiftedNote, position: int | None) -> Note:
    words = " ".join(line.text.strip() for line in note.lines)
    first = note.lines[0]
    return Note(mark=note.mark, text=words, position=position, line=first.line, page=first.page)
