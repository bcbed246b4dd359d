"""Exports hold what the store says: each is read back with somebody else's library, and is the same on every run."""

import csv
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import networkx
import openpyxl
import pytest
import rdflib
from policygraph.graph.loading.build import build_graph
from policygraph.graph.loading.source_files import find_sources
from policygraph.graph.network.network import Network, build_network, find_edges, find_entities, find_letters
from policygraph.graph.network.network_records import Basis
from policygraph.graph.quads.description import to_text
from policygraph.graph.storage.store import GraphStore, open_for_writing
from policygraph.model.errors import SourceError
from policygraph.rendering.exports.export_file import KINDS, find_export_fault, write_export
from pyoxigraph import Literal
from rdflib.namespace import XSD

ROOT = Path(__file__).parents[2]
LETTER = """\
14 May 2025

Our ref: WR/1

Rt Hon Alistair Pemberthy MP
Chair
Environment Committee

Dear Alistair,

=SUM(A1) and the Water Strategy

The Home Office runs the Modern Slavery Fund.\f I urge you to publish the Water Strategy by June 2025.

Yours sincerely,

Helen Marchbanks
Secretary of State for the Environment
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    folder = tmp_path_factory.mktemp("exports")
    (folder / "letter.txt").write_text(LETTER, "utf-8")
    with open_for_writing(folder / "store") as opened:
        build_graph(opened, find_sources([str(ROOT / "letters"), str(folder / "letter.txt")]))
        yield opened


@pytest.fixture(scope="module")
def network(store: GraphStore) -> Network:
    return build_network(store)


@pytest.fixture(autouse=True)
def literals_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let rdflib keep "12.0" and not make it "12.0E0"."""
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)


def export(store: GraphStore, folder: Path, suffix: str) -> Path:
    (path, *_) = write_export(store, folder / f"graph{suffix}")
    return path


Statement = tuple[str, ...]


def find_stored(store: GraphStore) -> set[Statement]:
    def describe(term: object) -> Statement:
        if isinstance(term, Literal):
            return term.value, term.language or term.datatype.value
        return (to_text(term),)

    quads = (quad for graph in store.find_graphs() for quad in store.find_quads(graph))
    return {
        (*describe(quad.graph_name), to_text(quad.subject), to_text(quad.predicate), *describe(quad.object))
        for quad in quads
    }


def find_read(graph: str | None, triples: Iterable[tuple[rdflib.Node, ...]]) -> Iterator[Statement]:
    for subject, term, value in triples:
        more = (value.language or str(value.datatype or XSD.string),) if isinstance(value, rdflib.Literal) else ()
        yield (*((graph,) if graph else ()), str(subject), str(term), str(value), *more)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib's own, of what it calls itself
@pytest.mark.parametrize(("suffix", "kind"), [(".trig", "trig"), (".nq", "nquads"), (".jsonld", "json-ld")])
def test_rdf_with_named_graphs_has_every_quad(store: GraphStore, tmp_path: Path, suffix: str, kind: str) -> None:
    read = rdflib.Dataset()
    read.parse(export(store, tmp_path, suffix), format=kind)
    found = {one for graph in read.graphs() for one in find_read(str(graph.identifier), graph)}
    assert found == find_stored(store)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_turtle_has_every_triple_and_says_what_it_leaves_out(store: GraphStore, tmp_path: Path) -> None:
    path = export(store, tmp_path, ".ttl")
    read = rdflib.Graph().parse(path, format="turtle")
    assert set(find_read(None, read)) == {statement[1:] for statement in find_stored(store)}
    assert path.read_text("utf-8").startswith("# Everything that a store says, without named graphs")


@pytest.mark.parametrize("suffix", [".graphml", ".gexf"])
def test_graph_files_have_every_node_and_edge_with_their_types(
    store: GraphStore, network: Network, tmp_path: Path, suffix: str
) -> None:
    path = export(store, tmp_path, suffix)
    read: Any = networkx.read_gexf(path) if suffix == ".gexf" else networkx.read_graphml(path, force_multigraph=True)
    assert read.is_directed()
    assert set(read) == set(network)
    assert Counter(read.edges()) == Counter(network.edges())
    for node in find_entities(network):
        data = read.nodes[node.key]
        assert (data["label"], data["kind"], data["letters"]) == (node.name, node.type.value, len(node.letters))
        assert data["is_background"] is node.is_background
    stated = {data["id"]: data for _, _, data in read.edges(data=True) if data["basis"] == "statement"}
    edges = [edge for edge in find_edges(network) if edge.basis is Basis.STATEMENT]
    assert len(stated) == len(edges)
    for edge in edges:
        assert stated[edge.key]["rule"] == edge.rule
        assert " ".join(edge.evidence[0].quote.split()).replace("\f", "") in stated[edge.key]["quotes"]
        assert "since" not in stated[edge.key] or edge.since


def test_tables_have_a_line_for_each_node_and_edge_and_no_formula(
    store: GraphStore, network: Network, tmp_path: Path
) -> None:
    nodes, edges = write_export(store, tmp_path / "graph.csv")
    assert [path.name for path in (nodes, edges)] == ["graph.nodes.csv", "graph.edges.csv"]
    with nodes.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["id"] for row in rows} == set(network)
    letter = next(row for row in rows if row["label"].startswith("Helen Marchbanks → Alistair Pemberthy"))
    assert (letter["kind"], letter["date"], letter["subject"]) == (
        *("letter", "2025-05-14"),
        "'=SUM(A1) and the Water Strategy",
    )
    with edges.open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    assert Counter((line["source"], line["target"]) for line in lines) == Counter(network.edges())
    assert len({line["id"] for line in lines}) == len(lines)
    (asked,) = [line for line in lines if line["label"] == "asks" and line["until"] == "2025-06"]
    assert "I urge you to publish the Water Strategy by June 2025." in asked["quotes"]


