"""What Markdown would take for markup is shown as it stands in the letter."""

from policygraph.rendering.follow_up_letter import FollowUpLetter, Item
from policygraph.rendering.follow_up_markdown import to_markdown


def test_markup_in_the_words_of_a_letter_is_shown_as_it_is() -> None:
    item = Item(words="“see *this* <page> [1]”", details=("_once_ in a_b.txt",), passages=("said\nhere",))
    letter = FollowUpLetter(heading="H", lead="L:", items=(item,), note="N")
    assert to_markdown(letter).decode() == (
        "# H\n\nL:\n\n1. “see \\*this\\* \\<page\\> \\[1\\]”\n\n   \\_once\\_ in a_b.txt\n\n   - said here\n\n*N*\n"
    )
