"""`policygraph review asks` with piped keys and at a terminal, and the commands that judge one thing."""

import json
import os
import pty
import re
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest
from policygraph.graph.judging.judging import judge
from policygraph.model.judgement import Verdict

from .conftest import Run

FILE = "policygraph-store.judgements.txt"
ASKING = """\
4 March 2020

Robert Hale MP
Minister for Buses
Department for Transport

Dear Mr Hale,

I would ask you to extend the Village Bus Grant by two years. Please instruct Highways England to repair the shelters
at Otley.

Yours sincerely,

Helen Marsh
Director
Bus Friends
"""
ANSWERING = """\
Department for Transport

Helen Marsh
Director
Bus Friends

3 April 2020

Dear Helen,

Thank you for your letter of 4 March about buses. The Government has no plans to extend the Village Bus Grant.

Yours sincerely,

Robert Hale MP
Minister for Buses
"""


@pytest.fixture
def loaded(run: Run, tmp_path: Path) -> Path:
    """A folder with a store of a letter that asks for two things, and its reply."""
    (tmp_path / "a.txt").write_text(ASKING, "utf-8")
    (tmp_path / "b.txt").write_text(ANSWERING, "utf-8")
    assert run("load", "a.txt", "b.txt").returncode == 0
    return tmp_path


