"""The text index finds every sentence with all the words, takes any input, and repairs itself."""

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from policygraph.graph.storage.text_index import open_index, to_phrases

TEXTS = {
    "urn:a": "The café runs the scheme. Support workers help victims.\nA worker may support him.",
    "urn:b": "Victims need support. The Minister doesn’t agree.",
}
DIGESTS = {iri: iri for iri in TEXTS}
MEMORY = Path("/nonexistent/sentences.sqlite")


def find(place: Path, wish: str, texts: dict[str, str] = TEXTS) -> list[str]:
    with open_index(place, dict(texts), texts.__getitem__) as index:
        return sorted(hit.text for hit in index.find(wish))


@pytest.mark.parametrize(
    ("wish", "found"),
    [
        ("support victims", ["Support workers help victims.", "Victims need support."]),
        ("CAFE", ["The café runs the scheme."]),
        ("café", ["The café runs the scheme."]),
        ('"support workers"', ["Support workers help victims."]),
        ("“support workers” help", ["Support workers help victims."]),
        ('"workers support"', []),
        ("doesn’t", ["The Minister doesn’t agree."]),
        ("work", []),
        ("support OR agree", []),
        ("", []),
        ("-", []),
        ('"', []),
        ('victims need"', ["Victims need support."]),
    ],
)
def test_sentences_are_found_by_words_and_phrases(tmp_path: Path, wish: str, found: list[str]) -> None:
    assert find(tmp_path / "index", wish) == found


@given(st.text())
def test_no_input_is_an_error(wish: str) -> None:
    find(MEMORY, wish)


@given(st.text(alphabet="\"'*^():{}-+ANDORNEAR \0“”support"))
def test_no_input_that_looks_like_query_language_is_an_error(wish: str) -> None:
    find(MEMORY, wish)


@given(st.lists(st.sampled_from(["support", '"support workers"', "VICTIMS", "ﬁnd"]), max_size=5))
def test_words_and_phrases_are_told_apart(parts: list[str]) -> None:
    assert to_phrases("  ".join(parts)) == [part.strip('"') for part in parts]


def test_an_argument_that_is_no_text_is_no_error() -> None:
    assert find(MEMORY, "caf\udce9 support") == []


def test_the_places_lead_back_to_the_words() -> None:
    with open_index(MEMORY, DIGESTS, TEXTS.__getitem__) as index:
        for hit in index.find("support"):
            assert TEXTS[hit.letter][hit.start : hit.end] == hit.text


def test_it_holds_exactly_the_letters_that_it_is_told(tmp_path: Path) -> None:
    place = tmp_path / "index"
    assert len(find(place, "support")) == 3
    assert find(place, "support", {"urn:b": TEXTS["urn:b"]}) == ["Victims need support."]
    assert find(place, "support", {"urn:b": "No support."}) == ["No support."]
    assert len(find(place, "support", {**TEXTS, "urn:c": "Support! More support!"})) == 5


def test_letters_that_are_there_are_not_read_again(tmp_path: Path) -> None:
    find(tmp_path / "index", "support")

    def refuse(letter: str) -> str:
        raise AssertionError(letter)

    with open_index(tmp_path / "index", dict(TEXTS), refuse) as index:
        assert len(index.find("support")) == 3


@pytest.mark.parametrize("content", [b"", b"no database " * 1000, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_file_is_made_anew(tmp_path: Path, content: bytes) -> None:
    place = tmp_path / "index"
    place.write_bytes(content)
    assert len(find(place, "support")) == 3
    assert place.read_bytes() != content


def test_a_file_of_another_version_is_made_anew(tmp_path: Path) -> None:
    place = tmp_path / "index"
    find(place, "support")
    with sqlite3.connect(place) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    assert len(find(place, "support")) == 3


def test_a_file_that_cannot_be_written_does_not_hide_new_letters(
    open_place: Path, unprivileged: Callable[[Path], AbstractContextManager[None]]
) -> None:
    place = open_place / "index"
    find(place, "support", {"urn:b": TEXTS["urn:b"]})
    before = place.read_bytes()
    with unprivileged(open_place):
        assert len(find(place, "support")) == 3
    assert place.read_bytes() == before
