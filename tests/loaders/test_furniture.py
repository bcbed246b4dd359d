"""What a scanner and a typist put around the words of a letter goes; sentences that it cut are whole again."""

from pathlib import Path

import pytest
from policygraph.loaders import load_document

from .conftest import Load

SCANS = Path(__file__).parent / "scans"
LETTERS = {
    "ministry": (
        ["RECEIVED", "Page", "- 3 -"],
        [
            "the concerns that you and your constituents have raised, and I have",
            "the work of the Rural Lines Advisory Board will inform the decision",
            "the Skelby viaduct, which the Rail Safety Office inspected in January, would be",
            "I cannot therefore say today",
            "I shall write to you again before the end of May.",
        ],
    ),
    "commission": (
        ["694", "695", "¬"],
        [
            "The engineers of the Commission have examined the soundings",
            "no further work can be undertaken",
            "The Harbor Board, as you know, has already advanced",
            "it would not be proper for the Commission to ask for more.",
            "the table printed at [Page 12] of our report.",
        ],
    ),
    "council": (
        ["- 2 -", "- 3 -"],
        [
            "and was to have been cornpleted by the spring of this year, is no longer mentioned.",
            "the Council's own hardship fund and the help of the voluntary sector.",
            "it welcornes the extra funding that your Departrnent has announced.",
        ],
    ),
    "society": (
        ["RECEIVED", "PRIVATE OFFICE", "23"],
        [
            "any site that has not been surveyed within ten years, and nearly half",
            "which the Environment and Heritage Agency has confirmed.",
        ],
    ),
    "association": (
        ["Association to Mr"],
        [
            "the Association and its lenders can raise without help. The grant",
            "that the rules of the Warm Homes Fund be changed so that",
        ],
    ),
    "embassy": (
        ["CONFIDENTIAL", "PAGE", "- 2 -", "- 3 -", "- 4 -"],
        [
            "may propose that a joint programme be extended for a further term.",
            "that the Joint Committee be asked to review its work",
            "this Note and Your Excellency's reply be regarded as an agreement",
        ],
    ),
}


@pytest.mark.parametrize("name", [path.stem for path in sorted(SCANS.iterdir())])
def test_a_scanned_letter_loses_its_furniture_and_no_word_of_its_own(name: str) -> None:
    furniture, sentences = LETTERS[name]
    path = SCANS / f"{name}.txt"
    document = load_document(path)
    assert [sentence for sentence in sentences if sentence not in document.text] == []
    assert [words for words in furniture if words in document.text] == []
    written = path.read_text("utf-8").rstrip().split("\n\n")
    # head and signature are untouched
    assert document.text.rstrip().endswith("\n\n".join(written[-2:]))
    assert document.text.startswith(next(block for block in written if "RECEIVED" not in block).strip())


@pytest.mark.parametrize(
    "words",
    [
        "Yours sincerely,\n\nAnn Lee\nChief Executive\n",
        "Flat\n12\nMill Lane\nLeeds\n",
        "We asked that the Commission of Inquiry look at the guidance\n\nPage 12 of it is wrong.\n",
        "As we have said in the letter that we sent to you, we mean what stands on page 2\n",
        "I ask on behalf of all members of the Society that you would\n\n(a) amend the Bill; or\n\nagree.\n",
        "We rely on the report of the Committee, Muddy Waters, and on what it says on\npage 340.\n",
        "We rely on the report of the Committee, Muddy Waters, and on what it says at\np. 340\n",
        "RECEIVED OPINION\n\nIt is often said that the law is clear.\n",
        "The plan that we have made together with the Council and its officers will be sent\n\nMill Lane\n\nto you.\n",
        "Received 12 March 2024, with thanks.\n",
    ],
)
def test_words_that_look_like_furniture_are_kept(load: Load, words: str) -> None:
    assert load(words).text.split() == words.split()


def test_a_signature_above_a_page_number_is_kept(load: Load) -> None:
    document = load("Yours sincerely,\n\nAnn Lee\nChief Executive\nPage 3 of 3\n")
    assert document.text.rstrip() == "Yours sincerely,\n\nAnn Lee\nChief Executive"


def test_an_item_behind_the_turn_of_a_page_is_kept(load: Load) -> None:
    document = load(
        "I ask on behalf of all members of the Society and of its many friends that you\n\n- 2 -\n\n"
        "(a) Amend the Bill; and\n\nrepeal the Act.\n"
    )
    assert "(a) Amend the Bill; and" in document.text
    assert "- 2 -" not in document.text


def test_a_stamp_beside_a_line_of_the_head_is_cut_off(load: Load) -> None:
    assert load("Your ref: AB/2      RECEIVED 4 JUN 2021\n\nDear Ann,\n").text == "Your ref: AB/2\n\nDear Ann,\n"
