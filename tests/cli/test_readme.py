"""The README is true: every command in it runs, and what it shows is what they print.

A block of `sh` that is followed by a block of `text` shows the output of its last command; `make golden`
writes these outputs again.
"""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
BLOCK = re.compile(r"^```sh\n(?P<commands>.*?)^```\n(?:\n*^```text\n(?P<output>.*?)^```\n)?", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Commands, the output that is shown for the last of them (None: not shown), and where it stands."""

    commands: tuple[str, ...]
    output: str | None
    place: tuple[int, int]


def find_examples(readme: str) -> list[Example]:
    return [
        Example(
            commands=tuple(line for line in block["commands"].splitlines() if line.split("#")[0].strip()),
            output=block["output"],
            place=block.span("output"),
        )
        for block in BLOCK.finditer(readme)
    ]


def run_commands(commands: tuple[str, ...], folder: Path) -> str:
    """Run commands in `folder` and return what the last one printed; those of `make` are only looked up."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("POLICYGRAPH", "MAKE"))}
    environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{environment['PATH']}"
    printed = ""
    for command in commands:
        is_make = command.startswith("make ")
        finished = subprocess.run(
            ["bash", "-c", command.replace("make ", "make --dry-run ", 1) if is_make else command],
            cwd=ROOT if is_make else folder,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert finished.returncode == 0, f"{command}\n{finished.stdout}{finished.stderr}"
        printed = finished.stdout
    return "".join(f"{line.rstrip()}\n" for line in printed.splitlines())


def test_every_command_runs_and_prints_what_the_readme_shows(tmp_path: Path) -> None:
    for folder in ("letters", "tests/gold/tune"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    readme = README.read_text("utf-8")
    examples = find_examples(readme)
    assert len(examples) >= 5
    outputs = [run_commands(example.commands, tmp_path) for example in examples]
    if os.environ.get("POLICYGRAPH_GOLDEN") == "rewrite":
        for example, output in reversed(list(zip(examples, outputs, strict=True))):
            if example.output is not None:
                readme = readme[: example.place[0]] + output + readme[example.place[1] :]
        README.write_text(readme, "utf-8")
        return
    for example, output in zip(examples, outputs, strict=True):
        if example.output is not None:
            assert output == example.output, f"{example.commands[-1]}: `make golden` writes the output again."


def test_every_command_of_the_program_is_in_the_readme() -> None:
    finished = subprocess.run(
        [sys.executable, "-m", "policygraph.cli", "--help"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    commands = re.findall(r"^  ([a-z-]+)  ", finished.stdout.split("Commands:")[1], re.MULTILINE)
    assert len(commands) >= 7
    readme = README.read_text("utf-8")
    assert [name for name in commands if f"policygraph {name}" not in readme] == []


@pytest.mark.parametrize("link", re.findall(r"\]\((?!https?:)([^)#]+)\)", README.read_text("utf-8")))
def test_every_file_that_the_readme_links_to_is_there(link: str) -> None:
    assert (ROOT / link).exists()
