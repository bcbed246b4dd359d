"""The table that answers a saved question: for readers with the quotes under each row, or as CSV or JSON."""

import csv
import json
from collections.abc import Iterator, Sequence
from io import StringIO

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.table import Table as Grid
from rich.text import Text

from ..graph.store import Cell
from ..queries.answer import Row, Table
from .passage import render_quotation
from .phrases import render_number

_GAP = 2


class TableForReaders:
    """A rich renderable: aligned columns over the whole width, and under each row its quotes."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield title, headings and rows, fitted to the width that there is."""
        table = self._table
        yield Text(f"{table.title} ({render_number(len(table.rows), 'row')})", style="bold")
        yield Text()
        headings = [column.heading for column in table.columns]
        lines = [headings, *(list(map(_to_text, row.cells)) for row in table.rows)]
        widths = fit_widths([max(map(cell_len, column)) for column in zip(*lines, strict=True)], options.max_width)
        yield _render_line(headings, widths, "bold")
        for row, line in zip(table.rows, lines[1:], strict=True):
            yield _render_line(line, widths, "")
            for quotation in row.evidence:
                yield render_quotation(quotation, indent=4)
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
    """Return the table as CSV (RFC 4180) under the columns' names; `quotes` has each row's citations."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*(column.name for column in table.columns), "quotes"])
    for row in table.rows:
        quotes = "\n".join(quotation.citation for quotation in row.evidence)
        writer.writerow([*("" if cell is None else cell for cell in row.cells), quotes])
    return out.getvalue()


def to_json(table: Table) -> str:
    """Return the table as a JSON array with an object a row, its passages under `evidence`."""
    names = [column.name for column in table.columns]
    rows = [
        {"about": row.about, **dict(zip(names, row.cells, strict=True)), "evidence": list(_to_evidence(row))}
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


def _to_text(cell: Cell) -> str:
    return "–" if cell is None else str(cell)


def _render_line(cells: Sequence[str], widths: Sequence[int], style: str) -> Grid:
    grid = Grid.grid(padding=(0, _GAP, 0, 0))
    for width in widths:
        grid.add_column(width=width, overflow="fold")
    grid.add_row(*(Text(cell, style=style) for cell in cells))
    return grid