def read_follow_the_money(path: Path) -> dict[str, dict[str, Any]]:
    entities = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert len({entity["id"] for entity in entities}) == len(entities)
    return {entity["id"]: entity for entity in entities}


def test_follow_the_money_is_valid_and_its_links_join_what_they_may(store: GraphStore, tmp_path: Path) -> None:
    python = Path(sys.prefix) / "ftm" / "bin" / "python"
    if not python.exists():
        assert "CI" not in os.environ, "`make .venv/tested` installs followthemoney"
        pytest.skip("followthemoney is not installed: run `make .venv/tested`")
    path = export(store, tmp_path, ".ftm.json")
    command = [python, Path(__file__).with_name("ftm_check.py"), path]
    finished = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    assert json.loads(finished.stdout) == {"entities": len(read_follow_the_money(path)), "faults": []}


def test_an_office_holder_is_a_person_a_position_and_an_occupancy(store: GraphStore, tmp_path: Path) -> None:
    entities = read_follow_the_money(export(store, tmp_path, ".ftm.json"))
    held = [entity["properties"] for entity in entities.values() if entity["schema"] == "Occupancy"]
    names = {(entities[one["holder"][0]]["properties"]["name"][0], entities[one["post"][0]]["schema"]) for one in held}
    assert ("Priti Patel", "Position") in names
    letters = {entity["properties"]["sourceUrl"][0] for entity in entities.values() if entity["schema"] == "Message"}
    assert all(one["summary"] and set(one["sourceUrl"]) <= letters for one in held)


def test_a_letter_is_a_message_with_who_wrote_it_to_whom_and_what_it_answers(
    store: GraphStore, network: Network, tmp_path: Path
) -> None:
    entities = read_follow_the_money(export(store, tmp_path, ".ftm.json"))
    letters = [entity["properties"] for entity in entities.values() if entity["schema"] == "Message"]
    assert len(letters) == len(list(find_letters(network)))
    (reply,) = [letter for letter in letters if "inReplyToMessage" in letter]
    assert [entities[one]["properties"]["name"] for one in reply["sender"]] == [["Matthew Rycroft"]]
    assert reply["date"] == ["2022-02-15"]
    assert all(letter["bodyText"] for letter in letters)


def test_the_workbook_has_entities_facts_letters_and_asks_and_text_stays_text(
    store: GraphStore, network: Network, tmp_path: Path
) -> None:
    book = openpyxl.load_workbook(export(store, tmp_path, ".xlsx"))
    sheets = {sheet.title: [[cell.value for cell in row] for row in sheet.rows] for sheet in book.worksheets}
    assert list(sheets) == ["Entities", "Facts", "Letters", "Asks"]
    named = [node for node in find_entities(network) if not node.is_background]
    assert sorted(str(row[-1]) for row in sheets["Entities"][1:]) == sorted(node.key for node in named)
    fact = next(row for row in sheets["Facts"] if row[0] == "Refugee Action")
    assert fact[1:3] == ["runs", "Choices Service"]
    assert "through Refugee Action's Choices Service.”" in str(fact[6]) or "Choices Service." in str(fact[6])
    assert len(sheets["Letters"]) == 1 + len(list(find_letters(network)))
    assert {cell.data_type for sheet in book for row in sheet.rows for cell in row} <= {"s", "n", "inlineStr"}
    statuses = sheets["Asks"][0].index("Status")
    assert all(row[statuses] for row in sheets["Asks"][1:])
    assert any(row[:2] == ["Independent Anti-Slavery Commissioner", "Home Secretary"] for row in sheets["Asks"])


def test_a_workbook_carries_no_time_of_its_making(store: GraphStore, tmp_path: Path) -> None:
    with ZipFile(export(store, tmp_path, ".xlsx")) as package:
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert f"{datetime.now().year}-".encode() not in package.read("docProps/core.xml")


@pytest.mark.parametrize("suffix", KINDS)
def test_the_same_graph_has_the_same_bytes(store: GraphStore, tmp_path: Path, suffix: str) -> None:
    first = [path.read_bytes() for path in write_export(store, tmp_path / f"one{suffix}")]
    assert first == [path.read_bytes() for path in write_export(store, tmp_path / f"two{suffix}")]
    assert str(datetime.now().year).encode() not in first[0][:500] or suffix in (".csv", ".nq", ".jsonld", ".cypher")


def test_what_cannot_be_written_is_told_and_nothing_is_overwritten(store: GraphStore, tmp_path: Path) -> None:
    fault = find_export_fault(tmp_path / "graph.pdf", force=False)
    assert fault is not None
    assert ".ftm.json" in fault
    (tmp_path / "graph.edges.csv").write_text("mine")
    fault = find_export_fault(tmp_path / "graph.csv", force=False)
    assert fault is not None
    assert "graph.edges.csv: this file is there already" in fault
    assert find_export_fault(tmp_path / "graph.csv", force=True) is None
    assert find_export_fault(tmp_path / "GRAPH.TTL", force=False) is None
    with pytest.raises(SourceError):
        write_export(store, tmp_path / "nowhere" / "graph.ttl")
