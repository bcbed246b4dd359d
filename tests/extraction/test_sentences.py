from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from policygraph.extraction.text.sentences import find_sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in find_sentences(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "I met the Rt. Hon. Ann Lee and Mr. Smith.",
        "See para. 3 and pp. 4 of the report.",
        "No. 10 was told under Reg. (EU) 2016/679.",
        "It is, e.g. in Leeds, some 3.5 per cent.",
        "J. R. Smith of Acme Ltd. replied.",
        "It opened at 9 a.m. on Monday.",
        "H.R. 1234 and Art. 8 apply.",
        "The Gov. Office closed on 3 Sept. 2020.",
    ],
)
def test_the_full_stop_of_an_abbreviation_ends_no_sentence(sentence: str) -> None:
    assert split(f"{sentence} She agreed.") == [sentence, "She agreed."]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("Really? Yes! Good.", ["Really?", "Yes!", "Good."]),
        ("He said “it is done.” Then he left.", ["He said “it is done.”", "Then he left."]),
        ("It is done (I hope.) Well.", ["It is done (I hope.)", "Well."]),
        ("It closed in 2019. 40 people went.", ["It closed in 2019.", "40 people went."]),
        ("He left … and came back.", ["He left … and came back."]),
        ("A HEADING\nHe left.", ["A HEADING", "He left."]),
        ("See www.example.org for more. Thanks.", ["See www.example.org for more.", "Thanks."]),
        ("  \n \n", []),
        ("", []),
    ],
)
def test_a_text_is_split_where_sentences_and_lines_end(text: str, sentences: list[str]) -> None:
    assert split(text) == sentences


@given(st.text(alphabet=st.sampled_from("Ab1 .?!”)\n(“")))
def test_sentences_cover_every_word_once(text: str) -> None:
    assert "".join("".join(split(text)).split()) == "".join(text.split())
    spans = find_sentences(text)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
