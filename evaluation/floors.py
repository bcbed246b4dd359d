"""The ratchet: what is measured on gold letters and threads must not fall below floors, which only rise.

`python -m policygraph.evaluation.floors` measures the gold again and writes the floors that have risen.
"""

import math
import sys
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from ..ontology.answer_cues import load_answer_cues
from .answer_score import Share, score_answers
from .gold import THREAD, load_gold
from .measurement import SUMMARY, Evaluation, evaluate
from .thread_gold import GoldThread, load_threads
from .thread_measurement import find_all, find_with_gold, read_thread, score_repeats, score_replies

Floors = Mapping[str, Mapping[str, Mapping[str, float]]]
"""Floors by folder of gold, summary line and figure ("f1", "precision"; of answers "first", "status" and so on)."""

_FOLDERS = tuple(f"tests/gold/{name}" for name in ("tune", "measured", "threads/tune", "threads/measured"))
FIGURES = ("f1", "precision")
_PREAMBLE = """\
# What is to be reached on tests/gold; a test fails below any of these floors. They only rise:
# `python -m policygraph.evaluation.floors` writes those that have risen.
"""


def load_floors(path: Path) -> Floors:
    """Return the floors that a file holds; none where there is no file yet."""
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def measure_floors(folders: Sequence[Path]) -> Floors:
    """Return what is reached on each folder of gold, rounded down to two decimals, by what `name_gold` calls it."""
    return {
        name_gold(folder): {
            **to_floors(evaluate(load_gold(folder))),
            **(to_answer_floors(load_threads(folder)) if any(folder.rglob(THREAD)) else {}),
        }
        for folder in folders
    }


def name_gold(folder: Path) -> str:
    """Return what a folder is called: "tune", and with threads in it "threads/tune"."""
    return f"threads/{folder.name}" if any(folder.rglob(THREAD)) else folder.name


def to_floors(evaluation: Evaluation) -> dict[str, dict[str, float]]:
    """Return the figures of the summary lines, rounded down to two decimals; without finds they are 0."""
    return {
        line: {figure: _round_down(getattr(evaluation.sum_up(line), figure)) for figure in FIGURES} for line in SUMMARY
    }


def to_answer_floors(threads: Sequence[GoldThread]) -> dict[str, dict[str, float]]:
    """Return how well asks of threads are answered: with gold asks and replies, with those found, each status given."""
    read = [read_thread(thread) for thread in threads]
    given = score_answers(pair for thread in read for pair in find_with_gold(thread))
    found = score_answers(pair for thread in read for pair in find_all(thread))
    floors = {
        line: {
            "first": _round_down(score.first.value),
            "within three": _round_down(score.within_three.value),
            "status": _round_down(score.status.value),
        }
        for line, score in {"answers": given, "answers, all found": found}.items()
    }
    for status in sorted(load_answer_cues().given):
        floors[status] = {"precision": _round_down(given.given.get(status, Share()).value)}
    for line, (recall, precision) in {"replies": score_replies(read), "asks made again": score_repeats(read)}.items():
        floors[line] = {"recall": _round_down(recall.value), "precision": _round_down(precision.value)}
    return floors


def raise_floors(floors: Floors, measured: Floors) -> Floors:
    """Return the higher of each floor and what was measured."""
    return {
        folder: {
            line: {
                figure: max(value, floors.get(folder, {}).get(line, {}).get(figure, 0.0))
                for figure, value in figures.items()
            }
            for line, figures in lines.items()
        }
        for folder, lines in measured.items()
    }


def find_falls(floors: Floors, measured: Floors) -> list[str]:
    """Return a sentence for each figure below its floor."""
    return [
        f"{folder}, {line}: {figure} {measured[folder][line][figure]:.2f} is below its floor {floor:.2f}"
        for folder, lines in floors.items()
        for line, figures in lines.items()
        for figure, floor in figures.items()
        if measured[folder][line][figure] < floor
    ]


def to_toml(floors: Floors) -> str:
    """Return the file's text."""
    tables = (
        f'\n["{folder}"."{line}"]\n' + "".join(f'"{figure}" = {value:.2f}\n' for figure, value in figures.items())
        for folder, lines in floors.items()
        for line, figures in lines.items()
    )
    return _PREAMBLE + "".join(tables)


def _round_down(value: float | None) -> float:
    # 0.29 * 100 is 28.999999999999996
    return math.floor((value or 0.0) * 100 + 1e-9) / 100


def main(arguments: Sequence[str]) -> int:
    """Raise the floors in a file (first argument) by folders of gold (the others).

    Returns the exit code: 1 where something is below its floor.
    """
    path = Path(arguments[0] if arguments else "tests/evaluation/floors.toml")
    folders = [Path(each) for each in arguments[1:] or _FOLDERS]
    floors, measured = load_floors(path), measure_floors(folders)
    path.write_text(to_toml(raise_floors(floors, measured)), encoding="utf-8", newline="\n")
    falls = find_falls(floors, measured)
    print("\n".join(falls) or f"{path.as_posix()} holds what was measured, or more.")
    return 1 if falls else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
