"""Words of a format that knows its paragraphs, written down as lines."""

import re
from collections.abc import Sequence
from dataclasses import replace

from .notes import to_raised
from .source_line import SourceLine

BULLET = "• "
"""What stands before the item of a list without numbers, whatever the file shows there."""

# "Our ref:\tABC/1" and "2.\tThe second point": a stop behind a label parts no columns
_LABEL_STOP = re.compile(r"^(\s*(?:[^\t]{0,40}:|[^\w\s]|[(\[]?\w{1,4}[.)\]]?))\t+")
_RAISED = re.compile(r"\s*[\[(]?\d{1,3}[\])]?\s*")


class LineWriter:
    """Collects words into lines; where a paragraph ends, none goes on in the next."""

    def __init__(self) -> None:
        self._lines: list[SourceLine] = []
        self._words: list[str] = []
        self._goes_on: bool | None = False

    def write(self, words: str, *, raised: bool = False) -> None:
        """Add words to the line; numbers above the line become raised digits, brackets around them go."""
        if raised and _RAISED.fullmatch(words):
            words = to_raised(words.strip(" \t\n[]()"))
        self._words.append(words)

    def break_line(self) -> None:
        """End the line, if it holds words, and the paragraph with it."""
        self._end_line()
        self._goes_on = False

    def turn_line(self) -> None:
        """End the line inside a paragraph; whoever typed it may have meant an end or only the margin.

        A second turn without words between them is an empty line.
        """
        if self.is_empty:
            self.part_blocks()
        else:
            self._end_line()
            self._goes_on = None

    def part_blocks(self) -> None:
        """End the line and the block; a second call without words between them does nothing."""
        self.break_line()
        if self._lines and self._lines[-1].text:
            self._lines.append(SourceLine(text="", line=len(self._lines) + 1))

    def add_lines(self, lines: Sequence[SourceLine]) -> None:
        """Add lines that another writer has collected."""
        self.break_line()
        for line in lines:
            self._lines.append(replace(line, line=len(self._lines) + 1))

    def next_cell(self) -> None:
        """Part a cell of a table from the next one in its line; "From:" and what it announces need no bar."""
        if not self.is_empty:
            before = "".join(self._words).rstrip()
            self._words = [before, " " if before.endswith(":") else " | "]

    def write_row(self, cells: Sequence[Sequence[str]]) -> None:
        """Add the row of a table: one line; where cells hold several lines, each is a block of its own."""
        self.break_line()
        filled = [lines for cell in cells if (lines := [line for line in cell if line.strip()])]
        if all(len(lines) == 1 for lines in filled):
            for lines in filled:
                self.next_cell()
                self.write(lines[0].strip())
            self.break_line()
            return
        for lines in filled:
            self.part_blocks()
            for line in lines:
                self.write(line)
                self.break_line()
        self.part_blocks()

    def _end_line(self) -> None:
        text = "".join(self._words)
        self._words.clear()
        if text.strip():
            text = _LABEL_STOP.sub(r"\1 ", text.strip("\n\r\t "))
            self._lines.append(SourceLine(text=text, line=len(self._lines) + 1, goes_on=self._goes_on))

    @property
    def is_empty(self) -> bool:
        """Whether the line under way holds no words yet."""
        return not any(words.strip() for words in self._words)

    @property
    def ends_in_blank(self) -> bool:
        """Whether the line under way holds no words yet, or a blank behind them."""
        return self.is_empty or self._words[-1].endswith(" ")

    @property
    def lines(self) -> list[SourceLine]:
        """The lines so far."""
        self.break_line()
        return list(self._lines)
