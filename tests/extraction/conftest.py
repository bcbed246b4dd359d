"""Letters as extraction gets them."""

from collections.abc import Callable, Iterator

import pytest
from policygraph.extraction import extract_readings
from policygraph.model.document import Anchor, Document
from policygraph.model.reading import Reading
from policygraph.model.statement import Passage

Read = Callable[[str], tuple[Reading, ...]]


def to_document(text: str) -> Document:
    """Return the document whose reading text is `text`."""
    return Document(source="a.txt", text=text, notes=(), anchors=(Anchor(start=0, line=1),))


def find_passages(reading: Reading) -> Iterator[Passage]:
    """Yield every passage that a reading quotes."""
    for statement in reading.statements:
        yield from statement.evidence
    for ask in reading.asks:
        yield from ask.evidence
    for commitment in reading.commitments:
        yield from commitment.evidence
    for citation in reading.citations:
        yield from citation.evidence
    for position in reading.positions:
        yield from position.evidence
    for figure in reading.figures:
        yield from figure.evidence


@pytest.fixture(scope="session")
def read() -> Read:
    """Return the readings of a text."""
    return lambda text: extract_readings(to_document(text))


@pytest.fixture(scope="session")
def quoted() -> Callable[[Reading], Iterator[Passage]]:
    return find_passages
