"""The paragraphs that an author has set apart as quotations, which the reading text of a file does not tell."""

import re
from pathlib import Path
from xml.etree.ElementTree import Element

from .decoding import decode_text
from .word_document import find_main_part
from .word_styles import WordStyles
from .zipped_xml import ZippedXml, find_attribute, find_child, to_count, to_name

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
        return _find_set_in(path.as_posix(), data)
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


def _find_set_in(source: str, data: bytes) -> list[str]:
    package = ZippedXml(source, data, "Word")
    main = find_main_part(package)
    styles = WordStyles(package.find(f"{main.rpartition('/')[0]}/styles.xml"), None)
    found = []
    for paragraph in package.load(main).iter():
        if to_name(paragraph) == "p":
            properties = find_child(paragraph, "pPr")
            style = styles.find_style(properties)
            is_set_in = style.list_id in (None, "0") and _find_indent(properties) > 0
            words = "".join(part.text or "" for part in paragraph.iter() if to_name(part) == "t")
            if words.strip() and ("quote" in style.name.casefold() or is_set_in):
                found.append(words)
    return found


def _find_indent(properties: Element | None) -> int:
    """Return how far a paragraph is set in from the left, in twentieths of a point."""
    indent = find_child(properties, "ind")
    return to_count(find_attribute(indent, "left") or find_attribute(indent, "start"))


def _find_tagged(data: bytes) -> list[str]:
    from selectolax.lexbor import LexborHTMLParser

    return [node.text(separator=" ") for node in LexborHTMLParser(data).css("blockquote")]
