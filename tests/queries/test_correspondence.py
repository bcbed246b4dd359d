"""Who wrote to whom, in which office, when, under which reference, in reply to what, after how many days."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from policygraph.graph.link_quads import to_link_quads
from policygraph.graph.source_register import Source, to_source_change, to_variant
from policygraph.graph.store import Change, GraphStore, open_for_writing
from policygraph.model.citation import LetterCitation
from policygraph.model.document import Anchor
from policygraph.model.entity import Entity, EntityType, Mention
from policygraph.model.identity import to_entity_iri, to_letter_iri
from policygraph.model.letter import Correspondent, Letter
from policygraph.model.link import InferredSender, Links, Reply
from policygraph.model.reading import Party, Reading
from policygraph.model.statement import Passage
from policygraph.queries.answer import Table, run_query

ANN = to_entity_iri("person", "Ann Lee")
QUESTION = "Commissioner asks about rivers."
ANSWER = "Dear Ann Lee, thank you for your letter of 1 May 2025. The rivers are clean."
THANKS = "Thank you for your email of 3 March."


def build_letter(text: str, date: str | None, **fields: tuple[Correspondent, ...] | tuple[str, ...]) -> Letter:
    return Letter(iri=to_letter_iri(text), text=text, anchors=(Anchor(start=0, line=1),), date=date, **fields)  # type: ignore[arg-type]


def quote(letter: Letter, words: str) -> Passage:
    start = letter.text.index(words)
    return Passage(letter=letter.iri, start=start, end=start + len(words), quote=words)


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
    with open_for_writing(tmp_path / "store") as opened:
        variants = {reading.letter.iri: to_variant(reading) for reading in readings}
        source = Source(path="all.txt", checksum="0", reader="0")
        opened.apply(to_source_change(opened, "all.txt", source, variants))
        opened.apply(Change(drop=(), add=tuple(to_link_quads(links))))
        yield opened


def find_rows(table: Table) -> list[dict[str, object]]:
    return [
        {column.name: cell for column, cell in zip(table.columns, row.cells, strict=True) if cell is not None}
        for row in table.rows
    ]


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
    shown = [[quotation.quote for quotation in row.evidence] for row in run_query(store, "correspondence").rows]
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
