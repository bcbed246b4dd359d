"""A digit is the mark of a note where it is glued to a word or a year, and part of a number everywhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from policygraph.loaders.glued_marks import find_glued_marks, replace_glued_marks

from .conftest import Load


@pytest.mark.parametrize(
    "line",
    [
        "we saw trafficking3 rise",
        "the pandemic.3 It has",
        "(the Clean Rivers Bill)3 says",
        "the 20-year-old3 law",
        "girls/boys3 in schools",
        "in June 20203 they fell",
        "the Immigration Act 20143 says",
        "(OSCE, 20193) and",
        "in 2019-20203 they rose",
        "in 2019/20203 they rose",
        "on 01/06/20203 they met",
        "under the EU 20203 strategy",
        "the number of children3 rose",
        "a reference to the case law3 that",
    ],
)
def test_a_digit_glued_to_a_word_or_a_year_is_a_mark(line: str) -> None:
    assert find_glued_marks(line) == {"3"}
    assert replace_glued_marks(line, lambda mark: f"<{mark}>") == line.replace("3", "<3>")


@pytest.mark.parametrize(
    "line",
    [
        "Our ref: MC2023/20483",
        "MC2023/20483",
        "Your ref: 20203",
        "Ref. TO 20203",
        "Case number: abc3",
        "Case no: AB 20203",
        "charity number 20203",
        "application No. 20203",
        "in reference 20203 you",
        "Tel: 0113 20203",
        "call 0113 20203 today",
        "Washington, DC 20003",
        "Washington, D.C. 20003, asked",
        "Washington DC 20003",
        "20123 Milano",
        "I-20123 Milano",
        "it cost £20203 a year",
        "A/HRC/45/add3",
        "see https://www.example.org/report3",
        "write to @minister3 or #rivers3",
        "COVID3 and s3 and abc3def",
        "in 2020-03",
        "the year 20200",
    ],
)
def test_a_digit_of_a_number_a_reference_or_an_address_is_no_mark(line: str) -> None:
    assert find_glued_marks(line) == set()
    assert replace_glued_marks(line, lambda mark: f"<{mark}>") == line


@given(st.text(alphabet="abcDE 0123459/.:-()ref\n", max_size=60))
def test_marks_that_are_put_back_leave_any_line_as_it_was(line: str) -> None:
    assert replace_glued_marks(line, lambda mark: mark) == line


def test_a_reference_does_not_take_the_note_from_the_word_it_is_glued_to(load: Load) -> None:
    document = load(
        "Our ref: MC2023/20483\n\nDear Ann,\n\nWe saw trafficking1 and fraud.2 They rose in June 20203 again.\n\n"
        "1 OSCE, Report.\n2 Fraud Office, Report.\n3 Interpol, Report.\n"
    )
    assert document.text.startswith("Our ref: MC2023/20483\n")
    third = document.notes[2]
    assert third.position is not None
    assert document.text[: third.position].endswith("in June 2020")


def test_numbered_paragraphs_behind_glued_marks_are_no_notes(load: Load) -> None:
    text = (
        "Dear Ann,\nThank you for the consultation.1\n1. The Fund is run by councils under the Act.2\n"
        "2. Part 3 should be reviewed.\n3. We support the Bill.\nYours sincerely,\nRosemary Hale\nOmbudsman\n"
    )
    for written in (text, text.replace("\n", "\n\n")):
        document = load(written)
        assert document.notes == ()
        assert "Rosemary Hale" in document.text


def test_numbered_notes_stand_where_a_page_or_the_file_ends_or_below_their_heading(load: Load) -> None:
    start = "Dear Ann,\n\nThank you for the consultation.1 We have read all of it with care and we agree with{}"
    end = "\n\nYours sincerely,\n\nRosemary Hale"
    for text in (
        start.format(" it.") + end + "\n\n1. See the report.\n",
        start.format("\n\n1. See the report.\n\nmost of what it says.") + end,
        start.format(" it.\n\nNotes\n1. See the report.") + end,
        start.format(" it.\n\n1. See the report.\n\f\nNext page.") + end,
    ):
        (note,) = load(text).notes
        assert note.text == "See the report."
