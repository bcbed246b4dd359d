"""A way to run the command as a user does: in a process of its own, in a folder of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NEW_LETTER = """\
14 May 2025

Rt Hon Alistair Pemberthy MP
Chair
Environment Committee

Dear Alistair,

Thank you for your letter. The Department runs the Water Restoration Fund.

Yours sincerely,

Helen Marchbanks
Secretary of State for the Environment
"""


Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run `policygraph` with arguments in the test's own folder and return what came of it."""

    def run_command(*arguments: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("POLICYGRAPH")}
        finished = subprocess.run(
            [sys.executable, "-m", "policygraph.cli", *map(str, arguments)],
            cwd=tmp_path,
            env=environment | variables,
            capture_output=True,
            check=False,
        )
        out, err = finished.stdout.decode("utf-8"), finished.stderr.decode("utf-8")
        assert "Traceback" not in out + err, err
        return subprocess.CompletedProcess(finished.args, finished.returncode, out, err)

    return run_command


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A letter that can be read."""
    path = tmp_path / "letter.txt"
    path.write_text(NEW_LETTER, "utf-8")
    return path
