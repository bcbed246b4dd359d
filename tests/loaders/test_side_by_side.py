"""Blocks that stand side by side are read one after the other, however narrow the gap and whatever the format."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from policygraph.extraction.reading import extract_readings
from policygraph.loaders.page_gutters import find_narrow_starts
from policygraph.loaders.page_words import Word
from policygraph.model.document import Document
from policygraph.model.reading import Reading

from .column_samples import SIGNED, TOP, WRITERS, to_pdf, to_text
from .conftest import Load


def read(document: Document) -> Reading:
    (reading,) = extract_readings(document)
    return reading


def to_facts(reading: Reading) -> dict[str, object]:
    """Return what a format must not change: header, entities, relations and their quotes."""
    names = {entity.iri: entity.name for entity in reading.entities}
    letter = reading.letter
    return {
        "senders": [(each.name, each.office, each.organisation) for each in letter.senders],
        "recipients": [(each.name, each.office, each.organisation) for each in letter.recipients],
        "head": (letter.date, letter.subject),
        "entities": sorted(names.values()),
        "relations": sorted(
            (names.get(each.subject, each.subject), each.predicate, names.get(each.object, each.object))
            for each in reading.statements
        ),
        "quotes": sorted({piece.quote for each in reading.statements for piece in each.evidence}),
    }


@pytest.mark.parametrize("suffix", sorted(WRITERS))
def test_blocks_side_by_side_say_the_same_in_every_format(load: Load, suffix: str) -> None:
    facts = to_facts(read(load(WRITERS[suffix](), suffix)))
    assert facts == to_facts(read(load(to_text())))
    assert [name for name, *_ in facts["senders"]] == ["Helen Marchbanks", "Andrew Crawley"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("gap", [6, 8, 14, 20, 45])
def test_two_blocks_are_parted_by_any_gap_wider_than_a_blank(load: Load, gap: float) -> None:
    text = load(to_pdf(gap), ".pdf").text
    for side in (*TOP, *SIGNED):
        assert "\n".join(side) in text


def to_words(rows: list[list[tuple[float, float]]]) -> list[list[Word]]:
    """Return rows of words by their left and right ends, in letters of ten points and lines of twelve."""
    return [[Word("word", left, right, -12.0 * number, 10) for left, right in row] for number, row in enumerate(rows)]


@settings(max_examples=200, deadline=None)
@given(
    widths=st.lists(st.lists(st.floats(5, 60), min_size=3, max_size=12), min_size=2, max_size=12),
    measure=st.integers(250, 500),
)
def test_justified_prose_is_never_parted(widths: list[list[float]], measure: int) -> None:
    rows: list[list[tuple[float, float]]] = [[(60, 90), (60 + measure / 2, 60 + measure)]]
    for row in widths:
        gap = (measure - sum(row)) / (len(row) - 1)
        if not 2 <= gap <= 16:
            continue
        left, placed = 60.0, []
        for width in row:
            placed.append((left, left + width))
            left += width + gap
        rows.append(placed)
    assert not any(find_narrow_starts(to_words(rows)))
