"""A workbook for Excel and its like, with the same bytes each time. Text stays text: no letter makes a formula."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.writer.excel import ExcelWriter

from ..graph.storage.store import Cell
from .office_package import to_fixed_package

_NO_DAY = datetime(1980, 1, 1)
_WIDEST = 60
_LONGEST_TITLE = 31
_LONGEST = 32_767
"""The characters that a cell can hold."""

_MOST_ROWS = 1_048_576
"""The rows that a sheet can hold."""


def to_workbook(sheets: Mapping[str, Sequence[Sequence[Cell]]]) -> bytes:
    """Return a workbook as the bytes of a file: for each sheet, its rows, of which the first has the headings.

    What is too long for one sheet goes on in "Facts (2)", under the same headings.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in _divide(sheets):
        sheet = book.create_sheet(title)
        for number, line in enumerate(rows, 1):
            for place, value in enumerate(line, 1):
                _fill(sheet.cell(row=number, column=place), value)
        sheet.freeze_panes = "A2"
        sheet.auto_filter.ref = sheet.dimensions
        for column in sheet.columns:
            widest = max((len(line) for cell in column for line in str(cell.value or "").split("\n")), default=0)
            sheet.column_dimensions[column[0].column_letter].width = min(widest, _WIDEST) + 2
        for cell in sheet[1]:
            cell.font = Font(bold=True)
    return _save(book)


def _divide(sheets: Mapping[str, Sequence[Sequence[Cell]]]) -> Iterator[tuple[str, list[Sequence[Cell]]]]:
    """Yield the sheets with titles and lengths that a workbook can have."""
    for title, (headings, *lines) in sheets.items():
        plain = re.sub(r"[\[\]:*?/\\]", " ", title)
        for number, first in enumerate(range(0, max(len(lines), 1), _MOST_ROWS - 1), 1):
            more = f" ({number})" if number > 1 else ""
            yield plain[: _LONGEST_TITLE - len(more)] + more, [headings, *lines[first : first + _MOST_ROWS - 1]]


def _fill(cell: SheetCell, value: Cell) -> None:
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("\N{REPLACEMENT CHARACTER}", value)[:_LONGEST]
        cell.data_type = "s"  # whatever it begins with
    else:
        cell.value = value
    cell.alignment = Alignment(vertical="top", wrap_text=True)


def _save(book: Workbook) -> bytes:
    book.properties.creator = "PolicyGraph"
    book.properties.created = book.properties.modified = _NO_DAY
    out = BytesIO()
    ExcelWriter(book, ZipFile(out, "w", ZIP_DEFLATED)).save()
    return to_fixed_package(out.getvalue())
