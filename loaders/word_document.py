"""Word documents: paragraphs, tables, text boxes, notes, and the head of the first page above them."""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from .line_writer import LineWriter
from .source_line import SourceLine
from .word_styles import ParagraphStyle, WordStyles
from .zipped_xml import ZippedXml, find_all, find_attribute, find_child, to_name

# space between paragraphs, in twentieths of a point, from which on a reader sees two blocks
_BLOCK_SPACE = 100
_DELETED = {"del", "moveFrom", "pPr", "rPr", "instrText", "delText", "footnoteRef", "endnoteRef"}
_CHARACTERS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "-", "cr": "\n"}
_OFF = {"0", "false", "none"}


def load_word_document(source: str, data: bytes) -> Sequence[SourceLine]:
    """Return the lines of a DOCX file; its notes stand at the end, as they would below a page.

    Raises:
        SourceError: the file is encrypted or damaged.
    """
    return _WordReader(ZippedXml(source, data, "Word")).read()


class _WordReader:
    def __init__(self, package: ZippedXml) -> None:
        self._package = package
        self._main = find_main_part(package)
        folder, _, name = self._main.rpartition("/")
        self._folder = f"{folder}/" if folder else ""
        links = package.find(f"{self._folder}_rels/{name}.rels")
        self._links = {
            find_attribute(link, "Id"): find_attribute(link, "Target") or "" for link in find_all(links, "Relationship")
        }
        self._styles = WordStyles(self._find("styles.xml"), self._find("numbering.xml"))
        self._notes: dict[tuple[str, str], int] = {}
        self._out = LineWriter()
        self._before: ParagraphStyle | None = None

    def read(self) -> list[SourceLine]:
        body = find_child(self._package.load(self._main), "body")
        if body is not None:
            head = self._find_first_head(body)
            if head is not None:
                self._read_blocks(head)
                self._out.part_blocks()
            self._read_blocks(body)
        self._write_notes()
        return self._out.lines

    def _find(self, name: str) -> Element | None:
        return self._package.find(f"{self._folder}{name}")

    def _find_first_head(self, body: Element) -> Element | None:
        """Return the head that the first page shows: its own, or the one of every page."""
        section = next((each for each in body.iter() if to_name(each) == "sectPr"), None)
        own = find_child(section, "titlePg")
        wanted = "first" if own is not None and find_attribute(own, "val") not in _OFF else "default"
        for reference in find_all(section, "headerReference"):
            if find_attribute(reference, "type") == wanted:
                return self._find(self._links.get(find_attribute(reference, "id"), "").removeprefix("/word/"))
        return None

    def _read_blocks(self, parent: Element) -> None:
        for block in parent:
            name = to_name(block)
            if name == "p":
                self._read_paragraph(block)
            elif name == "tbl":
                self._read_table(block)
            elif name in {"sdt", "sdtContent", "customXml", "ins", "moveTo", "txbxContent"}:
                self._read_blocks(block)

    def _read_paragraph(self, paragraph: Element) -> None:
        properties = find_child(paragraph, "pPr")
        style = self._styles.find_style(properties)
        for box in _find_boxes(paragraph):
            self._out.part_blocks()
            self._read_blocks(box)
            self._out.part_blocks()
        pieces = list(self._find_words(paragraph))
        if not any(words.strip() for words, _ in pieces):
            self._out.part_blocks()
            return
        if self._is_new_block(style):
            self._out.part_blocks()
        self._before = style
        self._out.write(self._styles.next_mark(style))
        for words, raised in pieces:
            for number, part in enumerate(words.split("\n")):
                if number:
                    self._out.turn_line()
                self._out.write(part, raised=raised)
        self._out.break_line()

    def _is_new_block(self, style: ParagraphStyle) -> bool:
        before = self._before
        if before is None:
            return False
        if before.name == style.name and before.is_tight and style.is_tight:
            return False
        return max(before.after, style.before) >= _BLOCK_SPACE

    def _find_words(self, parent: Element, *, raised: bool = False) -> Iterator[tuple[str, bool]]:
        """Yield the words of a paragraph, a run or a group of them, and whether they stand above the line."""
        for child in parent:
            name = to_name(child)
            if name in _DELETED or name in {"AlternateContent", "drawing", "pict"}:
                continue
            if name == "t":
                yield child.text or "", raised
            elif name in _CHARACTERS:
                yield _CHARACTERS[name], raised
            elif name == "br":
                yield "\n", raised
            elif name in {"footnoteReference", "endnoteReference"}:
                if find_attribute(child, "customMarkFollows") in {None, *_OFF}:
                    yield self._to_mark(name.removesuffix("Reference"), child), True
            elif name == "r":
                properties = find_child(child, "rPr")
                hidden = find_child(properties, "vanish")
                if hidden is None or find_attribute(hidden, "val") in _OFF:
                    above = find_attribute(find_child(properties, "vertAlign"), "val") == "superscript"
                    yield from self._find_words(child, raised=above)
            elif len(child):
                yield from self._find_words(child, raised=raised)

    def _to_mark(self, kind: str, reference: Element) -> str:
        note = (kind, find_attribute(reference, "id") or "")
        return str(self._notes.setdefault(note, len(self._notes) + 1))

    def _read_table(self, table: Element) -> None:
        self._out.part_blocks()
        for row in _find_parts(table, "tr"):
            self._out.write_row([self._read_cell(cell) for cell in _find_parts(row, "tc")])
        self._out.part_blocks()

    def _read_cell(self, cell: Element) -> list[str]:
        outer, before = self._out, self._before
        self._out, self._before = LineWriter(), None
        self._read_blocks(cell)
        lines = [line.text for line in self._out.lines]
        self._out, self._before = outer, before
        return lines

    def _write_notes(self) -> None:
        notes = {
            (kind, find_attribute(note, "id")): note
            for kind in ("footnote", "endnote")
            for note in find_all(self._find(f"{kind}s.xml"), kind)
        }
        for place, number in self._notes.items():
            if place in notes:
                words = "".join(words for words, _ in self._find_words(notes[place]))
                self._out.part_blocks()
                self._out.write(str(number), raised=True)
                self._out.write(f" {' '.join(words.split())}")
                self._out.break_line()


def find_main_part(package: ZippedXml) -> str:
    """Return the name of the part of a Word file that has its text."""
    for link in find_all(package.find("_rels/.rels"), "Relationship"):
        if (find_attribute(link, "Type") or "").endswith("/officeDocument"):
            return (find_attribute(link, "Target") or "").lstrip("/")
    return "word/document.xml"


def _find_parts(parent: Element, name: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, those in a content control too."""
    for child in parent:
        if to_name(child) == name:
            yield child
        elif to_name(child) in {"sdt", "sdtContent", "customXml", "ins"}:
            yield from _find_parts(child, name)


def _find_boxes(paragraph: Element) -> Iterator[Element]:
    """Yield the text boxes that hang on a paragraph; Word writes each a second time for older programs."""
    waiting = list(paragraph)[::-1]
    while waiting:
        element = waiting.pop()
        name = to_name(element)
        if name == "txbxContent":
            yield element
        elif name == "AlternateContent":
            chosen = find_child(element, "Choice")
            waiting.extend(list(chosen if chosen is not None else element)[::-1])
        elif name not in {"del", "moveFrom"}:
            waiting.extend(list(element)[::-1])
