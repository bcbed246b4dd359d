"""Asks and commitments of whole letters: what is one, where it begins and ends, who asks whom, and by when."""

from collections.abc import Callable

import pytest
from policygraph.model.commitment import Strength
from policygraph.model.reading import Reading

Read = Callable[[str], tuple[Reading, ...]]
LETTER = """Rail Council
1 Station Road
Leeds

9 June 2021

Rt Hon Priti Patel MP
Home Secretary
Home Office
2 Marsham Street
London

Dear Home Secretary,

{body}

Yours sincerely,

Dr Ann Lee
Chair
Rail Council
"""


@pytest.fixture
def say(read: Read) -> Callable[[str], Reading]:
    """Return the reading of a letter with this body."""

    def read_body(body: str) -> Reading:
        (reading,) = read(LETTER.format(body=body))
        return reading

    return read_body


def asked(reading: Reading) -> list[str]:
    return [ask.text for ask in reading.asks]


def names(reading: Reading, iris: tuple[str, ...]) -> list[str]:
    known = {entity.iri: entity.name for entity in reading.entities}
    return [known[iri] for iri in iris]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "The line is old. I would urge you to reopen the Rural Rail Fund.",
            ["I would urge you to reopen the Rural Rail Fund."],
        ),
        (
            "We ask that you (a) publish the report; (b) pay the staff; and (c) reopen the line. Thank you.",
            ["publish the report", "pay the staff", "reopen the line."],
        ),
        (
            "We should like answers to these questions:\n\n1. When will it open?\n\n2. Who pays? If so, when?",
            ["When will it open?", "Who pays? If so, when?"],
        ),
        (
            "Kindly let us have:\n\n• your comments on the draft;\n• sight of the budget.",
            ["your comments on the draft", "sight of the budget."],
        ),
        (
            "We request you to withdraw the Rules, to consult the staff, and to hold a hearing.",
            ["We request you to withdraw the Rules", "to consult the staff", "to hold a hearing."],
        ),
        (
            "We urge the Home Office\n\n(a) to publish the report;\n(b) and to pay the staff.",
            ["to publish the report", "and to pay the staff."],
        ),
        (
            "We ask for four things:\n\nA. Publish the report.\nB. Pay the staff.",
            ["Publish the report.", "Pay the staff."],
        ),
        (
            "Please reopen the line, and I will write again in May.",
            ["Please reopen the line"],
        ),
    ],
)
def test_an_ask_is_its_clause_and_each_point_of_a_list_is_one(
    say: Callable[[str], Reading], body: str, expected: list[str]
) -> None:
    assert asked(say(body)) == expected


@pytest.mark.parametrize(
    "body",
    [
        "I look forward to hearing from you.",
        "Please do not hesitate to contact me.",
        "I have asked my officials to meet the staff.",
        "We hope to publish the report in May.",
        "You asked us to reopen the line.",
        "Please find attached our report.",
    ],
)
def test_a_courtesy_or_a_promise_is_no_ask(say: Callable[[str], Reading], body: str) -> None:
    assert asked(say(body)) == []


def test_an_ask_goes_from_the_person_to_the_office_about_what_it_names(say: Callable[[str], Reading]) -> None:
    reading = say("The Rural Rail Fund helps. I would ask you to extend it by 16 July.")
    (ask,) = reading.asks
    assert names(reading, ask.asked_by) == ["Ann Lee"]
    assert names(reading, ask.asked_of) == ["Home Secretary"]
    assert names(reading, ask.about) == ["Rural Rail Fund"]
    assert (ask.due, ask.procedural, ask.reported) == ("2021-07-16", False, False)


def test_an_ask_made_twice_is_one_with_two_passages_and_a_doubtful_one_stays(say: Callable[[str], Reading]) -> None:
    reading = say(
        "I would urge you to explore options for better return support for victims.\n\n"
        "We are late. I would encourage the Home Office to explore options for better return support for victims.\n\n"
        "I would urge you to explore options for better housing for staff."
    )
    assert [len(ask.evidence) for ask in reading.asks] == [2, 1]


def test_what_a_third_party_asks_is_reported(say: Callable[[str], Reading]) -> None:
    reading = say("The National Rail Union has called on the authorities to close the line.")
    (ask,) = reading.asks
    assert ask.reported
    assert names(reading, ask.asked_by) == ["National Rail Union"]


def test_what_a_constituent_asks_is_the_constituents_through_the_writer(say: Callable[[str], Reading]) -> None:
    reading = say("I write on behalf of my constituent, Mr Dara Fennell. He asks that he be given a place.")
    (ask,) = reading.asks
    assert names(reading, ask.asked_by) == ["Dara Fennell", "Ann Lee"]
    assert not ask.reported


def test_a_reply_that_repeats_a_question_to_answer_it_asks_nothing(say: Callable[[str], Reading]) -> None:
    body = "Thank you for your letter of 2 May.\n\n1. When will the line open?\n\nIt has been open since March.\n\n"
    assert asked(say(body + "2. Who pays for it?\n\nThe Home Office does.")) == []


@pytest.mark.parametrize(
    ("body", "text", "strength", "due"),
    [
        (
            "We will publish the report by December.",
            "We will publish the report by December.",
            Strength.FIRM,
            "2021-12",
        ),
        ("I have asked my officials to meet you.", "I have asked my officials to meet you.", Strength.FIRM, None),
        (
            "The report, which we hope to publish in Spring 2022.",
            "we hope to publish in Spring 2022.",
            Strength.HOPED,
            "2022-21",
        ),
        (
            "If the grant is made, we will reopen the line.",
            "If the grant is made, we will reopen the line.",
            Strength.CONDITIONAL,
            None,
        ),
        (
            "The Rail Council will send the list tomorrow.",
            "The Rail Council will send the list tomorrow.",
            Strength.FIRM,
            "2021-06-10",
        ),
    ],
)
def test_a_promise_has_a_strength_and_a_date(
    say: Callable[[str], Reading], body: str, text: str, strength: Strength, due: str | None
) -> None:
    (found,) = say(body).commitments
    assert (found.text, found.strength, found.due) == (text, strength, due)
    assert not found.reported


@pytest.mark.parametrize(
    "body",
    [
        "I will be grateful for a reply.",
        "They will publish the report.",
        "You will know the line.",
        "Will we publish it?",
    ],
)
def test_what_is_felt_or_what_others_do_is_no_promise(say: Callable[[str], Reading], body: str) -> None:
    assert say(body).commitments == ()


def test_every_passage_is_the_letters_words(say: Callable[[str], Reading]) -> None:
    reading = say("We ask that you (a) publish\nthe report; (b) pay the staff.\n\nWe will write in May.")
    for evidence in [*(ask.evidence for ask in reading.asks), *(each.evidence for each in reading.commitments)]:
        for passage in evidence:
            assert reading.letter.text[passage.start : passage.end] == passage.quote
