"""The characters of a PDF's page with their places, asked from PDFium in as few calls as there can be.

A page has thousands of characters: what a call costs counts here. What the characters mean is left to others.
"""

import ctypes
import math
from collections.abc import Sequence

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from .page_words import Glyph

_FARTHEST = 1e6
_UNTOLD = "\ufffe"
"""What the text of a page has for a hyphen at the end of a line, and for a code that means no character."""

_HYPHENS = "\x02\xad" + _UNTOLD
_LINE_ENDS = frozenset("\n\r")
_BLANKS = frozenset("\x00\t \xa0\u3000") | _LINE_ENDS
_NOTHING = "\x01"
"""What stands for a code that is no character."""

_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "ft",
    "\ufb06": "st",
}
_WRITTEN = {**{chr(code): "" for code in range(0x20)}, **dict.fromkeys(_HYPHENS, "-"), **_LIGATURES}
_BLANK = Glyph(text=" ")
_LINE_END = Glyph(text="\n")

# the library's own functions build a pointer object for each character; these take and give plain numbers,
# and hold the interpreter's lock, for they return before another thread could do anything
_PROTOTYPE = ctypes.PYFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
_find_piece = _PROTOTYPE(ctypes.cast(pdfium.FPDFText_GetTextObject, ctypes.c_void_p).value or 0)
_read_box = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)(
    ctypes.cast(pdfium.FPDFText_GetLooseCharBox, ctypes.c_void_p).value or 0
)


def find_glyphs(text: pypdfium2.PdfTextPage, count: int) -> list[Glyph]:
    """Return the `count` characters of a page in the order of the file, each as if its line ran from left to right."""
    page = ctypes.cast(text.raw, ctypes.c_void_p).value
    box = pdfium.FS_RECTF()
    place = ctypes.addressof(box)
    # what a character has from the piece of text that it stands in is asked for once for each piece
    pieces: dict[int, tuple[float, int, bool]] = {}
    last, size, angle, is_level, bottom, base = 0, 0.0, 0, False, 0.0, 0.0
    glyphs: list[Glyph] = []
    for index, character in enumerate(_read_characters(text, count)):
        if character in _BLANKS:
            glyphs.append(_LINE_END if character in _LINE_ENDS else _BLANK)
            continue
        piece = _find_piece(page, index)
        if piece is None:
            glyphs.append(_BLANK)
            continue
        if piece != last:
            if piece not in pieces:
                pieces[piece] = _find_setting(text, index)
            (size, angle, is_level), last, bottom = pieces[piece], piece, math.nan
        _read_box(page, index, place)
        if angle:
            left, right, base = _turn(box, *_find_origin(text, index), angle)
        else:
            left, right = box.left, box.right
            # characters of a level piece whose boxes end at one height stand on one base line
            if box.bottom != bottom or not is_level:
                bottom, base = box.bottom, _find_origin(text, index)[1]
        # what is no number at all is not below the limit either
        if abs(left) + abs(right) + abs(base) + size < _FARTHEST:
            glyphs.append(Glyph(_WRITTEN.get(character, character), left, right, base, size, angle))
    return glyphs


def _read_characters(text: pypdfium2.PdfTextPage, count: int) -> Sequence[str]:
    """Return what each character of a page is: all at once where the text of the page has one unit for each."""
    units = (ctypes.c_ushort * (2 * count + 1))()
    read = pdfium.FPDFText_GetText(text.raw, 0, count, units)
    # halves of pairs are left out or put together: either makes it shorter
    characters = bytes(units)[: 2 * (read - 1)].decode("utf-16-le", "ignore")
    if not read - 1 == count == len(characters):
        return [_read_character(text, index) for index in range(count)]
    if _UNTOLD in characters:
        return [_read_character(text, index) if each == _UNTOLD else each for index, each in enumerate(characters)]
    return characters


def _read_character(text: pypdfium2.PdfTextPage, index: int) -> str:
    """Return one character; half of a pair is none."""
    code = pdfium.FPDFText_GetUnicode(text.raw, index)
    return chr(code) if code < 0xD800 or 0xE000 <= code < 0x110000 else _NOTHING


def _find_setting(text: pypdfium2.PdfTextPage, index: int) -> tuple[float, int, bool]:
    """Return the size and the angle of a piece of text by one of its characters, and whether it is quite level."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text.raw, index, matrix)
    angle = round(math.degrees(math.atan2(matrix.b, matrix.a))) % 360
    size = abs(pdfium.FPDFText_GetFontSize(text.raw, index) * math.hypot(matrix.c, matrix.d))
    return size, angle, matrix.b == 0.0


def _find_origin(text: pypdfium2.PdfTextPage, index: int) -> tuple[float, float]:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text.raw, index, x, y)
    return x.value, y.value


def _turn(box: pdfium.FS_RECTF, x: float, y: float, angle: int) -> tuple[float, float, float]:
    """Return left, right and base line of a character on a page that was turned by `angle`."""
    if angle == 90:
        return box.bottom, box.top, -x
    if angle == 180:
        return -box.right, -box.left, -y
    if angle == 270:
        return -box.top, -box.bottom, x
    return box.left, box.right, y
