"""Judging: what an analyst says is kept in the file beside the store, and what follows is worked out at once."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from ..model.errors import JudgementError, PolicyGraphError, StoreError
from ..model.judgement import Judgement, Standing, Verdict
from ..model.letter import Letter
from ..model.link import AnswerStatus
from ..resolution.judgements import find_in_force
from ..resolution.wording import name_letter
from .build import open_loaded, replay_judgements
from .judgement_file import JudgementFile, append_judgements, find_judgement_file, load_judgements
from .matters import ARROW, Matter, MatterKind, find_matter, find_matters, match_id, to_short_id
from .store import GraphStore
from .stored_readings import load_links, load_readings

# "Ann Lee -> Home Office", "Ann Lee → Home Office"; not "Ann Lee to Home Office"
_PARTIES = re.compile(r"\s*(?P<by>[^→]+?)\s*(?:→|->)\s*(?P<of>[^→]+?)\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Docket:
    """What can be judged in a store, the letters that it holds (by IRI), and what has been said so far."""

    matters: tuple[Matter, ...]
    letters: Mapping[str, Letter]
    said: JudgementFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A judgement that was kept, and what went wrong besides: lines that cannot be read, a store that is in use."""

    judgement: Judgement
    kind: MatterKind
    path: Path
    errors: tuple[PolicyGraphError, ...] = ()


def load_docket(store: GraphStore) -> Docket:
    """Return what can be judged in an open store."""
    readings = list(load_readings(store))
    said = load_judgements(find_judgement_file(store.path))
    matters = find_matters(readings, load_links(store), said.judgements)
    return Docket(
        matters=tuple(matters), letters={reading.letter.iri: reading.letter for reading in readings}, said=said
    )


def judge(
    path: Path, wish: str, verdict: Verdict, *, by: str, value: str | None = None, why: str | None = None
) -> Kept:
    """Keep what `by` says of the thing with the ID `wish` in the store at `path`, and work out what follows.

    Raises:
        JudgementError: there is no such thing, or the value does not fit it; nothing was written.
        StoreError: the store cannot be read or the judgement not be written.
    """
    with open_loaded(path) as store:
        docket = load_docket(store)
    matter = find_matter(docket.matters, wish)
    judgement = build_judgement(docket, matter, verdict, by=by, value=value, why=why)
    append_judgements(docket.said.path, [judgement])
    return Kept(judgement=judgement, kind=matter.kind, path=docket.said.path, errors=replay(path))


def build_judgement(
    docket: Docket, matter: Matter, verdict: Verdict, *, by: str, value: str | None = None, why: str | None = None
) -> Judgement:
    """Return the judgement to keep, made now.

    Raises:
        JudgementError: the value does not fit what is judged.
    """
    letters, about = matter.letters, matter.about
    if verdict is Verdict.ACCEPTED and matter.kind is MatterKind.ANSWER and matter.standing is Standing.CORRECTED:
        verdict, value = Verdict.CORRECTED, matter.value  # to agree with what another analyst has put in its place
    if verdict is Verdict.CORRECTED:
        value = find_value(docket, matter, value or "")
        if matter.kind is MatterKind.REPLY:
            names = [name_letter(docket.letters[iri]) for iri in (letters[0], value) if iri in docket.letters]
            letters, about = (*letters, value), f"{' answers '.join(names)}; suggested: {matter.about}"
    elif verdict is not Verdict.NOTE and matter.kind in (MatterKind.ASK, MatterKind.ANSWER):
        was_rejected = matter.standing is Standing.REJECTED and matter.judgement is not None
        value = matter.judgement.value if was_rejected and matter.judgement else matter.value
    return Judgement(
        target=matter.iri,
        verdict=verdict,
        by=by,
        when=_find_time(judgement for judgement in docket.said.judgements if judgement.target == matter.iri),
        about=about,
        letters=tuple(dict.fromkeys(letters)),
        value=value,
        why=why or None,
    )


def find_value(docket: Docket, matter: Matter, wish: str) -> str:
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
        about = {iri: f"{to_short_id(iri)} ({name_letter(letter)})" for iri, letter in docket.letters.items()}
        dated = [iri for iri, letter in docket.letters.items() if wish and letter.date == wish]
        if len(dated) == 1:
            return dated[0]
        return match_id(wish, about, "Give the date (2024-05-03) or the ID of the letter that is answered.")
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
        iri = match_id(wish, about, "`policygraph judgements` lists them with their IDs.")
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
    append_judgements(said.path, [judgement])
    return Kept(judgement=judgement, kind=MatterKind.OTHER, path=said.path, errors=replay(path))


def replay(path: Path) -> tuple[PolicyGraphError, ...]:
    """Work out again what follows from the judgements on a store; return what went wrong with it."""
    try:
        return replay_judgements(path)
    except StoreError as error:
        return (StoreError(f"What was said is kept, and counts as soon as the store can be written. {error}"),)


def find_choices(docket: Docket, matter: Matter) -> Sequence[tuple[str, str]]:
    """Return the values that can be put in the place of the program's, each with what to call it; none for words.

    For a reply these are the letters before it, the last one first.
    """
    if matter.kind is MatterKind.ANSWER:
        return [(status.value, status.value) for status in AnswerStatus if status != matter.value]
    if matter.kind is not MatterKind.REPLY:
        return []
    own = docket.letters[matter.letters[0]]
    others = [letter for iri, letter in docket.letters.items() if iri not in matter.letters]
    before = [letter for letter in others if letter.date and letter.date <= (own.date or "~")]
    before.sort(key=lambda letter: (letter.date or "", letter.iri), reverse=True)
    return [(letter.iri, name_letter(letter)) for letter in before[:9]]


def _find_time(before: Iterable[Judgement]) -> str:
    """Return the present time, always later than what was said of the same thing before, so that the last word wins."""
    now = datetime.now().astimezone()
    last = max((datetime.fromisoformat(judgement.when) for judgement in before), default=None)
    if last is not None and last >= now.replace(microsecond=now.microsecond // 1000 * 1000):
        now = (last + timedelta(milliseconds=1)).astimezone()
    return now.isoformat(timespec="milliseconds")
