"""The command that exports names what it wrote, tells the kinds that there are, and overwrites by force alone."""

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
