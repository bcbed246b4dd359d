"""The words of a scan are recognised if the user asks, and marked as such."""

import io
import os
import shutil
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
from policygraph.loaders import load_documents
from policygraph.model.document import Document
from policygraph.model.errors import SourceError
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from .samples import to_pdf


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """A picture of a letter in a PDF."""
    document = pypdfium2.PdfDocument(to_pdf())
    picture = document[0].render(scale=3).to_pil()
    document.close()
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=A4)
    canvas.drawImage(ImageReader(picture), 0, 0, *A4)
    canvas.save()
    path = tmp_path / "scan.pdf"
    path.write_bytes(written.getvalue())
    return path


@pytest.mark.skipif(not shutil.which("ocrmypdf") and "CI" not in os.environ, reason="needs `apt-get install ocrmypdf`")
def test_the_words_of_a_scan_are_recognised_and_marked(scan: Path) -> None:
    assert shutil.which("ocrmypdf"), "`apt-get install ocrmypdf` is missing in .ci"
    before = scan.read_bytes()
    (document,) = load_documents(scan, ocr=True)
    assert isinstance(document, Document)
    assert document.ocr
    assert document.text.startswith("Helen Marchbanks\nChief Executive\nClearbrook Trust\n")
    assert "Ofwat runs the Water Breakthrough Challenge" in document.text
    assert scan.read_bytes() == before


def test_without_the_program_the_user_learns_what_to_install(scan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(SourceError, match="apt-get install ocrmypdf"):
        load_documents(scan, ocr=True)


def test_a_pdf_with_text_is_read_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    path = tmp_path / "letter.pdf"
    path.write_bytes(to_pdf())
    (document,) = load_documents(path, ocr=True)
    assert isinstance(document, Document)
    assert not document.ocr
