"""The table that answers a saved question: for readers with the quotes under each row, or as CSV or JSON."""

import csv
import json
import re
from collections.abc import Iterator, Sequence
from io import StringIO

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from ..graph.storage.store import Cell
from ..queries.answer import Row, Table
from .identifier import render_id
from .passage import render_quotation
from .phrases import render_number, render_seasons

_GAP = 2
_EMPTY = "–"
_LONG_WORD = 16
_SHORT_LINE = 14


class TableForReaders:
    """A rich renderable: aligned columns over the whole width, and under each row its quotes.

    Where words would be cut, or texts be broken into very short lines, each row is a block with a line a column.
    """

    def __init__(self, table: Table) -> None:
        self._table = table

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield title, headings and rows, fitted to the width that there is."""
        table = self._table
        yield Text(f"{table.title} ({render_number(len(table.rows), 'row')})", style="bold")
        yield Text()
        headings = [column.heading for column in table.columns]
        lines = [headings, *(list(map(_to_text, _to_words(table, row))) for row in table.rows)]
        columns = list(zip(*lines, strict=True))
        widths = fit_widths([max(map(cell_len, column)) for column in columns], options.max_width)
        is_narrow = any(map(_is_cut, columns, widths))
        if not is_narrow or not table.rows:
            yield _render_line(headings, widths, "bold")
        for row, line in zip(table.rows, lines[1:], strict=True):
            yield _render_block(headings, line) if is_narrow else _render_line(line, widths, "")
            for quotation in row.evidence:
                yield render_quotation(quotation, indent=4)
            if row.ids:
                yield Padding(Text(_to_ids(row), style="dim"), (0, 0, 0, 4))
            yield Text()


def fit_widths(natural: Sequence[int], available: int) -> list[int]:
    """Return column widths that together fit `available`: the widest columns give way first."""
    widths = list(natural)
    surplus = sum(widths) + _GAP * (len(widths) - 1) - available
    while surplus > 0 and max(widths) > 1:
        widths[widths.index(max(widths))] -= 1
        surplus -= 1
    return widths


def to_csv(table: Table) -> str:
    """Return the table as CSV (RFC 4180) under the columns' names.

    `about` is the IRI of what a row is about, `ids` has those of all in it that can be judged, `quotes` its citations.
    A text that a spreadsheet would take for a formula, as "=1+1", gets an apostrophe in front: letters are other
    people's words. JSON has every text as it is.
    """
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*(column.name for column in table.columns), "about", "ids", "quotes"])
    for row in table.rows:
        ids = "\n".join(iri for _, iri in row.ids)
        writer.writerow([to_plain_cell(cell) for cell in (*row.cells, row.about, ids, _to_citations(row))])
    return out.getvalue()


def to_markdown(table: Table) -> str:
    """Return the table in Markdown, each row with its IDs where there are some, and numbers that lead to citations."""
    citations = dict.fromkeys(quotation.citation for row in table.rows for quotation in row.evidence)
    numbers = {citation: number for number, citation in enumerate(citations, 1)}
    headings = [*(column.heading for column in table.columns), *_find_id_heading(table), "Quotes"]
    lines = [f"**{_to_markdown_cell(table.title)}**", "", _to_markdown_line(headings), f"|{'---|' * len(headings)}"]
    for row in table.rows:
        marks = ", ".join(f"{numbers[quotation.citation]}" for quotation in row.evidence)
        ids = [_to_ids(row) for _ in _find_id_heading(table)]
        lines.append(_to_markdown_line([*map(_to_text, _to_words(table, row)), *ids, marks]))
    notes = [f"{number}. {_to_markdown_cell(citation)}" for citation, number in numbers.items()]
    return "\n".join([*lines, *([""] if notes else []), *notes]) + "\n"


def to_sheets(table: Table) -> dict[str, list[list[Cell]]]:
    """Return the table as the sheet of a workbook, under the columns' headings, with the IDs if any row has some."""
    id_heading = _find_id_heading(table)
    headings: list[Cell] = [*(column.heading for column in table.columns), *id_heading, "Quotes"]
    lines = ([*_to_words(table, row), *(_to_ids(row) for _ in id_heading), _to_citations(row)] for row in table.rows)
    return {table.title: [headings, *lines]}


def to_json(table: Table) -> str:
    """Return the table as a JSON array with an object a row.

    What can be judged in a row stands under `ids`, its passages under `evidence`.
    """
    names = [column.name for column in table.columns]
    rows = [
        {
            "about": row.about,
            **dict(zip(names, row.cells, strict=True)),
            "ids": [{"what": what, "iri": iri} for what, iri in row.ids],
            "evidence": list(_to_evidence(row)),
        }
        for row in table.rows
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _to_evidence(row: Row) -> Iterator[dict[str, Cell]]:
    for quotation in row.evidence:
        yield {
            "letter": quotation.letter,
            "quote": quotation.quote,
            "start": quotation.start,
            "end": quotation.end,
            "page": quotation.page,
            "line": quotation.line,
            "source": quotation.source,
            **({"ocr": True} if quotation.ocr else {}),
        }


def _to_words(table: Table, row: Row) -> list[Cell]:
    """Return the cells of a row as people read them: `2022-21` is "spring 2022"."""
    return [
        render_seasons(cell) if column.is_time and isinstance(cell, str) else cell
        for column, cell in zip(table.columns, row.cells, strict=True)
    ]


def _find_id_heading(table: Table) -> list[str]:
    """Return the heading of the column with IDs; nothing where no row has any."""
    return ["IDs"] if any(row.ids for row in table.rows) else []


def _to_ids(row: Row) -> str:
    return ", ".join(render_id(what, iri) for what, iri in row.ids)


def _to_citations(row: Row) -> str:
    return "\n".join(quotation.citation for quotation in row.evidence)


def to_plain_cell(cell: Cell) -> str | int:
    """Return a cell as it stands in a CSV file: no text is taken for a formula."""
    if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r")):
        return f"'{cell}"
    return "" if cell is None else cell


def _to_markdown_line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(map(_to_markdown_cell, cells))} |"


def _to_markdown_cell(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>|#])", r"\\\1", " ".join(text.split()))


def _to_text(cell: Cell) -> str:
    return _EMPTY if cell is None else str(cell)


def _is_cut(cells: Sequence[str], width: int) -> bool:
    """Tell whether a column is too narrow for its words, but for very long ones, or for its texts."""
    longest = max(cell_len(word) for cell in cells for word in cell.split() or [""])
    return width < min(longest, _LONG_WORD) or width < min(max(map(cell_len, cells)), _SHORT_LINE)


def _render_block(headings: Sequence[str], cells: Sequence[str]) -> Grid:
    grid = Grid.grid(padding=(0, _GAP, 0, 0))
    for heading, cell in zip(headings, cells, strict=True):
        if cell != _EMPTY:
            grid.add_row(Text(heading, style="bold"), Text(cell))
    return grid


def _render_line(cells: Sequence[str], widths: Sequence[int], style: str) -> Grid:
    grid = Grid.grid(padding=(0, _GAP, 0, 0))
    for width in widths:
        grid.add_column(width=width, overflow="fold")
    grid.add_row(*(Text(cell, style=style) for cell in cells))
    return grid
