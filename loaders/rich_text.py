"""RTF: the words of a document among its control words, after the specification 1.9.1 of Microsoft."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from ..model.errors import SourceError
from .line_writer import BULLET, LineWriter
from .rich_text_state import CHARSETS, RichTextState, find_encoding
from .source_line import SourceLine

_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+)"
)
_SKIPPED = {
    "fonttbl", "colortbl", "stylesheet", "listtable", "listoverridetable", "rsidtbl", "filetbl", "revtbl", "pgptbl",
    "info", "generator", "template", "operator", "password", "private", "themedata", "colorschememapping",
    "latentstyles", "datastore", "xmlnstbl", "mmathPr", "pict", "object", "nonshppict", "sp", "shprslt", "fldinst",
    "bkmkstart", "bkmkend", "atnid", "atnauthor", "annotation", "tc", "xe", "footer", "footerl", "footerr", "footerf",
    "headerl", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "pntxta", "pntxtb",
}  # fmt: skip
# destinations that readers may ignore, and that hold words none the less
_STARRED = frozenset({"footnote", "shpinst", "shptxt"})
_HEADS = frozenset({"header", "headerr", "headerf"})
_CHARACTERS = {
    "tab": "\t", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”",    "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ", "~": " ",
    "_": "-", "\\": "\\", "{": "{", "}": "}",
}  # fmt: skip
_BLOCK_SPACE = 100
"""Space between paragraphs, in twentieths of a point, from which on a reader sees two blocks."""


def load_rich_text(source: str, data: bytes) -> Sequence[SourceLine]:
    """Return the lines of an RTF file; its notes stand at the end, as they would below a page.

    Raises:
        SourceError: it is no RTF.
    """
    if not data.lstrip().startswith(b"{\\rtf"):
        raise SourceError(source, "this is no RTF file. Name it by its kind, or save it again as RTF.")
    return _RichTextReader(data.decode("latin-1")).read()


class _RichTextReader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._state = RichTextState()
        self._outer: list[RichTextState] = []
        self._body = LineWriter()
        self._heads: dict[str, LineWriter] = {}
        self._notes: list[LineWriter] = []
        self._cells: list[list[str]] = []
        self._cell = LineWriter()
        self._label: list[str] = []
        self._encoding = "cp1252"
        self._fonts: dict[int, str] = {}
        self._font = 0
        self._bytes = bytearray()
        self._passed = 0
        self._half = 0xD800
        self._space: int | None = None
        self._is_begun = False
        self._has_title_page = False
        self._starred = False

    def read(self) -> list[SourceLine]:
        place = 0
        while match := _TOKEN.match(self._text, place):
            place = match.end()
            word, number, code, symbol, brace, plain = match.groups()
            if code or plain:
                self._read_bytes(bytes([int(code, 16)]) if code else plain.encode("latin-1"))
                continue
            if brace != "{" and not word and not symbol and not brace:
                continue
            self._flush()
            if brace:
                self._passed = 0
                (self._enter if brace == "{" else self._leave)()
            elif word == "bin":
                place += max(int(number or 0), 0)
            else:
                self._turn(word or symbol, int(number) if number else None)
        self._flush()
        return self._to_lines()

    def _to_lines(self) -> list[SourceLine]:
        self._end_row()
        out = LineWriter()
        first = ["headerf"] if self._has_title_page else ["header", "headerr"]
        head = next((self._heads[name] for name in first if name in self._heads), LineWriter())
        for part in (head, self._body):
            out.add_lines(part.lines)
            out.part_blocks()
        for number, note in enumerate(self._notes, start=1):
            out.write(str(number), raised=True)
            out.write(f" {' '.join(line.text for line in note.lines)}")
            out.part_blocks()
        return out.lines

    @property
    def _out(self) -> LineWriter:
        if self._state.kind == "footnote" and self._notes:
            return self._notes[-1]
        if self._state.kind in _HEADS:
            return self._heads.setdefault(self._state.kind, LineWriter())
        return self._cell if self._state.in_table else self._body

    def _enter(self) -> None:
        self._outer.append(self._state)

    def _leave(self) -> None:
        state = self._state
        self._state = self._outer.pop() if self._outer else RichTextState()
        if state.kind == "listtext" != self._state.kind:
            label = "".join(self._label).strip()
            self._label.clear()
            self._write(f"{label} " if re.search(r"\w", label) else BULLET)
        elif state.kind == "shptxt" != self._state.kind:
            self._out.break_line()

    def _read_bytes(self, data: bytes) -> None:
        if self._passed:
            taken = min(self._passed, len(data))
            self._passed -= taken
            data = data[taken:]
        if not self._state.skips:
            self._bytes += data
        elif self._state.kind == "fonttbl":
            self._bytes.clear()

    def _flush(self) -> None:
        if self._bytes:
            words = self._bytes.decode(self._state.encoding or self._encoding, "replace")
            self._bytes.clear()
            self._write(words)

    def _write(self, words: str) -> None:
        state = self._state
        if state.skips or state.hidden:
            return
        if state.kind == "listtext":
            self._label.append(words)
            return
        if not self._is_begun and words.strip() and not state.kind:
            self._is_begun = True
            if self._space is not None and max(self._space, state.before) >= _BLOCK_SPACE:
                self._out.part_blocks()
            self._space = state.after
        shown = "".join(_shown(character) for character in words)
        self._out.write(shown, raised=state.raised)

    def _turn(self, word: str, number: int | None) -> None:
        starred, self._starred = self._starred, word == "*"
        if word == "fcharset" and self._state.kind == "fonttbl":
            self._fonts[self._font] = CHARSETS.get(number or 0, "")
        elif word == "f" and self._state.kind == "fonttbl":
            self._font = number or 0
        elif word in _SKIPPED or (starred and word not in _STARRED):
            self._state = replace(self._state, kind=word, skips=True)
        elif not self._state.skips and word != "*":
            self._turn_words(word, number)

    def _turn_words(self, word: str, number: int | None) -> None:
        if word in _CHARACTERS:
            self._write(_CHARACTERS[word])
        elif word == "u":
            self._write_unicode(number or 0)
        elif word in _HEADS or word in {"footnote", "listtext", "pntext", "shptxt"}:
            self._open(word)
        elif word == "chftn" and self._state.kind != "footnote":
            self._out.write(str(len(self._notes) + 1), raised=True)
        elif action := _ACTIONS.get(word):
            action(self)
        else:
            self._state = self._state.with_control(word, number)
            if word == "ansicpg":
                self._encoding = find_encoding(number) or self._encoding
            elif word == "f":
                self._state = replace(self._state, encoding=self._fonts.get(number or 0) or None)
            elif word == "titlepg":
                self._has_title_page = True

    def _open(self, word: str) -> None:
        if word == "footnote":
            self._notes.append(LineWriter())
        elif word == "shptxt":
            self._out.part_blocks()
        kind = {"pntext": "listtext"}.get(word, word)
        self._state = replace(RichTextState(encoding=self._state.encoding), kind=kind)

    def _write_unicode(self, number: int) -> None:
        unit = number % 0x10000
        self._passed = self._state.unicode_skip
        # a character beyond the first plane comes as two halves, one `\\u` each
        if 0xD800 <= unit < 0xDC00:
            self._half = unit
        elif 0xDC00 <= unit < 0xE000:
            self._write(chr(0x10000 + ((self._half - 0xD800) << 10) + unit - 0xDC00))
            self._half = 0xD800
        else:
            self._write(chr(unit))

    def _end_paragraph(self) -> None:
        if self._out.is_empty:
            self._out.part_blocks()
        else:
            self._out.break_line()
        self._is_begun = self._is_begun and bool(self._state.kind)

    def _end_line(self) -> None:
        self._out.turn_line()

    def _end_cell(self) -> None:
        self._cells.append([line.text for line in self._cell.lines])
        self._cell = LineWriter()
        self._is_begun = False

    def _end_row(self) -> None:
        if any(line.text for line in self._cell.lines):
            self._end_cell()
        self._body.write_row(self._cells)
        self._cells = []


def _shown(character: str) -> str:
    if character == "\t" or character.isprintable():
        return character
    return " " if character.isspace() else ""


_ACTIONS: dict[str, Callable[[_RichTextReader], None]] = {
    "par": _RichTextReader._end_paragraph,
    "\n": _RichTextReader._end_paragraph,
    "\r": _RichTextReader._end_paragraph,
    "sect": _RichTextReader._end_paragraph,
    "page": _RichTextReader._end_paragraph,
    "line": _RichTextReader._end_line,
    "cell": _RichTextReader._end_cell,
    "nestcell": _RichTextReader._end_cell,
    "row": _RichTextReader._end_row,
}
