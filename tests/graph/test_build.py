"""A load holds exactly what its files hold, whatever the order, the number of workers and what was before."""

import itertools
import json
import multiprocessing
import os
import threading
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from policygraph.graph.extract_json import to_json_lines
from policygraph.graph.loading.build import LoadReport, build_graph, open_loaded, withdraw_sources
from policygraph.graph.loading.extract import SourcedReading, extract_letters
from policygraph.graph.loading.source_files import SourceSelection, find_sources
from policygraph.graph.loading.source_reading import SourceReading, read_sources
from policygraph.graph.quads.terms import DERIVED
from policygraph.graph.storage.change import Change
from policygraph.graph.storage.sentence_search import search_sentences
from policygraph.graph.storage.source_register import find_sources_of, load_sources
from policygraph.graph.storage.store import open_for_reading, open_for_writing
from policygraph.graph.storage.stored_readings import find_letters, load_links, load_readings
from policygraph.graph.validation import validate_store
from policygraph.model.errors import SourceError

from .records import LETTER, dump, write_letter

LETTERS = Path(__file__).parents[2] / "letters"


@pytest.fixture(autouse=True)
def _stand_in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="module")
def workers() -> Iterator[Executor]:
    with ProcessPoolExecutor(4, mp_context=get_context("spawn")) as pool:
        yield pool


def load(*wishes: str, store: str = "store", executor: Executor | None = None) -> LoadReport:
    with open_for_writing(Path(store)) as opened:
        return build_graph(opened, find_sources(wishes), executor=executor)


def withdraw(*wishes: str) -> tuple[str, ...]:
    with open_for_writing(Path("store")) as opened:
        return withdraw_sources(opened, wishes).paths


def show(store: str = "store") -> bytes:
    """Everything that a store holds, says and finds."""
    with open_loaded(Path(store)) as opened:
        letters = [
            SourcedReading(reading=reading, sources=tuple(find_sources_of(opened, reading.letter.iri)[0]))
            for reading in load_readings(opened)
        ]
        lines = to_json_lines(letters, load_links(opened))
        found = [quotation.citation for quotation in search_sentences(opened, "the")]
        return "\n".join([*lines, *found]).encode() + dump(opened)


def write_variants() -> None:
    """Write one letter in four files, with three different layouts, and another letter."""
    write_letter(Path("a.txt"))
    write_letter(Path("b.txt"))
    Path("c.txt").write_text(Path("a.txt").read_text().replace("\n\n", "\n\n\n"))
    Path("d.txt").write_text(Path("a.txt").read_text().replace(" ", "  "))
    write_letter(Path("e.txt"), "The Department of Rivers funds the Water Restoration Fund.")


def test_the_order_of_files_and_the_number_of_workers_change_nothing(workers: Executor) -> None:
    write_variants()
    paths = sorted(str(path) for path in (*Path().glob("*.txt"), *LETTERS.glob("*.txt")))
    load(*paths)
    expected = show()
    with open_loaded(Path("store")) as store:
        assert validate_store(store) == ()
    orders = [paths[::-1], paths[3:] + paths[:3], paths[::2] + paths[1::2]]
    for number, (order, executor) in enumerate(itertools.product(orders, (None, workers))):
        for path in order:  # one by one, or the selection would sort them
            load(path, store=f"store-{number}", executor=executor)
        assert show(f"store-{number}") == expected
    load(*paths, store="at-once", executor=workers)
    assert show("at-once") == expected


def test_a_store_and_files_give_the_same_json() -> None:
    write_variants()
    load(".", str(LETTERS))
    extract = extract_letters(find_sources([".", str(LETTERS)]))
    lines = "\n".join(to_json_lines(extract.letters, extract.links)).encode()
    assert show().startswith(lines)
    assert extract.errors == ()


