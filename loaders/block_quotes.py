"""The paragraphs that an author has set apart as quotations, which the reading text of a file does not tell."""

import re
from io import BytesIO
from pathlib import Path

from .decoding import decode_text

# "> a quoted line", in Markdown and plain text
_MARKED = re.compile(r"^[ \t]*>[ \t>]*(?P<words>.*)$")


def load_block_quotes(path: Path) -> list[str]:
    """Return the block quotations of a file that can be read: of Markdown, text, Word and web pages.

    In Word these are paragraphs in a style for quotations, or set in from the left and no item of a list.
    """
    suffix, data = path.suffix.lower(), path.read_bytes()
    if suffix in (".md", ".txt"):
        return _find_marked(decode_text(path.as_posix(), data))
    if suffix == ".docx":
        return _find_set_in(data)
    return _find_tagged(data) if suffix in (".htm", ".html") else []


def _find_marked(text: str) -> list[str]:
    quotes: list[list[str]] = []
    is_open = False
    for line in text.splitlines():
        match = _MARKED.match(line)
        if match and match["words"].strip():
            quotes.append([*quotes.pop(), match["words"]] if is_open else [match["words"]])
        is_open = match is not None and bool(match["words"].strip())
    return [" ".join(lines) for lines in quotes]


def _find_set_in(data: bytes) -> list[str]:
    from docx import Document  # takes a while to import

    found = []
    for paragraph in Document(BytesIO(data)).paragraphs:
        style = (paragraph.style.name or "") if paragraph.style else ""
        is_item = style.startswith("List") or (paragraph._p.pPr is not None and paragraph._p.pPr.numPr is not None)
        is_set_in = bool(paragraph.paragraph_format.left_indent) and not is_item
        if paragraph.text.strip() and ("quote" in style.casefold() or is_set_in):
            found.append(paragraph.text)
    return found


def _find_tagged(data: bytes) -> list[str]:
    from selectolax.lexbor import LexborHTMLParser

    return [node.text(separator=" ") for node in LexborHTMLParser(data).css("blockquote")]
