"""Judging: what an analyst says is kept in the file beside the store, and what follows is worked out at once."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from ...model.errors import JudgementError, PolicyGraphError, StoreError
from ...model.identity import to_reply_iri
from ...model.judgement import ARROW, Judgement, Standing, Verdict
from ...model.letter import Letter
from ...model.link import AnswerStatus
from ...resolution.rulings import find_in_force
from ...resolution.wording import name_letter
from ..loading.build import open_loaded, replay_judgements
from .docket import Docket
from .judgement_file import JudgementFile, append_judgements, find_judgement_file, load_judgements
from .matters import Matter, MatterKind, match_id, to_short_id

# "Ann Lee -> Home Office", "Ann Lee → Home Office"; not "Ann Lee to Home Office"
_PARTIES = re.compile(r"\s*(?P<by>[^→]+?)\s*(?:→|->)\s*(?P<of>[^→]+?)\s*")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_CORRECTED_AGAIN = (MatterKind.ANSWER, MatterKind.REPLY)
_NOTED_ONLY = (MatterKind.LETTER, MatterKind.NAME)


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """What a judgement is made with: the letters that a store holds (by IRI), and what has been said so far."""

    letters: Mapping[str, Letter]
    said: JudgementFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A judgement that was kept, and what went wrong besides: lines that cannot be read, a store that is in use."""

    judgement: Judgement
    kind: MatterKind
    path: Path
    errors: tuple[PolicyGraphError, ...] = ()


def judge(
    path: Path, wish: str, verdict: Verdict, *, by: str, value: str | None = None, why: str | None = None
) -> Kept:
    """Keep what `by` says of the thing with the ID `wish` in the store at `path`, and work out what follows.

    Raises:
        JudgementError: there is no such thing, or the value does not fit it; nothing was written.
        StoreError: the store cannot be read or the judgement not be written.
    """
    with open_loaded(path) as store:
        docket = Docket(store)
        matter = docket.find_matter(wish)
        records = Records(letters=docket.letters, said=docket.said)
        judgement = build_judgement(records, matter, verdict, by=by, value=value, why=why)
    return _keep(path, judgement, matter.kind)


def judge_two(path: Path, wishes: tuple[str, str], verdict: Verdict, *, by: str, why: str | None = None) -> Kept:
    """Keep that two asks or two names are one, or that the first of two letters answers the second one; or not.

    `wishes` are IDs; a letter can also be named by its date. `verdict` is `ACCEPTED` or `REJECTED`.

    Raises:
        JudgementError: there are no such things, or this cannot be said of them; nothing was written.
        StoreError: the store cannot be read or the judgement not be written.
    """
    with open_loaded(path) as store:
        docket = Docket(store)
        one, two = (_find_end(docket, wish) for wish in wishes)
        records = Records(letters=docket.letters, said=docket.said)
        value = None
        if {one.kind, two.kind} == {MatterKind.LETTER}:
            matter, value = _find_reply(docket, one, two, verdict)
        else:
            matter = docket.build_pair(one.iri, two.iri)
        verdict = Verdict.CORRECTED if value else verdict
        judgement = build_judgement(records, matter, verdict, by=by, value=value, why=why)
    return _keep(path, judgement, matter.kind)


def build_judgement(
    records: Records, matter: Matter, verdict: Verdict, *, by: str, value: str | None = None, why: str | None = None
) -> Judgement:
    """Return the judgement to keep, made now.

    Raises:
        JudgementError: the value, or the verdict, does not fit what is judged.
    """
    letters, about = matter.letters, matter.about
    if verdict is not Verdict.NOTE:
        _refuse_unfit(matter, verdict)
    if verdict is Verdict.ACCEPTED and matter.standing is Standing.CORRECTED and matter.kind in _CORRECTED_AGAIN:
        verdict, value = Verdict.CORRECTED, matter.value  # to agree with what another analyst has put in its place
    elif verdict is Verdict.CORRECTED:
        value = find_value(records, matter, value or "")
        if matter.kind is MatterKind.REPLY and value != matter.value:
            names = [name_letter(records.letters[iri]) for iri in (letters[0], value) if iri in records.letters]
            letters, about = (*letters, value), f"{' answers '.join(names)}; suggested: {matter.about}"
    elif matter.kind is MatterKind.PAIR:
        value = matter.value
    elif verdict is not Verdict.NOTE and matter.kind in (MatterKind.ASK, MatterKind.ANSWER):
        was_rejected = matter.standing is Standing.REJECTED and matter.judgement is not None
        value = matter.judgement.value if was_rejected and matter.judgement else matter.value
    return Judgement(
        target=matter.iri,
        verdict=verdict,
        by=by,
        when=_find_time(judgement for judgement in records.said.judgements if judgement.target == matter.iri),
        about=about,
        letters=tuple(dict.fromkeys(letters)),
        value=value,
        why=why or None,
    )


def find_value(records: Records, matter: Matter, wish: str) -> str:
    """Return the value that an analyst puts in the place of the program's.

    Raises:
        JudgementError: it does not fit what is judged; the message says what would.
    """
    wish = " ".join(wish.split())
    if matter.kind is MatterKind.ANSWER:
        found = [status for status in AnswerStatus if wish and status.startswith(wish.casefold())]
        if len(found) == 1:
            return found[0].value
        raise JudgementError(f"{wish}: no such status. It is one of: {'; '.join(AnswerStatus)}.")
    if matter.kind is MatterKind.REPLY:
        hint = "Give the date (2024-05-03) or the ID of the letter that is answered."
        dated = _find_dated(records.letters, wish)
        return dated or match_id(wish, records.letters, lambda iri: _name_with_id(iri, records.letters[iri]), hint)
    if matter.kind is MatterKind.ASK:
        parties = _PARTIES.fullmatch(wish)
        if parties:
            return f"{parties['by']}{ARROW}{parties['of']}"
        raise JudgementError(f"{wish}: say who asks whom like this: 'Ann Lee -> Home Office'.")
    if wish:
        return wish
    raise JudgementError(f"{matter.short_id}: say what is right instead.")


