"""What names show of bodies and offices: whose part, whose office."""

import pytest

from .conftest import Read

LETTER = """Dear Minister

{body}

Yours sincerely,
Ann Lee
Director, Refugee Action
"""


def find(read: Read, body: str, predicate: str) -> set[tuple[str, str]]:
    """Return the relations of one kind that the body of a letter shows, by the names of their ends."""
    (reading,) = read(LETTER.format(body=body))
    names = {entity.iri: entity.name for entity in reading.entities}
    return {
        (names[each.subject], names[each.object])
        for each in reading.statements
        if each.predicate.value == predicate and "Refugee Action" not in names[each.object]
    }


@pytest.mark.parametrize(
    ("body", "part", "whole"),
    [
        ("The Rural Rail Agency, an executive agency of the Home Office, wrote.", "Rural Rail Agency", "Home Office"),
        (
            "We met the Road Safety Division, Ministry of Rural Transport.",
            "Road Safety Division",
            "Ministry of Rural Transport",
        ),
        ("The Ofcom's Road Safety Committee met.", "Road Safety Committee", "Ofcom"),
        (
            "We met the Department of Rural Rail (DRR), Ministry of Rural Transport, in May.",
            "Department of Rural Rail",
            "Ministry of Rural Transport",
        ),
    ],
)
def test_a_body_is_part_of_the_one_that_its_name_or_its_neighbour_shows(
    read: Read, body: str, part: str, whole: str
) -> None:
    assert (part, whole) in find(read, body, "partOf")


@pytest.mark.parametrize(
    "body",
    [
        "We met the Road Safety Division, Ofcom and Human Rights Watch.",
        "Ofcom and its partner Human Rights Watch met.",
    ],
)
def test_a_list_or_a_partner_is_no_part(read: Read, body: str) -> None:
    assert find(read, body, "partOf") == set()


def test_an_office_is_in_the_body_that_owns_it(read: Read) -> None:
    body = "We met Ofcom's Director of Policy, Jo Fox, and Sam Reed, Chief Executive, Human Rights Watch."
    assert find(read, body, "officeIn") == {
        ("Director of Policy", "Ofcom"),
        ("Chief Executive, Human Rights Watch", "Human Rights Watch"),
    }


def test_a_known_body_is_part_of_another_only_where_the_vocabulary_says_so(read: Read) -> None:
    assert find(read, "We met the UN General Assembly.", "partOf") == {("UN General Assembly", "UN")}
    assert find(read, "We met the ZMINA Human Rights Centre.", "partOf") == set()


def test_the_clerk_of_the_committee_is_in_the_only_committee(read: Read) -> None:
    one = "The Rural Rail Committee met. The Clerk of the Committee wrote."
    two = "The Rural Rail Committee met the Road Safety Committee. The Clerk of the Committee wrote."
    assert find(read, one, "officeIn") == {("Clerk of the Committee", "Rural Rail Committee")}
    assert find(read, two, "officeIn") == set()


def test_two_offices_of_one_title_in_two_bodies_are_two(read: Read) -> None:
    body = "The Chief Executive of the Rural Rail Agency met Sam Reed, Chief Executive, Human Rights Watch."
    assert {whole for _, whole in find(read, body, "officeIn")} == {"Rural Rail Agency", "Human Rights Watch"}
    assert len({office for office, _ in find(read, body, "officeIn")}) == 2


def test_what_an_owned_committee_is_part_of_and_who_chairs_it(read: Read) -> None:
    body = "We wrote to the Chair of the European Parliament's Committee on Rural Rail."
    assert find(read, body, "partOf") == {("Committee on Rural Rail", "European Parliament")}
    assert [whole for _, whole in find(read, body, "officeIn")] == ["Committee on Rural Rail"]


def test_committees_in_a_row_are_parts_of_the_parliament_behind_them(read: Read) -> None:
    body = "We met the Rural Rail Committee and the Harbour Committee of the Danish Parliament."
    assert ("Rural Rail Committee", "Danish Parliament") in find(read, body, "partOf")


def test_an_annual_report_is_run_by_the_body_whose_it_is(read: Read) -> None:
    body = "It is in the 2021 Annual Report of the National Audit Office. The Review of the Home Office came later."
    assert {runner for runner, _ in find(read, body, "runs")} == {"National Audit Office"}
