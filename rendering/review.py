"""The review: what the program suggests is shown one by one with its quotes, and an analyst says what is right."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from ..graph.judging.docket import Docket
from ..graph.judging.judgement_file import append_judgements, find_judgement_file
from ..graph.judging.judging import Records, build_judgement, find_choices, replay
from ..graph.judging.matters import Matter, MatterKind
from ..graph.loading.build import open_loaded
from ..graph.storage.quotation import Quotation, Quoter
from ..model.errors import JudgementError, PolicyGraphError
from ..model.judgement import Judgement, Standing, Verdict
from .keys import KeyReader
from .phrases import render_number
from .terminal import print_renderable

# A wrong reply link makes the statuses behind it wrong, so replies come first; so do asks that are made again.
_STAGES = ((MatterKind.REPLY,), (MatterKind.PAIR,), (MatterKind.ASK, MatterKind.ANSWER))
_END = "q"
_KEYS = "[a]ccept  [c]orrect  [r]eject  [n]ote  [s]kip  [q]uit:"
_QUESTIONS = {
    MatterKind.REPLY: "Is this the letter that it answers?",
    MatterKind.PAIR: "Are they one ask, made again?",
    MatterKind.ASK: "Is this an ask, and is it they who ask whom?",
    MatterKind.ANSWER: "Is this what became of it?",
}
_DONE = {Verdict.ACCEPTED: "Accepted", Verdict.REJECTED: "Rejected", Verdict.CORRECTED: "Corrected"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Something to judge with its quotes: the passages that show it, and those of the replies."""

    matter: Matter
    quotations: tuple[Quotation, ...]
    met_by: tuple[Quotation, ...]


@dataclass(slots=True, kw_only=True)
class _Session:
    path: Path
    by: str
    keys: KeyReader
    kept: int = 0
    rejected: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewReport:
    """How many judgements a review has kept, how much is left, and what went wrong besides."""

    kept: int
    left: int
    errors: tuple[PolicyGraphError, ...]


def run_review(path: Path, *, by: str, everything: bool, open_keys: Callable[[], KeyReader]) -> ReviewReport:
    """Go through replies, asks and what became of these; `everything` shows again what was judged before.

    Each judgement is on the disk before the next question. `open_keys` is called when there is something to ask.

    Raises:
        JudgementError: there is nobody to ask.
        StoreError: the store cannot be read or a judgement not be written.
    """
    session: _Session | None = None
    errors: tuple[PolicyGraphError, ...] = ()
    for kinds in _STAGES:
        records, shown = _load_stage(path, kinds, everything)
        if not shown:
            continue
        session = session or _Session(path=path, by=by, keys=open_keys())
        before = session.kept
        try:
            is_ended = _run_stage(session, records, shown)
        finally:
            errors = replay(path) if session.kept > before else errors
        if is_ended:
            break
    with open_loaded(path) as store:
        docket = Docket(store)
        left = sum(1 for kinds in _STAGES for _ in _choose(docket, kinds, everything=False))
    return ReviewReport(kept=session.kept if session else 0, left=left, errors=errors or docket.said.errors)


def render_review(report: ReviewReport) -> str:
    """Return the line to print after a review."""
    if not report.kept and not report.left:
        return "Everything is judged. `policygraph review asks --all` shows it again."
    return f"{render_number(report.kept, 'judgement')} kept, {report.left} left to judge."


def _load_stage(path: Path, kinds: Sequence[MatterKind], everything: bool) -> tuple[Records, list[Shown]]:
    with open_loaded(path) as store:
        docket, quoter = Docket(store), Quoter(store)
        shown = [_to_shown(matter, quoter) for matter in _choose(docket, kinds, everything)]
        return Records(letters=dict(docket.letters), said=docket.said), shown


def _choose(docket: Docket, kinds: Sequence[MatterKind], everything: bool) -> Iterator[Matter]:
    for matter in docket.load_matters(kinds):
        if everything or (matter.standing is Standing.SUGGESTED and not matter.is_reported):
            yield matter


