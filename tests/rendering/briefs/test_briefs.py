"""What the briefs of the sample letters say, and that each sentence has its source."""

import re
from functools import partial

import pytest
from policygraph.graph.network.corpus import Corpus
from policygraph.graph.network.ties import find_correspondence
from policygraph.model.errors import DiagramError
from policygraph.model.statement import Passage
from policygraph.rendering.briefs.brief import Brief, Section, Sentence
from policygraph.rendering.briefs.entity_brief import build_entity_brief
from policygraph.rendering.briefs.length import TWO_PAGES, find_height
from policygraph.rendering.briefs.meeting_brief import build_meeting_brief
from policygraph.rendering.briefs.sections import build_section
from policygraph.rendering.briefs.sources import list_sources
from policygraph.rendering.source_notes import SourceNote, SourceNotes

COMMISSIONER = "Independent Anti-Slavery Commissioner"


@pytest.fixture
def meeting(samples: Corpus) -> Brief:
    """What the Commissioner takes into a meeting with the Home Office."""
    return build_meeting_brief(samples, samples.find_entity(COMMISSIONER), samples.find_entity("Home Office"), None)


def find_section(brief: Brief, heading: str) -> Section:
    return next(section for section in brief.sections if section.heading == heading)


def find_sentences(brief: Brief) -> list[Sentence]:
    sentences = [sentence for section in brief.sections for sentence in section.sentences]
    return [*sentences, *(detail for sentence in sentences for detail in sentence.details)]


@pytest.mark.parametrize("name", ["Home Office", "ERRIN", "Thornton", "Modern Slavery (Victim Support) Bill", "EU"])
def test_every_sentence_has_a_source_or_says_that_it_is_background(samples: Corpus, name: str) -> None:
    brief = build_entity_brief(samples, samples.find_entity(name))
    assert find_sentences(brief)
    for sentence in find_sentences(brief):
        assert sentence.notes or sentence.words.startswith("Background, from the vocabulary and no letter: ")
    numbers = {note.number for note in brief.notes}
    assert all(set(sentence.notes) <= numbers for sentence in find_sentences(brief))


def test_every_quote_in_a_brief_stands_in_a_letter(meeting: Brief, samples: Corpus) -> None:
    text = " ".join(" ".join(reading.letter.text.split()) for reading in samples.readings.values())
    quotes = [quote for sentence in find_sentences(meeting) for quote in re.findall("“([^”]+)”", sentence.words)]
    assert len(quotes) > 10
    assert [quote for quote in quotes if quote.rstrip(".") not in text] == []


def test_an_entity_brief_says_who_it_is_and_what_letters_deny(samples: Corpus) -> None:
    brief = build_entity_brief(samples, samples.find_entity("ERRIN"))
    assert brief.title == "European Return and Reintegration Network"
    words = [sentence.words for sentence in find_section(brief, "Who or what it is").sentences]
    assert words[0].startswith("European Return and Reintegration Network is a scheme, also called ERRIN")
    assert any("is a member of European Return and Reintegration Network (ended)" in each for each in words)


def test_a_meeting_brief_begins_with_our_open_asks_and_what_became_of_them(meeting: Brief) -> None:
    asks = meeting.sections[0]
    assert asks.heading == f"Open asks of {COMMISSIONER}"
    assert len(asks.sentences) == 5
    (monitoring,) = (sentence for sentence in asks.sentences if "monitoring" in sentence.words)
    assert monitoring.words.endswith(
        f"(Sara Thornton (shown by another letter), {COMMISSIONER} to Priti Patel, Home Secretary, Home Office, "
        "letter of 9 June 2021)"
    )
    (status,) = monitoring.details
    assert status.words.startswith(
        "Status (suggested): discussed, no decision found. The letter of 15 February 2022 says: “You have asked us"
    )


def test_a_meeting_brief_has_their_promises_with_due_dates_the_dated_first(meeting: Brief) -> None:
    words = [sentence.words for sentence in find_section(meeting, "What Home Office promised").sentences]
    assert words[0] == (
        "Due spring 2022, as a hope: “we hope to publish in Spring 2022.” (Matthew Rycroft, letter of 15 February 2022)"
    )
    assert words[1].startswith("Without a date: “we will continue to consider")


def test_a_meeting_brief_says_who_answered_in_whose_place(meeting: Brief) -> None:
    section = find_section(meeting, "The letters between them, and who answered")
    words = [sentence.words for sentence in section.sentences]
    assert words == [
        "Letter of 9 June 2021, Sara Thornton to Priti Patel, on “Returns and reintegration for victims and survivors "
        "of modern slavery”.",
        "Letter of 15 February 2022, Matthew Rycroft to Sara Thornton, reference MIN/0234931/22.",
        "It answers the letter of 9 June 2021 after 251 days, in the place of Priti Patel (suggested).",
    ]


