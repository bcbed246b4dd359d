"""Letters written inline and read by the real loader and extractor; readings built by hand."""

from collections.abc import Callable
from pathlib import Path

import pytest
from policygraph.extraction import extract_readings
from policygraph.loaders import load_document
from policygraph.model.citation import LetterCitation
from policygraph.model.document import Anchor
from policygraph.model.entity import Entity, EntityType, Mention
from policygraph.model.identity import to_letter_iri
from policygraph.model.letter import Correspondent, Letter
from policygraph.model.reading import Party, Reading
from policygraph.model.statement import Passage

ReadLetters = Callable[..., list[Reading]]
BuildReading = Callable[..., Reading]
LETTERS = Path(__file__).parents[2] / "letters"


@pytest.fixture
def read_letters(tmp_path: Path) -> ReadLetters:
    """Return a function from texts, one letter each, to their readings."""

    def read(*texts: str) -> list[Reading]:
        readings: list[Reading] = []
        for number, text in enumerate(texts):
            path = tmp_path / f"{number}.txt"
            path.write_text(text, "utf-8")
            found = extract_readings(load_document(path))
            assert len(found) == 1, text
            readings += found
        return readings

    return read


@pytest.fixture(scope="session")
def real_readings() -> list[Reading]:
    return [reading for path in sorted(LETTERS.glob("*.txt")) for reading in extract_readings(load_document(path))]


@pytest.fixture
def build_reading() -> BuildReading:
    """Return the function that builds a reading by hand."""
    return _build_reading


def _build_reading(
    text: str,
    *,
    date: str | None = None,
    sender: Correspondent | None = None,
    recipient: Correspondent | None = None,
    references: tuple[str, ...] = (),
    cites: tuple[tuple[str, str | None, bool], ...] = (),
    entities: tuple[tuple[EntityType, str, tuple[str, ...]], ...] = (),
    sender_party: Party | None = None,
    recipient_party: Party | None = None,
) -> Reading:
    """Return a reading of `text`.

    `cites` are (words, date, by_addressee); `entities` are (type, IRI, forms); all words stand in the text.
    """
    iri = to_letter_iri(text)

    def to_passage(words: str) -> Passage:
        start = text.index(words)
        return Passage(letter=iri, start=start, end=start + len(words), quote=words)

    def to_mention(form: str) -> Mention:
        return Mention(text=form, start=text.index(form), end=text.index(form) + len(form))

    return Reading(
        letter=Letter(
            iri=iri,
            text=text,
            anchors=(Anchor(start=0, line=1),),
            date=date,
            references=references,
            senders=(sender,) if sender else (),
            recipients=(recipient,) if recipient else (),
        ),
        senders=(sender_party,) if sender_party else (),
        recipients=(recipient_party,) if recipient_party else (),
        entities=tuple(
            Entity(iri=name, type=kind, name=max(forms, key=len), mentions=tuple(map(to_mention, forms)))
            for kind, name, forms in entities
        ),
        citations=tuple(
            LetterCitation(described=words, by_addressee=mine, answered=False, evidence=(to_passage(words),), date=day)
            for words, day, mine in cites
        ),
    )
