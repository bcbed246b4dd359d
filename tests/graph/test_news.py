"""What is new is what the last load brought, whatever became of it and whenever it is asked for."""

import json
from datetime import date
from pathlib import Path

import pytest
from policygraph.graph.loading.build import build_graph, open_loaded
from policygraph.graph.loading.last_load import load_last_load
from policygraph.graph.loading.source_files import SourceSelection, find_sources
from policygraph.graph.news import News, find_news
from policygraph.graph.storage.store import open_for_writing
from policygraph.model.errors import StoreError

from .records import write_letter

PROMISE = "We will publish the strategy by 30 June 2025."
FIRST, SECOND, THIRD = date(2025, 6, 1), date(2025, 7, 10), date(2025, 8, 1)


@pytest.fixture(autouse=True)
def _stand_in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def load(*wishes: str, today: date = FIRST) -> None:
    with open_for_writing(Path("store")) as store:
        build_graph(store, find_sources(wishes), today=today)


def find(today: date = FIRST, since: date | None = None) -> News:
    with open_loaded(Path("store")) as store:
        return find_news(store, today=today, since=since)


def find_paths(news: News) -> list[str]:
    return [letter.source for letter in news.letters]


def test_only_what_the_last_load_brought_is_new() -> None:
    write_letter(Path("a.txt"), "We will write again.")
    write_letter(Path("b.txt"), "We will not write again.")
    load("a.txt")
    assert find_paths(find()) == ["a.txt"]
    load("a.txt", "b.txt")
    assert find_paths(find()) == ["b.txt"]
    load("a.txt", "b.txt")
    assert find_paths(find()) == []


def test_a_promise_is_news_once_when_its_day_has_passed() -> None:
    write_letter(Path("a.txt"), PROMISE)
    load("a.txt", today=FIRST)
    assert [promise.due for promise in find(date(2025, 6, 30)).promises] == ["2025-06-30"]
    assert find(date(2025, 6, 30)).overdue == ()
    assert len(find(date(2025, 7, 1)).overdue) == 1
    load("a.txt", today=SECOND)
    assert len(find(SECOND).overdue) == 1
    assert find(SECOND).promises == ()
    load("a.txt", today=THIRD)
    assert find(THIRD).overdue == ()


def test_a_promise_that_is_past_when_its_letter_comes_is_news() -> None:
    write_letter(Path("a.txt"), PROMISE)
    load("a.txt", today=THIRD)
    assert len(find(THIRD).overdue) == 1


def test_what_a_killed_load_brought_is_still_new_when_it_is_finished() -> None:
    write_letter(Path("a.txt"), "We will write again.")
    write_letter(Path("b.txt"), "We will not write again.")
    with open_for_writing(Path("store")) as store, pytest.raises(KeyboardInterrupt):
        build_graph(store, find_sources(["a.txt", "b.txt"]), today=FIRST, on_progress=_stop_after_one)
    assert find_paths(find()) == ["a.txt"]
    load("a.txt", "b.txt", today=SECOND)
    assert find_paths(find()) == ["a.txt", "b.txt"]


def _stop_after_one(done: int, _: int) -> None:
    if done:
        raise KeyboardInterrupt


def test_files_that_could_not_be_read_are_news_until_the_next_load() -> None:
    write_letter(Path("a.txt"))
    Path("empty.txt").touch()
    load("a.txt", "empty.txt")
    assert [error.path for error in find().not_read] == ["empty.txt"]
    load("a.txt")
    assert find().not_read == ()


def test_since_a_day_the_dates_of_the_letters_count_and_not_the_loads() -> None:
    write_letter(Path("a.txt"), PROMISE, date="14 May 2025")
    write_letter(Path("b.txt"), "We will write again.", date="20 May 2025")
    load("a.txt", "b.txt")
    load("a.txt", "b.txt")
    assert find_paths(find(since=date(2025, 5, 14))) == ["a.txt", "b.txt"]
    assert find_paths(find(since=date(2025, 5, 15))) == ["b.txt"]
    assert len(find(THIRD, since=date(2025, 6, 30)).overdue) == 1
    assert find(THIRD, since=date(2025, 7, 1)).overdue == ()


def test_a_store_that_keeps_nothing_of_a_load_has_everything_for_new() -> None:
    write_letter(Path("a.txt"))
    load("a.txt")
    Path("store/last-load.json").unlink()
    assert find_paths(find()) == ["a.txt"]


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"day": 3}', "\x00"])
def test_a_damaged_record_of_the_last_load_is_named_and_mended_by_the_next(content: str) -> None:
    write_letter(Path("a.txt"))
    load("a.txt")
    Path("store/last-load.json").write_text(content)
    with pytest.raises(StoreError, match=r"last-load\.json: .* load again"):
        find()
    load("a.txt")
    assert find_paths(find()) == []


def test_the_graph_does_not_depend_on_the_day(tmp_path: Path) -> None:
    write_letter(Path("a.txt"))
    load("a.txt", today=FIRST)
    before = json.loads(Path("store/last-load.json").read_text())
    with open_for_writing(Path("store")) as store:
        build_graph(store, SourceSelection(paths=("a.txt",)), today=SECOND)
        last = load_last_load(store)
    assert before["day"] == "2025-06-01"
    assert last is not None
    assert (last.since, last.day, last.is_finished) == (FIRST, SECOND, True)
