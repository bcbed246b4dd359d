"""Which later letters return to what was promised: the same sides, the same thing, and the sentence that says it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Set

from ..extraction.names.entities import normalise_name
from ..model.entity import Entity, EntityType
from ..model.link import PromiseReturn, Reply, SameAs
from ..model.statement import Passage
from .actors import Actor, Agreement, compare_answering
from .groups import Groups
from .held_letters import HeldLetter, HeldLetters
from .passages import to_passage
from .reply_passages import find_body_paragraphs
from .word_weights import find_terms


def find_promise_returns(held: HeldLetters, replies: Iterable[Reply], same: Iterable[SameAs]) -> list[PromiseReturn]:
    """Return the letters that return to a commitment, in the order of the letters and of the text.

    "We will publish the review of the Lake Fund" is returned to by a later letter between the same sides, or in a row
    of replies with it, whose body names the Lake Fund: by the sentence that has most words in common.
    """
    names = {iri: link.entities for link in same for iri in link.entities}
    naming = _Naming(held.letters)
    later = _Later(held, replies)
    found = []
    for letter in held.letters:
        promises = [each for each in letter.reading.commitments if each.about and not each.reported]
        for promise in sorted(promises, key=lambda each: (each.evidence[0].start, each.iri)):
            things = {iri for thing in promise.about for iri in names.get(thing, (thing,))}
            called = {_to_name(entity) for entity in letter.reading.entities if entity.iri in things}
            wanted = find_terms(promise.text, {}).keys()
            for other in later.find(letter, naming.find_letters({*things, *called})):
                passage = naming.find_sentence(other, {*things, *called}, wanted)
                if passage is not None:
                    found.append(PromiseReturn(commitment=promise.iri, letter=other.letter.iri, evidence=(passage,)))
    return found


_Thing = str | tuple[EntityType, str]
"""An entity by its IRI, or by its kind and name: between the same sides what has one kind and name is one."""


def _to_name(entity: Entity) -> tuple[EntityType, str]:
    return entity.type, normalise_name(entity.label or entity.name)


class _Naming:
    """Knows where letters name things; the sentences of a letter are found once."""

    def __init__(self, letters: Iterable[HeldLetter]) -> None:
        self._letters: dict[_Thing, dict[str, HeldLetter]] = defaultdict(dict)
        self._sentences: dict[str, list[tuple[int, int, Set[str]]]] = {}
        for letter in letters:
            for entity in letter.reading.entities:
                for thing in (entity.iri, _to_name(entity)):
                    self._letters[thing][letter.letter.iri] = letter

    def find_letters(self, things: Iterable[_Thing]) -> dict[str, HeldLetter]:
        """Return the letters (by IRI) that name one of the things."""
        return {iri: letter for thing in things for iri, letter in self._letters[thing].items()}

    def find_sentence(self, letter: HeldLetter, things: Set[_Thing], wanted: Set[str]) -> Passage | None:
        """Return the sentence of the body that names one of the things and has most of the `wanted` terms."""
        places = [
            mention.start
            for entity in letter.reading.entities
            if entity.iri in things or _to_name(entity) in things
            for mention in entity.mentions
        ]
        best: tuple[int, int, int] | None = None
        for start, end, terms in self._find_sentences(letter):
            shared = len(wanted & terms)
            if (best is None or shared > best[0]) and any(start <= place < end for place in places):
                best = shared, start, end
        return to_passage(letter.letter, *best[1:]) if best else None

    def _find_sentences(self, letter: HeldLetter) -> list[tuple[int, int, Set[str]]]:
        iri, text = letter.letter.iri, letter.letter.text
        if iri not in self._sentences:
            spans = (span for paragraph in find_body_paragraphs(letter.letter) for span in paragraph)
            self._sentences[iri] = [(start, end, find_terms(text[start:end], {}).keys()) for start, end in spans]
        return self._sentences[iri]


class _Later:
    """Finds the later letters of a correspondence; nothing is compared with everything."""

    def __init__(self, held: HeldLetters, replies: Iterable[Reply]) -> None:
        self._by_sender = _index(held.letters, lambda letter: letter.senders)
        self._by_recipient = _index(held.letters, lambda letter: letter.recipients)
        rows = Groups([letter.letter.iri for letter in held.letters])
        for reply in replies:
            rows.join(reply.letter, reply.to)
        self._rows = {iri: frozenset(row) for row in rows.find_all() for iri in row}

    def find(self, letter: HeldLetter, among: Mapping[str, HeldLetter]) -> list[HeldLetter]:
        """Return the letters of some that are after `letter` between its two sides or in its row, in order."""
        date, row = letter.letter.date, self._rows[letter.letter.iri]
        after = {iri: each for iri, each in among.items() if date and each.letter.date and each.letter.date > date}
        found = {iri: each for iri, each in after.items() if iri in row}
        for ones, twos in ((letter.senders, letter.recipients), (letter.recipients, letter.senders)):
            near = self._find_near(ones, twos) & after.keys()
            sides = ((iri, after[iri]) for iri in near)
            found |= {iri: each for iri, each in sides if _agree(ones, each.senders) and _agree(twos, each.recipients)}
        return sorted(found.values(), key=lambda each: each.rank)

    def _find_near(self, writing: Iterable[Actor], reading: Iterable[Actor]) -> set[str]:
        return _look_up(self._by_sender, writing) & _look_up(self._by_recipient, reading)


def _index(letters: Iterable[HeldLetter], actors_of: Callable[[HeldLetter], Iterable[Actor]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for letter in letters:
        for key in {key for actor in actors_of(letter) for key in actor.keys}:
            found[key].add(letter.letter.iri)
    return found


def _look_up(index: Mapping[str, Set[str]], actors: Iterable[Actor]) -> set[str]:
    probes = {key for actor in actors for key in actor.probes}
    return {iri for key in probes for iri in index.get(key, ())}


def _agree(ones: tuple[Actor, ...], twos: tuple[Actor, ...]) -> bool:
    """Tell whether two sides are one person, office or body: whoever holds the office now."""
    return compare_answering(ones, twos) >= Agreement.BODY
