"""`make bench`: PolicyGraph beside spaCy and beside the readers of PDF and DOCX, on the same letters, as two tables.

Then what becomes of asks, on the threads of gold, beside plain ways to find it.
"""

import argparse
import json
import platform
import subprocess
import sys
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from policygraph.benchmarks.answers import THREADS, build_report
from policygraph.benchmarks.letter_files import count_pages, write_letters
from policygraph.benchmarks.letters import build_letters
from policygraph.benchmarks.measurement import Measurement

TEXT_ROWS = {
    "policygraph": "PolicyGraph: letters, entities, statements",
    "policygraph-store": "PolicyGraph: the same, linked and stored on disk",
    "spacy-blank": "spaCy blank English: tokens only",
    "spacy-model": "spaCy model: entities only",
}
# the bare library first: the other is compared with it
FORMAT_ROWS = {
    ".pdf": {"pdfium": "PDF: pypdfium2, text of the pages", "policygraph-loader": "PDF: PolicyGraph, reading text"},
    ".docx": {
        "python-docx": "DOCX: python-docx, text of the paragraphs",
        "policygraph-loader": "DOCX: PolicyGraph, reading text",
    },
}
_COLUMNS = ("seconds", "of them at work", "getting ready", "peak memory", "found")


def run_measurement(name: str, folder: Path, model: str | None = None) -> Measurement:
    """Run one reader in a process of its own and return what it printed."""
    command = [sys.executable, "-m", "policygraph.benchmarks.measurement", name, str(folder)]
    finished = subprocess.run(
        command + ([model] if model else []), capture_output=True, text=True, encoding="utf-8", check=False
    )
    if finished.returncode:
        raise SystemExit(f"The measurement {name} failed:\n{finished.stderr}")
    return Measurement(**json.loads(finished.stdout))


def build_text_table(letters: Sequence[str], model: str | None) -> Iterator[str]:
    """Measure the readers of plain text on the letters and yield the lines of a Markdown table."""
    words = sum(len(letter.split()) for letter in letters)
    yield f"{len(letters):,} letters, {words:,} words, {_find_surroundings('spaCy')}"
    yield ""
    yield from _build_head("words a second")
    with TemporaryDirectory() as parent:
        folder = Path(parent, "letters")
        write_letters(letters, folder, ".txt")
        for name, title in TEXT_ROWS.items():
            if name == "spacy-model" and model is None:
                continue
            yield _build_row(title, words, run_measurement(name, folder, model if name == "spacy-model" else None))


def build_format_table(letters: Sequence[str]) -> Iterator[str]:
    """Measure the loaders and the bare libraries on the letters as PDF and DOCX and yield a Markdown table.

    A page is a page of the PDF; the DOCX of the same letter counts as many. What is found are words.
    """
    with TemporaryDirectory() as parent:
        folders = {suffix: Path(parent, suffix[1:]) for suffix in FORMAT_ROWS}
        for suffix, folder in folders.items():
            write_letters(letters, folder, suffix)
        pages = count_pages(folders[".pdf"])
        yield f"{len(letters):,} letters, {pages:,} pages as PDF, {_find_surroundings('pypdfium2', 'python-docx')}"
        yield ""
        yield from _build_head("pages a second", "work beside the library")
        for suffix, rows in FORMAT_ROWS.items():
            bare: Measurement | None = None
            for name, title in rows.items():
                took = run_measurement(name, folders[suffix])
                bare = bare or took
                yield _build_row(title, pages, took, f"{took.processor / bare.processor:.1f} times")


def _find_surroundings(*libraries: str) -> str:
    versions = [f"Python {platform.python_version()}", *(f"{library} {version(library)}" for library in libraries)]
    return f"one process on one core ({platform.machine()}),\n{', '.join(versions)}."


def _build_head(speed: str, *more: str) -> Iterator[str]:
    columns = (speed, *_COLUMNS, *more)
    yield f"| reader | {' | '.join(columns)} |"
    yield f"|---|{'---:|' * len(columns)}"


def _build_row(title: str, amount: int, took: Measurement, *more: str) -> str:
    """Return the row of a reader that has read so many words or pages."""
    cells = (
        title,
        f"{amount / took.seconds:,.0f}",
        f"{took.seconds:.1f}",
        f"{took.processor:.1f}",
        f"{took.setup:.1f} s",
        f"{took.peak:,.0f} MB",
        f"{took.found:,}",
    )
    return f"| {' | '.join((*cells, *more))} |"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--letters", type=int, default=1000, help="how many letters to read")
    parser.add_argument("--model", help="the folder of a spaCy model with an entity recogniser")
    arguments = parser.parse_args()
    letters = build_letters(arguments.letters)
    for line in build_text_table(letters, arguments.model):
        print(line, flush=True)
    print()
    for line in build_format_table(letters):
        print(line, flush=True)
    for folder in sorted(THREADS.iterdir(), reverse=True):
        print()
        for line in build_report(folder):
            print(line, flush=True)


if __name__ == "__main__":
    main()