def undo(path: Path, wish: str | None, *, by: str, why: str | None = None) -> Kept:
    """Take back the judgement with the ID `wish`, or the last one, by a further line.

    Raises:
        JudgementError: there is no such judgement, or it is taken back already; nothing was written.
        StoreError: the store cannot be read or the judgement not be written.
    """
    with open_loaded(path):
        said = load_judgements(find_judgement_file(path))
    in_force = find_in_force(said.judgements)
    last = [judgement for judgement in in_force if judgement.verdict is not Verdict.UNDONE][-1:]
    if not said.judgements or not (wish or last):
        raise JudgementError(f"{said.path}: there is no judgement to take back.")
    if wish:
        about = {one.iri: f"{to_short_id(one.iri)} ({one.verdict}: {one.about})" for one in said.judgements}
        iri = match_id(wish, about, about.__getitem__, "`policygraph judgements` lists them with their IDs.")
        last = [judgement for judgement in in_force if judgement.iri == iri]
        if not last:
            raise JudgementError(f"{wish}: this judgement is taken back already.")
    undone = last[0]
    judgement = Judgement(
        target=undone.target,
        verdict=Verdict.UNDONE,
        by=by,
        when=_find_time(one for one in said.judgements if one.target == undone.target),
        about=undone.about,
        letters=undone.letters,
        value=undone.verdict.value,
        why=why or None,
        undoes=undone.id,
    )
    return _keep(path, judgement, MatterKind.OTHER)


def replay(path: Path) -> tuple[PolicyGraphError, ...]:
    """Work out again what follows from the judgements on a store; return what went wrong with it."""
    try:
        return replay_judgements(path)
    except StoreError as error:
        return (StoreError(f"What was said is kept, and counts as soon as the store can be written. {error}"),)


def find_choices(records: Records, matter: Matter) -> Sequence[tuple[str, str]]:
    """Return the values that can be put in the place of the program's, each with what to call it; none for words.

    For a reply these are the letters before it, the last one first.
    """
    if matter.kind is MatterKind.ANSWER:
        return [(status.value, status.value) for status in AnswerStatus if status != matter.value]
    if matter.kind is not MatterKind.REPLY:
        return []
    own = records.letters[matter.letters[0]]
    others = [letter for iri, letter in records.letters.items() if iri not in matter.letters]
    before = [letter for letter in others if letter.date and letter.date <= (own.date or "~")]
    before.sort(key=lambda letter: (letter.date or "", letter.iri), reverse=True)
    return [(letter.iri, name_letter(letter)) for letter in before[:9]]


def _keep(path: Path, judgement: Judgement, kind: MatterKind) -> Kept:
    file = find_judgement_file(path)
    append_judgements(file, [judgement])
    return Kept(judgement=judgement, kind=kind, path=file, errors=replay(path))


def _refuse_unfit(matter: Matter, verdict: Verdict) -> None:
    what = f"{matter.short_id} ({matter.about})"
    if matter.kind in _NOTED_ONLY:
        raise JudgementError(
            f"{what}: a {matter.kind} can be noted on. `policygraph link` and `unlink` say what belongs together."
        )
    if verdict is Verdict.CORRECTED and matter.kind in (MatterKind.FACT, MatterKind.PAIR):
        raise JudgementError(f"{what}: a {matter.kind} can be confirmed or rejected; say what is right with --why.")


def _find_end(docket: Docket, wish: str) -> Matter:
    return docket.load_matter(_find_dated(docket.letters, wish) or docket.find_matter(wish).iri)


def _find_dated(letters: Mapping[str, Letter], wish: str) -> str | None:
    """Return the only letter (IRI) of a day, as 2024-05-03."""
    dated = [iri for iri, letter in letters.items() if letter.date == wish] if _DAY.fullmatch(wish) else []
    return dated[0] if len(dated) == 1 else None


def _find_reply(docket: Docket, letter: Matter, to: Matter, verdict: Verdict) -> tuple[Matter, str | None]:
    """Return the link by which one letter answers another; where it is still to be made, its value too.

    Raises:
        JudgementError: the second letter is the later one, or there is no link to take away.
    """
    days = [docket.letters[one.iri].date or "" for one in (to, letter)]
    if to.iri == letter.iri or (all(days) and days[0] > days[1]):
        raise JudgementError(f"{letter.about} cannot answer {to.about}. Name the reply first, then what it answers.")
    iri = to_reply_iri(letter.iri, to.iri)
    if docket.has_reply(iri):
        return docket.load_matter(iri), None
    about = f"{letter.about} answers {to.about}"
    if verdict is Verdict.REJECTED:
        raise JudgementError(f"{about}: nobody says this, so there is nothing to take away.")
    made = Matter(iri=iri, kind=MatterKind.REPLY, about=about, letters=(letter.iri, to.iri), value=to.iri)
    return made, to.iri


def _name_with_id(iri: str, letter: Letter) -> str:
    return f"{to_short_id(iri)} ({name_letter(letter)})"


def _find_time(before: Iterable[Judgement]) -> str:
    """Return the present time, always later than what was said of the same thing before, so that the last word wins."""
    now = datetime.now().astimezone()
    last = max((datetime.fromisoformat(judgement.when) for judgement in before), default=None)
    if last is not None and last >= now.replace(microsecond=now.microsecond // 1000 * 1000):
        now = (last + timedelta(milliseconds=1)).astimezone()
    return now.isoformat(timespec="milliseconds")
