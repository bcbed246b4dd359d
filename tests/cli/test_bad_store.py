"""A store that is missing, foreign or cannot be written is named; nothing in it is touched."""

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import Run

READING = [("show", "x"), ("search", "x"), ("query", "correspondence"), ("validate",), ("withdraw", "x")]


@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_a_missing_store_is_named_and_not_made(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    finished = run(*command)
    assert finished.returncode == 1
    assert finished.stderr.startswith("policygraph-store: ")
    assert "policygraph load" in finished.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", [*READING, ("load", "letter.txt")], ids=" ".join)
def test_a_folder_of_somebody_else_is_refused_and_left_as_it_was(
    run: Run, letter: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    mine = tmp_path / "photos"
    mine.mkdir()
    (mine / "CURRENT").write_text("holiday")
    finished = run(*command, "--store", mine)
    assert finished.returncode == 1
    assert "photos" in finished.stderr
    assert [(path.name, path.read_text()) for path in mine.iterdir()] == [("CURRENT", "holiday")]


@pytest.mark.parametrize("command", [*READING, ("load", "letter.txt")], ids=" ".join)
def test_a_file_in_place_of_the_store_is_refused(
    run: Run, letter: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    (tmp_path / "store").write_text("mine")
    finished = run(*command, "--store", "store")
    assert finished.returncode == 1
    assert finished.stderr.startswith("store: ")
    assert (tmp_path / "store").read_text() == "mine"


@pytest.fixture
def locked_folder(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "locked"
    folder.mkdir()
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    yield folder
    folder.chmod(stat.S_IRWXU)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_named(run: Run, letter: Path, locked_folder: Path) -> None:
    finished = run("load", letter, "--store", locked_folder / "store")
    assert finished.returncode == 1
    assert "locked" in finished.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="needs a folder that nobody can write into")
def test_a_place_that_nobody_can_write_is_named(run: Run, letter: Path) -> None:
    finished = run("load", letter, "--store", "/proc/policygraph-store")
    assert finished.returncode == 1
    assert finished.stderr.startswith("/proc/policygraph-store: ")


def test_a_damaged_store_is_named_and_left_as_it_was(run: Run, letter: Path, tmp_path: Path) -> None:
    assert run("load", "letter.txt").returncode == 0
    store = tmp_path / "policygraph-store"
    for current in store.rglob("CURRENT"):
        current.write_text("nonsense\n")
    before = {path: path.read_bytes() for path in store.rglob("*") if path.is_file() and path.name != "LOCK"}
    finished = run("query", "correspondence")
    assert finished.returncode == 1
    assert finished.stderr.startswith("policygraph-store: ")
    after = {path: path.read_bytes() for path in before}
    assert after == before
