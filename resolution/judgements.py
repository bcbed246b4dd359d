"""What analysts have said, put in its place: a word on a reply, on an ask or on a status changes what follows from it.

Nothing here reads or writes a file; what a word cannot be applied to becomes a problem to check.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from ..model.identity import to_answer_iri
from ..model.judgement import Judgement, Standing, Verdict
from ..model.link import Answer, AnswerStatus, Doubt, Judged, Reply, SameAs
from ..model.reading import Reading
from .held_letters import HeldLetters
from .replies import count_days
from .wording import name_day

_STANDINGS = {
    Verdict.ACCEPTED: Standing.CONFIRMED,
    Verdict.REJECTED: Standing.REJECTED,
    Verdict.CORRECTED: Standing.CORRECTED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulings:
    """The judgements in force by target (IRI), the earliest first: the last one that decides, and all notes."""

    deciding: Mapping[str, Judgement]
    notes: Mapping[str, tuple[Judgement, ...]]

    @property
    def targets(self) -> frozenset[str]:
        """Everything that somebody has said something of."""
        return frozenset((*self.deciding, *self.notes))


def build_rulings(judgements: Iterable[Judgement]) -> Rulings:
    """Return what is in force; of two judgements on one target the later one wins, in whatever order they are given."""
    deciding: dict[str, Judgement] = {}
    notes: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in find_in_force(judgements):
        if judgement.verdict is Verdict.NOTE:
            notes[judgement.target].append(judgement)
        elif judgement.verdict in _STANDINGS:
            deciding.pop(judgement.target, None)  # so that they stand in the order of time
            deciding[judgement.target] = judgement
    return Rulings(deciding=deciding, notes={target: tuple(said) for target, said in notes.items()})


def find_in_force(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Return the judgements that nobody has taken back, the earliest first; an undoing can itself be undone."""
    ordered = sorted(dict.fromkeys(judgements), key=lambda each: (datetime.fromisoformat(each.when), each.id))
    undoing: dict[str, list[str]] = defaultdict(list)
    for judgement in ordered:
        if judgement.undoes is not None:
            undoing[judgement.undoes].append(judgement.id)

    def holds(judgement_id: str) -> bool:
        # It ends: an id is a digest of what is undone too, so that no chain of them leads back.
        return not any(map(holds, undoing[judgement_id]))

    return [judgement for judgement in ordered if holds(judgement.id)]


def drop_rejected_asks(readings: Iterable[Reading], rulings: Rulings) -> list[Reading]:
    """Return the readings without the asks that an analyst says are none."""
    kept: list[Reading] = []
    for reading in readings:
        asks = tuple(ask for ask in reading.asks if not _is_rejected(ask.iri, rulings))
        kept.append(reading if len(asks) == len(reading.asks) else replace(reading, asks=asks))
    return kept


def judge_replies(replies: Iterable[Reply], held: HeldLetters, rulings: Rulings) -> list[Reply]:
    """Return the replies as analysts see them: a rejected one goes, a corrected one leads to the letter they name."""
    found = {reply.iri: reply for reply in replies}
    for iri, judgement in rulings.deciding.items():  # the earliest first: a later word can be on a corrected reply
        reply = found.get(iri)
        if reply is None:
            continue
        if judgement.verdict is Verdict.ACCEPTED:
            found[iri] = replace(reply, standing=Standing.CONFIRMED, judgement=judgement)
            continue
        del found[iri]
        other = held.by_iri.get(judgement.value or "")
        if judgement.verdict is Verdict.CORRECTED and other is not None:
            days = count_days(other, held.by_iri[reply.letter])
            right = replace(reply, to=other.letter.iri, days=days, standing=Standing.CORRECTED, judgement=judgement)
            found[right.iri] = replace(right, notes=rulings.notes.get(iri, ()))
    noted = [replace(reply, notes=_sort([*reply.notes, *rulings.notes.get(reply.iri, ())])) for reply in found.values()]
    ranks = {iri: letter.rank for iri, letter in held.by_iri.items()}
    return sorted(noted, key=lambda reply: (ranks[reply.letter], ranks[reply.to]))


def judge_answers(
    answers: Iterable[Answer], same: Iterable[SameAs], rulings: Rulings
) -> tuple[list[Answer], list[Doubt]]:
    """Return the answers with what analysts say of their status, and what no longer fits.

    A word on any one of several asks that are the same is a word on their answer. A status that was confirmed is
    confirmed no longer once the letters give another one.
    """
    if not rulings.targets:
        return list(answers), []
    again = {link.entities[0]: link.entities for link in same}
    judged: list[Answer] = []
    doubts: list[Doubt] = []
    for answer in answers:
        targets = [to_answer_iri(ask) for ask in again.get(answer.ask, (answer.ask,))]
        notes = _sort(note for target in targets for note in rulings.notes.get(target, ()))
        said = _sort(rulings.deciding[target] for target in targets if target in rulings.deciding)
        noted = replace(answer, notes=notes)
        judged.append(_judge_answer(noted, said[-1]) if said else noted)
        if said and judged[-1].standing is Standing.SUGGESTED:
            doubts.append(_to_doubt(said[-1], f"the letters now give “{answer.status}”: judge it again."))
    return judged, doubts


