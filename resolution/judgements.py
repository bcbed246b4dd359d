"""What analysts have said, put in its place: a word on a reply, on an ask or on a status changes what follows from it.

Nothing here reads or writes a file; what a word cannot be applied to becomes a problem to check.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from ..model.identity import to_answer_iri, to_reply_iri
from ..model.judgement import Judgement, Standing, Verdict
from ..model.link import Answer, AnswerStatus, Doubt, Judged, Reply, SameAs
from ..model.reading import Reading
from .held_letters import HeldLetters
from .matches import is_earlier
from .pairs import find_pair
from .passages import find_first_lines
from .replies import build_reply
from .rulings import STANDINGS, Rulings, end_sentence, name_time, sort_by_time


def drop_rejected(reading: Reading, rejected: Collection[str]) -> Reading:
    """Return a reading without what is rejected (IRIs): asks, promises, positions, figures and facts."""
    known = set(_find_own(reading)) & set(rejected)
    if not known:
        return reading
    return replace(
        reading,
        statements=tuple(each for each in reading.statements if each.id not in known),
        asks=tuple(each for each in reading.asks if each.iri not in known),
        commitments=tuple(each for each in reading.commitments if each.iri not in known),
        positions=tuple(each for each in reading.positions if each.iri not in known),
        figures=tuple(each for each in reading.figures if each.iri not in known),
    )


def judge_replies(replies: Iterable[Reply], held: HeldLetters, rulings: Rulings) -> list[Reply]:
    """Return the replies as analysts see them: a rejected one goes, a corrected one leads to the letter they name.

    One that was not found, and that an analyst has given, is there like a corrected one.
    """
    found = {reply.iri: reply for reply in replies}
    for iri, judgement in rulings.deciding.items():  # the earliest first: a later word can be on a corrected reply
        reply = found.get(iri) or _to_given_reply(judgement, held)
        if reply is None:
            continue
        if judgement.verdict is Verdict.ACCEPTED:
            found[iri] = replace(reply, standing=Standing.CONFIRMED, judgement=judgement)
            continue
        found.pop(iri, None)
        other = held.by_iri.get(judgement.value or "")
        if judgement.verdict is Verdict.CORRECTED and other is not None:
            shown = [passage for passage in reply.evidence if passage.letter == reply.letter]
            right = build_reply(held.by_iri[reply.letter], other, shown)
            notes = rulings.notes.get(iri, ())
            found[right.iri] = replace(right, standing=Standing.CORRECTED, judgement=judgement, notes=notes)
    noted = [
        replace(reply, notes=sort_by_time({*reply.notes, *rulings.notes.get(reply.iri, ())}))
        for reply in found.values()
    ]
    ranks = {iri: letter.rank for iri, letter in held.by_iri.items()}
    return sorted(noted, key=lambda reply: (ranks[reply.letter], ranks[reply.to]))


def _to_given_reply(judgement: Judgement, held: HeldLetters) -> Reply | None:
    """Return the reply that an analyst has given where none was found, if both letters are held."""
    letter, other = (held.by_iri.get(iri) for iri in (*judgement.letters[:2], "", "")[:2])
    if judgement.verdict is not Verdict.CORRECTED or letter is None or other is None or not is_earlier(other, letter):
        return None
    is_given = judgement.value == other.letter.iri and judgement.target == to_reply_iri(
        letter.letter.iri, judgement.value
    )
    return build_reply(letter, other, find_first_lines(letter.letter)) if is_given else None


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
        notes = sort_by_time(note for target in targets for note in rulings.notes.get(target, ()))
        said = sort_by_time(rulings.deciding[target] for target in targets if target in rulings.deciding)
        noted = replace(answer, notes=notes)
        judged.append(judge_answer_alone(noted, said[-1]) if said else noted)
        if said and judged[-1].standing is Standing.SUGGESTED:
            doubts.append(_to_doubt(said[-1], f"the letters now give “{answer.status}”: judge it again."))
    return judged, doubts


def judge_rest(readings: Iterable[Reading], rulings: Rulings) -> list[Judged]:
    """Return what analysts say of that which single letters hold, and of pairs of names or asks."""
    if not rulings.targets:
        return []
    known = _find_known(readings, rulings)
    return [
        Judged(
            target=target,
            standing=STANDINGS[rulings.deciding[target].verdict] if target in rulings.deciding else Standing.SUGGESTED,
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
    known = _find_known(readings, rulings)
    known |= {to_answer_iri(ask) for answer in answers for ask in again.get(answer.ask, (answer.ask,))}
    known |= {to_answer_iri(ask.iri) for reading in readings for ask in reading.asks if ask.iri in rulings.rejected}
    known |= {reply.iri for reply in found}
    known |= {target for target in rulings.rejected if _is_reply(rulings.deciding[target], readings)}
    letters = {reading.letter.iri for reading in readings}
    for reply in found:
        judgement = rulings.deciding.get(reply.iri)
        if judgement and judgement.verdict is Verdict.CORRECTED and judgement.value not in letters:
            yield _to_doubt(judgement, "but the letter that it should answer is not held.")
    for target in sorted(rulings.targets - known):
        for said in (*rulings.notes.get(target, ()), *filter(None, [rulings.deciding.get(target)])):
            yield _to_doubt(said, _explain_loss(said, letters))


def judge_answer_alone(answer: Answer, judgement: Judgement) -> Answer:
    """Return an answer with what is said of its status; unchanged where that does not fit the status that it has."""
    if judgement.verdict is Verdict.CORRECTED:
        if judgement.value not in list(AnswerStatus):
            return answer
        given = f"{judgement.by} gave this status on {name_time(judgement)} in place of “{answer.status}”"
        return replace(
            answer,
            status=AnswerStatus(judgement.value),
            reason=end_sentence(given, judgement),
            standing=Standing.CORRECTED,
            judgement=judgement,
            suggested=answer.status,
            suggested_reason=answer.reason,
        )
    if judgement.value != answer.status:
        return answer
    if judgement.verdict is Verdict.ACCEPTED:
        return replace(answer, standing=Standing.CONFIRMED, judgement=judgement)
    return replace(
        answer,
        status=AnswerStatus.UNDECIDED,
        reason=end_sentence(f"{judgement.by} rejected “{answer.status}” on {name_time(judgement)}", judgement),
        standing=Standing.REJECTED,
        judgement=judgement,
        suggested=answer.status,
        suggested_reason=answer.reason,
    )


def _find_known(readings: Iterable[Reading], rulings: Rulings) -> set[str]:
    """Return what single letters hold, and the pairs of which they hold both."""
    known = {iri for reading in readings for iri in _find_own(reading)}
    said = [*rulings.deciding.values(), *(note for notes in rulings.notes.values() for note in notes)]
    pairs = ((judgement.target, find_pair(judgement)) for judgement in said)
    return known | {target for target, pair in pairs if pair is not None and known.issuperset(pair)}


def _find_own(reading: Reading) -> Iterator[str]:
    yield reading.letter.iri
    yield from (entity.iri for entity in reading.entities)
    yield from (ask.iri for ask in reading.asks)
    yield from (commitment.iri for commitment in reading.commitments)
    yield from (position.iri for position in reading.positions)
    yield from (figure.iri for figure in reading.figures)
    yield from (statement.id for statement in reading.statements)


def _is_reply(judgement: Judgement, readings: Iterable[Reading]) -> bool:
    """Tell whether a judgement is on whether a letter that is held answers another one."""
    held = {reading.letter.iri for reading in readings}
    return held.issuperset(judgement.letters) and judgement.target == to_reply_iri(*(*judgement.letters, "", "")[:2])


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
        message=f"{about}: {told} on {name_time(judgement)} by {judgement.by}, {what}",
    )
