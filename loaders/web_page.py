"""Web pages: the words of the article, line by line; what the site sets around it is left out."""

import re
from collections.abc import Iterator, Sequence, Set

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..model.errors import SourceError
from .decoding import decode_text
from .line_writer import BULLET, LineWriter
from .source_line import SourceLine

_MOST_BYTES = 20_000_000
_DEEPEST = 1_000
# elements that nest: neither empty ones (<br>) nor those whose end a page may leave out (<p>, <li>, <td>)
_NESTING = re.compile(
    r"<(/?)(?!(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|option|optgroup"
    r"|tr|td|th|thead|tbody|tfoot|colgroup|html|head|body)[\s/>])[a-z]",
    re.IGNORECASE,
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
# what holds no words of a letter, whatever page it stands on
_DROPPED = (
    "script, style, noscript, template, head, nav, aside, footer, form, button, select, option, textarea, "
    "svg, iframe, object, video, audio, canvas, dialog, del, [hidden], [aria-hidden=true], "
    "[role=navigation], [role=banner], [role=contentinfo], [role=complementary], [role=search], "
    "[role=dialog], [role=alert], body > header, body > [title=footer]"
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_FURNITURE = re.compile(
    r"(?:^|[-_ ])(?:cookies?|consent|breadcrumbs?|skip-?link|share|sharing|social|related|newsletter|sidebar"
    r"|menu|navbar|pagination)(?:$|[-_ ])",
    re.IGNORECASE,
)
_BLOCKS = {
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "blockquote", "pre", "section", "article",
    "main", "figure", "hr", "fieldset",
}  # fmt: skip
_LINES = frozenset(
    {"div", "li", "tr", "dt", "dd", "address", "header", "caption", "figcaption", "body", "center", "details"}
)
_SPACES = re.compile(r"[ \t\n\r\f]+")
_MARK = re.compile(r"\[?(?:foot)?(?:note)?\s*(\d{1,3})\]?", re.IGNORECASE)
_BACK = re.compile(r"\s*(?:[↩↑^⏎⤴]|\u21a9\ufe0e|back(?: to (?:text|top|content))?)\ufe0e?\s*", re.IGNORECASE)


def load_web_page(source: str, data: bytes) -> Sequence[SourceLine]:
    """Return the lines of an HTML file; nothing that it links to is fetched.

    Raises:
        SourceError: the file is binary, or so large that it cannot be a letter.
    """
    if len(data) > _MOST_BYTES:
        raise SourceError(source, f"a page larger than {_MOST_BYTES // 1_000_000} MB. Save the letter alone.")
    declared = _CHARSET.search(data[:4096])
    text = decode_text(source, data, declared[1].decode("ascii", "replace") if declared else None)
    return read_web_page(source, text)


def read_web_page(source: str, text: str) -> Sequence[SourceLine]:
    """Return the lines of a page that is given as text.

    Raises:
        SourceError: its elements are nested as no letter's are.
    """
    if _is_too_deep(text):
        raise SourceError(source, "elements nested too deeply for a letter. Save the page again as text.")
    tree = LexborHTMLParser(text)
    _drop_furniture(tree)
    root = _find_article(tree)
    return _PageReader(_find_note_numbers(tree)).read(root) if root is not None else []


def _is_too_deep(text: str) -> bool:
    """Tell whether elements nest deeper than a page for people does, before a parser spends hours on it."""
    depth = 0
    for match in _NESTING.finditer(text):
        depth = max(depth - 1, 0) if match[1] else depth + 1
        if depth > _DEEPEST:
            return True
    return False


def _drop_furniture(tree: LexborHTMLParser) -> None:
    for node in tree.css(_DROPPED):
        node.decompose()
    for node in tree.css("[style], [class], [id]"):
        named = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
        hidden = _HIDDEN.search(node.attributes.get("style") or "")
        if node.tag not in {"html", "body", "main", "article"} and (hidden or _FURNITURE.search(named)):
            node.decompose()


def _find_article(tree: LexborHTMLParser) -> LexborNode | None:
    """Return the part of the page that the page itself calls its content, else all of it."""
    for selector in ("main, [role=main]", "article"):
        found = tree.css(selector)
        if len(found) == 1 and found[0].text().strip():
            return found[0]
    return tree.body


def _find_note_numbers(tree: LexborHTMLParser) -> dict[str, str]:
    """Return the number of each note by the name of its place: 1 for `<sup><a href="#fn1">1</a></sup>`."""
    numbers: dict[str, str] = {}
    for link in tree.css("a[href^='#']"):
        mark = _MARK.fullmatch(link.text().strip())
        if mark:
            numbers.setdefault((link.attributes.get("href") or "")[1:], mark[1])
    return numbers


class _PageReader:
    """One walk over a page, without recursion: pages of strangers nest as deep as they like."""

    def __init__(self, notes: dict[str, str]) -> None:
        self._notes = notes
        self._out = LineWriter()
        self._raised = 0
        self._kept = 0
        self._counts: list[int] = []

    def read(self, root: LexborNode) -> list[SourceLine]:
        for node, entering in _walk(root):
            tag = node.tag
            if node.is_text_node:
                self._write(node.text_content or "")
                continue
            if tag == "br" and entering:
                self._out.turn_line()
            elif tag in _BLOCKS or tag in _LINES:
                self._turn_block(node, entering=entering)
            elif tag in {"td", "th"} and entering:
                self._enter_cell(node)
            elif tag == "sup" or (tag == "a" and _is_mark(node)):
                self._raised += 1 if entering else -1
            if entering and tag != "li":
                self._out.write(self._note_number(node), raised=True)
        return self._out.lines

    def _write(self, text: str) -> None:
        if self._kept:
            for number, line in enumerate(text.split("\n")):
                if number:
                    self._out.turn_line()
                self._out.write(line)
            return
        text = _SPACES.sub(" ", text)
        if self._out.ends_in_blank:
            text = text.lstrip(" ")
        mark = _MARK.fullmatch(text.strip()) if self._raised else None
        if mark:
            self._out.write(mark[1], raised=True)
        elif not _BACK.fullmatch(text):
            self._out.write(text)

    def _turn_block(self, node: LexborNode, *, entering: bool) -> None:
        tag = node.tag
        if tag == "pre":
            self._kept += 1 if entering else -1
        if tag == "p" and _is_in(node, {"li", "td", "th"}):
            # the mark of the item, and the cell before, stand on the same line
            if not entering:
                self._out.break_line()
        elif tag in _BLOCKS and not (tag in {"ul", "ol"} and _is_in(node, {"li"})):
            self._out.part_blocks()
        else:
            self._out.break_line()
        if tag in {"ul", "ol"}:
            if entering:
                self._counts.append(_to_number(node.attributes.get("start"), 1))
            elif self._counts:
                self._counts.pop()
        if tag == "li" and entering:
            self._enter_item(node)

    def _enter_item(self, node: LexborNode) -> None:
        note = self._note_number(node)
        if note:
            self._out.write(note, raised=True)
        elif node.parent is not None and node.parent.tag == "ol" and self._counts:
            number = _to_number(node.attributes.get("value"), self._counts[-1])
            self._counts[-1] = number + 1
            self._out.write(f"{number}. ")
        else:
            self._out.write(BULLET)

    def _enter_cell(self, node: LexborNode) -> None:
        row = node.parent
        if row is None or any(_holds_lines(cell) for cell in row.css("td, th")):
            self._out.part_blocks()
        elif not self._out.is_empty:
            self._out.next_cell()

    def _note_number(self, node: LexborNode) -> str:
        """Return the number of the note that starts at `node`, unless the page writes it there itself."""
        place = node.attributes.get("id") or node.attributes.get("name") or ""
        number = self._notes.get(place)
        if number is None:
            return ""
        words = node.text().strip() or (node.parent.text().strip() if node.parent is not None else "")
        return "" if words.lstrip("[(").startswith(number) or _is_mark(node) else number


def _walk(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Yield each node of `root` on the way in, and each element again on the way out."""
    node = root
    while True:
        yield node, True
        below = node.first_child
        if below is not None:
            node = below
            continue
        while True:
            if not node.is_text_node:
                yield node, False
            if node.mem_id == root.mem_id:
                return
            beside, above = node.next, node.parent
            if beside is not None:
                node = beside
                break
            if above is None:
                return
            node = above


def _is_in(node: LexborNode, tags: Set[str]) -> bool:
    parent = node.parent
    return parent is not None and parent.tag in tags


def _holds_lines(cell: LexborNode) -> bool:
    """Tell whether the cell of a table holds several lines, as that of a letterhead does."""
    return bool(cell.css("br, li, table")) or len(cell.css("p, div, h1, h2, h3, h4")) > 1


def _is_mark(node: LexborNode) -> bool:
    """Tell whether a link is the mark of a note: `<a href="#fn1">1</a>`."""
    if node.tag != "a" or not (node.attributes.get("href") or "").startswith("#"):
        return False
    return bool(_MARK.fullmatch(node.text().strip()))


def _to_number(written: str | None, otherwise: int) -> int:
    return int(written) if written and re.fullmatch(r"[0-9]{1,4}", written) else otherwise
