"""What is open of what letters ask for, whichever way they are named."""

from datetime import date
from pathlib import Path

import pytest
from policygraph.graph.build import build_graph
from policygraph.graph.follow_up import FollowUp, find_follow_up
from policygraph.graph.letter_choice import find_chosen_letters
from policygraph.graph.source_files import find_sources
from policygraph.graph.store import Change, GraphStore, open_for_writing
from policygraph.graph.stored_readings import load_links
from policygraph.graph.terms import DERIVED, STANDING, STATUS, TO_ASK
from policygraph.model.errors import SourceError
from pyoxigraph import Literal, NamedNode, Quad

from .records import write_letter

ASK = "I would urge you to publish the accounts of the Water Restoration Fund."
TODAY = date(2025, 6, 1)


@pytest.fixture(autouse=True)
def _stand_in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def load(store: GraphStore) -> None:
    build_graph(store, find_sources(["."]), today=TODAY)


def find(store: GraphStore, *wishes: str) -> FollowUp:
    return find_follow_up(store, wishes, today=TODAY)


def judge(store: GraphStore, status: str, standing: str) -> None:
    """Give every answer a status and a standing."""
    answers = {quad.subject for quad in store.find_quads(DERIVED, None, TO_ASK)}
    old = {quad for term in (STATUS, STANDING) for quad in store.find_quads(DERIVED, None, term)}
    kept = [quad for quad in store.find_quads(DERIVED) if quad not in old]
    new = [
        Quad(answer, term, Literal(value), DERIVED)
        for answer in answers
        for term, value in ((STATUS, status), (STANDING, standing))
        if isinstance(answer, NamedNode)
    ]
    store.apply(Change(drop=(DERIVED,), add=(*kept, *new)))


@pytest.mark.parametrize(
    ("status", "standing", "is_open"),
    [
        ("accepted", "suggested", True),
        ("declined", "suggested", True),
        ("partly", "confirmed", True),
        ("discussed, no decision found", "confirmed", True),
        ("accepted", "confirmed", False),
        ("declined", "confirmed", False),
        ("accepted", "corrected", False),
    ],
)
def test_only_a_confirmed_decision_closes_an_ask(status: str, standing: str, is_open: bool) -> None:
    write_letter(Path("a.txt"), ASK)
    with open_for_writing(Path("store")) as store:
        load(store)
        judge(store, status, standing)
        found = find(store, "a.txt")
    assert [(ask.status, ask.standing) for ask in found.asks] == ([(status, standing)] if is_open else [])
    assert len(found.letters) == is_open


def test_an_ask_that_two_letters_make_comes_once_and_waits_since_the_first() -> None:
    write_letter(Path("a.txt"), ASK, date="2 May 2025", reference="WR/1")
    write_letter(Path("b.txt"), ASK, date="20 May 2025", reference="WR/2")
    with open_for_writing(Path("store")) as store:
        load(store)
        assert len(load_links(store).same_asks) == 1
        both, later = find(store, "a.txt", "b.txt"), find(store, "WR/2")
    assert [[letter.date for letter in ask.letters] for ask in both.asks] == [["2025-05-02", "2025-05-20"]]
    assert [ask.days for ask in both.asks] == [ask.days for ask in later.asks] == [30]
    assert [ask.quotation.source for ask in later.asks] == ["b.txt"]
    assert [letter.date for letter in later.letters] == ["2025-05-20"]


def test_a_date_of_two_letters_is_told_and_nothing_guessed() -> None:
    write_letter(Path("a.txt"), ASK, reference="WR/1")
    write_letter(Path("b.txt"), "We will write again.", reference="WR/2")
    with open_for_writing(Path("store")) as store:
        load(store)
        with pytest.raises(SourceError, match=r"several letters .* \(a\.txt, .* \(b\.txt, "):
            find_chosen_letters(store, ["14 May 2025"])
        (one,) = find_chosen_letters(store, ["wr/2"])
        assert find_chosen_letters(store, [one, "b.txt"]) == [one]
        with pytest.raises(SourceError, match=r"nearest are .*b\.txt"):
            find_chosen_letters(store, ["bb.txt"])
