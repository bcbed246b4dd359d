"""Plain text and Markdown: bytes to lines. Marks and notes are left to the reading text."""

import re
from collections.abc import Sequence

from .decoding import decode_text
from .source_line import TURN, SourceLine


def load_plain_text(source: str, data: bytes) -> Sequence[SourceLine]:
    """Return the lines of a text file in UTF-8, UTF-16 (with its mark) or Windows-1252.

    Raises:
        SourceError: the file is binary or in none of these encodings.
    """
    text = decode_text(source, data)
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
