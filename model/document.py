"""A source file as text that can be read: what a loader gives to extraction."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """From the code point `start` of a text on, the words stand at `line` (and `page`) of the source file.

    Both count from 1; `page` is None where the format has no pages.
    """

    start: int
    line: int
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A footnote or endnote, lifted out of the running text.

    `mark` is what refers to it ("3"), `position` the code point of the body where the mark stood
    (None when no mark was found), `line` and `page` where the note itself stands in the file.
    """

    mark: str
    text: str
    position: int | None
    line: int
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The reading text of one source file.

    In `text` a line is a line of a head or a foot, or a whole paragraph; an empty line parts blocks. Footnotes
    are in `notes`, page furniture is gone, broken lines and words are joined. `anchors` (ordered by
    `start`, the first at 0) lead back to the file. `source` is the path of the file; a part of a mail is named
    behind it ("mail.eml#letter.pdf"). `quoted` is where the lines stand that the file marks as quoted. `ocr` tells
    that the words were recognised in a scan.
    """

    source: str
    text: str
    notes: tuple[Note, ...]
    anchors: tuple[Anchor, ...]
    quoted: tuple[tuple[int, int], ...] = ()
    ocr: bool = False
