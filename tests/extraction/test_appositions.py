"""Who holds which office, as two names beside each other show it."""

import pytest
from policygraph.model.statement import Polarity

from .conftest import Read

LETTER = """Dear Minister

{body}

Yours sincerely,
Ann Lee
Director, Refugee Action
"""


def find_holders(read: Read, body: str, polarity: Polarity = Polarity.AFFIRMED) -> set[tuple[str, str]]:
    """Return the people of a letter's body with their offices."""
    (reading,) = read(LETTER.format(body=body))
    names = {entity.iri: entity.name for entity in reading.entities}
    return {
        (names[each.subject], names[each.object])
        for each in reading.statements
        if each.rule == "apposition" and each.predicate.value == "holdsOffice" and each.polarity is polarity
    }


@pytest.mark.parametrize(
    "words",
    [
        "Former Home Secretary Jo Fox",
        "the former Home Secretary Jo Fox",
        "the then Home Secretary, Jo Fox,",
        "the ex-Home Secretary Jo Fox",
    ],
)
def test_a_former_office_has_ended(read: Read, words: str) -> None:
    assert find_holders(read, f"We met {words} in May.") == set()
    assert {person for person, _ in find_holders(read, f"We met {words} in May.", Polarity.ENDED)} == {"Jo Fox"}


def test_each_of_a_row_of_titles_is_its_own_persons(read: Read) -> None:
    body = "We wrote to President Jo Fox, Executive Vice-President Sam Reed and Commissioner Max Lowe."
    assert find_holders(read, body) == {
        ("Jo Fox", "President"),
        ("Sam Reed", "Executive Vice-President"),
        ("Max Lowe", "Commissioner"),
    }


@pytest.mark.parametrize(
    ("body", "office"),
    [
        ("We met Ofcom's Head of Rail Services, Mr Jo Fox, in May.", "Head of Rail Services"),
        ("Our Head of Rail Services is Ms. Jo Fox.", "Head of Rail Services"),
        ("It is led by Jo Fox, who is also Permanent Secretary.", "Permanent Secretary"),
    ],
)
def test_an_owner_and_a_verb_introduce_the_holder(read: Read, body: str, office: str) -> None:
    assert find_holders(read, body) == {("Jo Fox", office)}


def test_a_list_of_people_with_their_offices_behind_them_has_no_titles(read: Read) -> None:
    body = "We met Jo Fox, Chief Executive, Sam Reed, Permanent Secretary, and others."
    assert ("Sam Reed", "Chief Executive") not in find_holders(read, body)


def test_two_greeted_people_share_no_office(read: Read) -> None:
    assert find_holders(read, "I wrote to the Secretary of State and Professor Jo Fox.") == set()


def test_an_office_whose_name_goes_on_is_nobodys(read: Read) -> None:
    assert find_holders(read, "Jo Fox, Reeve of the Northmoor-Riverside Municipal District, wrote.") == set()
