import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from policygraph.evaluation.thread_check import find_thread_faults
from policygraph.evaluation.thread_gold import GoldThread, load_threads

THREADS = Path(__file__).parents[1] / "gold/threads"
ASK = "Please keep the grant."
ANSWER: dict[str, object] = {
    "letter": "a",
    "ask": ASK,
    "status": "accepted",
    "passages": [{"letter": "b", "text": "We will keep it."}],
}


@pytest.mark.parametrize("folder", ["tune", "measured"])
def test_each_thread_of_gold_is_well_formed(folder: str) -> None:
    threads = load_threads(THREADS / folder)
    assert len(threads) >= 12
    assert [fault for thread in threads for fault in find_thread_faults(thread)] == []


def load(folder: Path, *answers: Mapping[str, object]) -> GoldThread:
    for name, text, asks in (("a", f"Dear Minister,\n\n{ASK}\n", [ASK]), ("b", "Dear Ann,\n\nWe will keep it.\n", [])):
        (folder / f"{name}.txt").write_text(text, "utf-8")
        (folder / f"{name}.json").write_text(json.dumps({"asks": asks}), "utf-8")
    table = {"replies": [{"letter": "b", "to": "a"}], "answers": answers}
    (folder / "thread.json").write_text(json.dumps(table), "utf-8")
    return load_threads(folder)[0]


def test_a_thread_without_slips_has_no_fault(tmp_path: Path) -> None:
    assert list(find_thread_faults(load(tmp_path, ANSWER))) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"status": "agreed"}, "which is none"),
        ({"status": "no reply held", "passages": []}, "the replies to it are 1"),
        ({"passages": []}, "has 0 passages"),
        ({"passages": [{"letter": "b", "text": "We will not keep it."}]}, "does not have “We will not keep it.”"),
        ({"passages": [{"letter": "a", "text": ASK}]}, "which does not reply"),
        ({"ask": "Please stop."}, "is no ask of letter “a”"),
    ],
)
def test_a_slip_is_told(tmp_path: Path, change: dict[str, object], fault: str) -> None:
    assert any(fault in each for each in find_thread_faults(load(tmp_path, ANSWER | change)))


def test_an_ask_without_an_answer_is_told(tmp_path: Path) -> None:
    (fault,) = find_thread_faults(load(tmp_path))
    assert fault.endswith(f"“{ASK}” is answered 0 times.")
