import pytest
from policygraph.extraction.header.zones import (
    Zones,
    find_subject_line,
    find_zones,
    is_closing,
    is_prose,
    is_salutation,
)
from policygraph.extraction.text.lines import find_lines

PROSE = "Thank you for your letter of 2 March about the railways, which I have read with great care and interest."
LETTER = f"""Rail Council
1 Station Road

9 June 2021

Dear Minister,

The future of rural rail

{PROSE}

I hope that this helps.

Yours sincerely,

Ann Lee
Chair

Annex A
{PROSE}
"""


def zones(text: str) -> Zones:
    return find_zones(find_lines(text))


def words(lines: tuple[object, ...]) -> list[str]:
    return [getattr(line, "text", "") for line in lines]


def test_a_letter_has_head_salutation_body_closing_foot_and_tail() -> None:
    found = zones(LETTER)
    assert words(found.head) == ["Rail Council", "1 Station Road", "9 June 2021"]
    assert words(found.salutation) == ["Dear Minister,"]
    assert words(found.body) == ["The future of rural rail", PROSE, "I hope that this helps."]
    assert found.closing is not None
    assert found.closing.text == "Yours sincerely,"
    assert words(found.foot) == ["Ann Lee", "Chair"]
    assert words(found.tail) == ["Annex A", PROSE]


def test_without_a_salutation_the_head_ends_before_the_first_prose() -> None:
    found = zones(LETTER.replace("Dear Minister,\n", ""))
    assert words(found.head) == ["Rail Council", "1 Station Road", "9 June 2021", "The future of rural rail"]
    assert words(found.body)[0] == PROSE


def test_without_a_closing_the_short_lines_at_the_end_are_the_foot() -> None:
    found = zones(f"Dear Minister,\n\n{PROSE}\n\nAnn Lee\nChair\n")
    assert found.closing is None
    assert words(found.foot) == ["Ann Lee", "Chair"]


def test_every_line_is_in_one_zone() -> None:
    found = zones(LETTER)
    closing = (found.closing,) if found.closing else ()
    parts = (*found.head, *found.salutation, *found.body, *closing, *found.foot, *found.tail)
    assert words(parts) == words(tuple(find_lines(LETTER)))


def test_a_letter_on_one_line_is_parted_at_salutation_and_closing() -> None:
    found = zones(f"Rail Council, 9 June 2021 Dear Minister, {PROSE} Yours sincerely, Ann Lee, Chair")
    assert words(found.head) == ["Rail Council, 9 June 2021"]
    assert words(found.salutation) == ["Dear Minister,"]
    assert words(found.body) == [PROSE]
    assert words(found.foot) == ["Ann Lee, Chair"]


@pytest.mark.parametrize(
    "line", ["Dear Ann and Tom,", "Dear Members of Parliament", "Annwyl Weinidog,", "Madam President,"]
)
def test_a_salutation_is_known_by_its_first_word(line: str) -> None:
    assert is_salutation(line)


@pytest.mark.parametrize("line", ["He is a dear friend.", ""])
def test_a_line_of_prose_is_no_salutation(line: str) -> None:
    assert not is_salutation(line)


@pytest.mark.parametrize(
    "line", ["Yours faithfully,", "Kind regards,", "With best wishes,", "YOURS SINCERELY", "Yn gywir,"]
)
def test_a_closing_is_known_by_its_words(line: str) -> None:
    assert is_closing(line)


@pytest.mark.parametrize(
    "line",
    ["Yours is the best letter of all", "Thank you for your letter.", "Regards the law as settled", ""],
)
def test_a_line_that_goes_on_is_no_closing(line: str) -> None:
    assert not is_closing(line)


def test_prose_is_long_ended_and_mostly_in_small_letters() -> None:
    assert is_prose(PROSE)
    assert not is_prose(
        "Department for Environment, Food and Rural Affairs, Seacole Building, 2 Marsham Street, London"
    )
    assert not is_prose("I agree.")


def test_a_heading_behind_the_salutation_is_the_subject() -> None:
    line = find_subject_line(zones(LETTER))
    assert line is not None
    assert line.text == "The future of rural rail"


@pytest.mark.parametrize(
    "first", ["Thank you for your letter.", "I am writing to you:", "We wrote to you", "Why was it closed?"]
)
def test_a_sentence_behind_the_salutation_is_no_subject(first: str) -> None:
    assert find_subject_line(zones(LETTER.replace("The future of rural rail", first))) is None
