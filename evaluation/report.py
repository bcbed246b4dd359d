"""The report of an evaluation: plain tables within 100 columns, and every miss and false find by name."""

from collections.abc import Iterable, Iterator
from textwrap import fill

from ..rendering.phrases import render_number
from .measurement import MEASURES, SUMMARY, Evaluation
from .score import Score

_WIDTH = 100
_NAME = 28
_FIGURES = ("precision", "recall", "F1", "right", "missed", "false")


def render_report(evaluation: Evaluation, *, misses: bool) -> str:
    """Return the summary, the measures and the rules; with `misses` every miss and false find by name."""
    parts = [
        _render_extent(evaluation),
        _render_scores("Summary", {line: evaluation.sum_up(line) for line in SUMMARY}),
        *(
            _render_scores(group, {name: evaluation.scores[name] for name in names})
            for group, names in MEASURES.items()
        ),
        _render_rules(evaluation),
    ]
    if misses:
        parts += _render_faults(evaluation)
    return "\n\n".join(part for part in parts if part) + "\n"


def _render_extent(evaluation: Evaluation) -> str:
    lines = [f"{render_number(evaluation.letters, 'annotated letter')} read and compared"]
    if evaluation.left_out:
        lines.append(f"{render_number(evaluation.left_out, 'letter')} left out: not yet annotated completely")
    if evaluation.errors:
        lines.append(f"{render_number(len(evaluation.errors), 'letter')} could not be read: all gold missed")
        lines += [_wrap("  ", str(error)) for error in evaluation.errors]
    if evaluation.gold_faults:
        lines.append(f"{render_number(len(evaluation.gold_faults), 'slip')} in the annotation")
    return "\n".join(lines)


def _render_scores(title: str, scores: dict[str, Score]) -> str:
    heading = f"{title:<{_NAME}}" + "".join(f"{figure:>10}" for figure in _FIGURES)
    return "\n".join([heading, *(_render_line(name, score) for name, score in scores.items())])


def _render_line(name: str, score: Score) -> str:
    shares = (score.precision, score.recall, score.f1)
    counts = (score.right, len(score.missed), len(score.false))
    cells = [*(_render_share(share) for share in shares), *(f"{count:,}" for count in counts)]
    return f"  {name:<{_NAME - 2}}" + "".join(f"{cell:>10}" for cell in cells)


def _render_share(share: float | None) -> str:
    return "–" if share is None else f"{share:.3f}"


def _render_rules(evaluation: Evaluation) -> str:
    if not evaluation.rules:
        return ""
    records = {rule: f"{record.right:,} of {record.found:,}" for rule, record in evaluation.rules.items()}
    return "\n".join(["Rules", *(f"  {rule:<{_NAME - 2}}{record:>20}" for rule, record in records.items())])


def _render_faults(evaluation: Evaluation) -> Iterator[str]:
    if evaluation.gold_faults:
        yield "\n".join(["Slips in the annotation", *(_wrap("  ", each) for each in evaluation.gold_faults)])
    for measure, score in evaluation.scores.items():
        lines = [*_render_kind("missed", score), *_render_kind("false", score)]
        if lines:
            yield "\n".join([measure[0].upper() + measure[1:], *lines])


def _render_kind(kind: str, score: Score) -> Iterable[str]:
    faults = score.missed if kind == "missed" else score.false
    return (_wrap(f"  {kind:<7} {fault.letter}  ", fault.words) for fault in sorted(faults))


def _wrap(start: str, words: str) -> str:
    indent = " " * min(len(start), _WIDTH // 2)
    return fill(start + " ".join(words.split()), _WIDTH, subsequent_indent=indent, drop_whitespace=True)
