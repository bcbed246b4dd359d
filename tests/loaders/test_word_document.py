"""A Word file gives what its first page shows, in the order in which it is read."""

import io
from collections.abc import Callable

import docx
from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.shared import Pt

from .conftest import Load

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def write_docx(fill: Callable[[WordFile], None]) -> bytes:
    document = docx.Document()
    fill(document)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def test_lists_show_the_numbers_that_word_counts(load: Load) -> None:
    def fill(document: WordFile) -> None:
        for style, words in (("List Number", "One"), ("List Number", "Two"), ("List Bullet", "Three")):
            document.add_paragraph(words, style=style)

    assert load(write_docx(fill), ".docx").text.split() == ["1.", "One", "2.", "Two", "•", "Three"]


def test_paragraphs_without_space_between_them_are_one_block(load: Load) -> None:
    def fill(document: WordFile) -> None:
        for words, space in (("Ann Lee MP", 0), ("Chair", 10), ("Dear Ann,", 10)):
            document.add_paragraph(words).paragraph_format.space_after = Pt(space)

    assert load(write_docx(fill), ".docx").text == "Ann Lee MP\nChair\n\nDear Ann,\n"


def test_the_head_of_the_first_page_is_kept_and_feet_and_other_heads_are_not(load: Load) -> None:
    def fill(document: WordFile) -> None:
        section = document.sections[0]
        section.different_first_page_header_footer = True
        section.first_page_header.paragraphs[0].text = "Clearbrook Trust"
        section.header.paragraphs[0].text = "Letter to the Minister"
        section.footer.paragraphs[0].text = "Registered charity"
        document.add_paragraph("Dear Minister,")

    assert load(write_docx(fill), ".docx").text == "Clearbrook Trust\n\nDear Minister,\n"


def test_tables_are_read_row_by_row_and_cells_of_several_lines_one_after_the_other(load: Load) -> None:
    def fill(document: WordFile) -> None:
        table = document.add_table(3, 2)
        for row, words in zip(
            table.rows, (("From:", "Ann Lee"), ("Wales", "10"), ("Ann\nChair", "Bob\nHead")), strict=True
        ):
            for cell, word in zip(row.cells, words, strict=True):
                cell.text = word

    text = load(write_docx(fill), ".docx").text
    assert text == "From: Ann Lee\nWales | 10\n\nAnn\nChair\n\nBob\nHead\n"


def test_a_stop_behind_a_label_is_a_blank_and_several_part_columns(load: Load) -> None:
    def fill(document: WordFile) -> None:
        document.add_paragraph("Our ref:\tABC/1")
        document.add_paragraph("Ann Lee\t\t\tClearbrook Trust")

    assert load(write_docx(fill), ".docx").text == "Our ref: ABC/1\n\nAnn Lee\n\nClearbrook Trust\n"


def test_what_was_deleted_or_hidden_is_not_read_and_what_was_inserted_is(load: Load) -> None:
    def fill(document: WordFile) -> None:
        paragraph = document.add_paragraph("We ")
        for xml in (
            f"<w:del {W}><w:r><w:delText>refuse</w:delText></w:r></w:del>",
            f"<w:ins {W}><w:r><w:t>agree</w:t></w:r></w:ins>",
            f"<w:r {W}><w:rPr><w:vanish/></w:rPr><w:t> never</w:t></w:r>",
            f"<w:r {W}><w:instrText> PAGE </w:instrText></w:r>",
        ):
            paragraph._p.append(parse_xml(xml))

    assert load(write_docx(fill), ".docx").text == "We agree\n"


def test_a_text_box_is_read_once_before_the_paragraph_that_it_hangs_on(load: Load) -> None:
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    box = "<w:txbxContent><w:p><w:r><w:t>Clearbrook Trust</w:t></w:r></w:p></w:txbxContent>"
    run = (
        f'<w:r {W} xmlns:mc="{mc}"><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )

    def fill(document: WordFile) -> None:
        document.add_paragraph("Dear Minister,")._p.append(parse_xml(run))

    assert load(write_docx(fill), ".docx").text == "Clearbrook Trust\n\nDear Minister,\n"


def test_prose_stands_by_itself_though_no_space_parts_it_from_the_salutation(load: Load) -> None:
    document = docx.Document()
    for text in (
        "Dear Minister,",
        "The Rights and Equality Commission is a member of the Alliance.",
        "Yours sincerely,",
        "Ann Lee",
    ):
        document.add_paragraph(text).paragraph_format.space_after = Pt(0)
    written = io.BytesIO()
    document.save(written)
    assert load(written.getvalue(), ".docx").text.split("\n\n") == [
        "Dear Minister,",
        "The Rights and Equality Commission is a member of the Alliance.",
        "Yours sincerely,\nAnn Lee\n",
    ]