def test_a_meeting_brief_has_the_exact_positions(meeting: Brief) -> None:
    section = find_section(meeting, f"Where {COMMISSIONER} stands, in its own words")
    assert section.sentences[0].words == (
        f"{COMMISSIONER} is concerned: “However, progress with this work has been slow and I am concerned that "
        "substantial gaps and inconsistencies in the process remain.” (letter of 9 June 2021)"
    )


def test_figures_stand_in_the_column_of_the_side_that_gives_them(meeting: Brief) -> None:
    grid = find_section(meeting, "Figures side by side").grid
    assert grid is not None
    assert grid.headings[3:] == (f"{COMMISSIONER} says", "Home Office says")
    values = [(row[3].words, row[4].words) for row in grid.rows]
    assert ("–", "£1,000") in values
    assert ("12 people (“FOI 60267”)", "–") in values


def test_about_leaves_only_what_concerns_it(samples: Corpus) -> None:
    sides = (samples.find_entity(COMMISSIONER), samples.find_entity("Home Office"))
    brief = build_meeting_brief(samples, *sides, samples.find_entity("VRS"))
    assert brief.title == f"{COMMISSIONER} and Home Office, about Voluntary Returns Service"
    (ask,) = brief.sections[0].sentences
    assert "monitoring" in ask.words


def test_two_sides_that_are_one_are_refused(samples: Corpus) -> None:
    side = samples.find_entity("Home Office")
    with pytest.raises(DiagramError, match="a meeting needs two sides"):
        build_meeting_brief(samples, side, side, None)


def test_what_nothing_is_known_of_has_no_section(samples: Corpus) -> None:
    brief = build_entity_brief(samples, samples.find_entity("EU"))
    assert brief.sections[0].heading == "Who or what it is"
    assert brief.diagram is None


def test_a_long_section_says_what_is_left_out() -> None:
    tellers = [partial(Sentence, words=f"{number}") for number in range(10)]
    section = build_section("Letters", tellers, hint="`policygraph query` lists them.", most=8)
    assert [sentence.words for sentence in section.sentences] == ["2", "3", "4", "5", "6", "7", "8", "9"]
    assert section.rest == "And 2 more: `policygraph query` lists them."


def test_whatever_there_is_what_one_reads_in_a_meeting_stays_on_two_pages(gold: Corpus) -> None:
    pairs = {
        pair
        for edge in find_correspondence(gold.network)
        for pair in ((edge.source, edge.target), (edge.target, edge.source))
        if edge.source != edge.target
    }
    assert len(pairs) > 100
    briefs = [
        build_meeting_brief(gold, gold.get_entity(ours), gold.get_entity(theirs), None)
        for ours, theirs in sorted(pairs)[:80]
    ]
    assert max(map(find_height, briefs)) <= TWO_PAGES
    shortened = [brief for brief in briefs if any(section.rest for section in brief.sections)]
    assert shortened
    assert all(
        re.fullmatch(r"And [\d,]+ more: `policygraph \w[^`]*` .*", section.rest)
        for brief in shortened
        for section in brief.sections
        if section.rest
    )


def test_words_within_a_cited_passage_have_its_number(samples: Corpus) -> None:
    notes = SourceNotes(samples.quoter)
    letter, reading = next(iter(samples.readings.items()))
    text = reading.letter.text
    long, short, other = (
        Passage(letter=letter, start=start, end=end, quote=text[start:end])
        for start, end in ((100, 200), (120, 150), (190, 210))
    )
    assert notes.cite([long]) == notes.cite([short]) == (1,)
    assert notes.cite([other]) == (2,)
    assert len(notes.notes) == 2


def test_each_letter_is_listed_once_and_two_of_a_day_are_told_apart() -> None:
    notes = [
        SourceNote(number=number, letter=letter, day="1 May 2020", source="a.txt", spot=f"line {number}", quote="Yes.")
        for number, letter in enumerate(("Letter of A", "Letter of B", "Letter of A"), 1)
    ]
    sources = list_sources(notes)
    assert sources.letters == ("1 May 2020 (letter 1): Letter of A, a.txt", "1 May 2020 (letter 2): Letter of B, a.txt")
    assert [note.text for note in sources.notes] == [
        "[1] 1 May 2020 (letter 1), line 1: “Yes.”",
        "[2] 1 May 2020 (letter 2), line 2: “Yes.”",
        "[3] 1 May 2020 (letter 1), line 3: “Yes.”",
    ]
