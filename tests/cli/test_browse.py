"""`policygraph browse` writes one file, the same each time, and says what is wrong with a wish."""

import json
import re
from pathlib import Path

import pytest

from .conftest import NEW_LETTER, Run


@pytest.fixture(autouse=True)
def store(run: Run, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(NEW_LETTER, "utf-8")
    assert run("load", "letter.txt").returncode == 0


def test_the_page_is_the_same_each_time(run: Run, tmp_path: Path) -> None:
    for name, seed in (("one.html", "1"), ("two.html", "2")):
        finished = run("browse", "-o", name, PYTHONHASHSEED=seed)
        assert (finished.returncode, finished.stderr) == (0, "")
        assert finished.stdout.startswith(f"{name}: ")
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()


def test_the_page_opens_at_a_name(run: Run, tmp_path: Path) -> None:
    finished = run("browse", "Water", "Restoration", "Fund", "-o", "fund.html")
    assert finished.returncode == 0
    assert '"start":"scheme/' in (tmp_path / "fund.html").read_text("utf-8")


def test_an_unknown_name_gets_the_nearest_ones_and_no_file(run: Run, tmp_path: Path) -> None:
    finished = run("browse", "Water Restauration Fund", "-o", "fund.html")
    assert finished.returncode == 1
    assert "The nearest names are “Water Restoration Fund”" in finished.stderr
    assert not (tmp_path / "fund.html").exists()


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("graph.pdf", "Let it end in .html or .htm."),
        ("none/graph.html", "there is no folder"),
        ("here.html", "--force"),
    ],
)
def test_a_file_that_cannot_be_written_is_told_before_anything_is_done(
    run: Run, tmp_path: Path, output: str, words: str
) -> None:
    (tmp_path / "here.html").write_text("mine", "utf-8")
    finished = run("browse", "-o", output)
    assert finished.returncode == 2
    assert words in " ".join(finished.stderr.split())
    assert (tmp_path / "here.html").read_text("utf-8") == "mine"


def test_a_server_for_no_store_says_how_to_make_one(run: Run) -> None:
    finished = run("serve", "--store", "none")
    assert finished.returncode == 1
    assert "policygraph load PATH…" in finished.stderr


def test_a_fact_that_an_analyst_has_rejected_is_gone_and_a_confirmed_one_says_so(run: Run, tmp_path: Path) -> None:
    def find_facts(name: str) -> dict[str, str]:
        assert run("browse", "-o", name).returncode == 0
        data = re.search(r'id="data">(.*?)</script>', (tmp_path / name).read_text("utf-8"), re.DOTALL)
        assert data
        facts = json.loads(data[1])["rest"]["bundle"]["facts"]
        return {fact["id"]: fact["standing"] for fact in facts if fact["id"].startswith("statement/")}

    first, second, *others = sorted(find_facts("before.html"))
    assert run("reject", first.removeprefix("statement/"), "--by", "Ann Lee").returncode == 0
    assert run("confirm", second.removeprefix("statement/"), "--by", "Ann Lee").returncode == 0
    assert find_facts("after.html") == {second: "confirmed", **dict.fromkeys(others, "suggested")}
