"""The generated letters as files: the same words as text, PDF and DOCX. What the words are is left to `letters`."""

import io
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import docx
import pypdfium2  # type: ignore[import-untyped]
from docx.shared import Pt
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate

_STYLE = ParagraphStyle("letter", fontName="Times-Roman", fontSize=11, leading=14, spaceAfter=11)


def write_letters(letters: Iterable[str], folder: Path, suffix: str) -> None:
    """Write each letter into a file of its own in `folder`, which is made, in the format of the suffix."""
    folder.mkdir()
    for place, letter in enumerate(letters):
        Path(folder, f"{place:05}{suffix}").write_bytes(_WRITERS[suffix](letter))


def count_pages(folder: Path) -> int:
    """Return how many pages the PDF files of `folder` have."""
    pages = 0
    for path in folder.iterdir():
        with pypdfium2.PdfDocument(path) as document:
            pages += len(document)
    return pages


def _to_text(letter: str) -> bytes:
    return letter.encode()


def _to_pdf(letter: str) -> bytes:
    """Return A4 pages in Times, 11 points: a paragraph for each block."""
    written = io.BytesIO()
    template = SimpleDocTemplate(written, pagesize=A4, invariant=1)
    template.build([Paragraph("<br/>".join(map(escape, block)), _STYLE) for block in _find_blocks(letter)])
    return written.getvalue()


def _to_docx(letter: str) -> bytes:
    """Return a paragraph for each block, its lines parted by breaks, as people type an address."""
    document = docx.Document()
    document.styles["Normal"].paragraph_format.space_after = Pt(11)
    for block in _find_blocks(letter):
        document.add_paragraph("\n".join(block))
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _find_blocks(letter: str) -> Sequence[list[str]]:
    return [block.splitlines() for block in letter.strip().split("\n\n")]


_WRITERS: dict[str, Callable[[str], bytes]] = {".txt": _to_text, ".pdf": _to_pdf, ".docx": _to_docx}
