"""A PDF is read as a person reads it: column by column, across the turn of a page, without what frames the page."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from policygraph.loaders import load_document
from policygraph.model.errors import SourceError
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from .conftest import Load

FILES = Path(__file__).parent / "files"
PROSE = (
    "The Government supports the Clean Rivers (Monitoring) Bill introduced by Baroness Tolland, which would oblige "
    "companies to publish their data within one hour. We cannot, however, accept the argument of the Committee."
)


def write_pdf(draw: Callable[[Canvas], None], encrypt: StandardEncryption | None = None) -> bytes:
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=A4, encrypt=encrypt)
    canvas.setFont("Helvetica", 11)
    draw(canvas)
    canvas.save()
    return written.getvalue()


def draw_lines(canvas: Canvas, lines: list[str], *, x: float = 70, y: float = 780, size: float = 11) -> None:
    canvas.setFont("Helvetica", size)
    for number, line in enumerate(lines):
        canvas.drawString(x, y - number * 1.2 * size, line)


def wrap(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def test_header_columns_are_kept_apart_even_if_their_lines_are_not_level(load: Load) -> None:
    def draw(canvas: Canvas) -> None:
        draw_lines(canvas, ["Ann Lee MP", "Chair", "House of Commons"])
        draw_lines(canvas, ["Clearbrook Trust", "12 Mill Lane", "Leeds LS1 4AB", "clearbrook.org"], x=380, y=776)
        draw_lines(canvas, ["Dear Ann,"], y=690)

    assert load(write_pdf(draw), ".pdf").text.split("\n")[:10] == [
        *("Ann Lee MP", "Chair", "House of Commons", ""),
        *("Clearbrook Trust", "12 Mill Lane", "Leeds LS1 4AB", "clearbrook.org", ""),
        "Dear Ann,",
    ]


def test_two_columns_of_prose_are_read_one_after_the_other() -> None:
    text = load_document(FILES / "chromium.pdf").text
    left = "We cannot, however, accept the argument of your"
    assert left in text
    assert text.index("Country") > text.index(left)
    assert (
        "The Government supports the Clean Rivers (Monitoring) Bill introduced by Baroness Tolland, which would" in text
    )


def test_a_sentence_goes_on_across_the_turn_of_a_page_and_past_running_lines_and_notes(load: Load) -> None:
    lines = wrap(f"{PROSE} " * 3, 80)

    def draw(canvas: Canvas) -> None:
        for page, part in ((1, lines[:4]), (2, lines[4:])):
            draw_lines(canvas, ["Clearbrook Trust to the Minister"], y=810, size=9)
            draw_lines(canvas, part, y=700)
            draw_lines(canvas, [f"{page} A note of the page."], y=90, size=8)
            draw_lines(canvas, [f"Page {page} of 2"], x=280, y=30, size=9)
            canvas.showPage()

    document = load(write_pdf(draw), ".pdf")
    assert PROSE in " ".join(document.text.split())
    assert document.text.count("Clearbrook Trust to the Minister") == 1
    assert "Page" not in document.text
    pages = {document.text[anchor.start :].split(" ")[0]: anchor.page for anchor in document.anchors}
    assert set(pages.values()) == {1, 2}


def test_raised_digits_are_marks_of_the_small_notes_below() -> None:
    document = load_document(FILES / "chromium.pdf")
    assert [(note.mark, note.text) for note in document.notes] == [
        ("1", "Environment Committee, Muddy Waters, HC 12."),
        ("2", "See www.ofwat.gov.uk"),
    ]
    assert "28 April on behalf" in document.text


def test_a_word_that_the_margin_breaks_is_joined(load: Load) -> None:
    line = "The Government supports the Clean Rivers (Monitoring) Bill of the Baroness as an instru-"
    document = load(write_pdf(lambda canvas: draw_lines(canvas, [line, "ment that protects rivers."])), ".pdf")
    assert "an instrument that protects rivers." in document.text


def test_tables_with_three_columns_are_read_row_by_row(load: Load) -> None:
    def draw(canvas: Canvas) -> None:
        for number, cells in enumerate([["Country", "2019", "2020"], ["Wales", "10", "12"], ["Scotland", "9", "8"]]):
            for place, cell in enumerate(cells):
                canvas.drawString(70 + 120 * place, 700 - 15 * number, cell)

    lines = load(write_pdf(draw), ".pdf").text.split("\n")
    assert "Wales | 10 | 12" in lines
    assert "Scotland | 9 | 8" in lines


def test_a_page_that_lies_on_its_side_is_read(load: Load) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rotate(90)
        draw_lines(canvas, ["Dear Minister,", "", "We write about rivers."], x=100, y=-200)

    assert load(write_pdf(draw), ".pdf").text.split("\n")[0] == "Dear Minister,"


def test_a_pdf_without_text_says_so_and_names_the_way_to_read_it(load: Load) -> None:
    with pytest.raises(SourceError, match=r"without text.*--ocr"):
        load(write_pdf(lambda canvas: canvas.rect(10, 10, 100, 100)), ".pdf")


def test_an_encrypted_pdf_says_what_to_do(load: Load) -> None:
    with pytest.raises(SourceError, match="password"):
        load(write_pdf(lambda canvas: None, encrypt=StandardEncryption("secret")), ".pdf")


def test_a_damaged_pdf_says_what_to_do(load: Load) -> None:
    with pytest.raises(SourceError, match="damaged"):
        load(b"%PDF-1.7\nnothing behind it", ".pdf")


@pytest.mark.parametrize(
    ("meaning", "found"),
    [("0058", "Xnn Lee"), ("D83DDE00", "nn Lee"), ("D83D", "nn Lee"), ("0000", "nn Lee"), ("FB01", "finn Lee")],
    ids=["a letter", "beyond the first plane", "half of a pair", "nothing", "a ligature"],
)
def test_a_code_of_a_font_is_what_the_font_says_and_keeps_the_words_around_it(
    load: Load, meaning: str, found: str
) -> None:
    assert load(write_font_pdf({"A": meaning}, "Ann Lee wrote it."), ".pdf").text == f"{found} wrote it.\n"


def write_font_pdf(meanings: dict[str, str], words: str) -> bytes:
    """Return a page with these words in a font that says what some of its codes mean, in UTF-16."""
    codes = " ".join(f"<{ord(code):02X}> <{meaning}>" for code, meaning in meanings.items())
    meaning = (
        f"begincmap 1 begincodespacerange <00> <FF> endcodespacerange {len(meanings)} beginbfchar {codes} endbfchar"
    )
    drawn = f"BT /F 11 Tf 70 700 Td ({words}) Tj ET"
    parts = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        f"<< /Length {len(drawn)} >> stream\n{drawn}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>",
        f"<< /Length {len(meaning)} >> stream\n{meaning}\nendstream",
    )
    objects = "".join(f"{number} 0 obj\n{part}\nendobj\n" for number, part in enumerate(parts, start=1))
    return f"%PDF-1.4\n{objects}trailer\n<< /Root 1 0 R >>\n%%EOF\n".encode("ascii")


def test_a_note_whose_mark_no_word_has_is_a_note_and_an_address_at_the_foot_is_none(load: Load) -> None:
    def draw(canvas: Canvas) -> None:
        draw_lines(canvas, ["Dear Ann,", *wrap(PROSE, 80)])
        draw_lines(canvas, ["2 Home Office, Statistics, March 2024"], y=70, size=8)
        draw_lines(canvas, ["10 Castle Street, Dundee DD1 3AA"], y=40, size=8)
        canvas.showPage()
        draw_lines(canvas, ["We ask for a reply.", "", "Yours sincerely,", "", "Helen Marsh", "Chair"])

    document = load(write_pdf(draw), ".pdf")
    assert [(note.mark, note.text) for note in document.notes] == [("2", "Home Office, Statistics, March 2024")]
    assert "Statistics" not in document.text
    assert "Castle Street" in document.text


def test_a_heading_below_the_salutation_does_not_join_the_first_sentence(load: Load) -> None:
    heading = "Scrutiny of the Clean Rivers and Coastal Waters (Monitoring and Reporting) Act 2002"
    prose = wrap(f"Thank you for your letter of 14 February about this Act. {PROSE}", 88)
    plain = ["Dear Convener,", heading, *prose, "Yours sincerely,", "Helen Marsh"]
    document = load(write_pdf(lambda canvas: draw_lines(canvas, plain)), ".pdf")
    assert heading in document.text.split("\n")
    assert "Dear Convener," in load("\n".join(plain)).text.split("\n")
    assert heading in load("\n".join(plain)).text.split("\n")
