"""Who asks whom: the letter's own words, with who it was as other letters show it, or as analysts have said."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from ..extraction.names.entities import normalise_name
from ..model.ask import Ask
from ..model.judgement import ARROW, Verdict
from ..model.letter import Correspondent
from ..model.link import AskParties, InferredSender
from ..model.reading import Party
from .held_letters import HeldLetter, HeldLetters
from .rulings import Rulings

_MOST = 3
# "Ann Lee and Bus Friends", "Ann Lee; Bo Ray"
_BETWEEN = re.compile(r"\s*[,;]\s*|\s+and\s+")
_Names = Mapping[str, frozenset[str]]


def find_ask_parties(held: HeldLetters, senders: Iterable[InferredSender], rulings: Rulings) -> list[AskParties]:
    """Return who asks whom, ask by ask in the order of the letters.

    Whoever writes or is written to in an office brings the office and its bodies along, with which an ask stays when
    the person leaves.
    """
    people: dict[str, list[str]] = defaultdict(list)
    for link in senders:
        people[link.letter].append(link.person)
    names = {entity.iri: entity.name for letter in held.letters for entity in letter.reading.entities}
    corrected = {iri for iri, said in rulings.deciding.items() if said.verdict is Verdict.CORRECTED}
    by_name = _find_names(held.letters) if corrected else {}
    found = []
    for letter in held.letters:
        shown = [(iri, names[iri]) for iri in people[letter.letter.iri]]
        for ask in letter.reading.asks:
            if ask.iri in corrected:
                found.append(_to_corrected(letter, ask, rulings.deciding[ask.iri].value or "", by_name))
            else:
                found.append(_to_parties(letter, ask, shown))
    return found


def _to_parties(letter: HeldLetter, ask: Ask, shown: Sequence[tuple[str, str]]) -> AskParties:
    writers = [
        (_name_writer(correspondent, shown), party, tuple(iri for iri, _ in shown) if not correspondent.name else ())
        for correspondent, party, _ in letter.pair_senders()
    ]
    readers = [(_name(each, each.name), party, ()) for each, party, _ in letter.pair_recipients()]
    by, of = (_find_side(letter, iris, side) for iris, side in ((ask.asked_by, writers), (ask.asked_of, readers)))
    return AskParties(
        ask=ask.iri,
        asked_by=tuple(dict.fromkeys(iri for _, iris in by for iri in iris)),
        asked_of=tuple(dict.fromkeys(iri for _, iris in of for iri in iris)),
        by=_join(words for words, _ in by),
        of=_join(words for words, _ in of),
    )


def _find_side(
    letter: HeldLetter, entities: Iterable[str], side: Sequence[tuple[str, Party, tuple[str, ...]]]
) -> list[tuple[str, list[str]]]:
    """Return the words for each of some entities, and the IRIs of all that it brings along."""
    found: dict[str, list[str]] = {}
    for iri in entities:
        fitting = [each for each in side if iri in (each[1].person, each[1].office)]
        for words, party, people in fitting:
            bodies = sorted(letter.bodies.get(party.office or "", ()))
            own = (iri, *people, party.person, party.office, party.organisation, *bodies)
            found.setdefault(words, []).extend(each for each in own if each is not None)
        if not fitting:
            entity = letter.find_entity(iri)
            words = entity.name if entity else iri
            found.setdefault(words, []).extend((iri, *sorted(letter.bodies.get(iri, ()))))
    return list(found.items())


def _name_writer(correspondent: Correspondent, shown: Sequence[tuple[str, str]]) -> str:
    """Return who wrote a letter, as the letters query has it."""
    if correspondent.name or not shown:
        return _name(correspondent, correspondent.name)
    return _name(correspondent, f"{' and '.join(name for _, name in shown)} (shown by another letter)")


def _name(correspondent: Correspondent, name: str | None) -> str:
    return ", ".join(part for part in (name, correspondent.office, correspondent.organisation) if part)


def _to_corrected(letter: HeldLetter, ask: Ask, said: str, by_name: _Names) -> AskParties:
    by, _, of = said.partition(ARROW)
    own = _find_names([letter])

    def find(words: str) -> Iterator[str]:
        for names in (own, by_name):
            iris = names.get(normalise_name(words), frozenset())
            if len(iris) == 1:
                yield from iris
                return

    asked_by, asked_of = (_find_named(side, find) for side in (by, of))
    return AskParties(ask=ask.iri, asked_by=asked_by, asked_of=asked_of, by=by, of=of)


def _find_named(words: str, find: Callable[[str], Iterable[str]]) -> tuple[str, ...]:
    """Return the entities that an analyst's words name: all of them together, otherwise each part."""
    whole = tuple(find(words))
    return whole or tuple(dict.fromkeys(iri for part in _BETWEEN.split(words) for iri in find(part)))


def _find_names(letters: Iterable[HeldLetter]) -> _Names:
    names: dict[str, set[str]] = defaultdict(set)
    for letter in letters:
        for entity in letter.reading.entities:
            for name in {entity.name, entity.label or entity.name, *(mention.text for mention in entity.mentions)}:
                names[normalise_name(name)].add(entity.iri)
    return {name: frozenset(iris) for name, iris in names.items()}


def _join(words: Iterable[str]) -> str:
    """Return all that ask or are asked in one line; of many the first and how many more."""
    named = list(dict.fromkeys(each for each in words if each))
    return "; ".join(named if len(named) <= _MOST else [named[0], f"{len(named) - 1} others"])
