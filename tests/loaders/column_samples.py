"""A letter with blocks side by side, the addressee beside the letterhead and two signatures, in five formats."""

import io
from itertools import zip_longest

import docx
from docx.shared import Pt
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from .samples import to_zip

Side = tuple[list[str], list[str]]

TOP: Side = (
    ["Rt Hon Alistair Pemberthy MP", "Minister for Rivers and Coastal Waters", "Home Office", "London SW1P 4DF"],
    ["Clearbrook Trust", "Mill House", "12 Mill Lane", "Leeds LS1 4AB"],
)
BODY = [
    "14 May 2025",
    "Dear Minister,",
    "Clean water in the north of England",
    "Thank you for your letter of 28 April. Ofwat runs the Water Breakthrough Challenge in England and Wales.",
    "We support the Clean Rivers (Monitoring) Bill.",
    "Yours sincerely,",
]
SIGNED: Side = (["Helen Marchbanks", "Chief Executive"], ["Andrew Crawley", "Head of Improvement and Engagement"])
BLOCKS: list[Side | str] = [TOP, *BODY, SIGNED]

_ODT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>{}'
    "</office:text></office:body></office:document-content>"
)


def to_text() -> bytes:
    blocks = []
    for block in BLOCKS:
        if isinstance(block, str):
            blocks.append(block)
        else:
            pairs = zip_longest(*block, fillvalue="")
            blocks.append("\n".join(f"{left:<50}{right}".rstrip() for left, right in pairs))
    return "\n\n".join(blocks).encode()


def to_html() -> bytes:
    page = "".join(
        f"<p>{block}</p>"
        if isinstance(block, str)
        else "<table><tr>" + "".join(f"<td>{'<br>'.join(side)}</td>" for side in block) + "</tr></table>"
        for block in BLOCKS
    )
    footer = '<div title="footer"><p>Clearbrook Trust, Leeds | clearbrook.example</p></div>'
    return f"<!doctype html><meta charset=utf-8><body>{page}{footer}</body>".encode()


def to_docx() -> bytes:
    document = docx.Document()
    for block in BLOCKS:
        if isinstance(block, str):
            # no space between paragraphs: they read as blocks all the same
            document.add_paragraph(block).paragraph_format.space_after = Pt(0)
        else:
            table = document.add_table(rows=1, cols=2)
            for cell, side in zip(table.rows[0].cells, block, strict=True):
                cell.text = "\n".join(side)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def to_odt() -> bytes:
    def cell(side: list[str]) -> str:
        return f"<table:table-cell>{''.join(f'<text:p>{line}</text:p>' for line in side)}</table:table-cell>"

    blocks = "".join(
        f"<text:p>{block}</text:p>"
        if isinstance(block, str)
        else f"<table:table><table:table-row>{cell(block[0])}{cell(block[1])}</table:table-row></table:table>"
        for block in BLOCKS
    )
    return to_zip({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": _ODT.format(blocks)})


def to_pdf(gap: float = 8.0) -> bytes:
    """Write the letter with `gap` points between the blocks, where the longest line of the left one ends."""
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=A4)
    canvas.setFont("Times-Roman", 11)
    y = 780.0
    for block in BLOCKS:
        left, right = ([block], []) if isinstance(block, str) else block
        beside = 60 + max(stringWidth(line, "Times-Roman", 11) for line in left) + gap
        for place, (here, there) in enumerate(zip_longest(left, right, fillvalue="")):
            canvas.drawString(60, y - 13 * place, here)
            canvas.drawString(beside, y - 13 * place, there)
        y -= 13 * max(len(left), len(right)) + (12 if not isinstance(block, str) or len(block) < 60 else 10)
    canvas.save()
    return written.getvalue()


WRITERS = {".txt": to_text, ".html": to_html, ".docx": to_docx, ".odt": to_odt, ".pdf": to_pdf}
