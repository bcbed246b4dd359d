"""A mail that is quoted in the text of a letter loses its marks and leaves the letter whole."""

from pathlib import Path

import pytest
from policygraph.extraction.reading import extract_readings
from policygraph.loaders import load_document

from .conftest import Load

_LETTER = """From: Bethan Rowlands
To: Mary Olsen
Date: 8 September 2015
Subject: Anti-slavery plan

Dear Mary,

Thank you for your email. We will publish the annual report of the Leadership Group in October.

Kind regards,

Bethan Rowlands
Head of Equality

{quoted}
"""
_ANSWERED = """{0}Dear Ms Rowlands,
{0}
{0}I ask whether the Modern Slavery Act 2015 will apply in Wales, and whether the
{0}Government supports the plan of the Commissioner.
{0}
{0}Yours sincerely,
{0}
{0}Mary Olsen
{0}Director, Harbour Trust"""
_ATTRIBUTION = "On Mon, 7 Sep 2015 at 09:12, Mary Olsen <mary@ngo.example> wrote:\n\n"
_ORIGINAL = "-----Original Message-----\nFrom: Mary Olsen\nSent: 7 September 2015 09:12\nTo: Bethan Rowlands\n\n"
_QUOTED = {
    "marks": _ATTRIBUTION + _ANSWERED.format("> "),
    "indented marks": _ATTRIBUTION + _ANSWERED.format("   > "),
    "divider": _ORIGINAL + _ANSWERED.format(""),
}


@pytest.mark.parametrize("quoted", _QUOTED.values(), ids=_QUOTED)
def test_a_letter_above_the_mail_that_it_answers_is_one_letter(load: Load, quoted: str) -> None:
    document = load(_LETTER.format(quoted=quoted))
    (reading,) = extract_readings(document)
    assert ">" not in document.text.replace("<mary@ngo.example>", "")
    assert "apply in Wales, and whether the Government supports" in document.text.replace("\n", " ")
    assert [sender.name for sender in reading.letter.senders] == ["Bethan Rowlands"]
    assert str(reading.letter.date) == "2015-09-08"


def test_lines_of_quoted_words_keep_their_numbers(load: Load) -> None:
    document = load(_LETTER.format(quoted=_QUOTED["marks"]))
    start = document.text.index("Government supports the plan")
    (line,) = [anchor.line for anchor in document.anchors if anchor.start == start]
    assert (
        _LETTER.format(quoted=_QUOTED["marks"]).split("\n")[line - 1]
        == "> Government supports the plan of the Commissioner."
    )


def test_a_second_letter_with_a_mails_head_of_its_own_is_no_quoted_one(tmp_path: Path) -> None:
    second = (
        "From: Mary Olsen\nTo: Bethan Rowlands\nDate: 9 September 2015\n\nDear Bethan,\n\nThank you, that helps us.\n\n"
        "Yours,\n\nMary Olsen"
    )
    path = tmp_path / "two.txt"
    path.write_text(_LETTER.format(quoted=second))
    assert len(extract_readings(load_document(path))) == 2


@pytest.mark.parametrize(
    "text", ['> "It is disappointing that no\n> law was made." (Harbour Trust)', "> Words\n>\n> more"]
)
def test_a_passage_that_a_letter_quotes_stays_where_it_stands(load: Load, text: str) -> None:
    document = load(f"Dear Ann,\n\nThe report says:\n\n{text}\n\nWe agree.\n")
    assert ">" not in document.text
    assert document.text.endswith("\n\nWe agree.\n")
