"""Who wrote to whom, in which office, when, under which reference, in reply to what, after how many days."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from policygraph.graph.storage.store import GraphStore
from policygraph.model.citation import LetterCitation
from policygraph.model.entity import Entity, EntityType, Mention
from policygraph.model.identity import to_entity_iri
from policygraph.model.letter import Correspondent
from policygraph.model.link import InferredSender, Links, Reply
from policygraph.model.reading import Party, Reading

from .records import build_letter, find_quotes, find_rows, open_filled, quote, run_query

ANN = to_entity_iri("person", "Ann Lee")
QUESTION = "Commissioner asks about rivers."
ANSWER = "Dear Ann Lee, thank you for your letter of 1 May 2025. The rivers are clean."
THANKS = "Thank you for your email of 3 March."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[GraphStore]:
    asked = build_letter(
        QUESTION,
        "2025-05-01",
        senders=(Correspondent(office="Commissioner"),),
        recipients=(Correspondent(name="Bo Ray", office="Minister", organisation="Home Office"),),
    )
    answered = build_letter(
        ANSWER,
        "2025-05-31",
        senders=(
            Correspondent(name="Bo Ray", office="Minister"),
            Correspondent(name="Cy Fox", office="Minister"),
        ),
        recipients=(Correspondent(name="Ann Lee"),),
        references=("B/2", "A/1"),
    )
    thanked = build_letter(THANKS, None)
    evidence = (quote(answered, "thank you for your letter of 1 May 2025"),)
    start = ANSWER.index("Ann Lee")
    ann = Entity(
        iri=ANN,
        type=EntityType.PERSON,
        name="Ann Lee",
        mentions=(Mention(text="Ann Lee", start=start, end=start + 7),),
    )
    cited = LetterCitation(
        described="email of 3 March", by_addressee=True, answered=True, evidence=(quote(thanked, THANKS),)
    )
    links = Links(
        replies=(Reply(letter=answered.iri, to=asked.iri, days=30, evidence=evidence),),
        senders=(InferredSender(letter=asked.iri, person=ANN, evidence=evidence),),
    )
    readings = [
        Reading(letter=asked),
        Reading(letter=answered, recipients=(Party(person=ANN),), entities=(ann,)),
        Reading(letter=thanked, citations=(cited,)),
    ]
    with open_filled(tmp_path / "store", readings, links) as opened:
        yield opened


def test_every_letter_has_one_row_in_the_order_of_dates(store: GraphStore) -> None:
    assert find_rows(run_query(store, "correspondence")) == [
        {
            "date": "2025-05-01",
            "sender": "Ann Lee (shown by another letter), Commissioner",
            "recipient": "Bo Ray, Minister, Home Office",
        },
        {
            "date": "2025-05-31",
            "sender": "Bo Ray, Minister; Cy Fox, Minister",
            "recipient": "Ann Lee",
            "reference": "A/1; B/2",
            "answers": "letter of 2025-05-01",
            "days": 30,
        },
        {"answers": "email of 3 March (not held)"},
    ]


def test_every_row_brings_the_words_behind_it(store: GraphStore) -> None:
    shown = find_quotes(run_query(store, "correspondence"))
    words = "thank you for your letter of 1 May 2025"
    assert shown == [[words], [words], [THANKS]]


@pytest.mark.parametrize(
    ("name", "dates"),
    [
        ("ann lee", ["2025-05-01", "2025-05-31"]),
        ("HOME", ["2025-05-01"]),
        ("commissioner", ["2025-05-01"]),
        ("cy fox", ["2025-05-31"]),
        ("nobody", []),
    ],
)
def test_it_can_be_asked_for_one_correspondent(store: GraphStore, name: str, dates: list[str]) -> None:
    rows = find_rows(run_query(store, "correspondence", {"name": name}))
    assert [row["date"] for row in rows] == dates
