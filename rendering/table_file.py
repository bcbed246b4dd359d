"""The file of an answer: which kind it is by its suffix."""

from pathlib import Path

from ..queries.answer import Table
from .output_file import write_output
from .table import to_csv, to_json, to_markdown, to_sheets

SUFFIXES = (".csv", ".json", ".md", ".xlsx")


def write_table(table: Table, path: Path) -> None:
    """Write an answer in the kind that the suffix of `path` says.

    Raises:
        SourceError: the file cannot be written.
    """
    suffix = path.suffix.lower()
    if suffix == ".xlsx":
        from .workbook import to_workbook  # openpyxl takes a while to import: only those who ask wait

        write_output(path, to_workbook(to_sheets(table)))
    else:
        texts = {".csv": to_csv, ".json": to_json, ".md": to_markdown}
        write_output(path, texts[suffix](table).encode("utf-8"))
