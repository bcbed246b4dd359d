"""What a letter quotes is not its writer's word: mails between its lines, and passages in quotation marks."""

from pathlib import Path

import pytest
from policygraph.extraction.reading import extract_readings
from policygraph.loaders import load_document
from policygraph.model.reading import Reading

_ANSWER = """From: Bethan Rowlands
To: Mary Olsen
Date: 8 September 2015
Subject: Warm homes

Dear Mary,

{0}

Bethan Rowlands
Head of Equality
Welsh Government
"""
_ASKED = """{0}Dear Ms Rowlands,
{0}
{0}I oppose the Rural Rail Bill, and we support the Warm Homes Bill in full.
{0}Could you tell me when the Welsh Government will reply? We will publish the answer.
{0}"""
_ATTRIBUTION = "On Mon, 7 Sep 2015 at 09:12, Mary Olsen <mary@ngo.example> wrote:"
_ORIGINAL = "-----Original Message-----\nFrom: Mary Olsen\nSent: 7 September 2015 09:12\nTo: Bethan Rowlands\n"
_FIELDS = "From: Mary Olsen\nSent: 7 September 2015 09:12\nTo: Bethan Rowlands\nSubject: Warm homes\n"


def _read(tmp_path: Path, body: str) -> Reading:
    path = tmp_path / "mail.txt"
    path.write_text(_ANSWER.format(body), encoding="utf-8")
    (reading,) = extract_readings(load_document(path))
    return reading


def _stances(reading: Reading) -> set[tuple[str, str, str]]:
    names = {entity.iri: entity.name for entity in reading.entities}
    return {
        (names[each.subject], each.predicate.value, names[each.object])
        for each in reading.statements
        if each.predicate.value in {"supports", "opposes"}
    }


@pytest.mark.parametrize(
    "quoted",
    [
        f"{_ATTRIBUTION}\n\n{_ASKED.format('> ')}",
        f"{_ATTRIBUTION}\n\n{_ASKED.format('')}",
        f"{_ORIGINAL}\n{_ASKED.format('')}",
        f"{_FIELDS}\n{_ASKED.format('')}",
    ],
    ids=["marks", "attribution", "divider", "fields"],
)
def test_a_quoted_mail_speaks_for_its_own_author(tmp_path: Path, quoted: str) -> None:
    reading = _read(tmp_path, f"Thank you, we welcome your interest and will reply.\n\n{quoted}")
    assert _stances(reading) == {("Mary Olsen", "opposes", "Rural Rail Bill")}
    assert not reading.asks
    assert not any("publish the answer" in each.text for each in reading.commitments)
    assert [each.stance.value for each in reading.positions] == ["opposes"]


def test_answers_between_quoted_lines_are_the_writers(tmp_path: Path) -> None:
    body = (
        f"{_ATTRIBUTION}\n\n> I oppose the Rural Rail Bill.\n\nWe support the Rural Rail Bill.\n\n"
        "> Will you write to us?\n\nI will write to you in May."
    )
    reading = _read(tmp_path, body)
    assert _stances(reading) == {
        ("Mary Olsen", "opposes", "Rural Rail Bill"),
        ("Welsh Government", "supports", "Rural Rail Bill"),
    }
    assert not reading.asks
    assert [each.text for each in reading.commitments] == ["I will write to you in May."]


@pytest.mark.parametrize(
    "passage",
    [
        "In her letter she wrote: “I support the Warm Homes Bill, and we ask you to pass it.”",
        "In her letter she wrote: 'I support the Warm Homes Bill, and we ask you to pass it.'",
        'In her letter she wrote: "I support the Warm Homes Bill, and we ask you to pass it."',
        "In her letter she wrote:\n\nI support the Warm Homes Bill, and we ask you to pass it.",
    ],
)
def test_first_person_words_of_a_quoted_passage_are_nobodys(tmp_path: Path, passage: str) -> None:
    reading = _read(tmp_path, f"{passage}\n\nWe oppose the Rural Rail Bill.")
    assert _stances(reading) == {("Welsh Government", "opposes", "Rural Rail Bill")}
    assert [each for each in reading.asks if not each.reported] == []


def test_what_the_writer_puts_in_quotation_marks_about_others_still_counts(tmp_path: Path) -> None:
    reading = _read(tmp_path, "We said then: the Warm Homes Bill is “a step forward”. We support the Warm Homes Bill.")
    assert _stances(reading) == {("Welsh Government", "supports", "Warm Homes Bill")}
