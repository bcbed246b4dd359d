"""Numbers in words are read as what they are written for."""

import pytest
from policygraph.extraction.text.number_words import to_number, to_words


def test_a_number_below_a_hundred_in_words_is_read_as_itself() -> None:
    for value in range(100):
        words = to_words(value)
        assert words is not None
        assert to_number(words) == value


@pytest.mark.parametrize("value", [-1, 100, 2.5])
def test_other_numbers_have_no_words(value: float) -> None:
    assert to_words(value) is None
