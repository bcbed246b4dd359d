"""PDF: the characters of each page with their places, through PDFium. What they mean is left to others."""

import ctypes
import math
from collections import Counter
from collections.abc import Iterator, Sequence

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from ..model.errors import SourceError
from .page_lines import to_source_lines
from .page_words import Glyph, Page, find_words
from .source_line import SourceLine
from .text_recognition import TextlessError

_MOST_PAGES = 2_000
_MOST_GLYPHS = 100_000
_FEWEST_LETTERS = 8
"""A scan may carry a stamp or a page number as text: fewer letters than this on all pages are no text."""

_HYPHENS = {0x02, 0xAD, 0xFFFE}
_LINE_ENDS = {0x0A, 0x0D}
_BLANKS = {0x00, 0x09, 0x20, 0xA0, 0x3000, *_LINE_ENDS}
_FARTHEST = 1e6
_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "ft",
    0xFB06: "st",
}


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
    letters = sum(character.isalpha() for page in pages for word in page.words for character in word.text)
    if letters < _FEWEST_LETTERS:
        raise TextlessError(source)
    return to_source_lines(pages)


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
        if text.count_chars() > _MOST_GLYPHS:
            raise SourceError(source, f"page {number + 1} holds more characters than a page of a letter can.")
        glyphs = list(_find_glyphs(text))
        left, bottom, right, top = page.get_bbox()
    finally:
        text.close()
        page.close()
    angle = _find_angle(glyphs)
    words = find_words(glyph for glyph in glyphs if glyph.angle == angle or not glyph.size)
    low, high = {0: (bottom, top), 90: (-right, -left), 180: (-top, -bottom), 270: (left, right)}[angle]
    return Page(number=number + 1, low=low, high=high, words=words)


def _find_angle(glyphs: Sequence[Glyph]) -> int:
    """Return the angle at which most of a page is written; what stands across it is a stamp in the margin."""
    angles = Counter(glyph.angle for glyph in glyphs if glyph.size and glyph.angle in {0, 90, 180, 270})
    return max(angles, key=lambda angle: (angles[angle], -angle), default=0)


def _find_glyphs(text: pypdfium2.PdfTextPage) -> Iterator[Glyph]:
    """Yield the characters of a page in the order of the file, each as if its line ran from left to right."""
    box, x, y, matrix = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double(), pdfium.FS_MATRIX()
    # size and angle are those of the piece of text that a character stands in: asked for once for each piece
    pieces: dict[int, tuple[float, int]] = {}
    page = text.raw
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(page, index)
        piece = ctypes.cast(pdfium.FPDFText_GetTextObject(page, index), ctypes.c_void_p).value
        if piece is None or code in _BLANKS:
            yield Glyph(text="\n" if code in _LINE_ENDS else " ")
            continue
        if piece not in pieces:
            pdfium.FPDFText_GetMatrix(page, index, matrix)
            angle = round(math.degrees(math.atan2(matrix.b, matrix.a))) % 360
            size = pdfium.FPDFText_GetFontSize(page, index) * math.hypot(matrix.c, matrix.d)
            pieces[piece] = size, angle
        pdfium.FPDFText_GetLooseCharBox(page, index, box)
        pdfium.FPDFText_GetCharOrigin(page, index, x, y)
        size, angle = pieces[piece]
        left, right, base = _turn(box, x.value, y.value, angle)
        # what is no number at all is not below the limit either
        if abs(left) + abs(right) + abs(base) + abs(size) < _FARTHEST:
            character = "-" if code in _HYPHENS else _LIGATURES.get(code) or _to_character(code)
            yield Glyph(text=character, left=left, right=right, base=base, size=abs(size), angle=angle)


def _turn(box: pdfium.FS_RECTF, x: float, y: float, angle: int) -> tuple[float, float, float]:
    """Return left, right and base line of a character on a page that was turned by `angle`."""
    if angle == 90:
        return box.bottom, box.top, -x
    if angle == 180:
        return -box.right, -box.left, -y
    if angle == 270:
        return -box.top, -box.bottom, x
    return box.left, box.right, y


def _to_character(code: int) -> str:
    """Return the character of a code; what is none (half of a pair, a control) stands for nothing."""
    return chr(code) if 0x20 <= code < 0xD800 or 0xE000 <= code < 0x110000 else ""
