import pytest
from hypothesis import given
from hypothesis import strategies as st
from policygraph.extraction.header.division import divide_document
from policygraph.model.document import Anchor, Document, Note

FIRST = """Rail Council

9 June 2021

Dear Minister,

Thank you for your letter about the railways, which I have read with great care and with interest.

Yours sincerely,

Ann Lee
Chair"""
SECOND = """Home Office

30 June 2021

Dear Ms Lee,

Thank you for your letter about the railways, which I shall answer in full before the summer recess.

Kind regards,

Priti Patel
Home Secretary"""
TWO = f"{FIRST}\n\n\n\n{SECOND}\n"


def divide(text: str, *notes: Note, anchors: tuple[Anchor, ...] = (Anchor(start=0, line=1),)) -> list[str]:
    document = Document(source="a.txt", text=text, notes=notes, anchors=anchors)
    return [part.text for part in divide_document(document)]


def test_one_letter_stays_whole() -> None:
    assert divide(FIRST) == [FIRST]


def test_a_second_salutation_behind_a_closing_starts_a_second_letter() -> None:
    assert divide(TWO) == [FIRST, SECOND]


def test_three_letters_are_three() -> None:
    assert divide(f"{TWO}\n\n\n{FIRST}") == [FIRST, SECOND, FIRST]


def test_a_second_salutation_without_a_closing_is_joint() -> None:
    text = FIRST.replace("Dear Minister,", "Dear Minister,\nDear Secretary of State,")
    assert divide(text) == [text]


def test_an_annex_behind_the_signature_stays_with_its_letter() -> None:
    text = f"{FIRST}\n\n\nAnnex A\n\nThe lines that should open again are listed here."
    assert divide(text) == [text]


def test_a_note_goes_with_the_letter_where_its_mark_stands() -> None:
    place = TWO.index("summer recess")
    notes = (
        Note(mark="1", text="Hansard, column 3.", position=TWO.index("railways"), line=40),
        Note(mark="2", text="As told to the House.", position=place, line=41),
    )
    one, two = divide(TWO, *notes)
    assert one.endswith("\n\n[1] Hansard, column 3.")
    assert two.endswith("\n\n[2] As told to the House.")


def test_a_note_without_a_mark_goes_with_the_first_letter() -> None:
    one, two = divide(TWO, Note(mark="1", text="Hansard.", position=None, line=40))
    assert one.endswith("[1] Hansard.")
    assert "[1]" not in two


def test_anchors_lead_back_to_the_lines_of_the_file() -> None:
    start = TWO.index("Home Office")
    anchors = (
        Anchor(start=0, line=1),
        Anchor(start=start, line=20, page=2),
        Anchor(start=start + 13, line=22, page=2),
    )
    document = Document(source="a.txt", text=TWO, notes=(), anchors=anchors)
    _, second = divide_document(document)
    assert second.anchors == (Anchor(start=0, line=20, page=2), Anchor(start=13, line=22, page=2))


@pytest.mark.parametrize("text", ["", " \n\n ", "a line"])
def test_a_text_that_is_no_letter_is_one_part_at_most(text: str) -> None:
    assert [part for part in divide(text) if part] == [text.strip()] * bool(text.strip())


@given(st.lists(st.sampled_from([*FIRST.split("\n"), *SECOND.split("\n"), ""]), max_size=40))
def test_no_words_are_lost_or_doubled(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert "".join("".join(divide(text)).split()) == "".join(text.split())
