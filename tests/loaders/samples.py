"""One letter, written down in every format that is read."""

import io
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

HEAD = ["Helen Marchbanks", "Chief Executive", "Clearbrook Trust"]
ADDRESSEE = ["Rt Hon Alistair Pemberthy MP", "Chair, Environment Committee"]
# "^" stands where the mark of the note is
BODY = [
    "14 May 2025",
    "Dear Alistair,",
    "Thank you for your letter of 28 April.^ Ofwat runs the Water Breakthrough Challenge, which pays for new ways of "
    "cleaning rivers and has so far helped forty-two of them in England and Wales.",
    "The Government supports the Clean Rivers (Monitoring) Bill. We cannot, however, accept the argument of your "
    "Committee’s report that fines should no longer be spent on local projects.",
    "Yours sincerely,",
]
FOOT = ["Helen Marchbanks", "Chief Executive"]
NOTE = "Environment Committee, Muddy Waters, HC 12."
BLOCKS = [HEAD, ADDRESSEE, *([line] for line in BODY), FOOT]

_ODT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>{}'
    "</office:text></office:body></office:document-content>"
)
_NOTES = (
    '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote><w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r>'
    '<w:r><w:t xml:space="preserve"> {}</w:t></w:r></w:p></w:footnote></w:footnotes>'
)


def to_text() -> bytes:
    text = "\n\n".join("\n".join(block) for block in BLOCKS).replace("^", "¹")
    return f"{text}\n\n¹ {NOTE}\n".encode()


def to_html() -> bytes:
    blocks = "".join(f"<p>{'<br>'.join(block)}</p>\n" for block in BLOCKS)
    marked = blocks.replace("^", '<sup><a href="#fn1">1</a></sup>')
    page = (
        f'<nav>Home</nav><main>{marked}<ol><li id="fn1">{NOTE} <a href="#ref1">↩</a></li></ol></main><footer>©</footer>'
    )
    return f"<!doctype html><meta charset=utf-8><title>A title</title><body>{page}</body>".encode()


def to_docx() -> bytes:
    document = docx.Document()
    for block in BLOCKS:
        paragraph = document.add_paragraph()
        for number, line in enumerate(block):
            if number:
                paragraph.add_run().add_break()
            before, mark, after = line.partition("^")
            paragraph.add_run(before)
            if mark:
                reference = paragraph.add_run()._r.makeelement(
                    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}footnoteReference",
                    {"{http://schemas.openxmlformats.org/wordprocessingml/2006/main}id": "1"},
                )
                paragraph.runs[-1]._r.append(reference)
                paragraph.add_run(after)
    written = io.BytesIO()
    document.save(written)
    with ZipFile(written, "a") as archive:
        archive.writestr("word/footnotes.xml", _NOTES.format(NOTE))
    return written.getvalue()


def to_odt() -> bytes:
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        f"<text:note-body><text:p>{NOTE}</text:p></text:note-body></text:note>"
    )
    blocks = "".join(
        f"<text:p>{'<text:line-break/>'.join(block)}</text:p><text:p/>".replace("^", note) for block in BLOCKS
    )
    return to_zip({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": _ODT.format(blocks)})


def to_rtf() -> bytes:
    note = rf"{{\super\chftn}}{{\footnote\pard\plain{{\super\chftn}} {NOTE}}}"
    blocks = "".join("\\pard\\plain\\sa200 " + "\\line ".join(block) + "\\par\n" for block in BLOCKS)
    marked = blocks.replace("^", note).replace("’", r"\u8217?")
    return rf"{{\rtf1\ansi\ansicpg1252\deff0{{\fonttbl{{\f0 Times;}}}}{{\info{{\title None}}}}{marked}}}".encode(
        "ascii"
    )


def to_pdf() -> bytes:
    """Write the letter with the sender's block on the right and the note at the foot of the page."""
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=A4)
    style = ParagraphStyle("body", fontName="Times-Roman", fontSize=11, leading=13)
    y = 780.0
    for block in BLOCKS:
        for line in block:
            words = line.replace("’", "'").replace("^", '<super size="7">1</super>')
            paragraph = Paragraph(words, style)
            _, height = paragraph.wrap(440, 600)
            paragraph.drawOn(canvas, 70, y - height)
            y -= height
        y -= 12
    note = Paragraph(f'<super size="5">1</super> {NOTE}', ParagraphStyle("note", fontSize=8, leading=10))
    note.wrap(440, 100)
    note.drawOn(canvas, 70, 60)
    canvas.save()
    return written.getvalue()


def to_zip(parts: dict[str, str | bytes]) -> bytes:
    written = io.BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return written.getvalue()


WRITERS = {".txt": to_text, ".html": to_html, ".docx": to_docx, ".odt": to_odt, ".rtf": to_rtf, ".pdf": to_pdf}
