"""The README's first command works on a fresh clone, whatever the folder is called."""

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
NOT_SOURCE = shutil.ignore_patterns(
    ".git", ".venv", ".*_cache", ".hypothesis", "__pycache__", "build", "*.egg-info", "policygraph-store"
)


def test_make_demo_on_a_fresh_clone_loads_the_letters_and_answers_with_quotes(tmp_path: Path) -> None:
    clone = tmp_path / "my clone's folder"
    shutil.copytree(ROOT, clone, ignore=NOT_SOURCE)
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "MAKE"))}
    finished = subprocess.run(
        ["make", "demo"],
        cwd=clone,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr
    assert "3 letters" in finished.stdout
    assert "Thank you for your letter of 9 June 2021" in finished.stdout
    assert not finished.stderr
