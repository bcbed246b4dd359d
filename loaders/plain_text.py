"""Plain text and Markdown: bytes to lines. Marks and notes are left to the reading text."""

import codecs
import re
from collections.abc import Sequence
from pathlib import Path

from ..model.errors import SourceError
from .source_line import TURN, SourceLine

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def load_plain_text(path: Path) -> Sequence[SourceLine]:
    """Return the lines of a text file in UTF-8, UTF-16 (with its mark) or Windows-1252.

    Raises:
        SourceError: the file is empty, binary, or in none of these encodings.
    """
    text = _decode(path.as_posix(), path.read_bytes())
    if not text.strip():
        raise SourceError(path.as_posix(), "the file is empty. Remove it, or save the letter into it again.")
    pages = text.count(TURN) > 0
    lines: list[SourceLine] = []
    page = 1
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), start=1):
        for part, piece in enumerate(line.split(TURN)):
            if part:
                page += 1
                lines.append(SourceLine(text=TURN, line=number, page=page))
            lines.append(SourceLine(text=piece, line=number, page=page if pages else None))
    return lines


def _decode(path: str, data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _CONTROL.search(text):
            raise SourceError(path, "this is not a text file (it holds control bytes). Name it by its kind.")
        return text
    raise SourceError(path, "bytes that are neither UTF-8, UTF-16 nor Windows-1252. Save it again as UTF-8.")
