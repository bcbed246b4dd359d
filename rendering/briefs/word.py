"""A brief as a Word document, with the same bytes each time."""

from datetime import datetime
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt, RGBColor

from ..diagrams.composition import compose_picture
from ..diagrams.kinds import plan_diagram
from ..diagrams.pdf import to_png
from ..diagrams.style import load_style
from ..office_package import to_fixed_package
from .brief import Brief, Grid, Section, Sentence
from .length import PICTURE_HEIGHT, find_shares
from .sources import Sources

_MARGIN = Mm(16)
_WIDTH, _HEIGHT = Mm(210), Mm(297)
_LONGEST = 255
"""How many characters a property of a document may have."""
_HIGHEST = Mm(PICTURE_HEIGHT)


def to_word(brief: Brief) -> bytes:
    """Return the brief as the bytes of a file on A4 paper."""
    document = docx.Document()
    _set_paper(document)
    document.add_heading(brief.title, level=1)
    document.add_paragraph().add_run(brief.lead).italic = True
    for section in brief.sections:
        _add_section(document, section)
    if brief.diagram:
        document.add_heading("Diagram", level=2)
        sheet = compose_picture(plan_diagram(brief.diagram))
        page = sheet.pages[0]
        width = min(_WIDTH - 2 * _MARGIN, round(_HIGHEST * page.width / page.height))
        picture = document.add_picture(BytesIO(to_png(sheet)), width=width)
        picture._inline.docPr.set("descr", sheet.description)
    _add_sources(document, brief.sources)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = brief.title[:_LONGEST], "", ""
    properties.created = properties.modified = datetime.fromisoformat(brief.newest or "2000-01-01")
    out = BytesIO()
    document.save(out)
    return to_fixed_package(out.getvalue())


def _set_paper(document: Document) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = _WIDTH, _HEIGHT
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = _MARGIN
    style = load_style()
    for name, size in (("Normal", 9.5), ("Heading 1", 17), ("Heading 2", 11)):
        font = document.styles[name].font
        font.name, font.size = style.font.family, Pt(size)
        font.color.rgb = RGBColor.from_string(style.ink.text.lstrip("#"))
        # The fonts of the theme go before the one that is named.
        names = font.element.rPr.rFonts.attrib
        for key in [key for key in names if key.endswith("Theme")]:
            del names[key]


def _add_section(document: Document, section: Section) -> None:
    document.add_heading(section.heading, level=2)
    for sentence in section.sentences:
        _add_item(document, sentence, "List Bullet")
        for detail in sentence.details:
            _add_item(document, detail, "List Bullet 2")
    if section.grid:
        _add_table(document, section.grid)
    if section.rest:
        _add_rest(document, section.rest)


def _add_rest(document: Document, words: str) -> None:
    paragraph = document.add_paragraph()
    for number, part in enumerate(words.split("`")):
        run = paragraph.add_run(part)
        run.italic = number % 2 == 0
        if number % 2:  # a command
            run.font.name = "Consolas"


def _add_sources(document: Document, sources: Sources) -> None:
    """Add the letters, and in two columns of small type the notes."""
    document.add_heading("Sources", level=2)
    for letter in sources.letters:
        _add_small(document, letter)
    section = document.add_section(WD_SECTION.CONTINUOUS)
    columns = section._sectPr.find(qn("w:cols"))
    columns.set(qn("w:num"), "2")
    columns.set(qn("w:space"), "400")
    for note in sources.notes:
        _add_small(document, note.text)
    # Columns are even where another section follows them.
    last = document.add_section(WD_SECTION.CONTINUOUS)._sectPr.find(qn("w:cols"))
    last.set(qn("w:num"), "1")


def _add_small(document: Document, words: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(1.5)
    paragraph.paragraph_format.line_spacing = 1.0
    paragraph.add_run(words).font.size = Pt(7)


def _add_item(document: Document, sentence: Sentence, style: str) -> None:
    document.add_paragraph(sentence.text, style=style).paragraph_format.space_after = Pt(2)


def _add_table(document: Document, grid: Grid) -> None:
    table = document.add_table(rows=1, cols=len(grid.headings), style="Table Grid")
    table.autofit = False
    for column, share in zip(table.columns, find_shares(grid), strict=True):
        column.width = Length(round((_WIDTH - 2 * _MARGIN) * share))
    rows = [grid.headings, *([cell.text for cell in row] for row in grid.rows)]
    for number, row in enumerate(rows):
        cells = table.rows[0].cells if number == 0 else table.add_row().cells
        for place, (cell, words) in enumerate(zip(cells, row, strict=True)):
            cell.text = words
            cell.width = table.columns[place].width or cell.width
            for run in cell.paragraphs[0].runs:
                run.font.size, run.bold = Pt(8.5), number == 0
