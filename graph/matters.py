"""What can be judged: replies, asks, what became of these, commitments, positions; each with its words and its ID."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from enum import StrEnum

from ..model.ask import Ask
from ..model.commitment import Commitment
from ..model.errors import JudgementError
from ..model.identity import BASE
from ..model.judgement import Judgement, Standing
from ..model.link import Answer, Links, Reply
from ..model.position import Position
from ..model.reading import Reading
from ..model.statement import Passage
from ..resolution.judgements import build_rulings
from ..resolution.wording import join_words, name_day, name_letter

ARROW = " → "
"""Between who asks and who is asked."""

_SHORT = 8
_MOST_WORDS = 160


class MatterKind(StrEnum):
    """What is judged."""

    REPLY = "reply"
    ASK = "ask"
    ANSWER = "answer"
    COMMITMENT = "commitment"
    POSITION = "position"
    OTHER = "thing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """Something that an analyst can judge.

    `about` says in words what it is, `letters` (IRIs) where it stands. `value` is what a judgement can change: the
    status of an answer, who asks whom, the letter (IRI) that a reply answers. `evidence` are the passages that show it,
    `met_by` those of the replies; `ask` is the IRI of the ask that it is about.
    """

    iri: str
    kind: MatterKind
    about: str
    letters: tuple[str, ...]
    evidence: tuple[Passage, ...] = ()
    met_by: tuple[Passage, ...] = ()
    value: str | None = None
    reason: str | None = None
    ask: str | None = None
    is_reported: bool = False
    standing: Standing = Standing.SUGGESTED
    judgement: Judgement | None = None
    notes: tuple[Judgement, ...] = ()

    @property
    def short_id(self) -> str:
        """The ID that outputs print."""
        return to_short_id(self.iri)


def to_short_id(iri: str) -> str:
    """Return the characters by which a thing is named on the command line."""
    return iri.rpartition("/")[2][:_SHORT]


def find_matters(readings: Iterable[Reading], links: Links, judgements: Sequence[Judgement]) -> list[Matter]:
    """Return what can be judged: replies, then letter by letter each ask with its answer, and what else stands there.

    What an analyst has rejected, so that it is gone, comes last: it can be judged again.
    """
    ordered = sorted(readings, key=lambda each: (each.letter.date or "~", each.letter.iri))
    by_letter = {reading.letter.iri: reading for reading in ordered}
    answers = {answer.ask: answer for answer in links.answers}
    matters = [_to_reply_matter(reply, by_letter) for reply in links.replies]
    for reading in ordered:
        matters += _find_speech(reading, answers)
    judged = {one.target: one for one in links.judged}
    for place, matter in enumerate(matters):
        if matter.iri in judged:
            one = judged[matter.iri]
            corrected = one.judgement.value if one.judgement and one.standing is Standing.CORRECTED else None
            value = corrected or matter.value
            matters[place] = replace(
                matter, value=value, standing=one.standing, judgement=one.judgement, notes=one.notes
            )
    return [*matters, *_find_gone(judgements, {matter.iri for matter in matters})]


def find_matter(matters: Sequence[Matter], wish: str) -> Matter:
    """Return what an ID means: an IRI, its last part or the first characters of that.

    Raises:
        JudgementError: nothing or more than one thing has this ID; the message names the nearest.
    """
    by_iri = {matter.iri: matter for matter in matters}
    about = {matter.iri: f"{matter.short_id} ({matter.kind}: {matter.about})" for matter in matters}
    hint = "`policygraph review asks` shows what can be judged, with the IDs."
    return by_iri[match_id(wish, about, hint)]


def match_id(wish: str, about: Mapping[str, str], hint: str) -> str:
    """Return the IRI that an ID means; `about` has what to call each one, `hint` what to do when there is none near.

    Raises:
        JudgementError: as for `find_matter`.
    """
    digest = wish.strip().rpartition("/")[2].lower()
    found = [iri for iri in about if digest and iri.rpartition("/")[2].startswith(digest)]
    if wish in about or len(found) == 1:
        return wish if wish in about else found[0]
    if found:
        longer = ", ".join(iri.rpartition("/")[2][: len(digest) + 4] for iri in found[:5])
        more = " and more" if len(found) > 5 else ""
        raise JudgementError(f"{wish}: several IDs start like this ({longer}{more}). Give more of it.")
    ends = {iri.rpartition("/")[2][: max(_SHORT, len(digest))]: iri for iri in about}
    near = [about[ends[end]] for end in get_close_matches(digest, ends, n=3, cutoff=0.5)]
    nearest = f"The nearest are {join_words(near)}." if near else hint
    raise JudgementError(f"{wish}: nothing here has this ID. {nearest}")


def shorten(words: str) -> str:
    """Return words in one line, cut where they are very long."""
    line = " ".join(words.split())
    return line if len(line) <= _MOST_WORDS else f"{line[: _MOST_WORDS - 1].rstrip()}…"


def _to_reply_matter(reply: Reply, by_letter: Mapping[str, Reading]) -> Matter:
    letter, other = by_letter[reply.letter].letter, by_letter[reply.to].letter
    about = f"{name_letter(letter)} answers {name_letter(other)}"
    return Matter(
        iri=reply.iri,
        kind=MatterKind.REPLY,
        about=about,
        letters=(reply.letter, reply.to),
        evidence=reply.evidence,
        value=reply.to,
        standing=reply.standing,
        judgement=reply.judgement,
        notes=reply.notes,
    )


def _find_speech(reading: Reading, answers: Mapping[str, Answer]) -> Iterator[Matter]:
    """Yield what a letter asks for, each with what became of it, then what it promises and where it stands."""
    names = {entity.iri: entity.name for entity in reading.entities}
    letter = reading.letter.iri
    when = name_day(reading.letter.date) if reading.letter.date else "undated"
    for ask in sorted(reading.asks, key=lambda each: (each.evidence[0].start, each.iri)):
        parties = f"{_join(ask.asked_by, names)}{ARROW}{_join(ask.asked_of, names)}"
        about = f"{parties}, {when}: “{shorten(ask.text)}”"
        yield _to_ask_matter(ask, letter, about, parties)
        if ask.iri in answers:
            yield _to_answer_matter(answers[ask.iri], ask, letter, about)
    spoken: list[Commitment | Position] = [*reading.commitments, *reading.positions]
    for said in spoken:
        kind = MatterKind.COMMITMENT if isinstance(said, Commitment) else MatterKind.POSITION
        about = f"{_join(said.by, names)}, {when}: “{shorten(said.text)}”"
        yield Matter(iri=said.iri, kind=kind, about=about, letters=(letter,), evidence=said.evidence)


def _to_ask_matter(ask: Ask, letter: str, about: str, parties: str) -> Matter:
    return Matter(
        iri=ask.iri,
        kind=MatterKind.ASK,
        about=about,
        letters=(letter,),
        evidence=ask.evidence,
        value=parties,
        ask=ask.iri,
        is_reported=ask.reported,
    )


def _to_answer_matter(answer: Answer, ask: Ask, letter: str, about: str) -> Matter:
    return Matter(
        iri=answer.iri,
        kind=MatterKind.ANSWER,
        about=about,
        letters=tuple(dict.fromkeys((letter, *(passage.letter for passage in answer.evidence)))),
        evidence=ask.evidence,
        met_by=answer.evidence,
        value=answer.status.value,
        reason=answer.reason,
        ask=ask.iri,
        standing=answer.standing,
        judgement=answer.judgement,
        notes=answer.notes,
    )


def _find_gone(judgements: Sequence[Judgement], known: set[str]) -> Iterator[Matter]:
    """Yield what is judged but no longer there, as a rejected reply."""
    rulings = build_rulings(judgements)
    for target in sorted(rulings.targets - known):
        notes = rulings.notes.get(target, ())
        judgement = rulings.deciding.get(target)
        last = judgement or notes[-1]
        kinds = [kind for kind in MatterKind if target.startswith(f"{BASE}{kind}/")]
        yield Matter(
            iri=target,
            kind=kinds[0] if kinds else MatterKind.OTHER,
            about=last.about,
            letters=last.letters,
            value=last.value,
            standing=Standing.REJECTED,
            judgement=judgement,
            notes=notes,
        )


def _join(iris: Sequence[str], names: Mapping[str, str]) -> str:
    return join_words([names[iri] for iri in iris if iri in names] or ["not named"])
