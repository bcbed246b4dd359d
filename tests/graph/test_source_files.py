"""Files, folders and patterns lead to the files to read, in one order; what leads nowhere is named."""

import os
from pathlib import Path

import pytest
from policygraph.graph.loading.source_files import find_sources

from .records import write_letter


@pytest.fixture(autouse=True)
def _stand_in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in (
        "b.txt",
        "a.md",
        "in/c.TXT",
        "in/deep/d.txt",
        "in/picture.png",
        "in/.hidden.txt",
        ".git/e.txt",
    ):
        write_letter(tmp_path / name)


@pytest.mark.parametrize(
    ("wishes", "paths", "skipped"),
    [
        (["b.txt"], ("b.txt",), 0),
        (["./b.txt", "b.txt", "in/../b.txt"], ("b.txt",), 0),
        (["."], ("a.md", "b.txt", "in/c.TXT", "in/deep/d.txt"), 1),
        (["in/"], ("in/c.TXT", "in/deep/d.txt"), 1),
        (["*.txt", "*.md"], ("a.md", "b.txt"), 0),
        (["**/*.txt"], ("b.txt", "in/deep/d.txt"), 0),
        (["i*"], ("in/c.TXT", "in/deep/d.txt"), 1),
        (["in", "b.txt", "a.md"], ("a.md", "b.txt", "in/c.TXT", "in/deep/d.txt"), 1),
    ],
)
def test_files_folders_and_patterns_are_found(wishes: list[str], paths: tuple[str, ...], skipped: int) -> None:
    selection = find_sources(wishes)
    assert selection.paths == paths
    assert selection.skipped == skipped
    assert selection.errors == ()


def test_an_absolute_path_stays_absolute(tmp_path: Path) -> None:
    assert find_sources([str(tmp_path / "b.txt")]).paths == ((tmp_path / "b.txt").as_posix(),)


def test_a_name_with_brackets_is_that_file_and_no_pattern(tmp_path: Path) -> None:
    write_letter(tmp_path / "letter [1].txt")
    assert find_sources(["letter [1].txt"]).paths == ("letter [1].txt",)


@pytest.mark.parametrize(
    ("wish", "what"),
    [
        ("c.txt", "no such file or folder"),
        ("*.xyz", "no file that can be read fits this pattern"),
        ("in/picture.png", r"files of this kind \(\.png\) cannot be read"),
        ("empty", "this folder holds no file that can be read"),
        ("pipe.txt", "neither a file nor a folder"),
        ("caf\udce9.txt", "not valid text"),
    ],
)
def test_what_cannot_be_found_is_named_and_the_rest_is_kept(tmp_path: Path, wish: str, what: str) -> None:
    (tmp_path / "empty").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    selection = find_sources([wish, "b.txt"])
    assert selection.paths == ("b.txt",)
    (error,) = selection.errors
    assert str(error).startswith(wish.replace("\udce9", "?"))
    with pytest.raises(type(error), match=what):
        raise error


def test_a_store_inside_a_folder_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "in" / "policygraph.json").touch()
    assert find_sources(["."]).paths == ("a.md", "b.txt")