def judge_rest(readings: Iterable[Reading], rulings: Rulings) -> list[Judged]:
    """Return what analysts say of that which single letters hold: of asks, commitments, positions and facts."""
    if not rulings.targets:
        return []
    known = {iri for reading in readings for iri in _find_own(reading)}
    return [
        Judged(
            target=target,
            standing=_STANDINGS[rulings.deciding[target].verdict] if target in rulings.deciding else Standing.SUGGESTED,
            judgement=rulings.deciding.get(target),
            notes=rulings.notes.get(target, ()),
        )
        for target in sorted(rulings.targets & known)
    ]


def find_lost_judgements(
    readings: Sequence[Reading],
    found: Sequence[Reply],
    answers: Sequence[Answer],
    same: Iterable[SameAs],
    rulings: Rulings,
) -> Iterator[Doubt]:
    """Yield a problem for each judgement whose target is gone; `found` are the replies before they were judged."""
    if not rulings.targets:
        return
    again = {link.entities[0]: link.entities for link in same}
    known = {iri for reading in readings for iri in _find_own(reading)}
    known |= {to_answer_iri(ask) for answer in answers for ask in again.get(answer.ask, (answer.ask,))}
    known |= {to_answer_iri(ask.iri) for reading in readings for ask in reading.asks if _is_rejected(ask.iri, rulings)}
    known |= {reply.iri for reply in found}
    letters = {reading.letter.iri for reading in readings}
    for reply in found:
        judgement = rulings.deciding.get(reply.iri)
        if judgement and judgement.verdict is Verdict.CORRECTED and judgement.value not in letters:
            yield _to_doubt(judgement, "but the letter that it should answer is not held.")
    for target in sorted(rulings.targets - known):
        for said in (*rulings.notes.get(target, ()), *filter(None, [rulings.deciding.get(target)])):
            yield _to_doubt(said, _explain_loss(said, letters))


def _judge_answer(answer: Answer, judgement: Judgement) -> Answer:
    if judgement.verdict is Verdict.CORRECTED:
        if judgement.value not in list(AnswerStatus):
            return answer
        given = f"{judgement.by} gave this status on {_name_time(judgement)} in place of “{answer.status}”"
        return replace(
            answer,
            status=AnswerStatus(judgement.value),
            reason=_to_reason(given, judgement),
            standing=Standing.CORRECTED,
            judgement=judgement,
        )
    if judgement.value != answer.status:
        return answer
    if judgement.verdict is Verdict.ACCEPTED:
        return replace(answer, standing=Standing.CONFIRMED, judgement=judgement)
    return replace(
        answer,
        status=AnswerStatus.UNDECIDED,
        reason=_to_reason(f"{judgement.by} rejected “{answer.status}” on {_name_time(judgement)}", judgement),
        standing=Standing.REJECTED,
        judgement=judgement,
    )


def _find_own(reading: Reading) -> Iterator[str]:
    yield reading.letter.iri
    yield from (ask.iri for ask in reading.asks)
    yield from (commitment.iri for commitment in reading.commitments)
    yield from (position.iri for position in reading.positions)
    yield from (figure.iri for figure in reading.figures)
    yield from (statement.id for statement in reading.statements)


def _explain_loss(judgement: Judgement, letters: set[str]) -> str:
    gone = [letter for letter in judgement.letters if letter not in letters]
    if len(gone) > 1:
        return "but the letters are no longer held."
    return "but the letter is no longer held." if gone else "but this is not found in the letters any more."


def _to_doubt(judgement: Judgement, what: str) -> Doubt:
    value = f" as “{judgement.value}”" if judgement.value in list(AnswerStatus) else ""
    told = "noted" if judgement.verdict is Verdict.NOTE else f"{judgement.verdict}{value}"
    about = judgement.about or judgement.target
    return Doubt(
        entities=(judgement.target,),
        message=f"{about}: {told} on {_name_time(judgement)} by {judgement.by}, {what}",
    )


def _to_reason(sentence: str, judgement: Judgement) -> str:
    return f"{sentence}: {judgement.why.rstrip('.')}." if judgement.why else f"{sentence}."


def _name_time(judgement: Judgement) -> str:
    return name_day(judgement.when[:10])


def _is_rejected(target: str, rulings: Rulings) -> bool:
    return target in rulings.deciding and rulings.deciding[target].verdict is Verdict.REJECTED


def _sort(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    return tuple(sorted(judgements, key=lambda each: (datetime.fromisoformat(each.when), each.id)))
