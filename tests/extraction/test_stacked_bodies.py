"""Bodies under each other in an address are parts of each other only where their names say so."""

import pytest

from .conftest import Read


def find_parts(read: Read, head: str) -> set[tuple[str, str]]:
    """Return who is part of whom in a letter with this head."""
    (reading,) = read(f"{head}\n\n9 June 2021\n\nDear Ann,\n\nThank you.\n\nYours sincerely,\n\nTom Hale\n")
    names = {entity.iri: entity.name for entity in reading.entities}
    return {(names[each.subject], names[each.object]) for each in reading.statements if each.predicate == "partOf"}


@pytest.mark.parametrize(
    ("head", "part", "whole"),
    [
        ("Ann Lee MP\nChair, Rural Rail Committee\nHouse of Commons", "Rural Rail Committee", "House of Commons"),
        ("Government of India\nMinistry of Rural Rail", "Ministry of Rural Rail", "Government of India"),
        ("Department of Boats\nMinistry of Rural Rail", "Department of Boats", "Ministry of Rural Rail"),
        ("Subcommittee on Boats\nCommittee on Rural Rail", "Subcommittee on Boats", "Committee on Rural Rail"),
    ],
)
def test_a_body_is_part_of_the_one_beside_it(read: Read, head: str, part: str, whole: str) -> None:
    assert (part, whole) in find_parts(read, head)


@pytest.mark.parametrize(
    "head",
    [
        "Rural Rail Committee\n\nHouse of Commons",
        "Rural Rail Committee\nHarbour Committee",
        "Department of Boats\nDepartment of Rural Rail",
        "Harbour Trust\nHouse of Commons",
    ],
)
def test_bodies_that_only_stand_together_are_no_parts(read: Read, head: str) -> None:
    assert find_parts(read, head) == set()
