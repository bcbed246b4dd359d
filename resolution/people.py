"""The people whom letters name in full, each with the offices and bodies that tell which one it is."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..model.entity import EntityType
from ..model.letter import Letter
from ..model.link import InferredSender, Reply
from ..model.reading import Party
from ..model.statement import Polarity, Predicate
from ..ontology.vocabulary import load_vocabulary
from .actors import Agreement, compare_names, to_name_words
from .held_letters import HeldLetter, HeldLetters


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """What two people of one name can have in common; `words` are for the reason.

    `bodies` are those of an office, as the letter gives them: two bodies have two chairs.
    """

    key: str
    words: str
    bodies: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPerson:
    """A person entity of one letter, with its name in words that can be compared."""

    iri: str
    name: str
    words: tuple[str, ...]
    letter: Letter
    ties: tuple[Tie, ...]


def find_people(
    held: HeldLetters, replies: Iterable[Reply], senders: Sequence[InferredSender]
) -> Iterator[NamedPerson]:
    """Yield the people with given name and surname, in the order of the letters, each with its ties."""
    ties: dict[str, dict[str, Tie]] = defaultdict(dict)
    for letter in held.letters:
        for person, iri in _find_posts(letter):
            ties[person].setdefault(iri, _to_tie(letter, iri))
    for link in senders:
        letter = held.by_iri[link.letter]
        for correspondent, party, _ in letter.pair_senders():
            if correspondent.name is None and correspondent.office is not None:
                for iri in _find_office_posts(letter, party.office, party.organisation):
                    ties[link.person].setdefault(iri, _to_tie(letter, iri))
    for reply in replies:
        for person in _find_answered(held.by_iri[reply.letter], held.by_iri[reply.to]):
            tie = Tie(key=f"{reply.letter} {reply.to}", words="a letter and its reply")
            ties[person].setdefault(tie.key, tie)
    for letter in held.letters:
        for entity in letter.reading.entities:
            words = to_name_words(entity.name)
            if entity.type is EntityType.PERSON and len(words) > 1:
                own = tuple(ties[entity.iri].values())
                yield NamedPerson(iri=entity.iri, name=entity.name, words=words, letter=letter.letter, ties=own)


def _find_posts(letter: HeldLetter) -> Iterator[tuple[str, str]]:
    """Yield each person of a letter with an office or body of theirs, former ones too."""
    reading = letter.reading
    bodies = {entity.iri for entity in reading.entities if entity.type is EntityType.ORGANISATION}
    for statement in reading.statements:
        if statement.polarity is Polarity.DENIED:
            continue
        if statement.predicate is Predicate.HOLDS_OFFICE:
            for iri in _find_office_posts(letter, statement.object, None):
                yield statement.subject, iri
        elif statement.predicate is Predicate.MEMBER_OF and statement.object in bodies:
            yield statement.subject, statement.object
    for party in (*reading.senders, *reading.recipients):
        if party.person is not None:
            for iri in _find_office_posts(letter, party.office, party.organisation):
                yield party.person, iri


def _find_office_posts(letter: HeldLetter, office: str | None, body: str | None) -> Iterator[str]:
    """Yield an office and its bodies."""
    if office is not None:
        yield office
    yield from sorted({*letter.bodies.get(office or "", ()), *([body] if body else [])})


def _to_tie(letter: HeldLetter, iri: str) -> Tie:
    concept = load_vocabulary().get(iri)
    entity = letter.find_entity(iri)
    name = concept.label if concept else entity.name if entity else "the same"
    office = entity.type is EntityType.OFFICE if entity else concept is not None and concept.type == "office"
    bodies = letter.bodies.get(iri, frozenset())
    return Tie(key=iri, words=f"the office {name}" if office else f"the body {name}", bodies=bodies)


def _find_answered(reply: HeldLetter, letter: HeldLetter) -> Iterator[str]:
    """Yield the writer of the letter and whom its reply addresses (IRIs), where both have one name."""
    for pairs, others in (
        (letter.pair_senders(), list(reply.pair_recipients())),
        (letter.pair_recipients(), list(reply.pair_senders())),
    ):
        for _, party, actor in pairs:
            for _, other_party, other in others:
                if compare_names(actor.name, other.name) is Agreement.AGREE:
                    yield from _persons(party, other_party)


def _persons(*parties: Party) -> Iterator[str]:
    return (party.person for party in parties if party.person is not None)
