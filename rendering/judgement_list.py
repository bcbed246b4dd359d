"""Judgements in words: one that was just kept, and the list of all."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from ..graph.judging.judging import Kept
from ..graph.judging.matters import to_short_id
from ..model.judgement import Judgement, Verdict
from ..resolution.rulings import find_in_force
from .phrases import render_date, render_number

_WORDS = {
    Verdict.ACCEPTED: "Accepted",
    Verdict.REJECTED: "Rejected",
    Verdict.CORRECTED: "Corrected",
    Verdict.NOTE: "Noted on",
    Verdict.UNDONE: "Taken back",
}


def render_kept(kept: Kept) -> str:
    """Return the lines to print when a judgement is kept: what was said of what, where, and how to take it back."""
    judgement = kept.judgement
    if judgement.verdict is Verdict.UNDONE:
        return f"Taken back ({judgement.undoes and judgement.undoes[:8]}, {judgement.value}): {judgement.about}"
    told = f"{_WORDS[judgement.verdict]} ({kept.kind} {to_short_id(judgement.target)}): {judgement.about}"
    value = f"\n  {judgement.value}" if judgement.value and not judgement.value.startswith("https:") else ""
    return f"{told}{value}\nKept in {kept.path}; `policygraph undo {judgement.id[:8]}` takes it back."


def render_judgements(judgements: Sequence[Judgement], path: Path) -> RenderableType:
    """Return all judgements, the earliest first."""
    if not judgements:
        return Text(f"Nothing has been judged yet ({path}). Start with `policygraph review asks`.")
    in_force = {judgement.id for judgement in find_in_force(judgements)}
    heading = Text(f"{render_number(len(judgements), 'judgement')} in {path}", style="bold")
    ordered = sorted(judgements, key=lambda each: (datetime.fromisoformat(each.when), each.id))
    return Group(heading, *_render_all(ordered, in_force))


def _render_all(judgements: Iterable[Judgement], in_force: set[str]) -> Iterator[RenderableType]:
    for judgement in judgements:
        day, time = judgement.when[:10], judgement.when[11:16]
        state = "" if judgement.id in in_force else ", taken back since"
        what = f"takes back {judgement.undoes[:8]}" if judgement.undoes else judgement.verdict.value
        yield Text(f"\n{judgement.id[:8]}  {render_date(day)}, {time}, {judgement.by}: {what}{state}")
        yield Padding(Text(f"{to_short_id(judgement.target)}  {judgement.about}"), (0, 0, 0, 10))
        for title, words in (("", judgement.value), ("why: ", judgement.why)):
            if words and not words.startswith("https:"):
                yield Padding(Text(f"{title}{words}"), (0, 0, 0, 10))
