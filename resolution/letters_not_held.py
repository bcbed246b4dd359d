"""Letters not held: known only because others speak of them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from ..model.link import LetterNotHeld
from .actors import Actor, Agreement, compare_sides
from .matches import Match
from .passages import merge_passages


def find_letters_not_held(matches: Iterable[Match]) -> list[LetterNotHeld]:
    """Return the letters that are cited and not held, each once, in the order of those citing.

    Citations of one day and one writer are of one letter, unless they name different addressees. A citation
    without a full date stands for itself.
    """
    lost: list[list[Match]] = []
    by_date: dict[str, list[list[Match]]] = defaultdict(list)
    for match in matches:
        if match.sure or match.open:
            continue
        dated = by_date[match.citation.date or f"{match.citing.letter.iri} {match.citation.described}"]
        known = next((group for group in dated if all(_is_same(match, other) for other in group)), None)
        if known is None:
            dated.append([match])
            lost.append(dated[-1])
        else:
            known.append(match)
    return [
        LetterNotHeld(
            described=group[0].citation.described,
            evidence=merge_passages(passage for match in group for passage in match.citation.evidence),
        )
        for group in lost
    ]


def _is_same(one: Match, two: Match) -> bool:
    addressees = {match.citation.addressee.casefold() for match in (one, two) if match.citation.addressee}
    same_letter = one.citing is two.citing and one.citation.by_addressee == two.citation.by_addressee
    writers = compare_sides(_find_writers(one), _find_writers(two))
    return len(addressees) < 2 and (same_letter or writers is Agreement.AGREE)


def _find_writers(match: Match) -> Sequence[Actor]:
    return match.citing.recipients if match.citation.by_addressee else match.citing.senders
