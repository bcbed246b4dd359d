"""What the command line promises whatever the letters hold: exit codes, help, streams, locales."""

import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from .conftest import ROOT, Run


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The folder of a store with the sample letters, for tests that only read it."""
    folder = str(tmp_path_factory.mktemp("samples") / "store")
    command = [sys.executable, "-m", "policygraph.cli", "load", str(ROOT / "letters"), "--store", folder]
    subprocess.run(command, check=True, capture_output=True)
    return folder


COMMANDS = (
    *("load", "withdraw", "extract", "show", "search", "query", "validate", "evaluate"),
    *("review", "confirm", "reject", "correct", "note", "undo", "judgements"),
)


@pytest.mark.parametrize(
    "arguments",
    [
        ("lod", "letters"),
        ("load",),
        ("load", "letter.txt", "--workers", "0"),
        ("load", "letter.txt", "--workers", "many"),
        ("load", "letter.txt", "--fast"),
        ("query", "correspondence", "--format", "xml"),
        ("show",),
        ("search",),
        ("extract", "--json"),
        ("evaluate",),
        ("review",),
        ("review", "names"),
        ("confirm",),
        ("correct", "3fa81b20"),
        ("note", "3fa81b20"),
        ("extract", "letter.txt", "--judgements", "nowhere.txt"),
    ],
    ids=" ".join,
)
def test_wrong_usage_is_explained_and_ends_with_two(run: Run, arguments: tuple[str, ...]) -> None:
    finished = run(*arguments)
    assert finished.returncode == 2
    assert "Usage: " in finished.stderr
    assert finished.stdout == ""


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_examples(run: Run, command: str) -> None:
    finished = run(command, "--help")
    assert finished.returncode == 0
    assert f"\n    policygraph {command}" in finished.stdout


def test_the_version_is_the_installed_one(run: Run) -> None:
    assert run("--version").stdout == "policygraph 0.1.0\n"


def test_importing_the_command_line_imports_no_heavy_library() -> None:
    heavy = ("rdflib", "pyoxigraph", "oxrdflib", "pyshacl", "networkx", "rich", "rapidfuzz")
    code = f"import sys, policygraph.cli; print([name for name in {heavy!r} if name in sys.modules])"
    finished = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert finished.stdout == "[]\n"


def test_the_names_of_saved_questions_are_completed(run: Run) -> None:
    finished = run(_POLICYGRAPH_COMPLETE="complete_bash", COMP_WORDS="policygraph query corr", COMP_CWORD="2")
    assert finished.stdout.split() == ["correspondence"]


def test_a_load_says_that_it_makes_a_new_store_and_only_then(run: Run, letter: Path) -> None:
    first, second = run("load", "letter.txt"), run("load", "letter.txt")
    assert first.stdout.startswith("A new store was made: policygraph-store\n1 letter: 1 new")
    assert second.stdout.startswith("1 letter: 0 new, 0 changed, 1 unchanged\n")
    assert first.stderr == second.stderr == ""


def test_the_store_can_be_named_in_the_environment(run: Run, letter: Path, tmp_path: Path) -> None:
    assert run("load", "letter.txt", POLICYGRAPH_STORE="elsewhere").returncode == 0
    assert (tmp_path / "elsewhere").is_dir()
    assert not (tmp_path / "policygraph-store").exists()
    assert run("search", "restoration", POLICYGRAPH_STORE="elsewhere").returncode == 0


def test_a_withdrawn_letter_leaves_nothing_behind(run: Run, letter: Path) -> None:
    run("load", "letter.txt")
    assert run("withdraw", "letter.txt").stdout.startswith("Withdrawn: 1 file with 1 letter\n")
    again = run("withdraw", "letter.txt")
    assert again.returncode == 1
    assert again.stderr.startswith("letter.txt: ")
    assert run("search", "restoration").stdout.startswith("No sentence")


@pytest.mark.parametrize("locale", ["C", "en_US.ISO-8859-1"])
@pytest.mark.parametrize("arguments", [("extract", "--json"), ("extract",)], ids=" ".join)
def test_output_is_utf_8_in_every_locale(run: Run, letter: Path, locale: str, arguments: tuple[str, ...]) -> None:
    letter.write_text(letter.read_text("utf-8").replace("Marchbanks", "Märchbänks"), "utf-8")
    finished = run(*arguments, "letter.txt", LC_ALL=locale, PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert finished.returncode == 0
    assert "Märchbänks" in finished.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("extract", "--json", str(ROOT / "letters")),
        ("query", "correspondence", "--format", "json"),
        ("query", "correspondence", "--format", "csv"),
        ("query", "correspondence"),
        ("search", "modern slavery"),
        ("validate",),
    ],
    ids=" ".join,
)
def test_output_is_the_same_each_time_and_without_colours(run: Run, store: str, arguments: tuple[str, ...]) -> None:
    first = run(*arguments, POLICYGRAPH_STORE=store, PYTHONHASHSEED="1")
    second = run(*arguments, POLICYGRAPH_STORE=store, PYTHONHASHSEED="2")
    assert first.returncode == 0
    assert first.stdout == second.stdout
    assert first.stdout
    assert "\x1b" not in first.stdout


def read_terminal(arguments: list[str], folder: Path, **variables: str) -> str:
    """Return what a command prints on a terminal."""
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "policygraph.cli", *arguments],
        cwd=folder,
        env=os.environ | {"TERM": "xterm-256color", "COLUMNS": "70"} | variables,
        stdin=follower,
        stdout=follower,
        stderr=follower,
    )
    os.close(follower)
    printed = b""
    while True:
        try:
            chunk = os.read(leader, 4096)
        except OSError:  # Linux says so when the other end is closed
            break
        if not chunk:
            break
        printed += chunk
    os.close(leader)
    assert process.wait() == 0
    return printed.decode("utf-8")


def test_a_terminal_gets_styles_and_with_no_color_no_colours(store: str, tmp_path: Path) -> None:
    arguments = ["search", "slavery", "--store", store]
    assert "\x1b[1m" in read_terminal(arguments, tmp_path)
    assert not re.search(r"\x1b\[[0-9;]*3[0-9]", read_terminal(arguments, tmp_path, NO_COLOR="1"))


def test_a_table_fits_the_terminal(store: str, tmp_path: Path) -> None:
    printed = read_terminal(["query", "correspondence"], tmp_path, POLICYGRAPH_STORE=store)
    printed = re.sub(r"\x1b\[[0-9;]*m", "", printed)
    assert max(map(len, printed.splitlines())) <= 70


def test_a_reader_that_has_seen_enough_is_no_error(letter: Path, tmp_path: Path) -> None:
    command = f"'{sys.executable}' -m policygraph.cli extract --json letter.txt | true"
    finished = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert finished.stderr == ""


def test_ctrl_c_stops_without_a_trace_and_keeps_what_was_finished(run: Run, tmp_path: Path) -> None:
    from policygraph.benchmarks.letters import build_letters

    (tmp_path / "many").mkdir()
    for number, text in enumerate(build_letters(400)):
        (tmp_path / "many" / f"{number}.txt").write_text(text, "utf-8")
    command = [sys.executable, "-m", "policygraph.cli", "load", "many", "--workers", "2"]
    with subprocess.Popen(
        command,
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
        text=True,
    ) as process:
        while not (tmp_path / "policygraph-store" / "graph").exists() and process.poll() is None:
            time.sleep(0.05)
        time.sleep(1)
        os.killpg(process.pid, signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Traceback" not in err
    assert run("validate").returncode == 0


def test_extract_prints_an_object_a_line_and_the_links_last(run: Run, letter: Path) -> None:
    finished = run("extract", "letter.txt", "--json")
    first, last = map(json.loads, finished.stdout.strip("\n").split("\n"))
    assert set(first) >= {"letter", "entities", "statements", "denied", "problems"}
    assert set(last) == {"links"}
