"""Bytes become text, and text becomes reading text: notes lifted, marks and furniture out, lines and words joined."""

import codecs

import pytest
from policygraph.model.document import Document
from policygraph.model.errors import SourceError

from .conftest import Load


@pytest.mark.parametrize(
    "data",
    [
        "Café, “quoted”".encode(),
        codecs.BOM_UTF8 + "Café, “quoted”".encode(),
        "Café, “quoted”".encode("utf-16"),
        codecs.BOM_UTF16_BE + "Café, “quoted”".encode("utf-16-be"),
        "Café, “quoted”".encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 with its mark", "utf-16", "utf-16 big end first", "windows-1252"],
)
def test_text_is_read_in_the_usual_encodings(load: Load, data: bytes) -> None:
    assert load(data).text == "Café, “quoted”\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "not a text file"),
        (b"caf\xc3\xa9 \x81\x8d", "neither UTF-8"),
        (codecs.BOM_UTF16_LE + b"a", "neither UTF-8"),
    ],
)
def test_what_is_no_text_is_named(load: Load, data: bytes, reason: str) -> None:
    with pytest.raises(SourceError, match=reason):
        load(data)


@pytest.mark.parametrize(
    ("body", "note"),
    [
        ("we saw trafficking¹ rise.", "¹ OSCE (2014), Report."),
        ("we saw trafficking[1] rise.", "[1] OSCE (2014), Report."),
        ("we saw trafficking[^1] rise.", "[^1]: OSCE (2014), Report."),
        ("we saw trafficking1 rise.", "1 OSCE (2014), Report."),
        ("we saw trafficking1 rise.", "1. OSCE (2014), Report."),
        ("we saw it in June 20201 rise.", "1OSCE (2014), Report."),
    ],
)
def test_a_note_is_lifted_and_its_mark_is_out_of_the_words(load: Load, body: str, note: str) -> None:
    document = load(f"Dear Ann,\n\nIn March {body}\n\n{note}\n")
    (found,) = document.notes
    assert (found.mark, found.text, found.line) == ("1", "OSCE (2014), Report.", 5)
    place = found.position
    assert place is not None
    assert document.text[place:] == " rise.\n"
    assert "OSCE" not in document.text


def test_a_numbered_paragraph_is_no_note(load: Load) -> None:
    document = load("We ask two things.\n\n1. Will you act?\n\n2. Will you pay?\n")
    assert document.notes == ()
    assert "1. Will you act?" in document.text


def test_units_and_powers_keep_their_raised_digits(load: Load) -> None:
    assert "30 km² and 10⁶ people" in load("It has 30 km² and 10⁶ people in it.\n").text


def test_a_footnote_in_the_middle_of_a_sentence_does_not_cut_it(load: Load) -> None:
    body = "the trafficking of children² has risen in each of the five years for which"
    document = load(f"{body}\n\n² See the report.\n\nwe have figures.")
    assert document.text == (
        "the trafficking of children has risen in each of the five years for which we have figures.\n"
    )


def test_a_word_that_a_hyphen_breaks_is_joined_and_a_compound_keeps_its_hyphen(load: Load) -> None:
    document = load("We rely on the evi-\ndence of the well-known case of a well-\nknown company, which shows it.\n")
    assert document.text.startswith("We rely on the evidence of the well-known case of a well-known company")


def test_soft_wraps_are_joined_and_lines_of_an_address_are_not(load: Load) -> None:
    prose = "The Government supports the Bill that was introduced by the noble Baroness\nand will bring it forward."
    document = load(f"Clearbrook Trust\n12 Mill Lane\nLeeds\n\n{prose}\n")
    assert document.text.split("\n")[:3] == ["Clearbrook Trust", "12 Mill Lane", "Leeds"]
    assert prose.replace("\n", " ") in document.text


def test_columns_side_by_side_are_set_one_below_the_other(load: Load) -> None:
    document = load("Ann Lee MP              Clearbrook Trust\nHouse of Commons        12 Mill Lane\n\nDear Ann,\n")
    assert document.text == "Ann Lee MP\nHouse of Commons\n\nClearbrook Trust\n12 Mill Lane\n\nDear Ann,\n"


def test_three_columns_of_signatures_keep_their_people_apart(load: Load) -> None:
    text = (
        b"Ruth Aber MP          Gwilym Prys MP             Sioned Huws MS\n"
        b"Chair                 Chair                      Chair\n"
        b"Transport Committee   Welsh Affairs Committee    Economy, Trade and Rural\n"
        b"                                                 Affairs Committee\n"
    )
    blocks = [block.splitlines() for block in load(text).text.strip().split("\n\n")]
    assert blocks == [
        ["Ruth Aber MP", "Chair", "Transport Committee"],
        ["Gwilym Prys MP", "Chair", "Welsh Affairs Committee"],
        ["Sioned Huws MS", "Chair", "Economy, Trade and Rural Affairs Committee"],
    ]


def test_marks_of_markdown_and_of_wikis_are_out(load: Load) -> None:
    document = load("# Letter\n\n**Dear** [Ann](#a), see [[Home Office|the office]] and __this__\n", ".md")
    assert document.text == "Letter\n\nDear Ann, see the office and this\n"


def test_descriptions_of_pictures_and_page_numbers_are_out(load: Load) -> None:
    document = load(
        "We ask the Minister to look at this again before the summer, because the\n\nPage 2 of 3\n\n"
        "matter is urgent.\n\n![crest](a.png)\n\nThe logo of the Home Office, showing a crown\n\nAnn\n"
    )
    assert "because the matter is urgent." in document.text
    assert "Page 2" not in document.text
    assert "logo" not in document.text


def test_a_line_that_stands_alone_three_times_is_kept_once(load: Load) -> None:
    document = load("\n\n".join(["Office of the Commissioner 1", "One.", "Office of the Commissioner 2", "Two."] * 2))
    assert document.text.count("Office of the Commissioner") == 1


def test_form_feeds_count_pages(load: Load) -> None:
    document = load("One.\fTwo.\fThree.\n")
    assert find_pages(document) == {"One.": 1, "Two.": 2, "Three.": 3}


def find_pages(document: Document) -> dict[str, int | None]:
    starts = [anchor.start for anchor in document.anchors] + [len(document.text)]
    return {
        document.text[start:end].strip(): anchor.page
        for anchor, start, end in zip(document.anchors, starts, starts[1:], strict=False)
    }
