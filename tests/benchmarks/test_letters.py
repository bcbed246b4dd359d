from pathlib import Path

from policygraph.benchmarks.letters import build_letters
from policygraph.benchmarks.measurement import measure


def test_letters_are_the_same_for_the_same_seed_and_differ_from_each_other() -> None:
    letters = build_letters(50)
    assert letters == build_letters(50)
    assert letters != build_letters(50, seed=2)
    assert len(set(letters)) == 50


def test_letters_have_about_six_hundred_words() -> None:
    counts = [len(letter.split()) for letter in build_letters(200)]
    assert 580 <= sum(counts) / len(counts) <= 640
    assert min(counts) > 450


def test_every_letter_can_be_read(tmp_path: Path) -> None:
    for number, letter in enumerate(build_letters(5)):
        (tmp_path / f"{number}.txt").write_text(letter, "utf-8")
    assert measure("policygraph", tmp_path).found >= 5 * 10
