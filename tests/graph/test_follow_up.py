"""What is open of what letters ask for, whichever way they are named."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from policygraph.graph.follow_up import FollowUp, find_follow_up
from policygraph.graph.judging.judging import judge
from policygraph.graph.loading.build import build_graph, open_loaded
from policygraph.graph.loading.letter_choice import find_chosen_letters
from policygraph.graph.loading.source_files import find_sources
from policygraph.graph.quads.link_quads import to_link_quads
from policygraph.graph.quads.terms import DERIVED
from policygraph.graph.storage.change import Change
from policygraph.graph.storage.store import GraphStore, open_for_writing
from policygraph.graph.storage.stored_readings import load_links, load_readings
from policygraph.model.errors import SourceError
from policygraph.model.judgement import Standing, Verdict
from policygraph.model.link import AnswerStatus

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


def find_judged(status: AnswerStatus | None) -> FollowUp:
    """Return what is open of a letter after an analyst has given its ask a status; None for no word of theirs."""
    write_letter(Path("a.txt"), ASK)
    with open_for_writing(Path("store")) as store:
        load(store)
        (answer,) = load_links(store).answers
    if status:
        judge(Path("store"), answer.iri, Verdict.CORRECTED, by="Ann Lee", value=status.value)
    with open_loaded(Path("store")) as store:
        return find(store, "a.txt")


@pytest.mark.parametrize(
    ("status", "is_open"),
    [
        (None, True),
        (AnswerStatus.PARTLY, True),
        (AnswerStatus.DISCUSSED, True),
        (AnswerStatus.ACCEPTED, False),
        (AnswerStatus.DECLINED, False),
    ],
)
def test_only_a_decision_that_an_analyst_gives_closes_an_ask(status: AnswerStatus | None, is_open: bool) -> None:
    found = find_judged(status)
    standing = Standing.CORRECTED if status else Standing.SUGGESTED
    assert [ask.standing for ask in found.asks] == ([standing] if is_open else [])
    assert len(found.letters) == is_open


def test_a_decision_that_the_program_suggests_leaves_an_ask_open() -> None:
    write_letter(Path("a.txt"), ASK)
    with open_for_writing(Path("store")) as store:
        load(store)
        links = load_links(store)
        suggested = replace(links, answers=tuple(replace(one, status=AnswerStatus.ACCEPTED) for one in links.answers))
        store.apply(Change(drop=(DERIVED,), add=tuple(to_link_quads(suggested))))
        found = find(store, "a.txt")
    assert [(ask.status, ask.standing) for ask in found.asks] == [(AnswerStatus.ACCEPTED, Standing.SUGGESTED)]


def test_who_is_asked_is_as_an_analyst_has_corrected_it() -> None:
    write_letter(Path("a.txt"), ASK)
    with open_for_writing(Path("store")) as store:
        load(store)
        (ask,) = next(iter(load_readings(store))).asks
    judge(Path("store"), ask.iri, Verdict.CORRECTED, by="Ann Lee", value="Helen Marchbanks -> Water Board")
    with open_loaded(Path("store")) as store:
        assert [ask.asked_of for ask in find(store, "a.txt").asks] == ["Water Board"]


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
