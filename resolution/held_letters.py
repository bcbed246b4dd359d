"""The letters that are held, found by date and by reference, with their correspondents made comparable."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from ..model.entity import Entity
from ..model.letter import Correspondent, Letter
from ..model.reading import Party, Reading
from ..model.statement import Polarity, Predicate
from ..ontology.vocabulary import load_vocabulary
from .actors import Actor, to_actor

Key = TypeVar("Key", str, tuple[str, str])


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldLetter:
    """A letter that is held.

    `bodies` maps each office (IRI) to its bodies, as this letter or the vocabulary says.
    """

    reading: Reading
    senders: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    references: frozenset[str]
    bodies: dict[str, frozenset[str]]

    @property
    def letter(self) -> Letter:
        """The letter itself."""
        return self.reading.letter

    @property
    def rank(self) -> tuple[str, str]:
        """Its place among others: by date, undated ones last."""
        return self.letter.date or "~", self.letter.iri

    def find_entity(self, iri: str) -> Entity | None:
        """Return the entity with this IRI, None where the letter does not name it."""
        return next((entity for entity in self.reading.entities if entity.iri == iri), None)

    def pair_senders(self) -> Iterator[tuple[Correspondent, Party, Actor]]:
        """Yield each sender in the letter's words, as entities and as it is compared."""
        yield from zip(
            self.letter.senders,
            _fill(self.reading.senders, self.letter.senders),
            self.senders,
            strict=True,
        )

    def pair_recipients(self) -> Iterator[tuple[Correspondent, Party, Actor]]:
        """Yield each recipient in the letter's words, as entities and as it is compared."""
        yield from zip(
            self.letter.recipients,
            _fill(self.reading.recipients, self.letter.recipients),
            self.recipients,
            strict=True,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldLetters:
    """All letters in the order of their dates.

    `by_sender` and `by_recipient` find them by a day or month ("2021-06") with a key of an actor.
    """

    letters: tuple[HeldLetter, ...]
    by_iri: dict[str, HeldLetter]
    by_sender: dict[tuple[str, str], tuple[HeldLetter, ...]]
    by_recipient: dict[tuple[str, str], tuple[HeldLetter, ...]]
    by_reference: dict[str, tuple[HeldLetter, ...]]


def build_held_letters(readings: Iterable[Reading]) -> HeldLetters:
    """Return the letters of `readings`, each once: of two readings of one letter the text decides which."""
    chosen: dict[str, Reading] = {}
    for reading in sorted(readings, key=lambda each: (each.letter.text, repr(each.letter.anchors))):
        chosen.setdefault(reading.letter.iri, reading)
    letters = tuple(sorted(map(_to_held_letter, chosen.values()), key=lambda each: each.rank))
    return HeldLetters(
        letters=letters,
        by_iri={held.letter.iri: held for held in letters},
        by_sender=_index(letters, lambda held: _to_dated_keys(held, held.senders)),
        by_recipient=_index(letters, lambda held: _to_dated_keys(held, held.recipients)),
        by_reference=_index(letters, lambda held: held.references),
    )


def _index(
    letters: Iterable[HeldLetter], to_keys: Callable[[HeldLetter], Iterable[Key]]
) -> dict[Key, tuple[HeldLetter, ...]]:
    found: dict[Key, list[HeldLetter]] = defaultdict(list)
    for held in letters:
        for key in to_keys(held):
            found[key].append(held)
    return {key: tuple(same) for key, same in found.items()}


def _to_dated_keys(held: HeldLetter, actors: Iterable[Actor]) -> set[tuple[str, str]]:
    date = held.letter.date
    keys = {key for actor in actors for key in actor.keys}
    return {(period, key) for period in (date, date[:7]) for key in keys} if date is not None else set()


def normalise_reference(reference: str) -> str:
    """Return a reference as it is compared: "MIN / 0234931/22" and "min/0234931/22" are one."""
    return "".join(reference.split()).casefold()


def name_bodies(held: HeldLetter, parties: Iterable[Party]) -> tuple[str, ...]:
    """Return the names of the bodies of some correspondents, in order; of who has none the office or the person."""
    names: dict[str, None] = {}
    for party in parties:
        bodies = sorted(held.bodies.get(party.office or "", ()))
        iri = party.organisation or next(iter(bodies), None) or party.office or party.person
        entity, concept = held.find_entity(iri or ""), load_vocabulary().get(iri or "")
        if concept is not None or entity is not None:
            names[concept.label if concept else entity.label or entity.name if entity else ""] = None
    return tuple(sorted(names))


def _to_held_letter(reading: Reading) -> HeldLetter:
    letter = reading.letter
    bodies = _find_bodies(reading)
    return HeldLetter(
        reading=reading,
        senders=_to_actors(letter.senders, reading.senders, bodies),
        recipients=_to_actors(letter.recipients, reading.recipients, bodies),
        references=frozenset(map(normalise_reference, letter.references)),
        bodies=bodies,
    )


def _to_actors(
    correspondents: tuple[Correspondent, ...], parties: tuple[Party, ...], bodies: dict[str, frozenset[str]]
) -> tuple[Actor, ...]:
    return tuple(
        to_actor(correspondent, party, bodies.get(party.office or "", ()))
        for correspondent, party in zip(correspondents, _fill(parties, correspondents), strict=True)
    )


def _fill(parties: tuple[Party, ...], correspondents: tuple[Correspondent, ...]) -> tuple[Party, ...]:
    return (*parties, *(Party() for _ in correspondents[len(parties) :]))[: len(correspondents)]


def _find_bodies(reading: Reading) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for statement in reading.statements:
        if statement.predicate is Predicate.OFFICE_IN and statement.polarity is Polarity.AFFIRMED:
            found[statement.subject].add(statement.object)
    for party in (*reading.senders, *reading.recipients):
        if party.office is not None and party.organisation is not None:
            found[party.office].add(party.organisation)
    for entity in reading.entities:
        concept = load_vocabulary().get(entity.iri)
        if concept is not None and concept.body is not None:
            found[entity.iri].add(concept.body)
    return {office: frozenset(bodies) for office, bodies in found.items()}
