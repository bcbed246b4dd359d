"""What the saved questions must tell of the three sample letters."""

from pathlib import Path

import pytest
from policygraph.graph.storage.store import open_for_reading
from policygraph.queries.answer import Table

from .records import find_quotes, find_rows, run_query


def ask(samples: Path, question: str, **parameters: str) -> Table:
    with open_for_reading(samples) as store:
        return run_query(store, question, parameters)


def test_the_asks_of_9_june_wait_with_what_became_of_them(samples: Path) -> None:
    rows = find_rows(ask(samples, "unanswered-asks"))
    assert {row["date"] for row in rows} == {"2021-06-09"}
    assert {row["days"] for row in rows} == {251}
    (asker,), (asked,) = ({row[side] for row in rows} for side in ("asker", "asked"))
    assert asker == "Sara Thornton (shown by another letter), Independent Anti-Slavery Commissioner"
    assert asked == "Priti Patel, Home Secretary, Home Office"
    status = {str(row["words"]): row["status"] for row in rows}
    assert [words for words in status if "tailored" in words]
    assert [words for words in status if "organisations with relevant experience" in words]
    assert [words for words in status if "children" in words]
    assert [words for words in status if "publish your letter" in words]
    (monitoring,) = (words for words in status if "monitoring" in words)
    assert status[monitoring] == "suggested: discussed, no decision found"
    assert all(str(each).startswith("suggested: ") for each in status.values())


def test_the_ask_that_is_made_twice_is_one_with_both_passages(samples: Path) -> None:
    first, second = find_quotes(ask(samples, "unanswered-asks"))[0]
    assert first.startswith("I would urge you")
    assert second.startswith("I would encourage the Home Office")


def test_the_sentence_that_a_page_turn_and_six_footnotes_cut_is_whole(samples: Path) -> None:
    (quotes,) = (quotes for quotes in find_quotes(ask(samples, "unanswered-asks")) if "monitoring" in quotes[0])
    assert quotes == [
        "Whilst the numbers are relatively small, it is essential that there are robust systems in place for "
        "monitoring use of the VRS by victims and survivors of modern slavery."
    ]


def test_an_ask_stands_beside_the_replys_restatement_of_it(samples: Path) -> None:
    table = ask(samples, "asks-and-answers")
    (row,) = (row for row in find_rows(table) if "monitoring" in str(row["words"]))
    assert (row["letter_date"], row["reply_date"], row["days"]) == ("2021-06-09", "2022-02-15", 251)
    (quotes,) = (quotes for quotes in find_quotes(table) if "monitoring use" in quotes[0])
    assert quotes[1].startswith("You have asked us to consider having a robust system in place")


@pytest.mark.parametrize("name", ["Sara Thornton", "Priti Patel", "Home Secretary", "home office", "Commissioner"])
def test_an_ask_is_found_by_whoever_is_on_one_of_its_sides(samples: Path, name: str) -> None:
    for question in ("unanswered-asks", "asks-and-answers"):
        assert len(ask(samples, question, name=name).rows) == 5


def test_the_reply_took_251_days_and_says_that_it_is_sorry(samples: Path) -> None:
    table = ask(samples, "response-times")
    one = {"addressee": "Home Office", "body": "Home Office", "letter_date": "2021-06-09", "reply_date": "2022-02-15"}
    assert find_rows(table) == [
        {**one, "days": 251},
        {"addressee": "Home Office", "replies": 1, "median": 251, "shortest": 251, "longest": 251},
    ]
    assert find_quotes(table)[0][1] == "Please accept my sincere apologies for the delay in providing a reply to you."


def test_the_figures_stand_side_by_side_and_do_not_conflict(samples: Path) -> None:
    rows = find_rows(ask(samples, "figures-compared", name="Voluntary Returns"))
    assert {row["topic"] for row in rows} == {"Voluntary Returns Service"}
    assert [(row["value"], row["unit"], row.get("period"), row.get("source")) for row in rows] == [
        ("1000", "GBP", "../2021-04", None),
        ("1500 to 3000", "GBP", "2021-04/..", None),
        ("3000", "GBP", None, None),
        ("12", "people", "2017-04-01/2020-03-31", "FOI 60267"),
        ("16", "people", "2019-07/2020-06", "Salvation Army Annual Report for 2020"),
        ("0", "people", "2019/2021", "Our records"),
    ]
    assert [row for row in rows if "conflict" in row] == []


@pytest.mark.parametrize(("today", "overdue"), [("", "not yet"), ("2022-05-31", "not yet"), ("2022-06-01", "overdue")])
def test_the_review_was_hoped_for_in_spring_2022(samples: Path, today: str, overdue: str) -> None:
    table = ask(samples, "commitments", today=today)
    (place,) = (number for number, row in enumerate(find_rows(table)) if row["strength"] == "hoped")
    row = find_rows(table)[place]
    assert (row["date"], row["due"], row["overdue"]) == ("2022-02-15", "2022-21", overdue)
    assert "a review of the 2014 Modern Slavery Strategy" in find_quotes(table)[place][0]


def test_the_positions_of_7_january_are_on_the_bill_and_on_automatic_leave(samples: Path) -> None:
    rows = [row for row in find_rows(ask(samples, "positions")) if row["date"] == "2021-01-07"]
    assert [(row["holder"], row["stance"], row["topic"], row.get("condition")) for row in rows] == [
        ("UK Government", "opposes", "Modern Slavery (Victim Support) Bill", "in its current form"),
        (
            "UK Government",
            "disagrees",
            "The Government does not agree that victims should automatically be granted leave to remain for 12 months.",
            None,
        ),
    ]


def test_the_email_of_18_october_is_not_held(samples: Path) -> None:
    table = ask(samples, "letters-not-held")
    assert find_rows(table) == [
        {
            "described": "email of 18 October to the Prime Minister",
            "written": "2020-10-18",
            "writer": "Maya Esslemont",
            "addressee": "Prime Minister",
            "date": "2021-01-07",
            "speaker": "Victoria Atkins",
        }
    ]
    assert find_quotes(table)[0][0].startswith("Thank you for your email of 18 October")
