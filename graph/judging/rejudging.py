"""What analysts have said since, put into a store whose links are worked out: where it changes one thing alone.

A word that bears on other things, such as a rejected reply, is left to the whole working out of the links.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad

from ...model.identity import to_answer_iri
from ...model.judgement import Judgement, Standing, Verdict
from ...model.link import Answer, Judged, Reply
from ...model.statement import Predicate, Statement
from ...resolution.judgements import judge_answer_alone
from ...resolution.rulings import STANDINGS, Rulings, build_rulings
from ..quads.answer_quads import to_answer_status_quads
from ..quads.description import Descriptions
from ..quads.judgement_quads import from_judgement_quads, to_judged_quads, to_judgement_quads, to_ruling_quads
from ..quads.statement_quads import to_edge_quads
from ..quads.terms import ASKS_AGAIN, DERIVED, JUDGEMENTS, TYPE, VOCABULARY
from ..storage.change import Change
from ..storage.store import GraphStore
from ..storage.stored_items import load_item, load_link, load_ruling
from .judgement_file import JudgementFile
from .matters import MatterKind, find_kind

_ALONE = (MatterKind.COMMITMENT, MatterKind.POSITION, MatterKind.FIGURE, MatterKind.LETTER, MatterKind.NAME)
# Who somebody is hangs on these, and on that which names are one and which letter answers which.
_TELLING = (Predicate.HOLDS_OFFICE, Predicate.OFFICE_IN, Predicate.MEMBER_OF)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """What goes and what comes for one thing."""

    remove: tuple[Quad, ...]
    add: tuple[Quad, ...]


def find_small_change(store: GraphStore, said: JudgementFile) -> Change | None:
    """Return what makes the store say what the file says; None where more than single things may change."""
    stored = list(store.find_quads(JUDGEMENTS))
    known = from_judgement_quads(Descriptions(stored)).values()
    if not set(said.judgements).issuperset(known):
        return None  # somebody has taken lines out of the file
    before, now = build_rulings(known), build_rulings(said.judgements)
    steps: list[_Step] = []
    for target in sorted(_find_changed(before, now)):
        step = _find_step(store, target, before, now)
        if step is None:
            return None
        steps.append(step)
    gone, fresh = set(stored), set(to_judgement_quads(said.judgements, said.checksum))
    gone.update(quad for step in steps for quad in step.remove)
    fresh.update(quad for step in steps for quad in step.add)
    return Change(remove=tuple(sorted(gone - fresh, key=str)), add=tuple(sorted(fresh - gone, key=str)))


def to_edge_step(store: GraphStore, targets: Iterable[str], rejected: Iterable[str]) -> Change:
    """Return what takes away the edges of facts that are `rejected`, and gives back those of other `targets` (IRIs)."""
    edges: dict[bool, list[Quad]] = {True: [], False: []}
    out = frozenset(rejected)
    for iri in sorted({*targets}):
        if find_kind(iri) is MatterKind.FACT and isinstance(item := load_item(store, iri), Statement):
            edges[iri in out] += to_edge_quads(NamedNode(item.evidence[0].letter), item)
    return Change(remove=tuple(edges[True]), add=tuple(edges[False]))


def _find_changed(before: Rulings, now: Rulings) -> Iterator[str]:
    for target in before.targets | now.targets:
        ones, twos = ((each.deciding.get(target), each.notes.get(target)) for each in (before, now))
        if ones != twos:
            yield target


def _find_step(store: GraphStore, target: str, before: Rulings, now: Rulings) -> _Step | None:
    verdicts = {_find_verdict(rulings, target) for rulings in (before, now)}
    kind = find_kind(target)
    if not any(quad.graph_name != VOCABULARY for quad in store.find_quads(None, NamedNode(target), TYPE)):
        return None  # what is gone is a problem to tell
    if kind in (MatterKind.REPLY, MatterKind.ANSWER):
        link = load_link(store, target)
        if isinstance(link, Reply) and link.standing is not Standing.CORRECTED and verdicts <= {None, Verdict.ACCEPTED}:
            return _to_ruling_step(link, *_find_ruling(target, now))
        return _find_answer_step(store, link, before, now) if isinstance(link, Answer) else None
    if kind is MatterKind.FACT and isinstance(item := load_item(store, target), Statement):
        edge = to_edge_step(store, [target], now.rejected) if item.predicate not in _TELLING else Change()
        is_alone = item.predicate not in _TELLING or Verdict.REJECTED not in verdicts
        return _to_judged_step(store, target, now, edge) if is_alone else None
    if kind in _ALONE or (kind is MatterKind.ASK and verdicts <= {None, Verdict.ACCEPTED}):
        return _to_judged_step(store, target, now, Change())
    return None


def _find_verdict(rulings: Rulings, target: str) -> Verdict | None:
    return rulings.deciding[target].verdict if target in rulings.deciding else None


def _find_ruling(target: str, now: Rulings) -> tuple[Standing, Judgement | None, tuple[Judgement, ...]]:
    judgement = now.deciding.get(target)
    standing = STANDINGS[judgement.verdict] if judgement else Standing.SUGGESTED
    return standing, judgement, now.notes.get(target, ())


def _to_ruling_step(
    link: Reply | Answer, standing: Standing, judgement: Judgement | None, notes: tuple[Judgement, ...]
) -> _Step:
    node = NamedNode(link.iri)
    return _Step(
        remove=tuple(to_ruling_quads(node, link.standing, link.judgement, link.notes)),
        add=tuple(to_ruling_quads(node, standing, judgement, notes)),
    )


def _find_answer_step(store: GraphStore, answer: Answer, before: Rulings, now: Rulings) -> _Step | None:
    """Return the step for the status of an ask that is made once."""
    is_again = any(store.find_quads(DERIVED, None, ASKS_AGAIN, NamedNode(answer.ask)))
    target = to_answer_iri(answer.ask)
    if is_again or (_find_verdict(before, target) and answer.standing is Standing.SUGGESTED):
        return None  # others have a part in it, or what was said does not fit, which is told as a problem
    _, judgement, notes = _find_ruling(target, now)
    plain = Answer(
        ask=answer.ask,
        status=answer.suggested or answer.status,
        reason=answer.suggested_reason or answer.reason,
        evidence=answer.evidence,
        notes=notes,
    )
    judged = judge_answer_alone(plain, judgement) if judgement else plain
    if judgement and judged.standing is Standing.SUGGESTED:
        return None  # it does not fit, which is a problem to tell
    step = _to_ruling_step(answer, judged.standing, judged.judgement, judged.notes)
    old, new = to_answer_status_quads(answer), to_answer_status_quads(judged)
    return _Step(remove=(*step.remove, *old), add=(*step.add, *new))


def _to_judged_step(store: GraphStore, target: str, now: Rulings, edge: Change) -> _Step | None:
    was = load_ruling(store, target)
    standing, judgement, notes = _find_ruling(target, now)
    old = Judged(target=target, standing=was.standing, judgement=was.judgement, notes=was.notes)
    new = Judged(target=target, standing=standing, judgement=judgement, notes=notes)
    there = [each for each in (old, new) if each.judgement is not None or each.notes]
    return _Step(
        remove=(*to_judged_quads(each for each in there if each is old), *edge.remove),
        add=(*to_judged_quads(each for each in there if each is new), *edge.add),
    )
