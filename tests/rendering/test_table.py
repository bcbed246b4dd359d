import csv
import json
from io import BytesIO, StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from policygraph.queries.answer import Row, Table
from policygraph.queries.saved_query import Column
from policygraph.rendering import workbook
from policygraph.rendering.table import TableForReaders, fit_widths, to_csv, to_json, to_markdown, to_sheets
from policygraph.rendering.workbook import to_workbook

from .conftest import Show
from .records import build_quotation

TABLE = Table(
    title="Who wrote to whom",
    columns=(Column(name="date", heading="Date"), Column(name="sender", heading="From")),
    rows=(
        Row(about="letter:1", cells=("2025-05-14", "Ann Lee, Minister, Department, “quoted”; a"), ids=(), evidence=()),
        Row(about="letter:2", cells=(None, 7), ids=(), evidence=(build_quotation(),)),
    ),
)


def test_every_row_has_its_quotes_below_it(show: Show) -> None:
    assert (
        show(TableForReaders(TABLE))
        == """\
Who wrote to whom (2 rows)

Date        From
2025-05-14  Ann Lee, Minister, Department, “quoted”; a

–           7
    “The Department runs the Water [bold]Restoration[/bold] Fund.”
    letter of 14 May 2025, letters/a.txt, line 12

"""
    )


def test_a_table_fits_a_narrow_terminal(show: Show) -> None:
    shown = show(TableForReaders(TABLE), width=30)
    assert max(map(len, shown.splitlines())) <= 30
    assert "Minister" in shown


@given(st.lists(st.integers(0, 200), min_size=1, max_size=8), st.integers(60, 200))
def test_widths_fit_and_no_column_is_wider_than_its_content(natural: list[int], available: int) -> None:
    widths = fit_widths(natural, available)
    assert all(width <= content for width, content in zip(widths, natural, strict=True))
    assert sum(widths) + 2 * (len(widths) - 1) <= available
    if sum(natural) + 2 * (len(natural) - 1) <= available:
        assert widths == natural


def test_csv_keeps_every_cell_and_brings_the_citations() -> None:
    rows = list(csv.DictReader(StringIO(to_csv(TABLE), newline="")))
    assert [row["sender"] for row in rows] == ["Ann Lee, Minister, Department, “quoted”; a", "7"]
    assert [row["date"] for row in rows] == ["2025-05-14", ""]
    assert [row["quotes"] for row in rows] == ["", build_quotation().citation]


def test_json_keeps_numbers_and_nothing_and_brings_the_passages() -> None:
    first, second = json.loads(to_json(TABLE))
    assert first["about"] == "letter:1"
    assert second["date"] is None
    assert second["sender"] == 7
    assert second["evidence"][0]["quote"] == build_quotation().quote


FORMULA = Table(
    title="Words [of] letters",
    columns=(Column(name="words", heading="Words"),),
    rows=tuple(
        Row(about=str(number), cells=(words,), evidence=(build_quotation(),))
        for number, words in enumerate(('=HYPERLINK("http://example.org")', "+1", "-1", "@x", "a=1", "a|b *c*\x0bd"))
    ),
)


def test_no_words_of_a_letter_are_a_formula_in_csv() -> None:
    rows = [row["words"] for row in csv.DictReader(StringIO(to_csv(FORMULA), newline=""))]
    assert rows == ['\'=HYPERLINK("http://example.org")', "'+1", "'-1", "'@x", "a=1", "a|b *c*\x0bd"]


def test_no_words_of_a_letter_are_a_formula_in_a_workbook() -> None:
    sheet = load_workbook(BytesIO(to_workbook(to_sheets(FORMULA)))).worksheets[0]
    assert sheet.title == "Words  of  letters"
    assert [cell.value for cell in sheet[1]] == ["Words", "Quotes"]
    assert {cell.data_type for line in sheet.iter_rows() for cell in line} == {"s"}
    assert [line[0].value for line in sheet.iter_rows(min_row=2)][:2] == ['=HYPERLINK("http://example.org")', "+1"]
    assert sheet["B2"].value == build_quotation().citation


def test_a_workbook_keeps_numbers_and_has_the_same_bytes_each_time() -> None:
    made = to_workbook(to_sheets(TABLE))
    assert made == to_workbook(to_sheets(TABLE))
    sheet = load_workbook(BytesIO(made)).worksheets[0]
    assert [cell.value for cell in sheet[3]] == [None, 7, build_quotation().citation]


def test_what_is_too_long_for_a_sheet_goes_on_in_the_next_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "_MOST_ROWS", 3)
    title = "What was said of / in a long, long title"
    book = load_workbook(BytesIO(to_workbook({title: [["N"], *([number] for number in range(5))], "None": [["M"]]})))
    assert [[cell.value for cell in sheet["A"]] for sheet in book] == [["N", 0, 1], ["N", 2, 3], ["N", 4], ["M"]]
    assert book.sheetnames[1:] == ["What was said of   in a lon (2)", "What was said of   in a lon (3)", "None"]


def test_markdown_and_workbook_have_the_ids_that_the_table_has(show: Show) -> None:
    row = Row(
        about="x", cells=("2025", "Ann"), evidence=(), ids=(("ask", "https://w3id.org/policygraph/ask/6c3bf047aa"),)
    )
    table = Table(title="T", columns=TABLE.columns, rows=(row, *TABLE.rows))
    assert "ask 6c3bf047" in show(TableForReaders(table))
    assert "| Date | From | IDs | Quotes |\n|---|---|---|---|\n| 2025 | Ann | ask 6c3bf047 |  |\n" in to_markdown(table)
    headings, first, second, _ = to_sheets(table)["T"]
    assert (headings, first) == (["Date", "From", "IDs", "Quotes"], ["2025", "Ann", "ask 6c3bf047", ""])
    assert second[2] == ""
    assert to_sheets(TABLE)["Who wrote to whom"][0] == ["Date", "From", "Quotes"]


def test_people_read_the_names_of_seasons_and_programs_their_numbers(show: Show) -> None:
    columns = (
        Column(name="due", heading="Due", is_time=True),
        Column(name="time", heading="When", is_time=True),
        Column(name="words", heading="W"),
    )
    row = Row(about="x", cells=("2022-21", "since 2021-24; 2022-21/2023-22; 2022-01-23", "in 2021-22"), evidence=())
    table = Table(title="T", columns=columns, rows=(row,))
    read = ("spring 2022", "since winter 2021; spring 2022/summer 2023; 2022-01-23", "in 2021-22")
    assert all(cell in show(TableForReaders(table)) for cell in read)
    assert f"| {' | '.join(read)} |  |" in to_markdown(table)
    assert to_sheets(table)["T"][1] == [*read, ""]
    assert "2022-21,since 2021-24; 2022-21/2023-22; 2022-01-23,in 2021-22" in to_csv(table)
    assert json.loads(to_json(table))[0]["due"] == "2022-21"


def test_markdown_leads_from_each_row_to_its_quotes() -> None:
    lines = to_markdown(FORMULA).splitlines()
    assert lines[0] == "**Words \\[of\\] letters**"
    assert lines[2:4] == ["| Words | Quotes |", "|---|---|"]
    assert lines[9] == "| a\\|b \\*c\\* d | 1 |"
    assert lines[11].startswith("1. ")
