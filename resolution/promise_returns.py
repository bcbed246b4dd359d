"""Which later letters return to what was promised: the same sides, the same thing, and the sentence that says it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from ..extraction.names.entities import normalise_name
from ..model.commitment import Commitment
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
    later = _Later(held, replies)
    found = []
    for letter in held.letters:
        promises = [each for each in letter.reading.commitments if each.about and not each.reported]
        for other in later.find(letter) if promises else ():
            for promise in sorted(promises, key=lambda each: (each.evidence[0].start, each.iri)):
                things = {iri for thing in promise.about for iri in names.get(thing, (thing,))}
                called = {_to_name(entity) for entity in letter.reading.entities if entity.iri in things}
                passage = _find_sentence(other, things, called, promise)
                if passage is not None:
                    found.append(PromiseReturn(commitment=promise.iri, letter=other.letter.iri, evidence=(passage,)))
    return found


class _Later:
    """Finds the later letters of a correspondence; nothing is compared with everything."""

    def __init__(self, held: HeldLetters, replies: Iterable[Reply]) -> None:
        self._by_sender = _index(held.letters, lambda letter: letter.senders)
        self._by_recipient = _index(held.letters, lambda letter: letter.recipients)
        rows = Groups([letter.letter.iri for letter in held.letters])
        for reply in replies:
            rows.join(reply.letter, reply.to)
        self._rows = {iri: [held.by_iri[each] for each in row] for row in rows.find_all() for iri in row}

    def find(self, letter: HeldLetter) -> list[HeldLetter]:
        """Return the letters after `letter` between its two sides, or in a row of replies with it, in order."""
        forth = self._find_near(letter.senders, letter.recipients)
        back = self._find_near(letter.recipients, letter.senders)
        found = {
            iri: other
            for near, ones, twos in (
                (forth, letter.senders, letter.recipients),
                (back, letter.recipients, letter.senders),
            )
            for iri, other in near.items()
            if _agree(ones, other.senders) and _agree(twos, other.recipients)
        }
        found |= {each.letter.iri: each for each in self._rows[letter.letter.iri]}
        date = letter.letter.date
        after = [each for each in found.values() if date and each.letter.date and each.letter.date > date]
        return sorted(after, key=lambda each: each.rank)

    def _find_near(self, writing: Iterable[Actor], reading: Iterable[Actor]) -> dict[str, HeldLetter]:
        written = _look_up(self._by_sender, writing)
        read = _look_up(self._by_recipient, reading)
        return {iri: letter for iri, letter in written.items() if iri in read}


def _index(
    letters: Iterable[HeldLetter], actors_of: Callable[[HeldLetter], Iterable[Actor]]
) -> dict[str, dict[str, HeldLetter]]:
    found: dict[str, dict[str, HeldLetter]] = defaultdict(dict)
    for letter in letters:
        for key in {key for actor in actors_of(letter) for key in actor.keys}:
            found[key][letter.letter.iri] = letter
    return found


def _look_up(index: Mapping[str, Mapping[str, HeldLetter]], actors: Iterable[Actor]) -> dict[str, HeldLetter]:
    probes = {key for actor in actors for key in actor.probes}
    return {iri: letter for key in probes for iri, letter in index.get(key, {}).items()}


def _agree(ones: tuple[Actor, ...], twos: tuple[Actor, ...]) -> bool:
    """Tell whether two sides are one person, office or body: whoever holds the office now."""
    return compare_answering(ones, twos) >= Agreement.BODY


def _to_name(entity: Entity) -> tuple[EntityType, str]:
    return entity.type, normalise_name(entity.label or entity.name)


def _find_sentence(
    letter: HeldLetter, things: set[str], called: set[tuple[EntityType, str]], promise: Commitment
) -> Passage | None:
    """Return the sentence of the body that names one of the things and has most words of the promise.

    Between the same sides what is of one kind and name is one.
    """
    named = [
        mention.start
        for entity in letter.reading.entities
        if entity.iri in things or _to_name(entity) in called
        for mention in entity.mentions
    ]
    spans = list(_find_spans(letter, named))
    if not spans:
        return None
    wanted = find_terms(promise.text, {}).keys()
    shared = [len(wanted & find_terms(letter.letter.text[start:end], {}).keys()) for start, end in spans]
    return to_passage(letter.letter, *spans[shared.index(max(shared))])


def _find_spans(letter: HeldLetter, places: list[int]) -> Iterator[tuple[int, int]]:
    for paragraph in find_body_paragraphs(letter.letter) if places else ():
        for start, end in paragraph:
            if any(start <= place < end for place in places):
                yield start, end