def test_one_letter_in_several_files_is_one_letter_with_all_its_sources() -> None:
    write_variants()
    report = load(".")
    assert report.summary.letters == 2
    assert (report.new, report.changed, report.unchanged) == (2, 0, 3)
    extract = extract_letters(find_sources(["."]))
    assert sorted(letter.sources for letter in extract.letters) == [
        ("a.txt", "b.txt", "c.txt", "d.txt"),
        ("e.txt",),
    ]


def test_a_second_load_reads_nothing_again_and_changes_nothing() -> None:
    write_variants()
    load(".")
    before = show()
    report = load(".")
    assert (report.new, report.changed, report.unchanged, report.withdrawn) == (0, 0, 5, 0)
    assert show() == before


def test_a_changed_file_replaces_what_it_held() -> None:
    write_variants()
    load(".")
    write_letter(Path("e.txt"), "The Department of Bridges funds the Water Restoration Fund.")
    report = load(".")
    assert (report.new, report.changed, report.withdrawn) == (0, 1, 0)
    load(".", store="fresh")
    assert show() == show("fresh")


def test_a_changed_file_leaves_the_letter_that_others_hold() -> None:
    write_variants()
    load(".")
    write_letter(Path("a.txt"), "Nothing of this was there before.")
    load(".")
    load(".", store="fresh")
    assert show() == show("fresh")


@pytest.mark.parametrize("gone", [["a.txt"], ["a.txt", "b.txt"], ["c.txt"], ["d.txt"], ["e.txt"], ["[a-d].txt"]])
def test_withdrawing_takes_out_exactly_what_only_that_file_held(gone: list[str]) -> None:
    write_variants()
    load(".")
    withdrawn = withdraw(*gone)
    with open_loaded(Path("store")) as store:
        assert validate_store(store) == ()
    rest = [path for path in find_sources(["."]).paths if path not in withdrawn]
    load(*rest, store="rest")
    assert show() == show("rest")


def test_withdrawing_a_folder_takes_out_all_its_files() -> None:
    write_letter(Path("in/a.txt"))
    write_letter(Path("in/deep/b.txt"), "Another letter.")
    write_letter(Path("indoors.txt"), "A third letter.")
    load(".")
    assert withdraw("in/") == ("in/a.txt", "in/deep/b.txt")
    load("indoors.txt", store="rest")
    assert show() == show("rest")


def test_a_file_that_is_gone_from_the_disk_can_be_withdrawn() -> None:
    load(str(write_letter(Path("a.txt"))))
    Path("a.txt").unlink()
    assert withdraw("a.txt") == ("a.txt",)
    with open_loaded(Path("store")) as store:
        assert find_letters(store) == []
        assert load_sources(store) == {}


def test_withdrawing_what_was_never_loaded_names_it_and_changes_nothing() -> None:
    load(str(write_letter(Path("a.txt"))))
    before = show()
    with open_for_writing(Path("store")) as store:
        report = withdraw_sources(store, ["b.txt"])
    assert report.paths == ()
    assert [str(error) for error in report.errors] == ["b.txt: nothing was loaded from here (loaded are a.txt)."]
    assert show() == before


def test_what_cannot_be_read_is_named_and_the_rest_is_kept() -> None:
    write_letter(Path("a.txt"))
    Path("b.txt").touch()
    Path("c.txt").write_text("apples\npears\n")
    Path("d.txt").write_bytes(b"\x81\x8d\x00\xff" * 100)
    report = load(".", "nothing.txt")
    assert [error.path for error in report.errors] == ["nothing.txt", "b.txt", "c.txt", "d.txt"]
    assert "does not look like a letter" in str(report.errors[2])
    assert report.summary.letters == 1


def test_a_file_that_has_become_unreadable_keeps_its_letter_and_says_so() -> None:
    load(str(write_letter(Path("a.txt"))))
    Path("a.txt").write_text("")
    report = load("a.txt")
    (error,) = report.errors
    assert str(error).endswith("What it held before is kept; `policygraph withdraw` takes it out.")
    assert report.summary.letters == 1


