"""Capitals that a letterhead spaces out are words, where it is plain which."""

import pytest

from .conftest import Load
from .test_pdf_pages import draw_lines, write_pdf


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("H U M A N  R I G H T S  W A T C H", "HUMAN RIGHTS WATCH"),
        ("H U M A N   R I G H T S   W A T C H", "HUMAN RIGHTS WATCH"),
        ("        H U M A N    R I G H T S", "HUMAN RIGHTS"),
        ("H  U  M  A  N    R  I  G  H  T  S", "HUMAN RIGHTS"),
        ("H U M A N\u00a0 \u00a0R I G H T S", "HUMAN RIGHTS"),
        ("É G A L I T É  &  D R O I T S", "ÉGALITÉ & DROITS"),
        ("H U M A N R I G H T S", "HUMAN RIGHTS"),
        ("A M N E S T Y", "A M N E S T Y"),
        ("A  B  C  D  E  F", "A  B  C  D  E  F"),
        ("Y N Y N Y", "Y N Y N Y"),
        ("J R R  T", "J R R  T"),
        ("a b c d e  f g h i j", "a b c d e  f g h i j"),
        ("Options: A B C D E", "Options: A B C D E"),
    ],
)
def test_spaced_capitals_are_words_where_it_is_plain_which(load: Load, line: str, words: str) -> None:
    assert load(f"{line}\n\nDear Ann,\n\nWe write about human rights.\n").text.split("\n")[0] == words


@pytest.mark.parametrize("spaced", ["H U M A N  R I G H T S", "H  U  M  A  N    R  I  G  H  T  S"])
def test_a_pdf_shows_by_its_gaps_where_words_of_spaced_capitals_end(load: Load, spaced: str) -> None:
    pdf = write_pdf(lambda canvas: draw_lines(canvas, [spaced, "", "Dear Ann,", "Thank you."]))
    assert load(pdf, ".pdf").text.split("\n")[0] == "HUMAN RIGHTS"


def test_a_pdf_that_spaces_characters_itself_is_read_the_same(load: Load) -> None:
    pdf = write_pdf(lambda canvas: canvas.drawString(70, 780, "HUMAN RIGHTS WATCH", charSpace=4))
    assert load(pdf, ".pdf").text == "HUMAN RIGHTS WATCH\n"
