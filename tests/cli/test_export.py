"""The command that exports names what it wrote, tells the kinds that there are, and overwrites by force alone."""

import subprocess
import sys
from pathlib import Path

from .conftest import Run


def test_it_names_what_it_wrote_and_overwrites_by_force_alone(run: Run, letter: Path, tmp_path: Path) -> None:
    run("load", letter)
    finished = run("export", "graph.csv")
    assert (finished.returncode, finished.stdout) == (0, "graph.nodes.csv\ngraph.edges.csv\n")
    refused = run("export", "graph.csv")
    assert refused.returncode == 2
    assert "--force" in refused.stderr
    assert run("export", "graph.csv", "--force").returncode == 0
    assert not list(tmp_path.glob("*.unfinished"))


def test_an_unknown_suffix_lists_the_known_ones(run: Run, letter: Path) -> None:
    finished = run("export", "graph.pdf")
    assert finished.returncode == 2
    assert ".ttl, .trig, .nq, .jsonld, .graphml, .gexf, .csv, .cypher, .ftm.json, .xlsx" in " ".join(
        finished.stderr.split()
    )


def test_at_a_terminal_an_export_shows_that_it_works(run: Run, letter: Path, tmp_path: Path) -> None:
    assert run("load", letter).returncode == 0
    at_a_terminal = "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))"
    export = [sys.executable, "-m", "policygraph.cli", "export", "graph.trig"]
    shown = subprocess.run(
        [sys.executable, "-c", at_a_terminal, *export],
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
    ).stdout
    assert b"Writing graph.trig" in shown
    assert run("export", "graph.nq").stderr == ""
