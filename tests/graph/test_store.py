"""A store is made where there is none, kept apart from everything else, and used by one writer at a time."""

import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from policygraph.graph.quads.reading_quads import to_quads
from policygraph.graph.quads.terms import DERIVED, TYPE
from policygraph.graph.storage.change import Change
from policygraph.graph.storage.store import open_existing, open_for_reading, open_for_writing
from policygraph.model.errors import StoreError
from pyoxigraph import NamedNode, Quad

from .records import build_reading, dump

Unprivileged = Callable[[Path], AbstractContextManager[None]]

_HOLD = """
import sys, time
from pathlib import Path
from policygraph.graph.storage.store import open_for_reading, open_for_writing
with {opener}(Path(sys.argv[1])):
    print("open", flush=True)
    time.sleep(60)
"""


def fill(path: Path) -> None:
    with open_for_writing(path) as store:
        store.apply(Change(add=tuple(to_quads(build_reading()))))


def list_files(path: Path) -> dict[str, bytes]:
    return {file.as_posix(): file.read_bytes() for file in path.rglob("*") if file.is_file()}


def test_opening_for_writing_makes_a_store_and_says_so_once(tmp_path: Path) -> None:
    with open_for_writing(tmp_path / "deep" / "store") as store:
        assert store.is_new
    with open_for_writing(tmp_path / "deep" / "store") as store:
        assert not store.is_new


def test_what_was_written_is_there_after_closing(tmp_path: Path) -> None:
    fill(tmp_path / "store")
    with open_for_reading(tmp_path / "store") as store:
        assert set(store.find_quads(None)) == set(to_quads(build_reading()))


@pytest.mark.parametrize("opener", [open_for_reading, open_existing])
def test_a_missing_store_is_not_made_by_those_who_only_use_one(
    tmp_path: Path, opener: Callable[[Path], object]
) -> None:
    with pytest.raises(StoreError, match=r"store: .*`policygraph load"):
        opener(tmp_path / "store")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("opener", [open_for_reading, open_existing, open_for_writing])
def test_a_folder_that_holds_other_things_is_refused_and_left_alone(
    tmp_path: Path, opener: Callable[[Path], object]
) -> None:
    (tmp_path / "graph").mkdir()
    (tmp_path / "graph" / "CURRENT").write_text("a melody")
    before = list_files(tmp_path)
    with pytest.raises(StoreError, match=r"not a PolicyGraph store: it holds graph\."):
        opener(tmp_path)
    assert list_files(tmp_path) == before


@pytest.mark.parametrize("opener", [open_for_reading, open_existing, open_for_writing])
def test_a_store_of_another_version_is_refused_and_left_alone(tmp_path: Path, opener: Callable[[Path], object]) -> None:
    fill(tmp_path)
    (tmp_path / "policygraph.json").write_text('{"policygraph store": 99}')
    before = list_files(tmp_path)
    with pytest.raises(StoreError, match="another version of PolicyGraph"):
        opener(tmp_path)
    assert list_files(tmp_path) == before


def test_an_empty_folder_becomes_a_store(tmp_path: Path) -> None:
    with open_for_writing(tmp_path) as store:
        assert store.is_new


def test_a_store_that_was_hardly_begun_is_begun_again(tmp_path: Path) -> None:
    (tmp_path / "policygraph.json").touch()
    with open_for_writing(tmp_path) as store:
        assert store.is_new


def test_a_read_only_store_can_be_read_and_is_left_as_it_was(open_place: Path, unprivileged: Unprivileged) -> None:
    fill(open_place / "store")
    before = list_files(open_place)
    with unprivileged(open_place), open_for_reading(open_place / "store") as store:
        assert set(store.find_quads(None)) == set(to_quads(build_reading()))
    assert list_files(open_place) == before


def test_a_read_only_store_cannot_be_written_and_says_why(open_place: Path, unprivileged: Unprivileged) -> None:
    fill(open_place / "store")
    before = list_files(open_place)
    with (
        unprivileged(open_place),
        pytest.raises(StoreError, match=r"cannot be written \(Permission denied\)"),
    ):
        open_for_writing(open_place / "store")
    assert list_files(open_place) == before


def test_a_place_that_cannot_be_written_gets_no_store(open_place: Path, unprivileged: Unprivileged) -> None:
    (open_place / "locked").mkdir()
    with unprivileged(open_place), pytest.raises(StoreError, match="Permission denied"):
        open_for_writing(open_place / "locked" / "store")
    assert list((open_place / "locked").iterdir()) == []


@pytest.mark.parametrize(
    ("holder", "comer", "is_let_in"),
    [
        ("open_for_writing", open_for_writing, False),
        ("open_for_writing", open_for_reading, False),
        ("open_for_reading", open_for_writing, False),
        ("open_for_reading", open_for_reading, True),
    ],
)
def test_a_store_is_for_one_writer_or_many_readers(
    tmp_path: Path, holder: str, comer: Callable[[Path], AbstractContextManager[object]], is_let_in: bool
) -> None:
    fill(tmp_path / "store")
    command = [sys.executable, "-c", _HOLD.format(opener=holder), str(tmp_path / "store")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        if is_let_in:
            with comer(tmp_path / "store"):
                pass
        else:
            with pytest.raises(StoreError, match="another process is using this store"):
                comer(tmp_path / "store")
        process.kill()
    with open_for_writing(tmp_path / "store"):
        pass  # a killed process leaves no lock behind


@pytest.mark.parametrize("pattern", ["CURRENT", "MANIFEST-*", "*.sst"])
def test_a_damaged_store_is_named_and_left_alone(tmp_path: Path, pattern: str) -> None:
    fill(tmp_path / "store")
    for file in (tmp_path / "store" / "graph").glob(pattern):
        file.write_bytes(b"x" * len(file.read_bytes()))
    before = list_files(tmp_path)
    with pytest.raises(StoreError, match=r"store: "), open_for_reading(tmp_path / "store") as store:
        list(store.find_quads(None))
    assert list_files(tmp_path) == before


def test_a_change_is_made_as_a_whole_or_not_at_all(tmp_path: Path) -> None:
    fill(tmp_path / "store")
    letter = NamedNode(build_reading().letter.iri)
    with open_for_writing(tmp_path / "store") as store:
        before = dump(store)
        update = Change(drop=(letter,), add=(Quad(letter, TYPE, letter, DERIVED),)).to_update()
        # The last step of it fails when the first two are done.
        with pytest.raises(OSError, match="invalid format"):
            store.dataset.default_graph.update(f"{update}; LOAD <file:///nothing-here.nt>")
        assert dump(store) == before
        store.dataset.default_graph.update(update)
        assert dump(store) == f"{letter} {TYPE} {letter} {DERIVED} .".encode()
