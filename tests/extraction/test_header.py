"""Headers of letters in the many layouts of `layouts.toml`."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from policygraph.model.letter import Correspondent, Letter
from policygraph.model.reading import Reading

Read = Callable[[str], tuple[Reading, ...]]

BODY = (
    "Thank you for your letter about rural railways, which I have read with great care and with interest.\n\n"
    "I shall answer it in full once the work on the northern lines has come to its end, as I hope it will."
)


LAYOUTS: dict[str, dict[str, Any]] = tomllib.loads((Path(__file__).parent / "layouts.toml").read_text("utf-8"))


def read_header(read: Read, name: str) -> Letter:
    text = LAYOUTS[name]["text"].format(body=BODY, line=" ".join(BODY.split()))
    (reading,) = read(text)
    return reading.letter


def show(people: tuple[Correspondent, ...]) -> list[str]:
    return [" | ".join(part or "-" for part in (person.name, person.office, person.organisation)) for person in people]


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_senders_are_those_who_sign(read: Read, name: str) -> None:
    assert show(read_header(read, name).senders) == LAYOUTS[name]["senders"]


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_recipients_are_those_who_are_greeted(read: Read, name: str) -> None:
    assert show(read_header(read, name).recipients) == LAYOUTS[name]["recipients"]


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_date_is_the_letters_own(read: Read, name: str) -> None:
    assert read_header(read, name).date == LAYOUTS[name].get("date")


@pytest.mark.parametrize("name", LAYOUTS)
def test_references_and_subject_are_read_without_their_labels(read: Read, name: str) -> None:
    letter = read_header(read, name)
    assert list(letter.references) == LAYOUTS[name].get("references", [])
    assert letter.subject == LAYOUTS[name].get("subject")


@pytest.mark.parametrize("name", ["labels", "copies at the foot"])
def test_people_copied_in_are_no_recipients(read: Read, name: str) -> None:
    assert "Henry Barlow" in {person.name for person in read_header(read, name).copied_to}


@pytest.mark.parametrize(
    "text", ["", "A shopping list: eggs and milk.", "Some notes\n\nNothing much happened today.\n"]
)
def test_a_text_without_head_and_closing_is_no_letter(read: Read, text: str) -> None:
    assert read(text) == ()


def test_a_header_that_lacks_something_is_a_problem_to_check(read: Read) -> None:
    (reading,) = read(f"Dear all,\n\n{BODY}\n\nYours sincerely,\n")
    assert [finding.message for finding in reading.findings] == [
        "No date of the letter's own was found.",
        "No sender was found.",
        "No recipient was found.",
    ]
