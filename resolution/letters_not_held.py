"""Letters not held: known only because others speak of them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from ..model.letter import Correspondent
from ..model.link import LetterNotHeld
from .actors import Actor, Agreement, compare_sides
from .matches import Match
from .passages import merge_passages
from .wording import join_words


def find_letters_not_held(matches: Iterable[Match]) -> list[LetterNotHeld]:
    """Return the letters that are cited and not held, each once, in the order of those citing.

    Citations of one day and one writer are of one letter, unless they name different addressees. A citation
    without a full date stands for itself.
    """
    lost: list[list[Match]] = []
    by_key: dict[str, dict[int, None]] = defaultdict(dict)
    for match in matches:
        if match.sure or match.open:
            continue
        probes = _find_keys(match, lambda actor: actor.probes)
        near = sorted({number for probe in probes for number in by_key[probe]})
        same = (each for each in near if all(_is_same(match, other) for other in lost[each]))
        number = next(same, len(lost))
        if number == len(lost):
            lost.append([])
        lost[number].append(match)
        for key in _find_keys(match, lambda actor: actor.keys):
            by_key[key][number] = None
    return list(map(_to_lost_letter, lost))


def _to_lost_letter(group: Sequence[Match]) -> LetterNotHeld:
    """Return the letter that some citations mean, in the words of the first; who wrote it follows from "your", "my"."""
    first = group[0]
    letter, citation = first.citing.letter, first.citation
    dates = (match.citation.date for match in group)
    addressees = (match.citation.addressee for match in group)
    writers, readers = (letter.recipients, letter.senders)[:: 1 if citation.by_addressee else -1]
    return LetterNotHeld(
        described=citation.described,
        evidence=merge_passages(passage for match in group for passage in match.citation.evidence),
        date=next((date for date in dates if date), None),
        by=_join(writers),
        to=next((words for words in addressees if words), None) or _join(readers),
    )


def _join(correspondents: Sequence[Correspondent]) -> str:
    names = [each.name or each.office or each.organisation or "" for each in correspondents]
    return join_words([name for name in names if name] or [""])


def _is_same(one: Match, two: Match) -> bool:
    addressees = {match.citation.addressee.casefold() for match in (one, two) if match.citation.addressee}
    same_letter = one.citing is two.citing and one.citation.by_addressee == two.citation.by_addressee
    writers = compare_sides(_find_writers(one), _find_writers(two))
    return len(addressees) < 2 and (same_letter or writers is Agreement.AGREE)


def _find_writers(match: Match) -> Sequence[Actor]:
    return match.citing.recipients if match.citation.by_addressee else match.citing.senders


def _find_keys(match: Match, keys_of: Callable[[Actor], Iterable[str]]) -> list[str]:
    """Return what a lost letter is found by: who cites it and in which words, its day and its writer."""
    date, described = match.citation.date, match.citation.described
    keys = {key for writer in _find_writers(match) for key in keys_of(writer)} if date else set()
    return [f"{match.citing.letter.iri} {date or described}", *(f"{date} {key}" for key in keys)]
