"""`--ocr` as a user gives it, on a scan made here."""

import io
import json
import os
import shutil
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from .conftest import NEW_LETTER, Run

NOTE = "OCR: check against the page"


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """A PDF that shows a letter as a picture."""
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=A4)
    lines = canvas.beginText(70, 770)
    lines.setFont("Helvetica", 11)
    lines.textLines(NEW_LETTER)
    canvas.drawText(lines)
    canvas.save()
    document = pypdfium2.PdfDocument(written.getvalue())
    picture = document[0].render(scale=3).to_pil()
    document.close()
    canvas = Canvas((tmp_path / "scan.pdf").as_posix(), pagesize=A4)
    canvas.drawImage(ImageReader(picture), 0, 0, *A4)
    canvas.save()
    return tmp_path / "scan.pdf"


@pytest.mark.skipif(not shutil.which("ocrmypdf") and "CI" not in os.environ, reason="needs `apt-get install ocrmypdf`")
def test_a_scan_is_read_on_demand_and_each_quote_says_that_it_must_be_checked(run: Run, scan: Path) -> None:
    without = run("load", "scan.pdf")
    assert without.returncode == 1
    assert "--ocr" in without.stderr
    assert run("load", "scan.pdf", "--ocr").stdout.startswith("1 letter: 1 new")
    assert f"scan.pdf, page 1, line 6 ({NOTE})\n" in run("show", "Water Restoration Fund").stdout
    assert f"; {NOTE})" in " ".join(run("search", "restoration").stdout.split())
    assert run("load", "scan.pdf").stdout.startswith("1 letter: 0 new, 0 changed, 1 unchanged\n")
    assert run("validate").returncode == 0


@pytest.mark.skipif(not shutil.which("ocrmypdf") and "CI" not in os.environ, reason="needs `apt-get install ocrmypdf`")
def test_workers_read_scans_too_and_the_extract_marks_them(run: Run, scan: Path) -> None:
    assert f"scan.pdf, page 1, line 8 ({NOTE})" in run("extract", "scan.pdf", "--ocr", "--workers", "2").stdout
    printed = run("extract", "scan.pdf", "--ocr", "--json").stdout
    assert json.loads(printed.split("\n")[0])["letter"]["ocr"] is True


@pytest.mark.skipif(not shutil.which("ocrmypdf") and "CI" not in os.environ, reason="needs `apt-get install ocrmypdf`")
def test_a_letter_that_is_there_as_text_too_is_quoted_from_the_text(run: Run, scan: Path, letter: Path) -> None:
    printed = run("extract", "scan.pdf", "letter.txt", "--ocr", "--json").stdout
    found = json.loads(printed.split("\n")[0])["letter"]
    assert found["sources"] == ["letter.txt", "scan.pdf"]
    assert "ocr" not in found


def test_without_the_program_a_scan_is_an_error_that_says_what_to_install(run: Run, scan: Path) -> None:
    finished = run("extract", "scan.pdf", "--ocr", PATH="")
    assert finished.returncode == 1
    assert "apt-get install ocrmypdf" in finished.stderr
