"""The commands that walk: names as `show` takes them, quotes with every step, the same on every run."""

import csv
import json
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

from .conftest import ROOT, Run


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store with the sample letters, for tests that only read it."""
    folder = str(tmp_path_factory.mktemp("samples") / "store")
    command = [sys.executable, "-m", "policygraph.cli", "load", "letters", "--store", folder]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    return folder


def test_a_path_has_the_words_of_every_step(run: Run, store: str) -> None:
    finished = run("path", "refugee action", "the choices service", "--store", store)
    assert finished.returncode == 0
    assert "How Refugee Action and Choices Service are connected" in finished.stdout
    assert "Refugee Action runs Choices Service" in finished.stdout
    assert "Choices Service.”\n    letter of 9 June 2021, letters/002_48fd7d257eba11ca.txt, line 28" in finished.stdout
    rows = json.loads(run("path", "IASC", "Home Office", "--format", "json", "--store", store).stdout)
    assert [row["says"] for row in rows[:2]] == [
        "Independent Anti-Slavery Commissioner asks Home Secretary",
        "Home Secretary is an office in Home Office",
    ]
    assert all(row["evidence"] for row in rows)


def test_a_path_by_letters_that_name_both_says_so(run: Run, store: str) -> None:
    printed = run("path", "CSSF", "ERRIN", "--store", store).stdout
    assert printed.startswith("How Conflict, Stability and Security Fund and European Return and Reintegration Network")
    assert "are connected, by letters that name both" in " ".join(printed.split())


def test_names_that_are_not_there_get_the_nearest_and_the_same_name_twice_is_told(run: Run, store: str) -> None:
    finished = run("path", "Priti Patl", "CSSF", "--store", store)
    assert finished.returncode == 1
    assert finished.stderr.startswith("Priti Patl: no letter names `Priti Patl`. The nearest names are “Priti Patel”")
    same = run("path", "CSSF", "Conflict, Stability and Security Fund", "--store", store)
    assert (same.returncode, same.stdout) == (0, "")
    assert "one and the same" in same.stderr


def test_neighbours_are_listed_by_distance(run: Run, store: str) -> None:
    def find_names(*more: str) -> list[tuple[str, str]]:
        out = run("neighbours", "Priti Patel", *more, "--format", "csv", "--store", store).stdout
        return [(row["steps"], row["name"]) for row in csv.DictReader(StringIO(out))]

    near = find_names()
    assert ("1", "Home Secretary") in near
    assert {steps for steps, _ in near} == {"1"}
    assert find_names("--depth", "2")[: len(near)] == near
    assert ("2", "Home Office") in find_names("--depth", "2")
    assert find_names("--depth", "2", "--top", "2") == near[:2]
    cut = run("neighbours", "Priti Patel", "--top", "2", "--store", store).stdout
    assert cut.startswith(f"What is near Priti Patel, the nearest of {len(near)} (2 rows)")


def test_the_most_central_come_first_with_what_the_number_means(run: Run, store: str) -> None:
    finished = run("central", "--top", "2", "--store", store)
    lines = [line for line in finished.stdout.splitlines() if line.strip()]
    assert lines[0] == "Who stands between others (2 rows)"
    assert lines[2].startswith("Home Office ")
    assert "of 100 pairs of other actors" in finished.stdout
    rows = list(csv.DictReader(StringIO(run("central", "--format", "csv", "--store", store).stdout)))
    assert [float(row["share"]) for row in rows] == sorted((float(row["share"]) for row in rows), reverse=True)


@pytest.mark.parametrize("command", [("path", "IASC", "ERRIN"), ("neighbours", "IASC", "--depth", "3"), ("central",)])
def test_the_same_is_printed_on_every_run(run: Run, store: str, command: tuple[str, ...]) -> None:
    printed = {run(*command, "--store", store, PYTHONHASHSEED=seed).stdout for seed in ("1", "2")}
    assert len(printed) == 1


def test_depth_has_limits(run: Run, store: str) -> None:
    finished = run("neighbours", "IASC", "--depth", "0", "--store", store)
    assert finished.returncode == 2


def test_an_endpoint_gives_the_same_walks_and_the_same_export(
    run: Run, store: str, endpoint_address: str, tmp_path: Path
) -> None:
    assert run("push", endpoint_address, "--store", store).returncode == 0
    for command in (("path", "IASC", "ERRIN"), ("neighbours", "IASC", "--depth", "2"), ("central",)):
        here, there = (run(*command, "--store", place) for place in (store, endpoint_address))
        assert here.stdout == there.stdout != ""
    for name, place in (("here.nq", store), ("there.nq", endpoint_address)):
        assert run("export", name, "--store", place).returncode == 0
    # What was loaded from where stays in the folder.
    lines = {name: (tmp_path / name).read_text("utf-8").splitlines() for name in ("here.nq", "there.nq")}
    assert lines["there.nq"]
    assert set(lines["there.nq"]) <= set(lines["here.nq"])
