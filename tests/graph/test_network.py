"""The network has what letters state, in the names that cards show, and is the same on every run."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from policygraph.graph.entity_card import find_cards
from policygraph.graph.judging.judging import judge
from policygraph.graph.loading.build import build_graph, open_loaded
from policygraph.graph.loading.source_files import find_sources
from policygraph.graph.network.network import (
    Network,
    build_network,
    find_edges,
    find_entities,
    find_letters,
    get_node,
)
from policygraph.graph.network.network_records import Basis, EntityNode, Link, NetworkEdge
from policygraph.graph.network.spoken_ties import find_spoken_ties
from policygraph.graph.quads.link_quads import to_link_quads
from policygraph.graph.quads.terms import DERIVED
from policygraph.graph.storage.change import Change
from policygraph.graph.storage.directory_quads import load_vocabulary_names, to_directory_quads
from policygraph.graph.storage.entity_names import EntityNames
from policygraph.graph.storage.store import GraphStore, open_for_writing
from policygraph.graph.storage.stored_readings import load_readings
from policygraph.model.entity import EntityType
from policygraph.model.judgement import Verdict
from policygraph.model.link import Links, SameAs
from policygraph.model.position import Stance
from policygraph.model.statement import Polarity, Predicate

from .records import write_letter

BODY = """\
The Home Office runs the Modern Slavery Fund. The Ministry of Water does not oppose the Clean Rivers Bill. \
I urge the Environment Committee to publish the Water Strategy by June 2025."""


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[GraphStore]:
    monkeypatch.chdir(tmp_path)
    write_letter(Path("a.txt"), BODY)
    write_letter(Path("b.txt"), "The Home Office runs the Modern Slavery Fund.", date="2 June 2025")
    with open_for_writing(Path("store")) as opened:
        build_graph(opened, find_sources(["a.txt", "b.txt"]))
        yield opened


def find_between(network: Network, source: str, target: str) -> list[NetworkEdge]:
    names = {node.name: node.key for node in find_entities(network)}
    return [edge for edge in find_edges(network) if (edge.source, edge.target) == (names[source], names[target])]


def test_a_statement_of_two_letters_is_two_parallel_edges_with_their_passages(store: GraphStore) -> None:
    edges = find_between(build_network(store), "Home Office", "Modern Slavery Fund")
    assert [(edge.predicate, edge.basis) for edge in edges] == [(Predicate.RUNS, Basis.STATEMENT)] * 2
    assert len({edge.key for edge in edges}) == len({edge.letter for edge in edges}) == 2
    assert {edge.evidence[0].quote for edge in edges} == {"The Home Office runs the Modern Slavery Fund."}


def test_every_affirmed_statement_is_an_edge_with_all_that_it_says_and_no_other_is(store: GraphStore) -> None:
    statements = [statement for reading in load_readings(store) for statement in reading.statements]
    edges = {edge.key: edge for edge in find_edges(build_network(store)) if edge.basis is Basis.STATEMENT}
    affirmed = [statement for statement in statements if statement.polarity is Polarity.AFFIRMED]
    assert len(affirmed) < len(statements)
    assert edges.keys() == {statement.id for statement in affirmed}
    for statement in affirmed:
        edge = edges[statement.id]
        assert (edge.predicate, edge.rule, edge.evidence) == (statement.predicate, statement.rule, statement.evidence)
        assert (edge.since, edge.until, edge.condition) == (statement.since, statement.until, statement.condition)
        assert (edge.confidence, edge.letter) == (statement.confidence, statement.evidence[0].letter)


def test_a_node_is_called_as_its_card_is(store: GraphStore) -> None:
    for node in find_entities(build_network(store)):
        if not node.is_background:
            cards = [card for card in find_cards(store, node.name).cards if card.type is node.type]
            assert (node.name, node.other_names) in [(card.name, card.other_names) for card in cards]


def test_letters_are_nodes_with_who_wrote_to_whom(store: GraphStore) -> None:
    network = build_network(store)
    first, second = sorted(find_letters(network), key=lambda letter: letter.date or "")
    assert first.name == "Helen Marchbanks → Alistair Pemberthy, 14 May 2025"
    assert (first.source, second.source, first.references) == ("a.txt", "b.txt", ("WR/2025/17",))
    links = [edge.predicate for edge in find_edges(network, first.key) if edge.basis is Basis.CORRESPONDENCE]
    assert links == [Link.SENT_BY, Link.SENT_TO] or links == [Link.SENT_TO, Link.SENT_BY]
    fund = next(node for node in find_entities(network) if node.name == "Modern Slavery Fund")
    assert fund.letters == tuple(sorted((first.key, second.key)))


def test_what_somebody_asks_is_an_edge_as_analysts_see_it(tmp_path: Path) -> None:
    path, letter = tmp_path / "store", write_letter(tmp_path / "a.txt", BODY)
    with open_for_writing(path) as store:
        build_graph(store, find_sources([str(letter)]))

    def find_asks() -> list[tuple[str, str, NetworkEdge]]:
        with open_loaded(path) as store:
            network = build_network(store)
        asks = [edge for edge in find_edges(network) if edge.basis is Basis.ASK]
        return [(get_node(network, edge.source).name, get_node(network, edge.target).name, edge) for edge in asks]

    ((asker, _, edge),) = find_asks()
    assert (asker, edge.predicate, edge.until) == ("Helen Marchbanks", Link.ASKS, "2025-06")
    assert edge.evidence[0].quote.startswith("I urge the Environment Committee")
    judge(path, edge.key, Verdict.CORRECTED, by="Ann", value="Home Office -> Environment Committee")
    assert [ends for *ends, _ in find_asks()] == [["Home Office", "Environment Committee"]]
    judge(path, edge.key, Verdict.CORRECTED, by="Ann", value="Home Office -> Somebody Else")
    assert find_asks() == []
    judge(path, edge.key, Verdict.REJECTED, by="Ann")
    assert find_asks() == []


def test_entities_that_are_one_are_one_node_under_their_entry(store: GraphStore) -> None:
    entities = {entity.name: entity.iri for reading in load_readings(store) for entity in reading.entities}
    pair = tuple(sorted((entities["Clean Rivers Bill"], entities["Modern Slavery Fund"])))
    links = Links(same=(SameAs(entities=pair, why="They have the same acronym."),))
    directory = to_directory_quads(load_readings(store), links.same, load_vocabulary_names(store))
    store.apply(Change(drop=(DERIVED,), add=(*to_link_quads(links), *directory)))
    network = build_network(store)
    (node,) = [node for node in find_entities(network) if node.members == pair]
    assert (node.name, node.other_names) == ("Modern Slavery Fund", ("Clean Rivers Bill",))
    assert [iri in network for iri in pair].count(True) == 1
    assert len(find_between(network, "Home Office", "Modern Slavery Fund")) == 2


def test_the_vocabulary_adds_what_it_knows_marked_as_background(tmp_path: Path) -> None:
    letter = write_letter(tmp_path / "c.txt", "The Home Office runs the Water Restoration Fund.")
    with open_for_writing(tmp_path / "store") as store:
        build_graph(store, find_sources([str(letter)]))
        network, without = build_network(store), build_network(store, [Basis.STATEMENT])
    (office,) = [node for node in find_entities(network) if node.name == "Home Office"]
    found = [edge for edge in find_edges(network, office.key) if edge.basis is Basis.BACKGROUND]
    country = next(edge.target for edge in found if edge.predicate is Link.COUNTRY)
    known = get_node(network, country)
    assert isinstance(known, EntityNode)
    assert (known.name, known.type, known.is_background) == ("United Kingdom", EntityType.COUNTRY, True)
    assert {edge.letter for edge in found} == {None}
    assert country not in without
    assert {edge.basis for edge in find_edges(without)} == {Basis.STATEMENT}


def test_the_network_comes_in_one_order_and_without_evidence_when_none_is_wanted(store: GraphStore) -> None:
    network = build_network(store)
    edges = list(find_edges(network))
    assert list(network) == sorted(network)
    assert edges == sorted(edges, key=lambda edge: (edge.source, edge.target, edge.key))
    assert list(find_edges(build_network(store))) == edges
    bare = list(find_edges(build_network(store, evidence=False)))
    assert [edge.key for edge in bare] == [edge.key for edge in edges]
    assert {edge.evidence for edge in bare} == {()}


def test_a_promise_is_made_to_whom_the_letter_is_written(tmp_path: Path) -> None:
    letter = write_letter(
        tmp_path / "a.txt", "I will publish the Water Strategy by June 2025. I will write again soon."
    )
    with open_for_writing(tmp_path / "store") as store:
        build_graph(store, find_sources([str(letter)]))
        network = build_network(store)
    found = {
        (get_node(network, edge.source).name, edge.predicate, get_node(network, edge.target).name)
        for edge in find_edges(network)
        if edge.basis is Basis.COMMITMENT
    }
    assert found == {
        ("Helen Marchbanks", Link.PROMISES_TO, "Alistair Pemberthy"),
        ("Helen Marchbanks", Link.PROMISES, "Water Strategy"),
    }


def test_the_ties_of_one_entity_are_those_of_the_whole_network(tmp_path: Path) -> None:
    folder = Path(__file__).parents[1] / "gold" / "threads" / "tune"
    with open_for_writing(tmp_path / "store") as store:
        build_graph(store, find_sources([str(folder)]))
        network, names = build_network(store), EntityNames(store)
        spoken = {
            (tie.item, tie.relation, names.find_entry(tie.source), names.find_entry(tie.target))
            for node in find_entities(network)
            for iri in node.members
            for ties in find_spoken_ties(store, names, iri)
            for tie in ties
        }
    bases = (Basis.ASK, Basis.COMMITMENT, Basis.POSITION)
    edges = {(e.key, e.predicate, e.source, e.target) for e in find_edges(network) if e.basis in bases}
    assert spoken == edges
    assert {Link.ASKS, Link.PROMISES, Link.PROMISES_TO, Stance.SUPPORTS} <= {relation for _, relation, *_ in edges}
