"""The news are a line each, in groups, and the same until the next load."""

from pathlib import Path

import pytest

from .conftest import Run

ASKING = """\
3 March 2025

Our ref: CT/2025/4

Rt Hon Helen Marchbanks MP
Secretary of State for the Environment
Department for the Environment

Dear Secretary of State,

The Water Restoration Fund

I would urge you to publish the accounts of the Water Restoration Fund.

Yours sincerely,

Ann Lee
Chair
Clearbrook Trust
"""
REPLY = """\
14 May 2025

Ann Lee
Chair
Clearbrook Trust

Dear Ms Lee,

Thank you for your letter of 3 March 2025 about the Water Restoration Fund. We have discussed the accounts of the
Water Restoration Fund with the Treasury. We will publish our strategy by 30 June 2025.

Yours sincerely,

Helen Marchbanks
Secretary of State for the Environment
"""


@pytest.fixture(autouse=True)
def _write_letters(tmp_path: Path) -> None:
    (tmp_path / "asking.txt").write_text(ASKING, "utf-8")
    (tmp_path / "reply.txt").write_text(REPLY, "utf-8")


def find_groups(printed: str) -> dict[str, list[str]]:
    """Return the lines under each heading."""
    groups: dict[str, list[str]] = {}
    for line in printed.splitlines():
        if line.startswith("  "):
            groups[list(groups)[-1]].append(line.strip())
        elif line:
            groups[line.rpartition(" (")[0]] = []
    return groups


def test_each_load_tells_what_it_brought_and_tells_it_again(run: Run) -> None:
    run("load", "asking.txt")
    first = run("news", "--today", "2025-05-01")
    assert (first.returncode, first.stderr) == (0, "")
    groups = find_groups(first.stdout)
    assert list(groups) == ["New letters", "New asks"]
    (letter,), (ask,) = groups["New letters"], groups["New asks"]
    assert letter.startswith("2025-03-03 Ann Lee → Helen Marchbanks")
    assert "; reference CT/2025/4; asking.txt; letter " in letter
    assert "“I would urge you to publish the accounts of the Water Restoration Fund.”" in ask
    assert "“no reply held” (suggested); asking.txt, line 13" in ask
    run("load", "asking.txt", "reply.txt")
    second = run("news", "--today", "2025-06-30")
    groups = find_groups(second.stdout)
    assert list(groups) == ["New letters", "Promises with due dates", "Asks whose status changed"]
    assert groups["New letters"][0].startswith("2025-05-14 Helen Marchbanks → Ann Lee")
    assert "due 30 June 2025" in groups["Promises with due dates"][0]
    assert "was “no reply held”, is “" in groups["Asks whose status changed"][0]
    assert run("news", "--today", "2025-06-30").stdout == second.stdout
    overdue = find_groups(run("news", "--today", "2025-07-01").stdout)["Promises now overdue"]
    assert overdue == groups["Promises with due dates"]


def test_a_load_that_brings_nothing_has_no_news(run: Run) -> None:
    run("load", "asking.txt")
    run("load", "asking.txt")
    assert run("news").stdout == "Nothing is new since the last load.\n"


def test_files_that_could_not_be_read_are_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    loaded = run("load", "asking.txt", "empty.txt")
    groups = find_groups(run("news").stdout)
    assert groups["Files that could not be read"] == loaded.stderr.splitlines()


def test_since_a_day_the_letters_from_then_on_count(run: Run) -> None:
    run("load", "asking.txt", "reply.txt")
    run("load", "asking.txt", "reply.txt")
    groups = find_groups(run("news", "--since", "2025-05-14", "--today", "2025-05-20").stdout)
    assert [line[:10] for line in groups["New letters"]] == ["2025-05-14"]
    assert [line[:10] for line in groups["Asks whose status changed"]] == ["2025-03-03"]
    assert run("news", "--since", "2025-05-15", "--today", "2025-05-20").stdout == "Nothing is new since 15 May 2025.\n"


def test_letters_without_a_date_are_counted_since_a_day(run: Run, tmp_path: Path) -> None:
    (tmp_path / "undated.txt").write_text(ASKING.partition("\n\n")[2], "utf-8")
    run("load", "undated.txt")
    assert run("news", "--since", "2025-01-01").stdout == (
        "Nothing is new since 1 January 2025.\n\n"
        "1 letter has no date and cannot be told to be new since 1 January 2025.\n"
    )


def test_the_news_do_not_depend_on_the_order_of_hashes(run: Run) -> None:
    run("load", "asking.txt", "reply.txt")
    first, second = (run("news", "--today", "2025-07-01", PYTHONHASHSEED=seed) for seed in "12")
    assert first.stdout == second.stdout


def test_the_news_explain_themselves_and_refuse_what_is_no_day(run: Run) -> None:
    assert "\n    policygraph news" in run("news", "--help").stdout
    for option in ("--since", "--today"):
        finished = run("news", option, "yesterday")
        assert finished.returncode == 2
        assert "'yesterday'" in finished.stderr
