"""What is read from each sample letter is what a person has reviewed; `make golden` writes it again."""

import json
import os
import subprocess
import sys
from difflib import unified_diff
from itertools import islice
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
INPUTS = sorted((ROOT / "letters").glob("*.txt"))
GOLDEN = Path(__file__).parent


def extract(source: Path) -> str:
    """Return what `policygraph extract --json` says of `source`, indented for reading."""
    finished = subprocess.run(
        [sys.executable, "-m", "policygraph.cli", "extract", source.relative_to(ROOT).as_posix(), "--json"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert finished.returncode == 0, finished.stderr
    printed = [json.loads(line) for line in finished.stdout.split("\n") if line]
    return json.dumps(printed, ensure_ascii=False, indent=1) + "\n"


@pytest.mark.parametrize("source", INPUTS, ids=lambda source: str(source.stem))
def test_a_letter_yields_what_was_reviewed(source: Path) -> None:
    golden = GOLDEN / f"{source.stem}.json"
    extracted = extract(source)
    if os.environ.get("POLICYGRAPH_GOLDEN") == "rewrite":
        golden.write_text(extracted, "utf-8")
    assert golden.exists(), f"{golden.name} is missing: `make golden` writes it, for review."
    reviewed = golden.read_text("utf-8").split("\n")
    difference = unified_diff(reviewed, extracted.split("\n"), "reviewed", "extracted", lineterm="")
    shown = "\n".join(islice(difference, 60))
    assert not shown, f"`make golden` writes {golden.name} again, for review:\n{shown}"


def test_every_golden_file_has_its_letter_and_their_number_is_known() -> None:
    files = sorted(path.stem for path in GOLDEN.glob("*.json"))
    assert files == [path.stem for path in INPUTS]
    assert len(files) == 2
