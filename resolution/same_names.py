"""Schemes, bodies and documents under two names in a letter and its own reply."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..extraction.names.entities import normalise_name
from ..model.entity import Entity, EntityType
from ..model.letter import Letter
from ..model.link import Doubt, Reply, SameAs
from .held_letters import HeldLetter, HeldLetters
from .wording import join_words, name_day, name_letter

_TYPES = frozenset({EntityType.SCHEME, EntityType.ORGANISATION, EntityType.DOCUMENT})
# "VRS", "MoJ", "R&D"; not "Home Office", "Ofsted"
_ACRONYM = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Z][\w&/-]{1,9}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _ShortName:
    """An entity with an acronym that its letter also spells out; `words` are those of the full name."""

    acronym: str
    entity: Entity
    words: tuple[str, ...]
    letter: Letter


def find_same_names(held: HeldLetters, replies: Iterable[Reply]) -> tuple[list[SameAs], list[Doubt]]:
    """Return which entities of a letter and its reply are one under two names, and which may be.

    "Village Bus Scheme (VBS)" and "Village Bus Service (VBS)" are one there. In letters that do not answer
    each other they may be. With the acronym alone, as "Voluntary Blood Service (VBS)", they may be one only
    in a letter and its reply.
    """
    short = {letter.letter.iri: list(_find_short_names(letter)) for letter in held.letters}
    same: dict[tuple[str, ...], SameAs] = {}
    doubts: dict[tuple[str, ...], Doubt] = {}
    for reply in replies:
        for ones, twos in _pair_by_acronym(short[reply.to], short[reply.letter]):
            one, two = ones[0], twos[0]
            key = tuple(sorted({each.entity.iri for each in (*ones, *twos)}))
            if len(ones) == len(twos) == 1 and _count_first_words(one, two):
                same.setdefault(key, SameAs(entities=key, why=_explain(one, two)))
            else:
                doubts.setdefault(key, _to_doubt(key, [*ones, *twos], linked=True))
    for key, names in _find_unlinked(short.values()):
        if not any(set(key) <= set(known) for known in same):
            doubts.setdefault(key, _to_doubt(key, names, linked=False))
    return list(same.values()), [doubt for key, doubt in doubts.items() if key not in same]


def _find_short_names(held: HeldLetter) -> Iterator[_ShortName]:
    for entity in held.reading.entities:
        if entity.type not in _TYPES or _ACRONYM.fullmatch(entity.name):
            continue
        for acronym in sorted({mention.text for mention in entity.mentions}):
            if _ACRONYM.fullmatch(acronym):
                words = tuple(_to_words(entity.name))
                yield _ShortName(acronym=acronym, entity=entity, words=words, letter=held.letter)


def _to_words(name: str) -> list[str]:
    """Return the words by which two names are compared: "Organization" and "Organisation" are one."""
    return re.sub(r"(?<=i)z(?=(?:e|ed|es|ing|ations?)\b)", "s", normalise_name(name.replace("-", ""))).split()


def _pair_by_acronym(
    ones: Sequence[_ShortName], twos: Sequence[_ShortName]
) -> Iterator[tuple[list[_ShortName], list[_ShortName]]]:
    """Yield what two letters name by one acronym, where types agree and the entities are not one yet."""
    table: dict[tuple[EntityType, str], tuple[list[_ShortName], list[_ShortName]]] = defaultdict(lambda: ([], []))
    for side, names in enumerate((ones, twos)):
        for name in names:
            table[name.entity.type, name.acronym][side].append(name)
    for first, second in table.values():
        iris = [{name.entity.iri for name in side} for side in (first, second)]
        if first and second and not iris[0] & iris[1] and not _are_apart(first[0], second[0]):
            yield first, second


def _are_apart(one: _ShortName, two: _ShortName) -> bool:
    """Tell whether the vocabulary knows both, as two."""
    return one.entity.label is not None and two.entity.label is not None


def _count_first_words(one: _ShortName, two: _ShortName) -> int:
    """Return how many first words two names share; 0 where these are less than half of the longer one."""
    count = 0
    for pair in zip(one.words, two.words, strict=False):
        if pair[0] != pair[1]:
            break
        count += 1
    return count if 2 * count >= max(len(one.words), len(two.words)) else 0


def _find_unlinked(
    names: Iterable[Iterable[_ShortName]],
) -> Iterator[tuple[tuple[str, ...], list[_ShortName]]]:
    """Yield, for any letters, what has one acronym, type and first half of the name, but two names."""
    table: dict[tuple[EntityType, str, tuple[str, ...]], dict[tuple[str, ...], _ShortName]] = defaultdict(dict)
    for name in (name for group in names for name in group):
        start = name.words[: (len(name.words) + 1) // 2]
        table[name.entity.type, name.acronym, start].setdefault(name.words, name)
    for forms in table.values():
        found = list(forms.values())
        key = tuple(sorted({name.entity.iri for name in found}))
        if len(key) > 1 and not all(name.entity.label for name in found):
            yield key, found


def _explain(one: _ShortName, two: _ShortName) -> str:
    shared = " ".join(one.entity.name.replace("The ", "").split()[: _count_first_words(one, two)])
    first = name_letter(one.letter)
    second = f"of {name_day(two.letter.date)}" if two.letter.date else "without a date"
    return (
        f"“{one.entity.name}” in {first} and “{two.entity.name}” in the reply {second} have the same "
        f"acronym, {one.acronym}, and the same first words, “{shared}”."
    )


def _to_doubt(key: tuple[str, ...], names: Sequence[_ShortName], *, linked: bool) -> Doubt:
    places = join_words([f"“{name.entity.name}” in {name_letter(name.letter)}" for name in names])
    why = "their names differ" if linked else "neither letter is known to answer the other"
    return Doubt(
        entities=key,
        message=f"{places} have the same acronym, {names[0].acronym}, but {why}: check whether they are one.",
    )
