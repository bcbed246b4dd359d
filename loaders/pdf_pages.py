"""PDF: its pages, read through PDFium. What the characters on them mean is left to others."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice

import pypdfium2  # type: ignore[import-untyped]

from ..model.errors import SourceError
from .page_lines import to_source_lines
from .page_words import Glyph, Page, find_words
from .pdf_glyphs import find_glyphs
from .source_line import SourceLine
from .text_recognition import TextlessError

_MOST_PAGES = 2_000
_MOST_GLYPHS = 100_000
_FEWEST_LETTERS = 8
"""A scan may carry a stamp or a page number as text: fewer letters than this on all pages are no text."""


def load_pdf_pages(source: str, data: bytes) -> Sequence[SourceLine]:
    """Return the lines of a PDF in reading order, each with its page; notes stand at the end of theirs.

    Raises:
        TextlessError: there are no words but in pictures.
        SourceError: the file is encrypted, damaged or too long.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _to_source_error(source, error) from error
    try:
        if len(document) > _MOST_PAGES:
            raise SourceError(source, f"more than {_MOST_PAGES} pages. Split it into its letters.")
        pages = [_read_page(source, document, number) for number in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise _to_source_error(source, error) from error
    finally:
        document.close()
    if not _has_letters(word.text for page in pages for word in page.words):
        raise TextlessError(source)
    return to_source_lines(pages)


def _has_letters(words: Iterable[str]) -> bool:
    letters = (character for word in words for character in word if character.isalpha())
    return sum(1 for _ in islice(letters, _FEWEST_LETTERS)) == _FEWEST_LETTERS


def _to_source_error(source: str, error: pypdfium2.PdfiumError) -> SourceError:
    if "password" in str(error).lower():
        what = "encrypted. Open it in a PDF reader with its password, and print or save it as a new PDF."
    else:
        what = "the file is damaged or no PDF. Open it in a PDF reader and print or save it as a new PDF."
    return SourceError(source, what)


def _read_page(source: str, document: pypdfium2.PdfDocument, number: int) -> Page:
    page = document[number]
    text = page.get_textpage()
    try:
        count = text.count_chars()
        if count > _MOST_GLYPHS:
            raise SourceError(source, f"page {number + 1} holds more characters than a page of a letter can.")
        glyphs = find_glyphs(text, count)
        left, bottom, right, top = page.get_bbox()
    finally:
        text.close()
        page.close()
    angle = _find_angle(glyphs)
    words = find_words([glyph for glyph in glyphs if glyph.angle == angle or not glyph.size])
    low, high = {0: (bottom, top), 90: (-right, -left), 180: (-top, -bottom), 270: (left, right)}[angle]
    return Page(number=number + 1, low=low, high=high, words=words)


def _find_angle(glyphs: Sequence[Glyph]) -> int:
    """Return the angle at which most of a page is written; what stands across it is a stamp in the margin."""
    angles = Counter([glyph.angle for glyph in glyphs if glyph.size])
    return max({0, 90, 180, 270} & angles.keys(), key=lambda angle: (angles[angle], -angle), default=0)
