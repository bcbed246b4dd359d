from pathlib import Path

import pytest
from policygraph.benchmarks.comparison import FORMAT_ROWS
from policygraph.benchmarks.letter_files import count_pages, write_letters
from policygraph.benchmarks.letters import build_letters
from policygraph.benchmarks.measurement import measure

_READERS = [(suffix, reader) for suffix, readers in FORMAT_ROWS.items() for reader in readers]


@pytest.mark.parametrize(("suffix", "reader"), _READERS)
def test_every_reader_of_a_format_finds_all_words(tmp_path: Path, suffix: str, reader: str) -> None:
    letters = build_letters(5)
    write_letters(letters, tmp_path / "letters", suffix)
    assert measure(reader, tmp_path / "letters").found == sum(len(letter.split()) for letter in letters)


def test_pages_are_those_of_all_letters(tmp_path: Path) -> None:
    write_letters(build_letters(3), tmp_path / "letters", ".pdf")
    assert 3 < count_pages(tmp_path / "letters") <= 9