def _to_shown(matter: Matter, quoter: Quoter) -> Shown:
    quotations, met_by = map(quoter.find_quotations, (matter.evidence, matter.met_by))
    return Shown(matter=matter, quotations=quotations, met_by=met_by)


def _run_stage(session: _Session, records: Records, shown: Sequence[Shown]) -> bool:
    """Ask about each of `shown`; return whether the analyst has had enough."""
    for number, one in enumerate(shown, 1):
        if one.matter.kind is MatterKind.ANSWER and one.matter.ask in session.rejected:
            continue
        print_renderable(_render(one, f"{number} of {len(shown)}"), sys.stdout)
        if not _ask(session, records, one.matter):
            return True
    return False


def _ask(session: _Session, records: Records, matter: Matter) -> bool:
    """Ask about one thing until it is decided or passed over; return whether to go on."""
    while True:
        key = session.keys.ask_key(_KEYS, ("a", "c", "r", "n", "s", _END))
        if key in (_END, "s"):
            return key == "s"
        if key == "n":
            if words := session.keys.ask_words("Note:"):
                _keep(session, build_judgement(records, matter, Verdict.NOTE, by=session.by, why=words))
            continue
        verdict = {"a": Verdict.ACCEPTED, "c": Verdict.CORRECTED, "r": Verdict.REJECTED}[key]
        try:
            value = _ask_value(session.keys, records, matter) if key == "c" else None
            if key == "c" and not value:
                continue
            # What does not fit is told before a reason is asked for.
            build_judgement(records, matter, verdict, by=session.by, value=value)
        except JudgementError as error:
            print(error)
            continue
        why = session.keys.ask_words("Why? (Enter for no reason)") if key != "a" else ""
        _keep(session, build_judgement(records, matter, verdict, by=session.by, value=value, why=why))
        if key == "r":
            session.rejected.add(matter.iri)
        return True


def _ask_value(keys: KeyReader, records: Records, matter: Matter) -> str | None:
    """Return what the analyst puts in the place of the program's value; nothing to leave it."""
    if matter.kind is MatterKind.ASK:
        return keys.ask_words("Who asks whom? (as Ann Lee -> Home Office)")
    choices = {str(number): choice for number, choice in enumerate(find_choices(records, matter), 1)}
    if not choices:
        return keys.ask_words("The date (2024-05-03) or the ID of the letter that is answered:")
    for number, (_, words) in choices.items():
        print(f"  [{number}] {words}")
    key = keys.ask_key("Which one? (q for none)", choices)
    return choices[key][0] if key in choices else None


def _keep(session: _Session, judgement: Judgement) -> None:
    append_judgements(find_judgement_file(session.path), [judgement])
    session.kept += 1
    print(f"{_DONE.get(judgement.verdict, 'Noted')} ({judgement.id[:8]}).")


def _render(shown: Shown, place: str) -> RenderableType:
    matter = shown.matter
    standing = matter.standing.value + (f" by {matter.judgement.by}" if matter.judgement else "")
    parts: list[RenderableType] = [
        Text(f"\n{matter.kind.capitalize()} {matter.short_id} ({place}, {standing})", style="bold"),
        *([_indent(matter.about)] if matter.kind in (MatterKind.REPLY, MatterKind.PAIR) else []),
        *([_indent(matter.value)] if matter.kind is MatterKind.ASK and matter.value else []),
        *(_indent(quotation.citation, 4) for quotation in shown.quotations),
    ]
    if matter.kind is MatterKind.ANSWER:
        parts.append(_indent(f"{matter.value}. {matter.reason}"))
        parts += [_indent(quotation.citation, 4) for quotation in shown.met_by]
    parts += [_indent(f"note by {note.by}: {note.why}") for note in matter.notes]
    return Group(*parts, Text(_QUESTIONS[matter.kind]))


def _indent(words: str, columns: int = 2) -> RenderableType:
    return Padding(Text(words), (0, 0, 0, columns))
