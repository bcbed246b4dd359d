"""What cannot be read is named with its file and a reason; everything else is loaded and kept."""

import os
from pathlib import Path

import pytest

from .conftest import Run

HOLDS_ONE_LETTER = "The store holds:\n  1 letter\n"


def test_an_empty_file_is_named_and_the_other_letter_is_kept(run: Run, letter: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    finished = run("load", "letter.txt", "empty.txt")
    assert finished.returncode == 1
    assert finished.stderr.startswith("empty.txt: ")
    assert "empty" in finished.stderr.removeprefix("empty.txt: ")
    assert HOLDS_ONE_LETTER in finished.stdout


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00" + bytes(range(256)), "UTF-8"),
        ("archive.txt", b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00" * 40, ""),
        ("broken.txt", "Dear Minister,\n\nCaf\u00e9".encode() + b"\x81\x8d\x8f" + "é\n".encode(), ""),
        ("blank.txt", b" \n\t\n  \n", ""),
        ("recipe.txt", b"Take three eggs and a cup of flour. Stir well and bake for an hour.\n", "letter"),
        ("list.txt", b"apples\npears\nplums\n", "letter"),
        ("one-line.txt", b"x" * 200_000, ""),
    ],
)
def test_a_file_that_holds_no_letter_is_named_and_the_other_letter_is_kept(
    run: Run, letter: Path, tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(content)
    finished = run("load", name, "letter.txt")
    assert finished.returncode == 1
    assert finished.stderr.startswith(f"{name}: ")
    assert finished.stderr.count("\n") == 1
    assert reason in finished.stderr.removeprefix(f"{name}: ")
    assert HOLDS_ONE_LETTER in finished.stdout


def test_an_unknown_suffix_is_an_error_when_named_and_skipped_inside_a_folder(
    run: Run, letter: Path, tmp_path: Path
) -> None:
    (tmp_path / "table.xyz").write_text("a,b\n")
    named = run("load", "letter.txt", "table.xyz")
    assert named.returncode == 1
    assert named.stderr.startswith("table.xyz: ")
    inside = run("load", ".", "--store", tmp_path / ".store")
    assert inside.returncode == 0
    assert "1 file of other kinds skipped" in inside.stdout


def test_a_path_that_is_not_there_is_named(run: Run, letter: Path) -> None:
    finished = run("load", "lettre.txt", "letter.txt")
    assert finished.returncode == 1
    assert finished.stderr.startswith("lettre.txt: ")
    assert HOLDS_ONE_LETTER in finished.stdout


def test_a_pattern_that_fits_nothing_is_named(run: Run) -> None:
    finished = run("load", "*.md")
    assert finished.returncode == 1
    assert finished.stderr.startswith("*.md: ")


def test_a_folder_without_letters_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "attic").mkdir()
    finished = run("load", "attic")
    assert finished.returncode == 1
    assert finished.stderr.startswith("attic: ")


def test_a_name_that_is_not_text_is_shown_and_costs_only_its_file(run: Run, letter: Path, tmp_path: Path) -> None:
    odd = os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt")
    with open(odd, "wb") as file:
        file.write(letter.read_bytes())
    finished = run("load", "letter.txt", os.fsdecode(b"caf\xe9.txt"))
    assert finished.returncode == 1
    assert "caf" in finished.stderr
    assert HOLDS_ONE_LETTER in finished.stdout


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read and write everything")
def test_a_file_that_may_not_be_read_is_named(run: Run, letter: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Dear Minister,\n")
    secret.chmod(0)
    finished = run("load", "letter.txt", "secret.txt")
    assert finished.returncode == 1
    assert finished.stderr.startswith("secret.txt: ")
    assert HOLDS_ONE_LETTER in finished.stdout


@pytest.mark.parametrize("command", ["extract --json", "extract"])
def test_extract_names_what_it_cannot_read_and_prints_the_rest(
    run: Run, letter: Path, tmp_path: Path, command: str
) -> None:
    (tmp_path / "empty.txt").touch()
    finished = run(*command.split(), "empty.txt", "letter.txt")
    assert finished.returncode == 1
    assert finished.stderr.startswith("empty.txt: ")
    assert "Helen Marchbanks" in finished.stdout


def test_the_worker_processes_name_it_in_the_same_words(run: Run, letter: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    alone = run("load", "letter.txt", "empty.txt", "--store", "one")
    together = run("load", "letter.txt", "empty.txt", "--store", "two", "--workers", "2")
    assert alone.returncode == together.returncode == 1
    assert alone.stderr == together.stderr
    assert alone.stdout == together.stdout.replace("two", "one")
