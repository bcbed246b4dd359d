"""What was promised, whether it is overdue, and which later letters return to it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from policygraph.graph.storage.store import GraphStore
from policygraph.model.commitment import Commitment, Strength
from policygraph.model.entity import EntityType
from policygraph.model.identity import to_commitment_iri
from policygraph.model.judgement import Standing
from policygraph.model.letter import Correspondent, Letter
from policygraph.model.link import InferredSender, Judged, Links, PromiseReturn
from policygraph.model.reading import Party, Reading

from .records import build_entity, build_letter, find_quotes, find_rows, open_filled, quote, run_query

SIDES = {"senders": (Correspondent(office="Minister"),), "recipients": (Correspondent(office="Mayor"),)}
BACK = {"senders": SIDES["recipients"], "recipients": SIDES["senders"]}
PROMISE = build_letter("Minister to Mayor: the Lake Fund will pay. We shall write.", "2025-05-01", **SIDES)
REMINDER = build_letter("Mayor to Minister: where is the Lake Fund?", "2025-07-01", **BACK)
RENAMED = build_letter("Minister to Mayor: the Lakes Fund is gone.", "2025-08-01", **SIDES)
BY_NAME = build_letter("To Ann Lee, Minister.", "2025-10-01")
OTHER = build_letter("Mayor to Bishop: the Lake Fund is slow.", "2025-09-01", senders=BACK["senders"])
EARLIER = build_letter("Mayor to Minister: is there a Lake Fund?", "2025-04-01", **BACK)


def build_reading(letter: Letter, *commitments: Commitment) -> Reading:
    names = {
        "Minister": EntityType.OFFICE,
        "Mayor": EntityType.OFFICE,
        "Lake Fund": EntityType.SCHEME,
        "Lakes Fund": EntityType.SCHEME,
    }
    entities = {name: build_entity(letter, kind, name) for name, kind in names.items() if name in letter.text}

    def find_parties(correspondents: tuple[Correspondent, ...]) -> tuple[Party, ...]:
        return tuple(Party(office=entities[str(each.office)].iri) for each in correspondents)

    return Reading(
        letter=letter,
        senders=find_parties(letter.senders),
        recipients=find_parties(letter.recipients),
        entities=tuple(entities.values()),
        commitments=commitments,
    )


def build_commitment(words: str, due: str | None, about: tuple[str, ...]) -> Commitment:
    return Commitment(
        iri=to_commitment_iri(PROMISE.iri, words),
        text=words,
        by=(build_entity(PROMISE, EntityType.OFFICE, "Minister").iri,),
        about=about,
        strength=Strength.FIRM,
        evidence=(quote(PROMISE, words),),
        due=due,
    )


def fill(due: str | None) -> list[Reading]:
    fund = build_entity(PROMISE, EntityType.SCHEME, "Lake Fund").iri
    paying = build_commitment("the Lake Fund will pay.", due, (fund,))
    writing = build_commitment("We shall write.", None, ())
    return [build_reading(PROMISE, paying, writing), *map(build_reading, (REMINDER, RENAMED, OTHER, EARLIER))]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[GraphStore]:
    paying = build_commitment("the Lake Fund will pay.", None, ()).iri
    returns = (
        PromiseReturn(commitment=paying, letter=REMINDER.iri, evidence=(quote(REMINDER, REMINDER.text),)),
        PromiseReturn(commitment=paying, letter=RENAMED.iri, evidence=(quote(RENAMED, RENAMED.text),)),
    )
    with open_filled(tmp_path / "store", fill("2025-08"), Links(returns=returns)) as opened:
        yield opened


def test_a_promise_has_the_sentences_of_the_letters_that_return_to_it(store: GraphStore) -> None:
    table = run_query(store, "commitments")
    assert find_rows(table) == [
        {
            "date": "2025-05-01",
            "promiser": "Minister",
            "words": "the Lake Fund will pay.",
            "topic": "Lake Fund",
            "strength": "firm",
            "due": "2025-08",
            "overdue": "overdue",
            "returns": "2025-07-01; 2025-08-01",
        },
        {"date": "2025-05-01", "promiser": "Minister", "words": "We shall write.", "strength": "firm"},
    ]
    assert find_quotes(table) == [["the Lake Fund will pay.", REMINDER.text, RENAMED.text], ["We shall write."]]


def test_who_holds_the_office_that_promises_is_named_as_another_letter_shows(tmp_path: Path) -> None:
    holder = build_entity(BY_NAME, EntityType.PERSON, "Ann Lee")
    shown = InferredSender(letter=PROMISE.iri, person=holder.iri, evidence=(quote(BY_NAME, "Ann Lee, Minister"),))
    readings = [*fill(None), Reading(letter=BY_NAME, entities=(holder,))]
    with open_filled(tmp_path / "store", readings, Links(senders=(shown,))) as opened:
        row = find_rows(run_query(opened, "commitments"))[0]
    assert row["promiser"] == "Ann Lee (shown by another letter), Minister"


def test_what_an_analyst_rejects_is_no_promise(tmp_path: Path) -> None:
    (paying, writing) = fill(None)[0].commitments
    judged = (Judged(target=paying.iri, standing=Standing.REJECTED),)
    with open_filled(tmp_path / "store", fill(None), Links(judged=judged)) as opened:
        assert [row.about for row in run_query(opened, "commitments").rows] == [writing.iri]


@pytest.mark.parametrize(
    ("due", "last"),
    [
        ("2025-05-16", "2025-05-16"),
        ("2025-06", "2025-06-30"),
        ("2025", "2025-12-31"),
        ("2025-21", "2025-05-31"),
        ("2025-22", "2025-08-31"),
        ("2025-23", "2025-11-30"),
        ("2025-24", "2026-02-28"),
        ("2025-06-02/2025-06-08", "2025-06-08"),
        ("2025-06~", "2025-06-30"),
    ],
)
def test_a_promise_is_overdue_from_the_day_after_the_last_of_its_time(tmp_path: Path, due: str, last: str) -> None:
    after = {"2025-05-16": "2025-05-17", "2025-06-08": "2025-06-09"}.get(last) or _next_month(last)
    with open_filled(tmp_path / "store", fill(due), Links()) as opened:
        found = [find_rows(run_query(opened, "commitments", {"today": day}))[0]["overdue"] for day in (last, after)]
    assert found == ["not yet", "overdue"]


def _next_month(day: str) -> str:
    year, month = int(day[:4]), int(day[5:7])
    return f"{year + month // 12}-{month % 12 + 1:02}-01"


@pytest.mark.parametrize(("name", "number"), [("lake", 1), ("minister", 2), ("bishop", 0)])
def test_it_can_be_asked_for_one_side_or_thing(store: GraphStore, name: str, number: int) -> None:
    assert len(run_query(store, "commitments", {"name": name}).rows) == number
