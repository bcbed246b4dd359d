"""A search finds the sentences with all the words, in the order of the letters, each with its citation."""

from pathlib import Path

import pytest
from policygraph.graph.loading.build import build_graph, open_loaded
from policygraph.graph.loading.source_files import find_sources
from policygraph.graph.storage.sentence_search import search_sentences
from policygraph.graph.storage.store import open_for_writing

from .records import write_letter


@pytest.fixture(autouse=True)
def _load_letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    body = "The rivers are clean. The rivers are cleaner than ever."
    write_letter(Path("in/b.txt"), body, date="2 June 2025", sender="Ann Lee")
    write_letter(Path("in/a.txt"), "The rivers are not clean.", date="14 May 2025", sender="Bo Ray")
    with open_for_writing(Path("store")) as store:
        build_graph(store, find_sources(["in"]))


def test_sentences_come_in_the_order_of_dates_with_a_citation_to_copy() -> None:
    with open_loaded(Path("store")) as store:
        found = [quotation.citation for quotation in search_sentences(store, "RIVERS are")]
    assert found == [
        'Bo Ray → Alistair Pemberthy, 14 May 2025, "The rivers are not clean." (in/a.txt, line 11)',
        'Ann Lee → Alistair Pemberthy, 2 June 2025, "The rivers are clean." (in/b.txt, line 11)',
        'Ann Lee → Alistair Pemberthy, 2 June 2025, "The rivers are cleaner than ever." (in/b.txt, line 11)',
    ]


def test_an_index_that_is_lost_is_made_again() -> None:
    Path("store/sentences.sqlite").unlink()
    with open_loaded(Path("store")) as store:
        assert len(search_sentences(store, "rivers")) == 3


def test_a_letter_that_is_gone_is_found_no_more() -> None:
    write_letter(Path("in/b.txt"), "The lakes are clean.", date="2 June 2025", sender="Ann Lee")
    with open_for_writing(Path("store")) as store:
        build_graph(store, find_sources(["in"]))
    with open_loaded(Path("store")) as store:
        assert [hit.quote for hit in search_sentences(store, "clean")] == [
            "The rivers are not clean.",
            "The lakes are clean.",
        ]
