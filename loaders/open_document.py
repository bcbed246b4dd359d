"""OpenDocument texts (LibreOffice): paragraphs, tables, frames and notes in their order."""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from .line_writer import LineWriter
from .list_numbers import ListCounter
from .open_styles import OpenStyles, find_first_head
from .source_line import SourceLine
from .zipped_xml import ZippedXml, find_all, find_attribute, find_child, to_count, to_name

# points of space between two paragraphs from which on a reader sees two blocks
_BLOCK_SPACE = 5.0
_PASSED_OVER = {"annotation", "annotation-end", "tracked-changes", "note-citation", "title", "desc", "forms"}
_MOST_SPACES = 200


def load_open_document(source: str, data: bytes) -> Sequence[SourceLine]:
    """Return the lines of an ODT file; its notes stand at the end, as they would below a page.

    Raises:
        SourceError: the file is encrypted or damaged.
    """
    package = ZippedXml(source, data, "LibreOffice")
    manifest = package.find("META-INF/manifest.xml")
    if manifest is not None and any(to_name(each) == "encryption-data" for each in manifest.iter()):
        raise package.encrypted()
    content, styles = package.load("content.xml"), package.find("styles.xml")
    reader = _TextReader(OpenStyles(styles, content))
    return reader.read(find_first_head(styles), find_child(content, "body", "text"))


class _TextReader:
    def __init__(self, styles: OpenStyles) -> None:
        self._styles = styles
        self._notes: list[Element] = []
        self._out = LineWriter()
        self._lists: list[ListCounter] = []
        self._space: float | None = None

    def read(self, *parts: Element | None) -> list[SourceLine]:
        for part in parts:
            if part is not None:
                self._read_blocks(part)
                self._out.part_blocks()
        for number, note in enumerate(self._notes, start=1):
            body = find_child(note, "note-body")
            words = "".join(words for words, _ in self._find_words(body)) if body is not None else ""
            self._out.write(str(number), raised=True)
            self._out.write(f" {' '.join(words.split())}")
            self._out.part_blocks()
        return self._out.lines

    def _read_blocks(self, parent: Element, mark: str = "") -> None:
        """Read what stands in `parent`; `mark` is written before its first paragraph."""
        for block in parent:
            name = to_name(block)
            if name in {"p", "h"}:
                self._read_paragraph(block, mark)
                mark = ""
            elif name == "list":
                self._read_list(block)
            elif name == "table":
                self._read_table(block)
            elif name not in _PASSED_OVER:
                self._read_blocks(block)

    def _read_paragraph(self, paragraph: Element, mark: str) -> None:
        for frame in _find_frames(paragraph):
            self._out.part_blocks()
            self._read_blocks(frame)
            self._out.part_blocks()
        pieces = list(self._find_words(paragraph))
        if not any(words.strip() for words, _ in pieces):
            self._out.part_blocks()
            return
        before, after = self._styles.find_space(find_attribute(paragraph, "style-name"))
        if self._space is not None and max(self._space, before) >= _BLOCK_SPACE:
            self._out.part_blocks()
        self._space = after
        self._out.write(mark)
        for words, raised in pieces:
            for number, part in enumerate(words.split("\v")):
                if number:
                    self._out.turn_line()
                self._out.write(part, raised=raised)
        self._out.break_line()

    def _find_words(self, parent: Element, *, raised: bool = False) -> Iterator[tuple[str, bool]]:
        """Yield the words of a paragraph and whether they stand above the line; "\\v" breaks the line."""
        yield _to_words(parent.text), raised
        for child in parent:
            name = to_name(child)
            if name == "note":
                self._notes.append(child)
                yield str(len(self._notes)), True
            elif name in {"s", "tab", "line-break"}:
                count = min(to_count(find_attribute(child, "c"), 1), _MOST_SPACES)
                yield {"s": " " * count, "tab": "\t", "line-break": "\v"}[name], raised
            elif name == "span":
                style = find_attribute(child, "style-name")
                if not self._styles.is_hidden(style):
                    yield from self._find_words(child, raised=raised or self._styles.is_raised(style))
            elif name not in _PASSED_OVER and name not in {"frame", "custom-shape"}:
                yield from self._find_words(child, raised=raised)
                if name in {"p", "h"}:
                    yield " ", False
            yield _to_words(child.tail), raised

    def _read_list(self, block: Element) -> None:
        depth = len(self._lists)
        name = find_attribute(block, "style-name")
        if name is not None or not self._lists:
            counter = ListCounter(self._styles.find_levels(name))
        else:
            counter = self._lists[-1]
        self._lists.append(counter)
        for item in block:
            mark = counter.next_mark(depth) if to_name(item) == "list-item" else ""
            self._read_blocks(item, mark)
        self._lists.pop()

    def _read_table(self, table: Element) -> None:
        self._out.part_blocks()
        for row in _find_rows(table):
            self._out.write_row([self._read_cell(cell) for cell in find_all(row, "table-cell")])
        self._out.part_blocks()

    def _read_cell(self, cell: Element) -> list[str]:
        outer, space = self._out, self._space
        self._out, self._space = LineWriter(), None
        self._read_blocks(cell)
        lines = [line.text for line in self._out.lines]
        self._out, self._space = outer, space
        return lines


def _to_words(text: str | None) -> str:
    """Return text as OpenDocument means it: any run of blanks is one, as in HTML."""
    return " ".join(f"|{text}|".split())[1:-1] if text else ""


def _find_rows(table: Element) -> Iterator[Element]:
    for child in table:
        name = to_name(child)
        if name == "table-row":
            yield child
        elif name in {"table-header-rows", "table-rows", "table-row-group"}:
            yield from _find_rows(child)


def _find_frames(paragraph: Element) -> Iterator[Element]:
    """Yield the text boxes that hang on a paragraph, those inside others with them."""
    for child in paragraph:
        if to_name(child) in {"text-box", "custom-shape"}:
            yield child
        elif to_name(child) not in _PASSED_OVER and to_name(child) != "note":
            yield from _find_frames(child)