def test_progress_goes_from_none_to_all() -> None:
    write_variants()
    steps: list[tuple[int, int]] = []
    with open_for_writing(Path("store")) as store:
        build_graph(store, find_sources(["."]), on_progress=lambda done, total: steps.append((done, total)))
    assert steps == [(number, 5) for number in range(6)]


def test_links_that_an_interrupted_load_left_out_are_worked_out_by_the_next_reader() -> None:
    load(str(LETTERS))
    expected = show()
    with open_for_writing(Path("store")) as store:
        store.apply(Change(drop=(DERIVED,)))
    assert show() == expected


def test_a_pool_whose_workers_have_died_costs_no_letter() -> None:
    write_variants()
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        pool.submit(os._exit, 1)
        report = load(".", executor=pool)
    assert report.errors == ()
    load(".", store="fresh")
    assert show() == show("fresh")


def test_a_file_that_ends_its_reader_is_named_and_the_others_are_kept() -> None:
    write_letter(Path("a.txt"))
    os.mkfifo("b.txt")  # whoever reads it waits for ever, long enough to be killed
    write_letter(Path("c.txt"))
    stop = threading.Event()

    def kill_readers() -> None:
        while not stop.wait(0.2):
            for child in multiprocessing.active_children():
                child.kill()

    killer = threading.Thread(target=kill_readers)
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        results = read_sources(["a.txt", "b.txt"], pool)
        assert isinstance(next(results), SourceReading)
        killer.start()
        error = next(results)
        stop.set()
        killer.join()
    assert isinstance(error, SourceError)
    assert str(error).startswith("b.txt: the process that read it was ended")
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        assert all(isinstance(result, SourceReading) for result in read_sources(["a.txt", "c.txt"], pool))


def test_two_letters_in_one_file_are_two_letters_of_one_source() -> None:
    first = LETTER.format(body="The first.", date="14 May 2025", reference="WR/1", sender="Helen Marchbanks")
    second = LETTER.format(body="The second.", date="2 June 2025", reference="WR/2", sender="Helen Marchbanks")
    Path("both.txt").write_text(f"{first}\n\n\n{second}")
    report = load("both.txt")
    assert report.summary.letters == 2
    with open_for_reading(Path("store")) as store:
        assert {tuple(find_sources_of(store, letter)[0]) for letter in find_letters(store)} == {("both.txt",)}


def test_a_source_keeps_the_path_that_the_user_gave() -> None:
    write_letter(Path("in/a.txt"))
    report = load("in/../in//a.txt")
    assert report.errors == ()
    with open_for_reading(Path("store")) as store:
        assert list(load_sources(store)) == ["in/a.txt"]


def test_the_json_has_the_agreed_shape() -> None:
    load(str(write_letter(Path("a.txt"))))
    extract = extract_letters(SourceSelection(paths=("a.txt",)))
    letter, links = map(json.loads, to_json_lines(extract.letters, extract.links))
    assert list(letter) == [
        *("letter", "entities", "statements", "denied", "asks", "commitments", "positions", "figures", "problems"),
    ]
    assert list(letter["letter"]) == [
        *("iri", "sources", "text", "date", "references", "subject", "senders", "recipients", "copied_to"),
    ]
    assert letter["letter"]["sources"] == ["a.txt"]
    assert list(links) == ["links"]
    assert list(links["links"]) == [
        "same",
        "replies",
        "senders",
        "same_asks",
        "answers",
        "parties",
        "returns",
        "not_held",
        "problems",
    ]
    text = letter["letter"]["text"]
    for statement in letter["statements"]:
        assert list(statement) == [
            *("id", "subject", "predicate", "object", "since", "until", "condition", "rule", "confidence"),
            "evidence",
        ]
        for passage in statement["evidence"]:
            assert text[passage["start"] : passage["end"]] == passage["quote"]
