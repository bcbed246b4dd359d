"""Typesetting: how wide words are, and how they break into lines that fit, the same on every machine.

Words are measured in Roboto, whose files come with the program, and given five in a hundred more, so that they also fit
in Arial and what stands in for it.
"""

from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from ..phrases import to_line

_ROOM = 1.05
_ELLIPSIS = "…"


class Face:
    """The fonts under the names by which a PDF knows them."""

    REGULAR = "Roboto-Regular"
    BOLD = "Roboto-Bold"
    ITALIC = "Roboto-Italic"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock:
    """Words in one size, and the lines into which they are broken; colours are `#RRGGBB`."""

    text: str
    lines: tuple[str, ...]
    size: float
    colour: str
    is_bold: bool = False
    is_italic: bool = False

    @property
    def face(self) -> str:
        """The font's name in a PDF."""
        return Face.BOLD if self.is_bold else Face.ITALIC if self.is_italic else Face.REGULAR

    @property
    def width(self) -> float:
        """The width of the longest line."""
        return max((measure(line, self.size, face=self.face) for line in self.lines), default=0.0)

    def scaled(self, factor: float) -> "TextBlock":
        """Return the same words in another size."""
        return replace(self, size=self.size * factor)


def set_text(
    text: str,
    *,
    size: float,
    colour: str,
    width: float = float("inf"),
    most: int | None = None,
    is_bold: bool = False,
    is_italic: bool = False,
) -> TextBlock:
    """Return words in lines not wider than `width`, at most `most` of them: what does not fit ends in an ellipsis."""
    face = Face.BOLD if is_bold else Face.ITALIC if is_italic else Face.REGULAR
    line = to_line(text)
    lines = wrap(line, size, width, face=face)
    if most is not None and len(lines) > most:
        lines = [*lines[: most - 1], _cut(lines[most - 1], size, width, face)]
        line = " ".join(lines)
    return TextBlock(text=line, lines=tuple(lines), size=size, colour=colour, is_bold=is_bold, is_italic=is_italic)


def measure(text: str, size: float, *, face: str = Face.REGULAR) -> float:
    """Return the width of a line in points."""
    return float(_load_fonts()[face].stringWidth(text, size)) * _ROOM


def wrap(text: str, size: float, width: float, *, face: str = Face.REGULAR) -> list[str]:
    """Return a text in lines not wider than `width` points; a longer word is broken."""
    lines: list[str] = []
    current = ""
    for word in text.split():
        longer = f"{current} {word}" if current else word
        if measure(longer, size, face=face) <= width:
            current = longer
            continue
        if current:
            lines.append(current)
        while measure(word, size, face=face) > width and len(word) > 1:
            head = _find_head(word, size, width, face)
            lines.append(word[:head])
            word = word[head:]
        current = word
    return [*lines, current] if current else lines


def find_missing_letters(text: str) -> str:
    """Return the letters of a text that the fonts lack, each once: they are boxes in a PDF or PNG."""
    known = _load_fonts()[Face.REGULAR].face.charToGlyph
    return "".join(sorted({letter for letter in to_line(text) if ord(letter) not in known}))


def register_fonts() -> None:
    """Let PDFs use the fonts."""
    for font in _load_fonts().values():
        pdfmetrics.registerFont(font)


@cache
def _load_fonts() -> dict[str, TTFont]:
    folder = files("font_roboto").joinpath("files")
    return {name: TTFont(name, str(folder.joinpath(f"{name}.ttf"))) for name in (Face.REGULAR, Face.BOLD, Face.ITALIC)}


def _find_head(word: str, size: float, width: float, face: str) -> int:
    """Return how many characters of a word fit: at least one; after a hyphen or slash if one is near."""
    head = max((end for end in range(1, len(word)) if measure(word[:end], size, face=face) <= width), default=1)
    marks = [place + 1 for place, letter in enumerate(word[:head]) if letter in "-/_."]
    return marks[-1] if marks and marks[-1] > head // 2 else head


def _cut(line: str, size: float, width: float, face: str) -> str:
    while line and measure(line + _ELLIPSIS, size, face=face) > width:
        line = line[:-1].rstrip()
    return line + _ELLIPSIS
