"""How long each reply took, and the replies to what went to one addressee together."""

from pathlib import Path

import pytest
from policygraph.model.letter import Letter
from policygraph.model.link import Links, Reply
from policygraph.model.reading import Reading
from policygraph.queries.answer import Table

from .records import build_letter, find_quotes, find_rows, open_filled, quote, run_query

FIRST = build_letter("Ann Lee writes.", "2025-01-01")
SECOND = build_letter("Ann Lee writes again.", None)


def link(reply: Letter, letter: Letter, days: int | None, *addressees: str) -> Reply:
    evidence = (quote(reply, reply.text), quote(letter, letter.text))
    return Reply(
        letter=reply.iri,
        to=letter.iri,
        days=days,
        evidence=evidence,
        addressees=addressees or ("Lake Board",),
        repliers=("River Board",),
    )


def ask(path: Path, *replies: tuple[Letter, Reply], name: str = "") -> Table:
    readings = [Reading(letter=letter) for letter in (FIRST, SECOND, *(letter for letter, _ in replies))]
    links = Links(replies=tuple(reply for _, reply in replies))
    with open_filled(path / "store", readings, links) as opened:
        return run_query(opened, "response-times", {"name": name})


def build_replies(*days: int) -> list[tuple[Letter, Reply]]:
    letters = [build_letter(f"Reply {number} came.", f"2025-02-{number + 1:02}") for number in range(len(days))]
    return [(letter, link(letter, FIRST, took)) for letter, took in zip(letters, days, strict=True)]


def test_each_reply_has_a_row_and_each_addressee_one_for_all_of_them(tmp_path: Path) -> None:
    quick, slow = build_letter("Thanks.", "2025-01-11"), build_letter("Sorry to be late.", "2025-01-22")
    undated = build_letter("At some time.", None)
    replies = [
        (quick, link(quick, FIRST, 10)),
        (slow, link(slow, FIRST, 21)),
        (undated, link(undated, SECOND, None, "Sea Board")),
    ]
    table = ask(tmp_path, *replies)
    sides = {"addressee": "Lake Board", "body": "River Board", "letter_date": "2025-01-01"}
    assert find_rows(table) == [
        {**sides, "reply_date": "2025-01-11", "days": 10},
        {**sides, "reply_date": "2025-01-22", "days": 21},
        {"addressee": "Sea Board", "body": "River Board"},
        {"addressee": "Lake Board", "replies": 2, "median": 16, "shortest": 10, "longest": 21},
    ]
    assert find_quotes(table)[1] == ["Sorry to be late."]
    assert sorted(find_quotes(table)[3]) == ["Sorry to be late.", "Thanks."]
    assert [len(row.ids) for row in table.rows] == [1, 1, 1, 0]


@pytest.mark.parametrize(
    ("days", "median"), [((7,), 7), ((1, 2, 90), 2), ((1, 3, 5, 90), 4), ((4, 4, 4, 90), 4), ((2, 2, 9, 9), 6)]
)
def test_half_of_the_replies_came_within_the_median(tmp_path: Path, days: tuple[int, ...], median: int) -> None:
    assert find_rows(ask(tmp_path, *build_replies(*days)))[-1]["median"] == median


@pytest.mark.parametrize(("name", "number"), [("lake", 2), ("river", 1), ("sea", 0)])
def test_it_can_be_asked_for_one_side(tmp_path: Path, name: str, number: int) -> None:
    assert len(ask(tmp_path, *build_replies(3), name=name).rows) == number
