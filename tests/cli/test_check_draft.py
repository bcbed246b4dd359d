"""The command that checks a draft shows first what a person must look at, and ends with 1 when there is something."""

from pathlib import Path

from .conftest import Run


def test_it_ends_with_0_when_all_is_found_and_with_1_when_something_is_not(
    run: Run, letter: Path, tmp_path: Path
) -> None:
    run("load", letter.name)
    (tmp_path / "good.md").write_text("On 14 May 2025: “The Department runs the Water Restoration Fund.”", "utf-8")
    good = run("check-draft", "good.md")
    assert good.returncode == 0
    assert good.stdout.startswith("good.md: 2 claims: 2 found, 0 altered, 0 not found\n\nFound\n")
    assert "letter of 14 May 2025, letter.txt, line 9" in good.stdout
    (tmp_path / "bad.md").write_text(
        "“The Department never runs the Water Restoration Fund”, 15 May 2025, and on 14 May 2025.", "utf-8"
    )
    bad = run("check-draft", "bad.md")
    assert bad.returncode == 1
    assert bad.stdout.index("Altered") < bad.stdout.index("Not found in any letter") < bad.stdout.index("\nFound\n")
    assert "“never” is not in the letter" in bad.stdout
    assert "line 1, date 15 May 2025" in bad.stdout


def test_a_draft_without_claims_and_one_that_is_not_there_are_told(run: Run, letter: Path, tmp_path: Path) -> None:
    run("load", letter.name)
    (tmp_path / "empty.md").write_text("Nothing of this kind.", "utf-8")
    finished = run("check-draft", "empty.md")
    assert (finished.returncode, finished.stdout) == (
        0,
        "empty.md: no quotation, date, figure or reference was found to check.\n",
    )
    missing = run("check-draft", "nowhere.docx")
    assert missing.returncode == 1
    assert missing.stderr.startswith("nowhere.docx: ")
