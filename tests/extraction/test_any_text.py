"""Whatever a text holds, reading it neither fails nor loses a quote's place, and takes time in proportion."""

import time
from collections.abc import Callable, Iterator

from hypothesis import given, settings
from hypothesis import strategies as st
from policygraph.model.reading import Reading
from policygraph.model.statement import Passage

Read = Callable[[str], tuple[Reading, ...]]
Quoted = Callable[[Reading], Iterator[Passage]]

PIECES = (
    *(
        "Dear Minister,",
        "Dear Ann and Tom,",
        "Yours sincerely,",
        "To: Rt Hon Ann Lee MP",
        "From: Home Office",
        "Cc: Tom Day",
    ),
    *(
        "Our ref: A/12",
        "9 June 2021",
        "Subject: Rural rail",
        "Dr Ann Lee OBE",
        "Chair of the Rail Committee",
        "Home Office",
    ),
    *(
        "2 Marsham Street",
        "on behalf of",
        "the Committee",
        "The Government supports the Warm Homes Bill.",
        "section 18(e)",
    ),
    *(
        "Article 16 (2) of the Refugee Convention",
        "National Referral Mechanism (NRM)",
        "(the Act)",
        "Modern Slavery Act 2015",
    ),
    *(
        "Thank you for your letter of 2 March to the Prime Minister.",
        "İstanbul",
        "ﬁnance",
        "\u200b",
        "’s",
        "“",
        "(",
        ")",
        "§",
    ),
    *(
        "\n",
        "\n\n",
        " ",
        ", ",
        ".",
        "; ",
        "> ",
        "Mr",
        "MP",
        "of",
        "for",
        "and",
        "Act",
        "Committee",
        "1",
        "a" * 100,
        "\U0001f600",
    ),
)
TEXTS = st.one_of(st.text(max_size=400), st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join))
LINES = st.lists(st.sampled_from(PIECES), max_size=60).map("\n".join)


@given(TEXTS | LINES)
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_and_every_quote_is_in_its_place(read: Read, quoted: Quoted, text: str) -> None:
    for reading in read(text):
        held = reading.letter.text
        for entity in reading.entities:
            assert entity.mentions
            for mention in entity.mentions:
                assert held[mention.start : mention.end] == mention.text
        for statement in reading.statements:
            assert statement.evidence
        for passage in quoted(reading):
            assert passage.letter == reading.letter.iri
            assert held[passage.start : passage.end] == passage.quote
        for finding in reading.findings:
            assert held[finding.start : finding.end] == finding.quote


@given(LINES)
@settings(max_examples=60, deadline=None)
def test_statements_and_correspondents_are_of_entities_that_the_reading_has(read: Read, text: str) -> None:
    for reading in read(text):
        known = {entity.iri for entity in reading.entities}
        assert len(known) == len(reading.entities)
        for statement in reading.statements:
            assert {statement.subject, statement.object} <= known
        for party in (*reading.senders, *reading.recipients):
            assert {party.person, party.office, party.organisation} <= {None, *known}


@given(LINES)
@settings(max_examples=30, deadline=None)
def test_the_same_text_gives_the_same_reading(read: Read, text: str) -> None:
    assert read(text) == read(text)


BODY = (
    "Thank you for your letter of 2 March to the Prime Minister about the Rural Rail Fund {n}. Under section"
    " {n} of the Modern Slavery Act 2015, Ann Lee MP and the Rail Committee of Norvale {n} (RCN) support the"
    " Warm Homes Bill {n}. The Committee, which the Home Office funds, has published the Norvale Report {n}"
    " under Article 16 of the Convention.\n"
)


def build_letter(paragraphs: int) -> str:
    """Return a letter of so many paragraphs, each with names of its own."""
    body = "".join(BODY.format(n=number) for number in range(paragraphs))
    head, foot = "Home Office\n\n9 June 2021\n\nDear Ann,", "Yours sincerely,\n\nPriti Patel\nHome Secretary"
    return f"{head}\n\n{body}\n{foot}\n"


def find_fastest(read: Read, text: str) -> float:
    """Return the least processor time, in seconds, of a few readings."""
    times = []
    for _ in range(3):
        start = time.process_time()
        read(text)
        times.append(time.process_time() - start)
    return min(times)


def test_four_times_the_text_takes_about_four_times_as_long(read: Read) -> None:
    read(build_letter(1))
    short, long = (find_fastest(read, build_letter(paragraphs)) for paragraphs in (50, 200))
    assert long < 8 * short


def test_a_long_line_without_an_end_takes_time_in_proportion(read: Read) -> None:
    for piece in ("Rail Committee of the ", "Mr ", "(", "The Act 2015 and "):
        short, long = (find_fastest(read, f"Dear Ann,\n\n{piece * number}") for number in (250, 1000))
        assert long < 8 * short + 0.05, piece
