"""Diagrams and briefs as a user asks for them: files, and clear words where there can be none."""

import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import ROOT, Run


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store with the sample letters, for tests that only read it."""
    folder = str(tmp_path_factory.mktemp("samples") / "store")
    command = [sys.executable, "-m", "policygraph.cli", "load", "letters", "--store", folder]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    return folder


@pytest.fixture
def draw(run: Run, store: str) -> Run:
    """Run a command on the sample letters."""
    return lambda *arguments: run(*arguments, POLICYGRAPH_STORE=store)


@pytest.mark.parametrize("suffix", ["svg", "png", "pdf", "pptx", "mmd"])
def test_a_diagram_is_written_in_the_format_of_its_suffix(draw: Run, tmp_path: Path, suffix: str) -> None:
    finished = draw("diagram", "actors", "home office", "-o", f"actors.{suffix}")
    assert (finished.returncode, finished.stderr) == (0, "")
    assert finished.stdout == f"actors.{suffix}: 9 boxes, 8 arrows, 8 source notes\n"
    starts = {"svg": b"<svg ", "png": b"\x89PNG", "pdf": b"%PDF", "pptx": b"PK", "mmd": b"---\ntitle"}
    assert (tmp_path / f"actors.{suffix}").read_bytes().startswith(starts[suffix])


@pytest.mark.parametrize("suffix", ["md", "html", "docx"])
def test_a_brief_is_written_in_the_format_of_its_suffix(draw: Run, tmp_path: Path, suffix: str) -> None:
    finished = draw("brief", "Home", "Office", "-o", f"brief.{suffix}")
    assert (finished.returncode, finished.stderr) == (0, "")
    assert finished.stdout.startswith(f"brief.{suffix}: 5 sections, ")
    starts = {"md": b"# Home Office", "html": b"<!doctype html>", "docx": b"PK"}
    assert (tmp_path / f"brief.{suffix}").read_bytes().startswith(starts[suffix])


def test_a_brief_for_a_meeting_takes_both_sides_and_a_topic(draw: Run, tmp_path: Path) -> None:
    finished = draw("brief", "--between", "Thornton", "Home Office", "--about", "VRS", "-o", "meeting.md")
    assert finished.returncode == 0
    assert (
        (tmp_path / "meeting.md")
        .read_text("utf-8")
        .startswith("# Sara Thornton and Home Office, about Voluntary Returns Service\n")
    )


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("diagram", "cloud", "-o", "a.svg"), "'cloud' is not one of 'actors', 'instrument'"),
        (("diagram", "actors", "-o", "a.svg"), "actors: this kind of diagram needs a name"),
        (("diagram", "path", "UNHCR", "-o", "a.svg"), "path: this kind of diagram needs two names"),
        (("diagram", "asks", "-o", "a.docx"), "a.docx: a file of this kind (.docx) cannot be written."),
        (("diagram", "asks", "-o", "a"), "a: a file of this kind (no suffix) cannot be written."),
        (("diagram", "asks", "-o", "nowhere/a.svg"), "nowhere/a.svg: there is no folder “nowhere”."),
        (("brief", "-o", "a.md"), "brief: say what it is on, either one NAME or --between NAME NAME."),
        (("brief", "Home Office", "--between", "a", "b", "-o", "a.md"), "brief: say what it is on"),
        (("brief", "Home Office", "--about", "VRS", "-o", "a.md"), "--about goes with --between"),
        (("brief", "Home Office", "-o", "a.pdf"), "a.pdf: a file of this kind (.pdf) cannot be written."),
    ],
)
def test_what_cannot_be_made_is_wrong_usage(draw: Run, tmp_path: Path, arguments: tuple[str, ...], reason: str) -> None:
    finished = draw(*arguments)
    assert finished.returncode == 2
    assert reason in " ".join(finished.stderr.split())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("diagram", "actors", "Home Offfice", "-o", "a.svg"), "Home Offfice: no letter in the store names this. The "),
        (("diagram", "actors", "EU", "-o", "a.svg"), "European Union: no letter says who does what here."),
        (("brief", "Home Offfice", "-o", "a.md"), "Home Offfice: no letter in the store names this. The nearest names"),
        (
            ("brief", "--between", "Thornton", "Sara Thornton", "-o", "a.md"),
            "Sara Thornton: a meeting needs two sides.",
        ),
    ],
)
def test_what_is_not_known_is_named_and_nothing_is_written(
    draw: Run, tmp_path: Path, arguments: tuple[str, ...], message: str
) -> None:
    finished = draw(*arguments)
    assert finished.returncode == 1
    assert finished.stderr.startswith(message)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", [("diagram", "asks"), ("brief", "VRS")])
def test_a_file_that_is_there_is_only_overwritten_by_force(draw: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    name = "mine.svg" if command[0] == "diagram" else "mine.md"
    mine = tmp_path / name
    mine.write_text("mine")
    refused = draw(*command, "-o", name)
    assert (refused.returncode, mine.read_text()) == (2, "mine")
    assert "--force" in refused.stderr
    assert draw(*command, "-o", name, "--force").returncode == 0
    assert mine.read_text("utf-8") != "mine"


def test_a_diagram_says_what_it_leaves_out(run: Run) -> None:
    run("load", ROOT / "tests" / "gold")
    finished = run("diagram", "correspondence", "-o", "letters.svg")
    assert finished.returncode == 0
    assert finished.stdout.splitlines()[1].startswith("Left out, for there are too many to read: ")
