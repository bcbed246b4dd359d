"""The forms by which an entity is known, and what is joined under one."""

import pytest
from policygraph.model.entity import Entity

from .conftest import Read

HEAD = "Dear Ms Lee,\n\n{}\n\nYours sincerely,\n\nAnn Moor\n"


def entities(read: Read, body: str) -> dict[str, Entity]:
    (reading,) = read(HEAD.format(body))
    for entity in reading.entities:
        for mention in entity.mentions:
            assert reading.letter.text[mention.start : mention.end] == mention.text
    return {entity.name: entity for entity in reading.entities}


def forms(entity: Entity) -> set[str]:
    return {mention.text for mention in entity.mentions}


@pytest.mark.parametrize(
    ("body", "name", "form"),
    [
        ("We read the Salt Act 2009 again.", "Salt Act 2009", "Salt Act"),
        ("It is the Bright Path pilot that ended.", "Bright Path", "Bright Path pilot"),
        ("It is the Growth Programme III that ended.", "Growth Programme", "Growth Programme III"),
        (
            "The Danish Minister for Salt Trade wrote.",
            "Danish Minister for Salt Trade",
            "Minister for Salt Trade",
        ),
        ("We wrote to the Chair of the Salt Committee.", "Chair of the Salt Committee", "Chair"),
        (
            "It was for the Salt Committee of the Trade Council.",
            "Salt Committee of the Trade Council",
            "Salt Committee",
        ),
    ],
)
def test_a_form_stands_in_the_words_of_the_name(read: Read, body: str, name: str, form: str) -> None:
    assert form in forms(entities(read, body)[name])


@pytest.mark.parametrize(
    ("body", "name", "form"),
    [
        ("The Danish Parliament met.", "Danish Parliament", "Parliament"),
        ("The Human Rights Trust met.", "Human Rights Trust", "Rights Trust"),
        ("The Minister of Education met us.", "Minister of Education", "Minister"),
    ],
)
def test_what_could_be_anybody_is_no_form(read: Read, body: str, name: str, form: str) -> None:
    assert form not in forms(entities(read, body)[name])


def test_an_alias_and_a_shortened_name_are_one_thing_with_the_full_one(read: Read) -> None:
    found = entities(
        read, "The Salt Order 2009 (“the 2009 Order”) stands. The School Backlogs Grant and the Backlogs Grant."
    )
    assert "2009 Order" in forms(found["Salt Order 2009"])
    assert "Backlogs Grant" in forms(found["School Backlogs Grant"])
    assert "Backlogs Grant" not in found


def test_a_shortened_name_that_fits_two_stays_apart(read: Read) -> None:
    found = entities(read, "The School Repair Grant, the Road Repair Grant and then the Repair Grant.")
    assert {"School Repair Grant", "Road Repair Grant", "Repair Grant"} <= set(found)


def test_the_number_of_a_bill_and_its_title_are_one(read: Read) -> None:
    found = entities(read, "We support S. 2272, the Salt Workers Act, as it is.")
    assert forms(found["Salt Workers Act"]) == {"S. 2272", "Salt Workers Act"}


def test_people_under_initials_and_second_surnames_are_one(read: Read) -> None:
    found = entities(read, "Saskia van Dam met Mr Abel Ruiz Pardo. Mr S. van Dam then wrote to Mr Ruiz.")
    assert "S. van Dam" in forms(found["Saskia van Dam"])
    assert "Ruiz" in forms(found["Abel Ruiz Pardo"])
