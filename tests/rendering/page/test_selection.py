"""A corpus that is too large for one page shows the part of it that is best connected, and says so."""

from pathlib import Path

from policygraph.graph.loading.build import open_loaded
from policygraph.rendering.page.edges import build_edges
from policygraph.rendering.page.records import Fact
from policygraph.rendering.page.selection import find_selection


def test_a_small_corpus_is_shown_whole_and_nothing_is_said(store_path: Path) -> None:
    with open_loaded(store_path) as store:
        selection = find_selection(store)
    assert len(selection.letters) == 4
    assert selection.note is None


def test_the_best_connected_part_is_shown_and_the_rest_is_counted(store_path: Path) -> None:
    with open_loaded(store_path) as store:
        whole = find_selection(store)
        selection = find_selection(store, most=12, most_letters=2)
    assert len(selection.entities) == 12
    assert "vocabulary/home-office" in selection.entities
    assert selection.note
    assert f"12 of {len(whole.entities)} names and 2 of 4 letters" in selection.note


def test_a_named_entity_is_in_the_part_with_its_neighbours(store_path: Path) -> None:
    fund = "vocabulary/conflict-stability-and-security-fund"
    with open_loaded(store_path) as store:
        selection = find_selection(store, [f"https://w3id.org/policygraph/{fund}"], most=2)
    assert selection.start == fund
    assert set(selection.entities) == {fund, "scheme/a103f6d577c285dbfc89"}


def build_fact(number: int, relation: str = "runs", polarity: str = "affirmed") -> Fact:
    return Fact(
        id=f"statement/{number}", from_="a", to="b", relation=relation, polarity=polarity, words="A runs B", rule="test"
    )


def test_facts_of_one_relation_are_one_edge_and_others_are_parallel() -> None:
    edges = build_edges([build_fact(1), build_fact(2), build_fact(3, "funds")])
    assert sorted((edge.relation, len(edge.facts)) for edge in edges) == [("funds", 1), ("runs", 2)]
    assert len({edge.curve for edge in edges}) == 2


def test_what_is_denied_or_ended_is_no_edge() -> None:
    assert build_edges([build_fact(1, polarity="denied"), build_fact(2, polarity="ended")]) == ()
