"""Who does what to what in a sentence: ends found through asides, relative clauses, lists and pronouns."""

import pytest
from policygraph.extraction.names.names import find_names
from policygraph.extraction.relations.slots import find_slots
from policygraph.extraction.relations.templates import match_templates
from policygraph.model.statement import Polarity, Predicate

from .conftest import Read


def say(words: str, polarity: Polarity = Polarity.AFFIRMED) -> set[tuple[str, str, str]]:
    """Return what a sentence says: subject, predicate and object in its own words."""
    text = words if words.endswith("?") else f"{words}."
    slots = find_slots(text, 0, len(text), find_names(text).spans)
    return {
        (
            text[slots[match.subject].start : slots[match.subject].end],
            match.predicate.value,
            text[slots[match.object].start : slots[match.object].end],
        )
        for match in match_templates(text, 0, len(text), slots)
        if match.polarity is polarity
    }


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "The Warm Wales Fund, which is run by Refugee Action and financed by the Home Office, has grown",
            {("Refugee Action", "runs", "Warm Wales Fund"), ("Home Office", "funds", "Warm Wales Fund")},
        ),
        (
            "The Home Office, which has been slow to answer, has set up the Warm Wales Fund",
            {("Home Office", "runs", "Warm Wales Fund")},
        ),
        (
            "The Warm Wales Fund, out of which the Choices Service is paid for, is led by Ofcom",
            {("Ofcom", "runs", "Warm Wales Fund")},
        ),
        (
            "The Warm Wales Fund (run since 2019 by Refugee Action and Human Rights Watch) has grown",
            {("Refugee Action", "runs", "Warm Wales Fund"), ("Human Rights Watch", "runs", "Warm Wales Fund")},
        ),
        ("The Warm Wales Fund, which, as you know, we oppose, has grown", {("we", "opposes", "Warm Wales Fund")}),
        ("The Warm Wales Fund is an Ofcom programme", {("Ofcom", "runs", "Warm Wales Fund")}),
        ("The Warm Wales Fund, Ofcom's new programme, has grown", {("Ofcom", "runs", "Warm Wales Fund")}),
        (
            "Ofcom runs the Warm Wales Fund in Romania and in Kenya",
            {
                ("Ofcom", "runs", "Warm Wales Fund"),
                ("Warm Wales Fund", "operatesIn", "Romania"),
                ("Warm Wales Fund", "operatesIn", "Kenya"),
            },
        ),
        (
            "Ofcom runs the Warm Wales Fund for young people in Romania",
            {("Ofcom", "runs", "Warm Wales Fund"), ("Warm Wales Fund", "operatesIn", "Romania")},
        ),
        (
            "Ofcom runs, together with Refugee Action, the Warm Wales Fund",
            {("Refugee Action", "runs", "Warm Wales Fund"), ("Ofcom", "partnersWith", "Refugee Action")},
        ),
        (
            "The Choices Service is funded by Ofcom through the Warm Wales Fund",
            {("Ofcom", "funds", "Choices Service"), ("Warm Wales Fund", "funds", "Choices Service")},
        ),
        (
            "The Choices Service is of course run by Ofcom",
            {("Ofcom", "runs", "Choices Service")},
        ),
        (
            "The Rural Rail Forum, a body led by Mr. Jo Fox, has met",
            {("Jo Fox", "memberOf", "Rural Rail Forum")},
        ),
    ],
)
def test_the_ends_are_found_across_what_stands_between(words: str, said: set[tuple[str, str, str]]) -> None:
    assert said <= say(words)


@pytest.mark.parametrize(
    "words",
    [
        "A spokesman for the Home Office runs the Warm Wales Fund",
        "The review of the Warm Wales Fund was led by Ofcom",
        "Ofcom met the Home Office, and the Warm Wales Fund has grown",
        "Ofcom praised those who run the Warm Wales Fund",
        "Will the Home Office run the Warm Wales Fund?",
        "We ask whether the Home Office funds the Warm Wales Fund",
        "In our view the Warm Wales Fund works well",
        "Refugee Action grew with money from the Warm Wales Fund",
    ],
)
def test_what_is_not_said_of_a_name_is_not_found(words: str) -> None:
    assert "runs" not in {predicate for _, predicate, _ in say(words)}
    assert "funds" not in {predicate for _, predicate, _ in say(words)}


def test_a_list_does_not_take_in_the_doer_of_the_next_verb() -> None:
    said = say("The Warm Wales Fund is financed by the Home Office and run by Refugee Action")
    assert ("Refugee Action", "funds", "Warm Wales Fund") not in said
    assert ("Home Office", "runs", "Warm Wales Fund") not in said


def test_a_hope_around_a_relative_clause_leaves_the_clause_said() -> None:
    assert say("We hope that the Warm Wales Fund, which Ofcom runs, will grow") == {
        ("Ofcom", "runs", "Warm Wales Fund")
    }
    assert say("We hope that Ofcom runs the Warm Wales Fund") == set()


def test_a_wish_says_nothing_even_with_a_not() -> None:
    for words in ("should not be run by Ofcom", "could no longer be run by Ofcom", "must be run by Ofcom"):
        assert {what for polarity in Polarity for what in say(f"The Warm Wales Fund {words}", polarity)} == set()
    assert say("The Warm Wales Fund is not run by Ofcom", Polarity.DENIED) == {("Ofcom", "runs", "Warm Wales Fund")}


