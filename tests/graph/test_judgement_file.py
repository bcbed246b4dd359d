"""The file of judgements: nothing that is written is lost or changed, by whoever and whatever."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from policygraph.graph.judging.judgement_file import (
    append_judgements,
    find_judgement_file,
    from_line,
    load_judgements,
    to_line,
)
from policygraph.model.errors import StoreError
from policygraph.model.judgement import Judgement, Verdict

from .records import judgements

GIVEN = Judgement(
    target="https://w3id.org/policygraph/ask/1",
    verdict=Verdict.REJECTED,
    by="Ann Lee",
    when="2024-05-03T14:02:11.120+01:00",
    about="Ann Lee → Bo Ray: “Tell me.”",
    letters=("https://w3id.org/policygraph/letter/1",),
    why="a courtesy",
)


@given(judgements())
def test_any_judgement_comes_back_from_its_line_as_it_was(judgement: Judgement) -> None:
    line = to_line(judgement)
    assert "\n" not in line
    assert from_line(line) == judgement


@given(judgements(), judgements())
def test_an_id_tells_one_judgement_from_another(one: Judgement, other: Judgement) -> None:
    assert (one.id == other.id) == (one == other)


@settings(max_examples=20)
@given(st.lists(judgements(), min_size=1, max_size=4))
def test_a_file_gives_back_what_was_appended_one_by_one(
    tmp_path_factory: pytest.TempPathFactory, said: list[Judgement]
) -> None:
    path = tmp_path_factory.mktemp("said") / "store.judgements.txt"
    for judgement in said:
        append_judgements(path, [judgement])
    found = load_judgements(path)
    assert found.errors == ()
    assert found.judgements == tuple(dict.fromkeys(said))


def test_a_new_file_explains_its_columns_once_and_without_one_there_are_no_judgements(tmp_path: Path) -> None:
    path = tmp_path / "store.judgements.txt"
    assert load_judgements(path).judgements == ()
    append_judgements(path, [GIVEN])
    append_judgements(path, [replace(GIVEN, why="no ask")])
    lines = path.read_text("utf-8").splitlines()
    comments = [line for line in lines if line.startswith("#")]
    assert lines.index(comments[-1]) == len(comments) - 1
    assert comments[-1] == "# when\twho\tverdict\tvalue\twhy\tabout\ttarget\tletters\tundoes\tid"
    assert lines[len(comments)].startswith(
        "2024-05-03T14:02:11.120+01:00\tAnn Lee\trejected\t\ta courtesy\tAnn Lee → Bo"
    )


def test_two_processes_append_side_by_side_without_loss(tmp_path: Path) -> None:
    path = tmp_path / "store.judgements.txt"
    code = (
        "import sys; from pathlib import Path;"
        "from policygraph.graph.judging.judgement_file import append_judgements as append;"
        "from policygraph.model.judgement import Judgement as J, Verdict as V;"
        "[append(Path(sys.argv[1]), [J(target='urn:t', verdict=V.NOTE, by=sys.argv[2],"
        " when='2024-05-03T14:02:11+00:00', about='', why=f'{n} ' + 'x' * 5000)]) for n in range(100)]"
    )

    def run(who: str) -> int:
        return subprocess.run([sys.executable, "-c", code, str(path), who], check=False).returncode

    with ThreadPoolExecutor() as executor:
        assert list(executor.map(run, ("Ann", "Bo"))) == [0, 0]
    found = load_judgements(path)
    assert found.errors == ()
    for who in ("Ann", "Bo"):
        numbers = [int((judgement.why or "").split()[0]) for judgement in found.judgements if judgement.by == who]
        assert numbers == list(range(100))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"<<<<<<< HEAD", "this is no judgement: it has 1 of 10 columns"),
        (to_line(GIVEN).encode().replace(b"rejected", b"liked"), "the verdict “liked” is not known"),
        (to_line(GIVEN).encode().replace(b"Ann Lee\trej", b"\trej"), "the column “who” is empty"),
        (
            to_line(GIVEN).encode().replace(b"+01:00", b""),
            "“2024-05-03T14:02:11.120” is no point in time with its zone",
        ),
        (to_line(GIVEN).encode().replace(b"courtesy", b"courtesan"), "so it was changed after it was written"),
        (to_line(GIVEN).encode().replace(b"courtesy", b"\xff"), "it is not UTF-8"),
    ],
    ids=["conflict", "verdict", "who", "zone", "changed", "bytes"],
)
def test_a_broken_line_is_told_with_its_number_and_kept(tmp_path: Path, line: bytes, reason: str) -> None:
    path = tmp_path / "store.judgements.txt"
    path.write_bytes(b"# mine\n\n" + line + b"\n")
    append_judgements(path, [GIVEN])
    found = load_judgements(path)
    assert found.judgements == (GIVEN,)
    (error,) = found.errors
    assert str(error).startswith(f"{path}: line 3: ")
    assert reason in str(error)
    assert path.read_bytes().split(b"\n")[2] == line


def test_a_line_without_its_end_does_not_swallow_the_next(tmp_path: Path) -> None:
    path = tmp_path / "store.judgements.txt"
    other = replace(GIVEN, by="Bo Ray")
    path.write_text(to_line(GIVEN)[:40], "utf-8")
    append_judgements(path, [other])
    assert load_judgements(path).judgements == (other,)
    assert len(load_judgements(path).errors) == 1


def test_line_ends_and_marks_of_other_editors_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "store.judgements.txt"
    path.write_bytes(b"\xef\xbb\xbf# mine\r\n" + to_line(GIVEN).encode() + b"\r\n\r\n")
    assert load_judgements(path).judgements == (GIVEN,)
    assert load_judgements(path).errors == ()


def test_git_merges_what_two_analysts_have_appended(tmp_path: Path) -> None:
    path = tmp_path / "store.judgements.txt"
    said = {who: replace(GIVEN, by=who) for who in ("Ann", "Bo", "Cy")}

    def git(*arguments: str) -> None:
        who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=one")
        subprocess.run(["git", *who, *arguments], cwd=tmp_path, check=True, capture_output=True)

    git("init")
    (tmp_path / ".gitattributes").write_text("*.judgements.txt merge=union\n")
    for branch, who in (("one", "Ann"), ("two", "Bo"), ("one", "Cy")):
        git("checkout", "-B" if who != "Cy" else "-f", branch)
        append_judgements(path, [said[who]])
        git("add", ".")
        git("commit", "-m", who)
    git("merge", "two")
    found = load_judgements(path)
    assert found.errors == ()
    assert {judgement.by for judgement in found.judgements} == {"Ann", "Bo", "Cy"}


@pytest.mark.parametrize("store", ["store", "./store", "elsewhere/../store", "link"])
def test_the_file_stands_beside_the_folder_however_that_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, store: str
) -> None:
    for name in ("store", "elsewhere"):
        (tmp_path / name).mkdir()
    (tmp_path / "link").symlink_to("store")
    monkeypatch.chdir(tmp_path)
    assert find_judgement_file(Path(store)).resolve() == tmp_path / "store.judgements.txt"
    monkeypatch.chdir(tmp_path / "store")
    assert find_judgement_file(Path(".")) == tmp_path / "store.judgements.txt"


def test_what_is_no_file_is_an_error_that_says_so(tmp_path: Path) -> None:
    path = tmp_path / "store.judgements.txt"
    path.mkdir()
    with pytest.raises(StoreError, match="cannot be read"):
        load_judgements(path)
    with pytest.raises(StoreError, match="cannot be written"):
        append_judgements(path, [GIVEN])
    assert os.listdir(path) == []
