"""Names are found by the beginnings of their words, from an index that is never out of date."""

from pathlib import Path

import pytest
from policygraph.graph.loading.build import build_graph
from policygraph.graph.loading.source_files import find_sources
from policygraph.graph.storage.name_search import open_name_search
from policygraph.graph.storage.store import GraphStore, open_for_writing

from .records import write_letter

BASE = "https://w3id.org/policygraph/"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_letter(
        Path("a.txt"), "The Home Office runs the Water Restoration Fund. The Home Office runs the Homes Scheme."
    )


def load(store: GraphStore) -> None:
    build_graph(store, find_sources(["."]))


def find(store: GraphStore, words: str) -> list[str]:
    search = open_name_search(store)
    found = search.find(words, 10)
    search.close()
    return found


def test_the_name_itself_comes_first_and_then_the_best_connected() -> None:
    with open_for_writing(Path("store")) as store:
        load(store)
        assert find(store, "home office")[0] == f"{BASE}vocabulary/home-office"
        found = find(store, "home")
        assert found[0] == f"{BASE}vocabulary/home-office"
        assert len(found) == 2


@pytest.mark.parametrize("words", ["rest wat", "WATER", "fund restoration", "wáter"])
def test_beginnings_of_words_in_any_order_are_enough(words: str) -> None:
    with open_for_writing(Path("store")) as store:
        load(store)
        assert [iri.removeprefix(BASE).partition("/")[0] for iri in find(store, words)] == ["scheme"]


def test_the_index_follows_the_store() -> None:
    with open_for_writing(Path("store")) as store:
        load(store)
        assert find(store, "rivers") == []
        write_letter(Path("b.txt"), "The Home Office runs the Clean Rivers Scheme.", date="2 June 2025")
        load(store)
        assert len(find(store, "rivers")) == 1


def test_a_damaged_index_is_made_anew() -> None:
    with open_for_writing(Path("store")) as store:
        load(store)
        Path("store/names.sqlite").write_bytes(b"no database at all" * 100)
        assert len(find(store, "restoration")) == 1


def test_an_index_that_cannot_be_written_is_made_in_memory() -> None:
    with open_for_writing(Path("store")) as store:
        load(store)
        Path("store/names.sqlite").mkdir()
        assert len(find(store, "restoration")) == 1
