"""The draft of the next letter: a file that can be sent, the same each time, and never over another."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import docx
import pytest

from .conftest import ROOT, Run

LETTER = "letters/002_48fd7d257eba11ca.txt"
ASKED = (
    "“I would urge you to explore options for better and more tailored return and reintegration support",
    "“it is essential that there are robust systems in place for monitoring use of the VRS",
    "“seeking support from organisations with relevant experience",
    "“I would urge specific consideration of processes for children",
    "“I request that you respond in a way that enables me to publish your letter",
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store with the sample letters, for tests that only read it."""
    folder = str(tmp_path_factory.mktemp("samples") / "store")
    command = [sys.executable, "-m", "policygraph.cli", "load", "letters", "--store", folder]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    return folder


@pytest.fixture
def follow_up(run: Run, store: str) -> Run:
    """Run `policygraph follow-up` on the sample letters as of 1 March 2022."""
    return lambda *arguments, **variables: run(
        "follow-up", *arguments, "--today", "2022-03-01", POLICYGRAPH_STORE=store, **variables
    )


def read_word(content: bytes) -> list[tuple[str, str]]:
    """Return the style and the text of each paragraph."""
    paragraphs = docx.Document(BytesIO(content)).paragraphs
    return [(paragraph.style.name or "", paragraph.text) for paragraph in paragraphs if paragraph.style]


def test_a_word_document_has_the_open_asks_as_a_numbered_list(follow_up: Run, tmp_path: Path) -> None:
    finished = follow_up(LETTER, "-o", "next.docx")
    assert (finished.returncode, finished.stdout) == (0, "next.docx: 5 open asks\n")
    (_, heading), (_, lead), *rest = read_word((tmp_path / "next.docx").read_bytes())
    assert heading == "Follow-up to the letter of 9 June 2021"
    assert lead == (
        "Further to the letter of 9 June 2021 to Priti Patel, Home Secretary, Home Office on “Returns and "
        "reintegration for victims and survivors of modern slavery”, 5 requests remain open as of 1 March 2022:"
    )
    numbered = [text for style, text in rest if style == "List Number"]
    assert len(numbered) == len(ASKED)
    assert all(text.startswith(start) for text, start in zip(numbered, ASKED, strict=True))
    second = rest[[text for _, text in rest].index(numbered[1]) + 1 :]
    asked = "Asked in the letter of 9 June 2021 (no reference) of Priti Patel, Home Secretary, Home Office"
    assert second[0][1] == f"{asked}: {LETTER}, line 34."
    assert second[1][1] == "Waiting: 265 days."
    assert second[2][1].startswith("Status (suggested): discussed, no decision found. A sentence with “monitoring”")
    assert second[3][1] == "The reply said:"
    assert second[4] == (
        "List Bullet 2",
        'Matthew Rycroft → Sara Thornton, 15 February 2022, "You have asked us to consider having a robust system in '
        'place for the monitoring the use of VRS by victims and survivors of modern slavery." '
        f"({LETTER}, line 108)",
    )


def test_markdown_says_the_same_as_word(follow_up: Run, tmp_path: Path) -> None:
    follow_up(LETTER, "-o", "next.docx")
    follow_up(LETTER, "-o", "next.md")
    written = (tmp_path / "next.md").read_text("utf-8")
    assert written.startswith("# Follow-up to the letter of 9 June 2021\n\nFurther to the letter of 9 June 2021 to ")
    assert [line[3:] for line in written.splitlines() if line[:1].isdigit()] == [
        text for style, text in read_word((tmp_path / "next.docx").read_bytes()) if style == "List Number"
    ]
    for _, text in read_word((tmp_path / "next.docx").read_bytes()):
        assert text in written


@pytest.mark.parametrize("suffix", ["docx", "md"])
def test_the_same_draft_has_the_same_bytes(follow_up: Run, tmp_path: Path, suffix: str) -> None:
    follow_up(LETTER, "-o", f"one.{suffix}", TZ="UTC", PYTHONHASHSEED="1")
    follow_up(LETTER, "-o", f"two.{suffix}", TZ="Asia/Tokyo", PYTHONHASHSEED="2")
    assert (tmp_path / f"one.{suffix}").read_bytes() == (tmp_path / f"two.{suffix}").read_bytes()


@pytest.mark.parametrize("wish", ["2021-06-09", "9 june 2021", f"./{LETTER}"])
def test_a_letter_can_be_named_in_several_ways(follow_up: Run, wish: str) -> None:
    assert follow_up(wish, "-o", "next.md").stdout == "next.md: 5 open asks\n"


def test_a_letter_that_is_not_there_gets_the_nearest_ones(follow_up: Run, tmp_path: Path) -> None:
    finished = follow_up("MIN/0234931/23", "-o", "next.md")
    assert finished.returncode == 1
    assert finished.stderr.startswith("MIN/0234931/23: no letter in the store has this file, IRI, date or reference.")
    assert "The nearest are MIN/0234931/22" in finished.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_letter_that_asks_for_nothing_makes_no_file(follow_up: Run, tmp_path: Path) -> None:
    finished = follow_up("MIN/0234931/22", "-o", "next.md")
    assert finished.returncode == 1
    assert finished.stderr == "MIN/0234931/22: nothing that is asked for here is open. No file was written.\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("output", "reason"),
    [("next.pdf", ".docx or .md"), ("next", "no suffix"), ("nowhere/next.md", "no folder “nowhere”")],
)
def test_a_file_that_cannot_be_made_is_wrong_usage(follow_up: Run, tmp_path: Path, output: str, reason: str) -> None:
    finished = follow_up(LETTER, "-o", output)
    assert finished.returncode == 2
    assert f"{output}: " in finished.stderr
    assert reason in finished.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_only_overwritten_by_force(follow_up: Run, tmp_path: Path) -> None:
    mine = tmp_path / "next.md"
    mine.write_text("mine")
    refused = follow_up(LETTER, "-o", "next.md")
    assert (refused.returncode, mine.read_text()) == (2, "mine")
    assert "--force" in refused.stderr
    assert follow_up(LETTER, "-o", "next.md", "--force").returncode == 0
    assert mine.read_text("utf-8").startswith("# Follow-up")


def test_the_paths_of_letters_are_completed(run: Run, store: str) -> None:
    finished = run(
        _POLICYGRAPH_COMPLETE="complete_bash",
        COMP_WORDS=f"policygraph follow-up --store {store} letters/002",
        COMP_CWORD="4",
    )
    assert finished.stdout.split() == [LETTER]


def test_it_explains_itself_and_wants_a_letter_and_a_file(run: Run) -> None:
    assert "\n    policygraph follow-up" in run("follow-up", "--help").stdout
    for arguments in (("follow-up",), ("follow-up", LETTER)):
        finished = run(*arguments)
        assert finished.returncode == 2
        assert "Usage: " in finished.stderr
