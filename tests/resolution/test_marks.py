import pytest
from policygraph.resolution.marks import find_mark, find_mark_before, strip_mark


@pytest.mark.parametrize(
    ("line", "mark", "words"),
    [
        ("3. Pay is set by law.", "3", "Pay is set by law."),
        ("(a) to pay", "a", "to pay"),
        ("II.  Inspections.", "II", "Inspections."),
        ("Recommendation 4: That fares fall.", "4", "That fares fall."),
        ("Recommendation 4", "4", ""),
        ("• to pay", None, "to pay"),
        ("2022 was dry.", None, "2022 was dry."),
        ("Government response: Partially accepted.", None, "Partially accepted."),
    ],
)
def test_a_mark_is_read_and_taken_off(line: str, mark: str | None, words: str) -> None:
    assert (find_mark(line), strip_mark(line)) == (mark, words)


@pytest.mark.parametrize(
    ("line", "words", "mark"),
    [
        ("We ask you (a) to pay; (b) to write.", "to write", "b"),
        ("Recommendation 1: That A act. Recommendation 2: That B act.", "That B act", "2"),
        ("3. Please write.", "Please write", "3"),
        ("Article 4(4) is clear: write.", "write", None),
    ],
)
def test_words_stand_under_the_last_mark_before_them(line: str, words: str, mark: str | None) -> None:
    assert find_mark_before(line, line.index(words)) == mark