@pytest.mark.parametrize("joint", ["together with", ", together with", "alongside"])
def test_who_is_named_together_with_a_member_is_another_member(joint: str) -> None:
    said = say(f"Ofcom is a member of the Rural Rail Forum {joint} the Home Office and Refugee Action")
    members = ("Ofcom", "Home Office", "Refugee Action")
    assert said == {(member, "memberOf", "Rural Rail Forum") for member in members}


def test_three_are_partners_only_where_they_work_together() -> None:
    three = "Ofcom, the Home Office and Refugee Action"
    assert "partnersWith" not in {
        predicate for _, predicate, _ in say(f"The Warm Wales Fund is funded jointly by {three}")
    }
    partners = {(one, two) for one, predicate, two in say(f"{three} jointly run it") if predicate == "partnersWith"}
    assert partners == {("Ofcom", "Home Office"), ("Ofcom", "Refugee Action"), ("Home Office", "Refugee Action")}


def test_a_piece_of_a_longer_name_is_no_end() -> None:
    assert say("The Warm Wales Fund is run by Northern Sponsorship Romania") == set()


def test_what_has_ended_is_kept_apart() -> None:
    ended = say("The Warm Wales Fund was formerly run by Ofcom", Polarity.ENDED)
    assert ended == {("Ofcom", "runs", "Warm Wales Fund")}


LETTER = """Dear Minister

{body}

Yours sincerely,
Ann Lee
Director, Refugee Action
"""


def test_a_person_runs_something_only_by_an_office(read: Read) -> None:
    body = "Ann Lee, Director of Rivers, published the Rural Rail Report. Tom Hale published the Harbour Report."
    (reading,) = read(f"Dear Minister,\n\n{body}\n\nYours sincerely,\n\nJo Fox\nChair")
    names = {entity.iri: entity.name for entity in reading.entities}
    runs = [each for each in reading.statements if each.predicate is Predicate.RUNS]
    assert [(names[each.subject], names[each.object]) for each in runs] == [("Director of Rivers", "Rural Rail Report")]


def find_stances(read: Read, body: str) -> set[tuple[str, str]]:
    """Return who supports or opposes something in a letter of Ann Lee for Refugee Action."""
    (reading,) = read(LETTER.format(body=body))
    names = {entity.iri: entity.name for entity in reading.entities}
    return {
        (names[each.subject], each.predicate.value)
        for each in reading.statements
        if each.predicate.value in {"supports", "opposes"} and each.polarity is Polarity.AFFIRMED
    }


@pytest.mark.parametrize(
    ("body", "stances"),
    [
        ("I support the Warm Homes Bill.", {("Ann Lee", "supports")}),
        ("We support the Warm Homes Bill.", {("Refugee Action", "supports")}),
        ("I am writing to express our support for the Warm Homes Bill.", {("Refugee Action", "supports")}),
        ("On behalf of Ofcom, I urge you to reject the Warm Homes Bill.", {("Ofcom", "opposes")}),
        ("Re: Opposition to the Warm Homes Bill", {("Refugee Action", "opposes")}),
        ("Re: The Warm Homes Bill", set()),
        ("The Warm Homes Bill does not have our support.", set()),
        ("Ofcom supports, in this regard, the enactment of the Warm Homes Bill.", {("Ofcom", "supports")}),
    ],
)
def test_a_stance_is_of_those_in_whose_name_it_is_taken(read: Read, body: str, stances: set[tuple[str, str]]) -> None:
    assert find_stances(read, body) == stances


@pytest.mark.parametrize(
    "body",
    [
        "We strongly support the Warm Homes Bill.",
        "The Warm Homes Bill has our full support.",
        "We are opposed to the Warm Homes Bill.",
        "We do not, however, support the Warm Homes Bill.",
    ],
)
def test_the_positions_of_a_letter_agree_with_its_relations(read: Read, body: str) -> None:
    (reading,) = read(LETTER.format(body=body))
    stated = {(each.subject, each.predicate.value, each.object) for each in reading.statements}
    (position,) = reading.positions
    assert {(by, position.stance.value, on) for by in position.by for on in position.on} <= stated
    assert position.by
    assert position.on


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("Ofcom has written to us. It runs the Warm Wales Fund.", {("Ofcom", "runs", "Warm Wales Fund")}),
        ("Ofcom said so in its Rural Broadband Report.", {("Ofcom", "runs", "Rural Broadband Report")}),
        ("Through our Warm Wales Fund we pay for food.", {("Refugee Action", "runs", "Warm Wales Fund")}),
        ("Ofcom met the Home Office. It runs the Warm Wales Fund.", set()),
    ],
)
def test_a_pronoun_stands_for_the_one_thing_that_fits(read: Read, body: str, said: set[tuple[str, str, str]]) -> None:
    (reading,) = read(LETTER.format(body=body))
    names = {entity.iri: entity.name for entity in reading.entities}
    found = {
        (names[each.subject], each.predicate.value, names[each.object])
        for each in reading.statements
        if each.predicate.value == "runs"
    }
    assert found == said
