"""A load that is killed in the middle leaves a store that can be read, with every finished letter whole."""

import subprocess
import sys
from pathlib import Path

import pytest
from policygraph.graph.loading.build import build_graph, open_loaded
from policygraph.graph.loading.source_files import find_sources
from policygraph.graph.loading.source_reading import SourceReading, read_sources
from policygraph.graph.storage.sentence_search import search_sentences
from policygraph.graph.storage.source_register import find_sources_of, load_sources
from policygraph.graph.storage.store import open_for_reading, open_for_writing
from policygraph.graph.storage.stored_readings import find_letters, load_reading
from policygraph.graph.validation import validate_store

from .records import dump, write_letter

_LETTERS = 60
_LOAD = """
from pathlib import Path
from policygraph.graph.loading.build import build_graph
from policygraph.graph.loading.source_files import find_sources
from policygraph.graph.storage.store import open_for_writing
with open_for_writing(Path("store")) as store:
    build_graph(store, find_sources(["in"]), on_progress=lambda done, total: print(done, flush=True))
"""


@pytest.fixture(autouse=True)
def _stand_among_letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for number in range(_LETTERS):
        body = f"The Ministry of Water runs the Water Restoration Fund number {number}."
        write_letter(Path(f"in/{number:02}.txt"), body)


def load_and_kill(after: int) -> None:
    with subprocess.Popen([sys.executable, "-c", _LOAD], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if int(line) >= after:
                break
        process.kill()
    assert process.returncode == -9


@pytest.mark.parametrize("after", [0, 1, 25, 58])
def test_a_killed_load_keeps_whole_letters_and_can_be_finished(after: int) -> None:
    load_and_kill(after)
    expected = {
        reading.letter.iri: reading
        for result in read_sources(find_sources(["in"]).paths)
        if isinstance(result, SourceReading)
        for reading in result.readings
    }
    with open_for_reading(Path("store")) as store:
        held = find_letters(store)
        assert after <= len(held) <= _LETTERS
        assert {iri: load_reading(store, iri) for iri in held} == {iri: expected[iri] for iri in held}
        assert sorted(find_sources_of(store, iri)[0][0] for iri in held) == list(load_sources(store))
    with open_loaded(Path("store")) as store:
        assert validate_store(store) == ()
        assert len(search_sentences(store, "restoration fund")) == len(held)
    with open_for_writing(Path("store")) as store:
        report = build_graph(store, find_sources(["in"]))
        finished = dump(store)
    assert (report.new, report.unchanged) == (_LETTERS - len(held), len(held))
    with open_for_writing(Path("unharmed")) as store:
        build_graph(store, find_sources(["in"]))
        assert dump(store) == finished
