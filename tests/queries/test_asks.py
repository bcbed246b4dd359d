"""Which asks are open, for how long, and what the replies say to each."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from policygraph.graph.storage.store import GraphStore
from policygraph.model.ask import Ask
from policygraph.model.entity import EntityType
from policygraph.model.identity import to_ask_iri
from policygraph.model.judgement import Standing
from policygraph.model.letter import Letter
from policygraph.model.link import Answer, AnswerStatus, AskParties, Links, Reply, SameAs
from policygraph.model.reading import Reading

from .records import build_entity, build_letter, find_quotes, find_rows, open_filled, quote, run_query

FIRST = build_letter("Ann Lee asks the Minister: count the fish. Clean the lake. Name the boats.", "2025-05-01")
AGAIN = build_letter("Ann Lee asks the Minister once more: count all the fish.", "2025-05-21")
UNDATED = build_letter("Ann Lee asks the Minister without a date: open the gate.", None)
REPLY = build_letter("The Minister will clean the lake. The fish are many.", "2025-06-10")


def build_ask(letter: Letter, words: str, due: str | None = None, reported: bool = False) -> Ask:
    ann, minister = (
        build_entity(letter, EntityType.PERSON, "Ann Lee"),
        build_entity(letter, EntityType.OFFICE, "Minister"),
    )
    return Ask(
        iri=to_ask_iri(letter.iri, words),
        text=words,
        asked_by=(ann.iri,),
        asked_of=(minister.iri,),
        about=(),
        evidence=(quote(letter, words),),
        due=due,
        reported=reported,
    )


def build_reading(letter: Letter, *asks: Ask) -> Reading:
    named = (("Ann Lee", EntityType.PERSON), ("Minister", EntityType.OFFICE))
    entities = tuple(build_entity(letter, kind, name) for name, kind in named if name in letter.text)
    return Reading(letter=letter, entities=entities, asks=asks)


FISH = build_ask(FIRST, "count the fish", due="2025-06")
LAKE = build_ask(FIRST, "Clean the lake")
BOATS = build_ask(FIRST, "Name the boats", reported=True)
FISH_AGAIN = build_ask(AGAIN, "count all the fish")
GATE = build_ask(UNDATED, "open the gate")


def build_parties(ask: Ask) -> AskParties:
    return AskParties(ask=ask.iri, by="Ann Lee", of="Minister", asked_by=ask.asked_by, asked_of=ask.asked_of)


READINGS = (
    build_reading(FIRST, FISH, LAKE, BOATS),
    build_reading(AGAIN, FISH_AGAIN),
    build_reading(UNDATED, GATE),
    build_reading(REPLY),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[GraphStore]:
    shown = (quote(REPLY, "The fish are many."),)
    accepted = (quote(REPLY, "The Minister will clean the lake."),)
    links = Links(
        replies=(Reply(letter=REPLY.iri, to=AGAIN.iri, days=20, evidence=shown),),
        same_asks=(SameAs(entities=(FISH.iri, FISH_AGAIN.iri), why="The same words."),),
        answers=(
            Answer(ask=FISH.iri, status=AnswerStatus.DISCUSSED, reason="It speaks of fish.", evidence=shown),
            Answer(ask=LAKE.iri, status=AnswerStatus.ACCEPTED, reason="It will.", evidence=accepted),
            Answer(ask=GATE.iri, status=AnswerStatus.NO_REPLY, reason="None is held.", evidence=()),
        ),
        parties=tuple(map(build_parties, (FISH, LAKE, GATE))),
    )
    with open_filled(tmp_path / "store", READINGS, links) as opened:
        yield opened


def test_an_open_ask_has_one_row_that_counts_from_its_first_letter(store: GraphStore) -> None:
    parties = {"asker": "Ann Lee", "asked": "Minister"}
    fish = {"date": "2025-05-01", **parties, "words": "count the fish", "due": "2025-06", "days": 40}
    assert find_rows(run_query(store, "unanswered-asks")) == [
        {**fish, "status": "suggested: discussed, no decision found"},
        {**parties, "words": "open the gate", "status": "suggested: no reply held"},
    ]


@pytest.mark.parametrize(
    ("standing", "said"),
    [
        (Standing.SUGGESTED, "suggested"),
        (Standing.CONFIRMED, "confirmed"),
        (Standing.CORRECTED, "corrected"),
        (Standing.REJECTED, "suggestion rejected"),
    ],
)
def test_a_status_says_whose_word_it_is(tmp_path: Path, standing: Standing, said: str) -> None:
    evidence = (quote(REPLY, "The Minister will clean the lake."),)
    status = AnswerStatus.UNDECIDED
    answer = Answer(ask=LAKE.iri, status=status, reason="It may.", evidence=evidence, standing=standing)
    with open_filled(tmp_path / "store", READINGS, Links(answers=(answer,))) as opened:
        for question in ("unanswered-asks", "asks-and-answers"):
            (row,) = find_rows(run_query(opened, question))
            assert row["status"] == f"{said}: not decided: read both"


def test_it_brings_the_words_of_every_letter_that_makes_it(store: GraphStore) -> None:
    quotes = find_quotes(run_query(store, "unanswered-asks"))
    assert quotes == [["count the fish", "count all the fish"], ["open the gate"]]


@pytest.mark.parametrize(("today", "days"), [("2025-05-01", 0), ("2025-05-02", 1), ("2026-05-01", 365)])
def test_waiting_is_counted_up_to_a_day(store: GraphStore, today: str, days: int) -> None:
    assert find_rows(run_query(store, "unanswered-asks", {"today": today}))[0]["days"] == days


@pytest.mark.parametrize(("name", "number"), [("ann", 2), ("MINIST", 2), ("bo", 0)])
def test_it_can_be_asked_for_one_side(store: GraphStore, name: str, number: int) -> None:
    assert len(run_query(store, "unanswered-asks", {"name": name}).rows) == number


def test_each_ask_stands_beside_its_replies_whichever_letter_they_answer(store: GraphStore) -> None:
    fish, lake, gate = find_rows(run_query(store, "asks-and-answers"))
    assert fish == {
        "asker": "Ann Lee",
        "asked": "Minister",
        "words": "count the fish",
        "letter_date": "2025-05-01",
        "reply_date": "2025-06-10",
        "days": 20,
        "status": "suggested: discussed, no decision found",
        "reason": "It speaks of fish.",
    }
    assert (lake["status"], "reply_date" in lake) == ("suggested: accepted", False)
    assert gate["status"] == "suggested: no reply held"


def test_the_words_of_both_sides_follow_each_other(store: GraphStore) -> None:
    assert find_quotes(run_query(store, "asks-and-answers")) == [
        ["count the fish", "count all the fish", "The fish are many."],
        ["Clean the lake", "The Minister will clean the lake."],
        ["open the gate"],
    ]


def test_each_row_has_the_ids_by_which_its_ask_its_status_and_its_replies_are_judged(store: GraphStore) -> None:
    reply = Reply(letter=REPLY.iri, to=AGAIN.iri, days=20, evidence=())
    status = Answer(ask=FISH.iri, status=AnswerStatus.NO_REPLY, reason="", evidence=())
    waiting, beside = (run_query(store, question).rows[0].ids for question in ("unanswered-asks", "asks-and-answers"))
    assert waiting == (("ask", FISH.iri), ("status", status.iri))
    assert beside == (*waiting, ("reply", reply.iri))
