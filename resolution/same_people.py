"""People of one name in different letters: one where office or body agree, otherwise a doubt."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from ..model.link import Doubt, InferredSender, Reply, SameAs
from ..ontology.vocabulary import load_vocabulary
from .actors import Agreement, compare_names
from .groups import Groups
from .held_letters import HeldLetters
from .people import NamedPerson, Tie, find_people
from .wording import join_words, name_letter


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """People of one name that are one, and what ties them."""

    people: tuple[NamedPerson, ...]
    ties: tuple[Tie, ...]
    countries: frozenset[str]


def find_same_people(
    held: HeldLetters, replies: Sequence[Reply], senders: Sequence[InferredSender]
) -> tuple[list[SameAs], list[Doubt]]:
    """Return which people of one full name are one, and where that is not known.

    One are those with an office or a body in common, and the writer of a letter with the one whom its reply
    addresses. Those whose offices and bodies are of different countries are two, without a doubt.
    """
    same: list[SameAs] = []
    doubts: list[Doubt] = []
    names: dict[tuple[str, str], list[NamedPerson]] = defaultdict(list)
    for person in find_people(held, replies, senders):
        names[person.words[0], person.words[-1]].append(person)
    for people in names.values():
        for alike in _part_by_middle(people):
            groups = _join_people(alike)
            same += [_to_same(group) for group in groups if len(group.people) > 1]
            doubts += _find_doubts(groups)
    return same, doubts


def _part_by_middle(people: Sequence[NamedPerson]) -> Iterable[list[NamedPerson]]:
    """Yield the people who can be one: "Ann B. Lee" and "Ann C. Lee" part all Ann Lees by whole names."""
    forms = {person.words for person in people if len(person.words) > 2}
    if all(compare_names(*pair) is Agreement.AGREE for pair in combinations(forms, 2)):
        yield list(people)
        return
    whole: dict[tuple[str, ...], list[NamedPerson]] = defaultdict(list)
    for person in people:
        whole[person.words].append(person)
    yield from whole.values()


def _join_people(people: Sequence[NamedPerson]) -> list[_Group]:
    by_iri = {person.iri: person for person in people}
    groups = Groups(by_iri)
    unlike = set(_find_split_offices(people))
    first: dict[str, str] = {}
    shared: dict[str, dict[str, Tie]] = defaultdict(dict)
    for person in people:
        for tie in person.ties:
            if tie.key in unlike:
                continue
            if tie.key in first:
                groups.join(first[tie.key], person.iri)
                shared[person.iri][tie.key] = tie
            first.setdefault(tie.key, person.iri)
    return [
        _Group(
            people=tuple(by_iri[iri] for iri in iris),
            ties=tuple({key: tie for iri in iris for key, tie in shared[iri].items()}.values()),
            countries=_find_countries(by_iri[iri] for iri in iris),
        )
        for iris in groups.find_all()
    ]


def _find_split_offices(people: Iterable[NamedPerson]) -> Iterator[str]:
    """Yield the offices that people of one name hold in different bodies, so that the office ties nobody."""
    bodies: dict[str, set[frozenset[str]]] = defaultdict(set)
    for person in people:
        for tie in person.ties:
            if tie.bodies:
                bodies[tie.key].add(tie.bodies)
    for office, known in bodies.items():
        if any(not one & two for one, two in combinations(known, 2)):
            yield office


def _find_countries(people: Iterable[NamedPerson]) -> frozenset[str]:
    concepts = (load_vocabulary().get(tie.key) for person in people for tie in person.ties)
    return frozenset(concept.country for concept in concepts if concept is not None and concept.country)


def _to_same(group: _Group) -> SameAs:
    name = max((person.name for person in group.people), key=len)
    letters = join_words([name_letter(person.letter) for person in group.people])
    reasons = join_words(list(dict.fromkeys(tie.words for tie in group.ties)))
    return SameAs(
        entities=tuple(sorted(person.iri for person in group.people)),
        why=f"{name} is one person in {letters}: they have in common {reasons}.",
    )


def _find_doubts(groups: Sequence[_Group]) -> Iterable[Doubt]:
    """Yield one doubt for all groups of a name, those left out that every other one contradicts."""
    countries = Counter(group.countries for group in groups)
    left = [group for group in groups if not _is_contradicted(group.countries, countries)]
    if len(left) > 1:
        people = [group.people[0] for group in left]
        places = join_words([f"{person.name} in {name_letter(person.letter)}" for person in people])
        yield Doubt(
            entities=tuple(sorted(person.iri for person in people)),
            message=f"{places} have the same name, but no office or body in common: check whether they are one.",
        )


def _is_contradicted(own: frozenset[str], countries: Counter[frozenset[str]]) -> bool:
    """Tell whether everybody else of the name belongs to other countries than `own`."""
    others = countries - Counter({own: 1})
    return bool(own) and all(other and not other & own for other in others)
