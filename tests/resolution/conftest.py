"""Letters written inline, read by the real loader and extractor."""

from collections.abc import Callable
from pathlib import Path

import pytest
from policygraph.extraction import extract_readings
from policygraph.loaders import load_document
from policygraph.model.reading import Reading

ReadLetters = Callable[..., list[Reading]]
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
    return [
        reading
        for path in sorted(LETTERS.glob("*.txt"))
        for reading in extract_readings(load_document(path))
    ]
