"""Since when and until when a relation holds, where the date stands with its verb."""

import pytest

from .conftest import Read

LETTER = """12 January 2022

Dear Minister

{body}

Yours sincerely,
Ann Lee
Director, Refugee Action
"""

Told = tuple[str, str | None, str | None]


def find_tenures(read: Read, body: str) -> set[Told]:
    """Return what the body of a letter of January 2022 says, with how, since when and until when."""
    (reading,) = read(LETTER.format(body=body))
    return {
        (each.polarity.value, each.since, each.until)
        for each in reading.statements
        if each.predicate.value in {"runs", "funds", "partyTo"}
    }


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("In March, we published the Rural Broadband Report.", ("affirmed", "2021-03", None)),
        ("In 2020 Ofcom launched the Choices Service.", ("affirmed", "2020", None)),
        ("Ofcom has funded the Choices Service since 2019.", ("affirmed", "2019", None)),
        ("The Choices Service was set up in May 2020 by Ofcom.", ("affirmed", "2020-05", None)),
        ("The Choices Service (run since 2019 by Ofcom) has grown.", ("affirmed", "2019", None)),
        ("The Choices Service, which Ofcom has run since 2019, has grown.", ("affirmed", "2019", None)),
        ("Ofcom launched the Choices Service in Wales in 2020.", ("affirmed", "2020", None)),
        ("Kenya ratified the Refugee Convention in 1966.", ("affirmed", "1966", None)),
        ("Ofcom ran the Choices Service from 2018 to 2020.", ("affirmed", "2018", "2020")),
        ("Ofcom ran the Choices Service until March 2021.", ("ended", None, "2021-03")),
        ("Until 2020 Ofcom ran the Choices Service.", ("ended", None, "2020")),
        ("Ofcom funds the Choices Service until March 2025.", ("affirmed", None, "2025-03")),
    ],
)
def test_a_date_with_the_verb_tells_since_when_and_until_when(read: Read, body: str, told: Told) -> None:
    assert find_tenures(read, body) == {told}


@pytest.mark.parametrize(
    "body",
    [
        "Ofcom, which met in 2019, runs the Choices Service.",
        "Ofcom ratified its rules in 2019, and funds the Choices Service.",
        "Ofcom published the 2021 Annual Report.",
        "Ofcom launched the Choices Service by 2020.",
        "Ofcom runs the Choices Service, and 2020 was a hard year.",
    ],
)
def test_a_date_of_something_else_tells_nothing(read: Read, body: str) -> None:
    assert find_tenures(read, body) == {("affirmed", None, None)}


def test_each_of_two_things_has_its_own_date(read: Read) -> None:
    body = "Ofcom launched the Choices Service in 2019 and the Rural Rail Fund in 2020."
    assert find_tenures(read, body) == {("affirmed", "2019", None), ("affirmed", "2020", None)}


def test_what_says_when_stands_instead_of_what_does_not(read: Read) -> None:
    body = "Ofcom's Choices Service has grown. Ofcom has run the Choices Service since 2019."
    assert find_tenures(read, body) == {("affirmed", "2019", None)}
