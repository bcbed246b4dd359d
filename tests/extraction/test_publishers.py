"""Who published the works that a letter cites."""

import pytest

from .conftest import Read

LETTER = """Dear Minister

We have read it.

{note}

Yours sincerely,
Ann Lee
Director, Refugee Action
"""


def find_published(read: Read, note: str) -> set[tuple[str, str, str | None]]:
    """Return the authors and the works that a note of a letter names, with the year."""
    (reading,) = read(LETTER.format(note=note))
    names = {entity.iri: entity.name for entity in reading.entities}
    return {
        (names[each.subject], names[each.object], each.since) for each in reading.statements if each.rule == "publisher"
    }


@pytest.mark.parametrize(
    "note",
    [
        "[1] Ofcom (2021), 'Rural Broadband Report'.",
        "[1] Ofcom, Rural Broadband Report, March 2021.",
        "See Ofcom, Rural Broadband Report (March 2021).",
        "2  See also Ofcom, 'Rural Broadband Report' (2021), p. 4.",
    ],
)
def test_a_citation_names_the_author_before_the_work(read: Read, note: str) -> None:
    assert find_published(read, note) == {("Ofcom", "Rural Broadband Report", "2021")}


def test_two_authors_have_published_it_together(read: Read) -> None:
    authors = {
        author
        for author, _, _ in find_published(read, "[1] Human Rights Watch and Ofcom, Rural Broadband Report, 2021.")
    }
    assert authors == {"Human Rights Watch", "Ofcom"}


@pytest.mark.parametrize(
    "note", ["We met Ofcom, Rural Broadband Report, March 2021.", "[1] Ofcom, the Rural Broadband Report and others."]
)
def test_a_list_is_no_citation(read: Read, note: str) -> None:
    assert find_published(read, note) == set()
