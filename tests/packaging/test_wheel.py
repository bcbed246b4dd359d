"""The wheel holds what a user needs, and works in an environment that has nothing else."""

import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]
NOT_SOURCE = shutil.ignore_patterns(
    ".git", ".venv", ".*_cache", ".hypothesis", "__pycache__", "build", "*.egg-info", "policygraph-store"
)


def run(arguments: Sequence[str | Path], *, folder: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    finished = subprocess.run(
        arguments, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return finished.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy: a build leaves files behind in the folder that it builds from."""
    place = tmp_path_factory.mktemp("wheel")
    shutil.copytree(ROOT, place / "copy", ignore=NOT_SOURCE)
    run(
        [sys.executable, "-m", "pip", "wheel", "--no-deps", "--wheel-dir", place, place / "copy"],
        folder=place,
    )
    (built,) = place.glob("*.whl")
    return built


def test_the_wheel_holds_every_module_and_data_file_and_nothing_else(wheel: Path) -> None:
    packages = [
        path.parent
        for depth in ("*", "extraction/*", "graph/*", "rendering/*")
        for path in ROOT.glob(f"{depth}/__init__.py")
    ]
    modules = {path for folder in (ROOT, *packages) for path in folder.glob("*.py")}
    data = {
        *ROOT.glob("ontology/*.ttl"),
        *ROOT.glob("ontology/vocabulary/*.ttl"),
        *(path for path in ROOT.glob("ontology/cues/*") if path.is_file()),
        *ROOT.glob("queries/*.rq"),
        *ROOT.glob("queries/*.cypher"),
        *ROOT.glob("rendering/diagrams/*.toml"),
        *ROOT.glob("rendering/page/front/*"),
    }
    assert data
    expected = {f"policygraph/{path.relative_to(ROOT).as_posix()}" for path in modules | data}
    held = {name for name in ZipFile(wheel).namelist() if not name.startswith("policygraph-")}
    assert held == expected


def test_the_wheel_reads_a_letter_in_a_clean_environment_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "clean", with_pip=True)
    run([tmp_path / "clean/bin/python", "-m", "pip", "install", "--quiet", wheel], folder=tmp_path)
    policygraph = tmp_path / "clean/bin/policygraph"
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    letter = shutil.copy(next(ROOT.glob("letters/*.txt")), elsewhere)
    assert "load" in run([policygraph, "--help"], folder=elsewhere)
    assert "1 new" in run([policygraph, "load", letter], folder=elsewhere)
    assert "correspondence" in run([policygraph, "query"], folder=elsewhere)
    assert "1 box" in run([policygraph, "diagram", "timeline", "-o", "timeline.pdf"], folder=elsewhere)
