"""The README's table of which command works on which store is true, and each "no" is a clear message."""

import os
import re
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest
import typer
from policygraph.cli import app

from ..servers.neo4j_server import Server
from .conftest import ROOT, Run

ASK = "6c3bf047"
EXAMPLES = {
    "load": ("load", str(ROOT / "letters")),
    "withdraw": ("withdraw", str(ROOT / "letters")),
    "review": ("review", "asks", "--by", "Ann Lee"),
    "confirm": ("confirm", ASK, "--by", "Ann Lee"),
    "reject": ("reject", ASK, "--by", "Ann Lee"),
    "correct": ("correct", "95bc64de", "accepted", "--by", "Ann Lee"),
    "note": ("note", ASK, "raised in May", "--by", "Ann Lee"),
    "link": ("link", "2022-02-15", "2021-06-09", "--by", "Ann Lee"),
    "unlink": ("unlink", "2022-02-15", "2021-06-09", "--by", "Ann Lee"),
    "undo": ("undo", "--by", "Ann Lee"),
    "judgements": ("judgements",),
    "query": ("query", "dossier", "--param", "who=CSSF"),
    "sparql": ("sparql", "ASK {}"),
    "cypher": ("cypher", "RETURN 1"),
    "show": ("show", "CSSF"),
    "validate": ("validate",),
    "follow-up": ("follow-up", "9 June 2021", "-o", "next.md", "--force"),
    "path": ("path", "IASC", "Home Office"),
    "neighbours": ("neighbours", "IASC"),
    "central": ("central",),
    "export": ("export", "graph.nq", "--force"),
    "search": ("search", "victim"),
    "news": ("news",),
    "check-draft": ("check-draft", "note.md"),
    "browse": ("browse", "--force"),
    "serve": ("serve", "--port", "0"),
    "diagram": ("diagram", "correspondence", "-o", "letters.svg", "--force"),
    "brief": ("brief", "CSSF", "-o", "cssf.md", "--force"),
}
LIVE = {"serve", "review"}
"""These run until somebody at a terminal has had enough."""

NO = re.compile(
    r"this command works on the folder of a store\. Name one with --store DIR\."
    r"|this needs the folder of a store, which --store DIR names\."
    r"|this is not asked of Neo4j\. .* name the folder of the store with --store\."
    r"|Neo4j does not speak SPARQL\. Ask it with `policygraph cypher`\."
    r"|only Neo4j speaks Cypher\. Name one with --store bolt://HOST:7687\."
)


def read_table() -> dict[str, tuple[str, str, str]]:
    """Return what the table says of each command: on a folder, on Neo4j, on an endpoint."""
    section = (ROOT / "README.md").read_text("utf-8").partition("### Where the graph lies")[2].partition("\n#")[0]
    rows = [line.strip("|").split("|") for line in section.splitlines() if line.startswith("| `")]
    said = [
        (name, (one.strip(), two.strip(), three.strip()))
        for names, one, two, three in rows
        for name in re.findall(r"`([a-z-]+)`", names)
    ]
    assert len(dict(said)) == len(said)
    return dict(said)


TABLE = read_table()


def test_the_table_has_every_command_that_takes_a_store() -> None:
    group = typer.main.get_command(app)
    assert isinstance(group, typer.core.TyperGroup)
    takes_store = {name for name, one in group.commands.items() if any(param.name == "store" for param in one.params)}
    assert set(TABLE) == takes_store == EXAMPLES.keys() | {"push"}


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory, neo4j_server: Server, endpoint_address: str) -> Path:
    """A store with the sample letters and a judgement, which both servers hold too."""
    folder = tmp_path_factory.mktemp("stores")
    commands = (("load", str(ROOT / "letters")), ("note", ASK, "ours", "--by", "Ann Lee"))
    for command in (*commands, ("push", neo4j_server.uri), ("push", endpoint_address)):
        subprocess.run(
            [sys.executable, "-m", "policygraph.cli", *command, "--store", str(folder / "store")],
            env=os.environ | neo4j_server.variables,
            check=True,
            capture_output=True,
        )
    return folder


@pytest.mark.parametrize("name", EXAMPLES)
def test_each_command_works_where_the_table_says_so(
    name: str, run: Run, samples: Path, neo4j_server: Server, endpoint_address: str, tmp_path: Path
) -> None:
    copytree(samples, tmp_path, dirs_exist_ok=True)
    (tmp_path / "note.md").write_text("The letter of 9 June 2021.", "utf-8")
    for said, address in zip(TABLE[name], ("store", neo4j_server.uri, endpoint_address), strict=True):
        if name in LIVE and said == "yes":
            continue
        finished = run(*EXAMPLES[name], "--store", address, **neo4j_server.variables)
        words = " ".join(re.sub("[│╭╮╰╯─]", " ", finished.stderr).split())
        if said == "yes":
            assert finished.returncode == 0, (address, finished.stderr)
        else:
            assert said == "–"
            assert finished.returncode in (1, 2), address
            assert NO.search(words), (address, words)
            assert "Traceback" not in finished.stderr
