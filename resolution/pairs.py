"""What analysts have said of two names or two asks: that they are one, or that they are not."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from ..model.identity import is_pair, to_pair_iri
from ..model.judgement import Judgement, Verdict
from ..model.link import Doubt, SameAs
from .rulings import Rulings, end_sentence, name_time


def find_pair(judgement: Judgement) -> tuple[str, str] | None:
    """Return the two things (IRIs) that a judgement is on; None where it is on something else."""
    one, _, two = (judgement.value or "").partition(" ")
    return (one, two) if is_pair(judgement.target) and to_pair_iri(one, two) == judgement.target else None


def judge_same(same: Iterable[SameAs], rulings: Rulings, places: Mapping[str, int]) -> tuple[list[SameAs], list[Doubt]]:
    """Return what is one as analysts see it, and which of their words contradict each other.

    `places` has all things that there are, and how they are ordered. Things that somebody joins bring along what is one
    with them. Of a group in which two are not one, each other thing stays with the first that nobody parts it from.
    """
    links = list(same)
    joined = [
        said for said in rulings.deciding.values() if said.verdict is Verdict.ACCEPTED and _is_known(said, places)
    ]
    for judgement in joined:
        links = _join(links, judgement, places)
    parted = {target for target in rulings.rejected if is_pair(target)}
    if parted:
        links = [part for link in links for part in _part(link, parted)]
    together = {pair for link in links for pair in _find_pair_iris(link.entities)} if joined else set()
    return links, [_to_doubt(said) for said in joined if said.target not in together]


def drop_decided(doubts: Iterable[Doubt], same: Iterable[SameAs], rulings: Rulings) -> list[Doubt]:
    """Return the doubts without those whether things are one of which analysts have said it, pair by pair."""
    decided = {target for target in rulings.deciding if is_pair(target)}
    if not decided:
        return list(doubts)
    decided |= {pair for link in same for pair in _find_pair_iris(link.entities)}
    return [each for each in doubts if len(each.entities) < 2 or not decided.issuperset(_find_pair_iris(each.entities))]


def _is_known(judgement: Judgement, places: Mapping[str, int]) -> bool:
    pair = find_pair(judgement)
    return pair is not None and all(thing in places for thing in pair)


def _join(links: Sequence[SameAs], judgement: Judgement, places: Mapping[str, int]) -> list[SameAs]:
    pair = set(find_pair(judgement) or ())
    touched = [link for link in links if pair & {*link.entities}]
    entities = pair.union(*(link.entities for link in touched))
    said = end_sentence(f"{judgement.by} said on {name_time(judgement)} that they are one", judgement)
    why = " ".join([*dict.fromkeys(link.why for link in touched), said])
    one = SameAs(entities=tuple(sorted(entities, key=places.__getitem__)), why=why)
    return [*(link for link in links if link not in touched), one]


def _part(link: SameAs, parted: set[str]) -> Iterable[SameAs]:
    parts: list[list[str]] = []
    for thing in link.entities:
        fitting = (part for part in parts if not any(to_pair_iri(thing, other) in parted for other in part))
        part = next(fitting, None)
        if part is None:
            parts.append([thing])
        else:
            part.append(thing)
    return [SameAs(entities=tuple(part), why=link.why) for part in parts if len(part) > 1]


def _find_pair_iris(things: Sequence[str]) -> set[str]:
    return {to_pair_iri(one, two) for one, two in combinations(things, 2)}


def _to_doubt(judgement: Judgement) -> Doubt:
    return Doubt(
        entities=tuple(sorted(find_pair(judgement) or ())),
        message=(
            f"{judgement.about}: {judgement.verdict} on {name_time(judgement)} by {judgement.by}, "
            "but others have said that these, or others that are one with them, are not one."
        ),
    )
