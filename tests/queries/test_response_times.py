"""How long each reply took, and the replies of each body together."""

from pathlib import Path

from policygraph.model.entity import EntityType
from policygraph.model.letter import Correspondent, Letter
from policygraph.model.link import Links, Reply
from policygraph.model.reading import Party, Reading

from .records import build_entity, build_letter, find_quotes, find_rows, open_filled, quote, run_query

FIRST = build_letter("Ann Lee writes.", "2025-01-01")
SECOND = build_letter("Ann Lee writes again.", None)


def build_reply(text: str, date: str | None, signatories: int = 1) -> Reading:
    senders = tuple(Correspondent(name=f"No {number}", organisation="Lake Board") for number in range(signatories))
    letter = build_letter(text, date, senders=senders)
    board = build_entity(letter, EntityType.ORGANISATION, "Lake Board")
    return Reading(letter=letter, senders=(Party(organisation=board.iri),) * signatories, entities=(board,))


def link(reading: Reading, letter: Letter, days: int | None) -> Reply:
    evidence = (quote(reading.letter, reading.letter.text),)
    return Reply(letter=reading.letter.iri, to=letter.iri, days=days, evidence=evidence)


def test_each_reply_has_a_row_and_each_body_one_for_all_of_them(tmp_path: Path) -> None:
    quick, slow = build_reply("Lake Board thanks.", "2025-01-11", 2), build_reply("Lake Board is sorry.", "2025-01-22")
    undated = build_reply("Lake Board at some time.", None)
    replies = (link(quick, FIRST, 10), link(slow, FIRST, 21), link(undated, SECOND, None))
    readings = [Reading(letter=FIRST), Reading(letter=SECOND), quick, slow, undated]
    with open_filled(tmp_path / "store", readings, Links(replies=replies)) as opened:
        table = run_query(opened, "response-times")
        assert run_query(opened, "response-times", {"name": "sea"}).rows == ()
    assert find_rows(table) == [
        {"body": "Lake Board", "letter_date": "2025-01-01", "reply_date": "2025-01-11", "days": 10},
        {"body": "Lake Board", "letter_date": "2025-01-01", "reply_date": "2025-01-22", "days": 21},
        {"body": "Lake Board"},
        {"body": "Lake Board", "replies": 2, "average": 16, "shortest": 10, "longest": 21},
    ]
    assert sorted(find_quotes(table)[3]) == ["Lake Board is sorry.", "Lake Board thanks."]
