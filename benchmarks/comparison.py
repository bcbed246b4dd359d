"""`make bench`: words a second and peak memory for the same letters, PolicyGraph beside spaCy, as a table."""

import argparse
import json
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

from policygraph.benchmarks.letters import build_letters

ROWS = {
    "policygraph": "PolicyGraph: letters, entities, statements",
    "policygraph-store": "PolicyGraph: the same, linked and stored on disk",
    "spacy-blank": "spaCy blank English: tokens only",
    "spacy-model": "spaCy model: entities only",
}


def run_measurement(name: str, folder: str, model: str | None) -> dict[str, Any]:
    """Run one reader in a process of its own and return what it printed."""
    command = [sys.executable, "-m", "policygraph.benchmarks.measurement", name, folder]
    finished = subprocess.run(
        command + ([model] if model else []), capture_output=True, text=True, encoding="utf-8", check=False
    )
    if finished.returncode:
        raise SystemExit(f"The measurement {name} failed:\n{finished.stderr}")
    measured: dict[str, Any] = json.loads(finished.stdout)
    return measured


def build_table(number: int, model: str | None) -> Iterator[str]:
    """Measure every reader on `number` letters and yield the lines of a Markdown table."""
    letters = build_letters(number)
    words = sum(len(letter.split()) for letter in letters)
    yield f"{number:,} letters, {words:,} words, one process on one core ({platform.machine()}),"
    yield f"Python {platform.python_version()}, spaCy {version('spacy')}."
    yield ""
    yield "| reader | words a second | seconds | of them at work | getting ready | peak memory | found |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    with tempfile.TemporaryDirectory() as folder:
        for place, letter in enumerate(letters):
            Path(folder, f"{place:05}.txt").write_text(letter, "utf-8")
        for name, title in ROWS.items():
            if name == "spacy-model" and model is None:
                continue
            took = run_measurement(name, folder, model if name == "spacy-model" else None)
            speed = words / took["seconds"]
            yield (
                f"| {title} | {speed:,.0f} | {took['seconds']:.1f} | {took['processor']:.1f} "
                f"| {took['setup']:.1f} s | {took['peak']:,.0f} MB | {took['found']:,} |"
            )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--letters", type=int, default=1000, help="how many letters to read")
    parser.add_argument("--model", help="the folder of a spaCy model with an entity recogniser")
    arguments = parser.parse_args()
    for line in build_table(arguments.letters, arguments.model):
        print(line, flush=True)


if __name__ == "__main__":
    main()
