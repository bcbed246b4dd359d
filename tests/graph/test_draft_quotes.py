"""A quotation is found word for word however it is typed, and altered with what differs; nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from policygraph.graph.drafts.quotes import Difference, find_altered, find_exact
from policygraph.graph.drafts.words import Words

LETTER = (
    "Thank you for your letter.\n\nI would urge you to explore options for better and more tailored return and "
    "reintegration support12 for victims and survivors. The victims’ rights (see COP26) are set out in section 49 of "
    "the Act: £1.2 million was paid to 12 non-EEA nationals. We must not delay."
)
WORDS = Words(LETTER)


def quote(text: str) -> str | None:
    found = find_exact(WORDS, text)
    return None if found is None else LETTER[found.start : found.end]


@pytest.mark.parametrize(
    ("draft", "letter"),
    [
        ("we must not delay", "We must not delay"),
        ("options  for\nbetter and more tailored return.", "options for better and more tailored return"),
        ("the victims' rights", "The victims’ rights"),
        ("reintegration support for victims", "reintegration support12 for victims"),
        ("reintegration support for victims³", "reintegration support12 for victims"),
        ("I would urge you … reintegration support", "I would urge you to explore options for better and more tailored "
         "return and reintegration support12"),
        ("explore options [...] for victims", "explore options for better and more tailored return and reintegration "
         "support12 for victims"),
        ("explore . . . for victims", "explore options for better and more tailored return and reintegration support12 "
         "for victims"),
        ("I would urge [the Home Secretary] to explore", "I would urge you to explore"),
        ("[W]e must [sic] not delay [emphasis added]", "We must not delay"),
        ("[It is said that] we must not delay", "We must not delay"),
        ("(see COP26) are set out", "see COP26) are set out"),
    ],
)  # fmt: skip
def test_what_does_not_count_does_not_count(draft: str, letter: str) -> None:
    assert quote(draft) == letter


@pytest.mark.parametrize(
    "draft",
    [
        "we must delay",
        "explore better options",
        "(see COP27) are set out",
        "£1.3 million was paid",
        "$1.2 million was paid",
        "victims and survivors … explore options",
        "I would urge [you] reintegration support",
        "12 EEA nationals",
        "",
    ],
)
def test_other_words_are_not_found_word_for_word(draft: str) -> None:
    assert quote(draft) is None


@pytest.mark.parametrize(
    ("draft", "differences"),
    [
        ("I would ask you to explore options for better support", None),
        ("I would ask you to explore options for better", [("ask", "urge")]),
        ("explore options for much better and more tailored return", [("much", "")]),
        ("explore options for better and tailored return", [("", "more")]),
        ("£1.3 million was paid to 12 non-EEA nationals", [("1.3", "1.2")]),
        ("The victims’ rights (see COP27) are set out", [("COP27", "COP26")]),
        ("We must delay … the whole of it", None),
        ("I would urge you to explore option … 12 non-EEA nationals", [("option", "options")]),
        ("never a word of this stands there", None),
        ("must not wait", None),
    ],
)
def test_an_altered_quotation_tells_what_differs(draft: str, differences: list[tuple[str, str]] | None) -> None:
    found = find_altered(WORDS, draft)
    if differences is None:
        assert found is None or len(found.differences) > 1
    else:
        assert found is not None
        assert list(found.differences) == [Difference(draft=one, letter=other) for one, other in differences]


@given(st.data())
def test_any_words_of_a_letter_are_found_and_with_one_word_replaced_they_are_altered(data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(WORDS) - 8))
    size = data.draw(st.integers(8, len(WORDS) - first))
    words = [LETTER[word.start : word.end] for word in WORDS[first : first + size]]
    blank = data.draw(st.sampled_from([" ", "  ", "\n", "\u00a0", ", "]))
    assert find_exact(WORDS, blank.join(words)) is not None
    place = data.draw(st.integers(0, size - 1))
    changed = " ".join([*words[:place], "xylophone", *words[place + 1 :]])
    assert find_exact(WORDS, changed) is None
    altered = find_altered(WORDS, changed)
    assert altered is not None
    assert [difference.draft for difference in altered.differences] == ["xylophone"]


@given(st.text())
def test_no_text_is_too_odd_to_be_looked_for(text: str) -> None:
    find_exact(WORDS, text)
    find_altered(WORDS, text)