def review(folder: Path, keys: str, *options: str) -> subprocess.CompletedProcess[str]:
    """Pipe keys into a review and return what came of it."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("POLICYGRAPH")}
    finished = subprocess.run(
        [sys.executable, "-m", "policygraph.cli", "review", "asks", *options],
        cwd=folder,
        env=environment | {"POLICYGRAPH_ANALYST": "Ann Lee"},
        input=keys.encode(),
        capture_output=True,
        check=False,
    )
    out, err = finished.stdout.decode(), finished.stderr.decode()
    assert "Traceback" not in out + err, err
    return subprocess.CompletedProcess(finished.args, finished.returncode, out, err)


def find_ids(printed: str, kind: str) -> list[str]:
    return re.findall(rf"^{kind} ([0-9a-f]{{8}}) ", printed, re.MULTILINE)


def load_said(folder: Path) -> list[list[str]]:
    """Return the columns of each judgement without its time."""
    lines = (folder / FILE).read_text("utf-8").splitlines()
    return [line.split("\t")[1:5] for line in lines if not line.startswith("#")]


def test_a_review_shows_both_quotes_with_their_citations_and_changes_nothing_by_looking(loaded: Path) -> None:
    finished = review(loaded, "sssssssssss")
    assert finished.returncode == 0
    printed = " ".join(finished.stdout.split())
    assert "the letter of 3 April 2020 from Robert Hale answers the letter of 4 March 2020 from Helen Marsh" in printed
    assert 'Helen Marsh → Robert Hale, 4 March 2020, "I would ask you to extend the Village Bus Grant' in printed
    assert '"The Government has no plans to extend the Village Bus Grant." (b.txt, line 11)' in printed
    assert finished.stdout.endswith("0 judgements kept, 5 left to judge.\n")
    assert not (loaded / FILE).exists()


@pytest.mark.parametrize(
    "keys",
    ["aaraaraised at the meeting\n", "a\na\nr\nnot now\na\nn\nraised\n"],
    ids=["run together", "a line each"],
)
def test_keys_may_be_piped_run_together_or_a_line_each(loaded: Path, keys: str) -> None:
    finished = review(loaded, keys)
    assert finished.returncode == 0
    said = load_said(loaded)
    assert [row[:2] for row in said[:3]] == [["Ann Lee", "accepted"], ["Ann Lee", "accepted"], ["Ann Lee", "rejected"]]


def test_every_answer_is_kept_as_it_was_given(run: Run, loaded: Path) -> None:
    finished = review(
        loaded, "n\nseen\na\nc\nHelen Marsh -> Department for Transport\n\nc\n1\nby telephone\nr\na courtesy\n"
    )
    assert finished.returncode == 0
    assert finished.stdout.endswith("5 judgements kept, 0 left to judge.\n")
    rows = load_said(loaded)
    assert [row[1] for row in rows] == ["note", "accepted", "corrected", "corrected", "rejected"]
    assert rows[0][3] == "seen"
    assert rows[2][2:] == ["Helen Marsh → Department for Transport", ""]
    assert rows[3][3] == "by telephone"
    assert rows[4][3] == "a courtesy"
    links = json.loads(run("extract", "a.txt", "b.txt", "--json", "--judgements", FILE).stdout.splitlines()[-1])[
        "links"
    ]
    assert [reply["standing"] for reply in links["replies"]] == ["confirmed"]
    assert [answer["standing"] for answer in links["answers"]] == ["corrected"]
    assert [one["standing"] for one in links["judged"]] == ["corrected", "rejected"] or len(links["judged"]) == 2
    assert review(loaded, "").stdout.startswith("Everything is judged.")


def test_what_was_said_before_quitting_is_kept_and_the_next_review_goes_on_from_there(loaded: Path) -> None:
    first = review(loaded, "aq")
    assert first.stdout.endswith("1 judgement kept, 4 left to judge.\n")
    second = review(loaded, "a")
    assert find_ids(second.stdout, "Reply") == []
    assert second.stdout.endswith("1 judgement kept, 3 left to judge.\n")
    again = review(loaded, "q", "--all")
    assert len(find_ids(again.stdout, "Reply")) == 1
    assert "(1 of 1, confirmed by Ann Lee)" in again.stdout


def test_a_rejected_reply_changes_the_statuses_that_come_after_it(loaded: Path) -> None:
    printed = review(loaded, "r\n\nss").stdout
    assert "no reply held. No letter is held that replies." in printed


def test_a_wrong_key_is_explained(loaded: Path) -> None:
    printed = review(loaded, "xq").stdout
    assert "Press one of a, c, r, n, s, q.\n" in printed


def test_without_a_terminal_and_without_keys_it_says_what_to_do(run: Run, loaded: Path) -> None:
    finished = review(loaded, "")
    assert finished.returncode == 1
    assert finished.stderr.startswith("There is no terminal to answer at, and nothing is piped in.")
    assert not (loaded / FILE).exists()


def test_at_a_terminal_a_key_counts_as_soon_as_it_is_pressed(loaded: Path) -> None:
    main, other = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "policygraph.cli", "review", "asks", "--by", "Bo Ray"],
        cwd=loaded,
        stdin=other,
        stdout=other,
        stderr=other,
        close_fds=True,
    )
    os.close(other)
    printed = ""

    def wait_for(words: str) -> None:
        nonlocal printed
        end = time.monotonic() + 60
        while words not in printed and time.monotonic() < end:
            if select.select([main], [], [], 1)[0]:
                printed += os.read(main, 4096).decode(errors="replace")
        assert words in printed, printed
        printed = printed[printed.index(words) + len(words) :]

    try:
        for before, keys in (
            ("[q]uit:", b"\x1b[A"),  # an arrow is no answer
            ("Press one of", b""),
            ("[q]uit:", b"r"),
            ("Why?", "the wrong létter\n".encode()),
            ("Rejected", b""),
            ("[q]uit:", b"\x1b"),
            ("1 judgement kept", b""),
        ):
            wait_for(before)
            os.write(main, keys)
        assert process.wait(60) == 0
    finally:
        process.kill()
        process.wait()
        os.close(main)
    assert load_said(loaded) == [["Bo Ray", "rejected", "", "the wrong létter"]]


def test_one_thing_can_be_judged_from_the_shell_and_taken_back(run: Run, loaded: Path) -> None:
    printed = review(loaded, "sssssss").stdout
    reply, answer = find_ids(printed, "Reply")[0], find_ids(printed, "Answer")[0]
    confirmed = run("confirm", answer, "--why", "on the telephone", "--by", "Ann Lee")
    assert confirmed.returncode == 0
    sides = "Helen Marsh, Director, Bus Friends → Robert Hale, Minister for Buses, Department for Transport"
    assert confirmed.stdout.startswith(f"Accepted (answer {answer}): {sides}, 4 March 2020")
    assert run("note", answer[:6], "raised", "at", "the", "meeting", POLICYGRAPH_ANALYST="Bo Ray").returncode == 0
    assert run("correct", answer, "declined").returncode == 0
    rejected = run("reject", reply, "--why", "the wrong letter")
    assert rejected.stdout.startswith(f"Rejected (reply {reply}): ")
    assert [row[1] for row in load_said(loaded)] == ["accepted", "note", "corrected", "rejected"]
    assert load_said(loaded)[1] == ["Bo Ray", "note", "", "raised at the meeting"]
    undone = run("undo")
    assert undone.stdout.startswith("Taken back (")
    listed = run("judgements").stdout
    assert listed.startswith(f"5 judgements in {FILE}\n")
    assert "Bo Ray: note\n" in listed
    assert ": rejected, taken back since\n" in listed
    assert run("validate").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("confirm", "zzzz"), "zzzz: nothing here has this ID. `policygraph review asks` shows"),
        (("undo",), f"{FILE}: there is no judgement to take back."),
        (("undo", "zzzz"), f"{FILE}: there is no judgement to take back."),
    ],
    ids=["confirm", "undo", "undo id"],
)
def test_what_cannot_be_judged_is_told_and_nothing_is_written(
    run: Run, loaded: Path, arguments: tuple[str, ...], reason: str
) -> None:
    finished = run(*arguments)
    assert finished.returncode == 1
    assert finished.stderr.startswith(reason)
    assert not (loaded / FILE).exists()


def test_a_wrong_status_names_the_right_ones(run: Run, loaded: Path) -> None:
    answer = find_ids(review(loaded, "sssssss").stdout, "Answer")[0]
    finished = run("correct", answer, "perhaps")
    assert finished.returncode == 1
    assert finished.stderr.startswith("perhaps: no such status. It is one of: no reply held; ")


def test_broken_lines_are_told_by_every_command_that_reads_them(run: Run, loaded: Path) -> None:
    (loaded / FILE).write_text("nonsense\n")
    for command in (("load", "a.txt"), ("judgements",)):
        finished = run(*command)
        assert finished.returncode == 1
        assert finished.stderr == (
            f"{FILE}: line 1: this is no judgement: it has 1 of 10 columns. The line is kept, but it does not count.\n"
        )


def test_without_a_store_there_is_nothing_to_judge(run: Run) -> None:
    for command in (("confirm", "abc"), ("review", "asks"), ("undo",)):
        finished = run(*command)
        assert finished.returncode == 1
        assert "there is no store here yet" in finished.stderr
    assert run("judgements").stdout.startswith("Nothing has been judged yet")


@pytest.mark.parametrize(
    "command",
    [
        ("query", "unanswered-asks"),
        ("query", "asks-and-answers"),
        ("query", "correspondence"),
        ("query", "response-times"),
        ("show", "Helen Marsh"),
        ("news",),
        ("follow-up", "a.txt", "-o", "out.md"),
    ],
    ids=" ".join,
)
def test_whatever_is_printed_can_be_judged_by_its_id(run: Run, loaded: Path, command: tuple[str, ...]) -> None:
    printed = run(*command).stdout + ((loaded / "out.md").read_text("utf-8") if "out.md" in command else "")
    found = dict(re.findall(r"\b(ask|status|reply|letter|fact|name) ([0-9a-f]{8})\b", printed))
    assert found
    for what, number in found.items():
        kept = judge(loaded / "policygraph-store", number, Verdict.NOTE, by="Ann Lee", why="seen")
        assert kept.kind == {"status": "answer"}.get(what, what)


def test_a_link_is_made_and_taken_away_from_the_shell(run: Run, loaded: Path) -> None:
    parted = run("unlink", "2020-04-03", "2020-03-04", "--by", "Ann Lee", "--why", "another matter")
    assert parted.returncode == 0
    assert parted.stdout.startswith("Rejected (reply ")
    assert "no reply held" in run("query", "unanswered-asks", "--format", "json").stdout
    joined = run("link", "2020-04-03", "2020-03-04", "--by", "Bo Ray")
    assert joined.returncode == 0
    assert "no reply held" not in run("query", "unanswered-asks", "--format", "json").stdout
    wrong = run("link", "2020-03-04", "2020-04-03")
    assert (wrong.returncode, wrong.stdout) == (1, "")
    assert "Name the reply first, then what it answers." in wrong.stderr
