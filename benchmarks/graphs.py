"""Graphs to measure with: readings as letters would give them, made as statements and not by reading.

Each letter states two facts, which take turns among ten relations, and has an ask, a promise, a position or a figure;
two letters in three answer the one before. What they name is drawn from pools that grow with the number of letters, a
few of them much more often than most. The same number gives the same graph.
"""

from collections.abc import Iterator
from random import Random
from typing import Any

from policygraph.graph.quads.description import to_description_quads
from policygraph.graph.quads.link_quads import to_link_quads
from policygraph.graph.quads.reading_quads import to_quads
from policygraph.graph.quads.terms import (
    HOLDING,
    HOLDS_LETTER,
    IN_SOURCE,
    PATH,
    SOURCES,
    TYPE,
    VARIANT,
)
from policygraph.graph.storage.directory_quads import to_directory_quads
from policygraph.model.ask import Ask
from policygraph.model.commitment import Commitment, Strength
from policygraph.model.document import Anchor
from policygraph.model.entity import Entity, EntityType, Mention
from policygraph.model.figure import Figure
from policygraph.model.identity import (
    BASE,
    to_ask_iri,
    to_commitment_iri,
    to_digest,
    to_entity_iri,
    to_letter_iri,
    to_statement_id,
)
from policygraph.model.letter import Correspondent, Letter
from policygraph.model.link import Answer, AnswerStatus, Links, Reply, SameAs
from policygraph.model.position import Position, Stance
from policygraph.model.reading import Party, Reading
from policygraph.model.statement import Passage, Polarity, Predicate, Statement
from pyoxigraph import NamedNode, Quad

_SAYS = {
    Predicate.HOLDS_OFFICE: (EntityType.PERSON, "holds the office of", EntityType.OFFICE),
    Predicate.OFFICE_IN: (EntityType.OFFICE, "is an office in", EntityType.ORGANISATION),
    Predicate.MEMBER_OF: (EntityType.PERSON, "is a member of", EntityType.ORGANISATION),
    Predicate.RUNS: (EntityType.ORGANISATION, "runs", EntityType.SCHEME),
    Predicate.FUNDS: (EntityType.ORGANISATION, "funds", EntityType.SCHEME),
    Predicate.OPERATES_IN: (EntityType.SCHEME, "operates in", EntityType.COUNTRY),
    Predicate.BASED_ON: (EntityType.SCHEME, "is based on", EntityType.LEGISLATION),
    Predicate.PARTY_TO: (EntityType.COUNTRY, "is party to", EntityType.TREATY),
    Predicate.PART_OF: (EntityType.PROVISION, "is part of", EntityType.LEGISLATION),
    Predicate.PARTNERS_WITH: (EntityType.ORGANISATION, "works with", EntityType.ORGANISATION),
}
_RELATIONS = tuple(_SAYS)
# How many letters there are to each thing of a kind, and how many things there are at least.
_POOLS = {
    EntityType.PERSON: (5, 20),
    EntityType.OFFICE: (10, 10),
    EntityType.ORGANISATION: (20, 10),
    EntityType.SCHEME: (20, 10),
    EntityType.LEGISLATION: (50, 5),
    EntityType.TREATY: (500, 5),
    EntityType.PROVISION: (20, 10),
    EntityType.COUNTRY: (10**9, 150),
}


class _Draft:
    """One letter in the making: its lines, and what it names in them."""

    def __init__(self, number: int, random: Random, letters: int) -> None:
        self._random = random
        self._letters = letters
        self._lines = [f"Reference {number:07}"]
        self._places: dict[tuple[EntityType, str], list[tuple[int, int]]] = {}
        self._length = len(self._lines[0]) + 1

    @property
    def text(self) -> str:
        return "\n".join(self._lines) + "\n"

    def name(self, kind: EntityType) -> tuple[EntityType, str]:
        """Draw something of a kind, by a name of it; low numbers come often."""
        share, least = _POOLS[kind]
        place = int(self._random.random() ** 2 * max(least, self._letters // share))
        is_other_name = kind is EntityType.SCHEME and self._random.random() < 0.1
        return kind, f"{kind.capitalize()} {place:06}" + (" programme" if is_other_name else "")

    def write(self, *words: str | tuple[EntityType, str]) -> tuple[int, int]:
        """Add a sentence, in which pairs are names, and return where it stands."""
        start, line = self._length, ""
        for word in words:
            if isinstance(word, tuple):
                place = start + len(line)
                self._places.setdefault(word, []).append((place, place + len(word[1])))
            line += word if isinstance(word, str) else word[1]
        self._lines.append(line)
        self._length += len(line) + 1
        return start, start + len(line)

    def find_entities(self) -> tuple[Entity, ...]:
        return tuple(
            Entity(
                iri=to_entity_iri(kind, name),
                type=kind,
                name=name,
                mentions=tuple(Mention(text=name, start=start, end=end) for start, end in places),
            )
            for (kind, name), places in self._places.items()
        )


def build_readings(letters: int, *, seed: int = 1) -> Iterator[Reading]:
    """Yield the readings of so many letters."""
    random = Random(seed)
    for number in range(letters):
        yield _build_reading(_Draft(number, random, letters), random, number)


def _build_reading(draft: _Draft, random: Random, number: int) -> Reading:
    writer, reader = draft.name(EntityType.PERSON), draft.name(EntityType.PERSON)
    office, body = draft.name(EntityType.OFFICE), draft.name(EntityType.ORGANISATION)
    draft.write("From ", writer, ", ", office, ", ", body)
    draft.write("To ", reader)
    said = []
    for predicate in (_RELATIONS[2 * number % 10], _RELATIONS[(2 * number + 1) % 10]):
        kind, verb, other = _SAYS[predicate]
        one, two = draft.name(kind), draft.name(other)
        said.append((predicate, one, two, draft.write(one, f" {verb} ", two, ".")))
    scheme, law = draft.name(EntityType.SCHEME), draft.name(EntityType.LEGISLATION)
    ask, promise = ("Please close ", scheme, "."), ("We shall review ", scheme, ".")
    stance, figure = ("We oppose ", law, "."), (f"There were {number % 97} people in ", scheme, ".")
    spoken = draft.write(*(ask, promise, stance, figure)[number % 4])
    text = draft.text
    letter = Letter(
        iri=to_letter_iri(text),
        text=text,
        anchors=(Anchor(start=0, line=1),),
        date=None if number % 50 == 0 else f"{2000 + number % 25}-{1 + number % 12:02}-{1 + number % 28:02}",
        senders=(Correspondent(name=writer[1], office=office[1], organisation=body[1]),),
        recipients=(Correspondent(name=reader[1]),),
    )

    def quote(place: tuple[int, int]) -> tuple[Passage, ...]:
        return (Passage(letter=letter.iri, start=place[0], end=place[1], quote=text[place[0] : place[1]]),)

    def key(name: tuple[EntityType, str]) -> str:
        return to_entity_iri(*name)

    kinds = {EntityType.PERSON: "person", EntityType.OFFICE: "office", EntityType.ORGANISATION: "organisation"}
    matter = law if number % 4 == 2 else scheme
    return Reading(
        letter=letter,
        senders=(Party(**{kinds[name[0]]: key(name) for name in (writer, office, body)}),),
        recipients=(Party(person=key(reader)),),
        entities=draft.find_entities(),
        statements=tuple(
            Statement(
                id=to_statement_id(letter.iri, predicate, *one, *two),
                subject=key(one),
                predicate=predicate,
                object=key(two),
                evidence=quote(place),
                rule="template",
                polarity=Polarity.ENDED if number % 20 == 0 else Polarity.AFFIRMED,
                since=f"{2000 + number % 25}" if number % 10 == 0 else None,
            )
            for predicate, one, two, place in said
        ),
        **_build_speech(number, letter, quote(spoken), writer=key(writer), reader=key(reader), matter=key(matter)),
    )


def _build_speech(
    number: int, letter: Letter, evidence: tuple[Passage, ...], *, writer: str, reader: str, matter: str
) -> dict[str, Any]:
    """Return the ask, the promise, the position or the figure of a letter, as the fields of a reading."""
    words = evidence[0].quote
    if number % 4 == 0:
        iri = to_ask_iri(letter.iri, words)
        ask = Ask(iri=iri, text=words, asked_by=(writer,), asked_of=(reader,), about=(matter,), evidence=evidence)
        return {"asks": (ask,)}
    if number % 4 == 1:
        iri, due = to_commitment_iri(letter.iri, words), f"{2001 + number % 25}" if number % 5 == 0 else None
        firm = Strength.FIRM
        promise = Commitment(
            iri=iri, text=words, by=(writer,), about=(matter,), strength=firm, evidence=evidence, due=due
        )
        return {"commitments": (promise,)}
    iri = f"{BASE}said/{to_digest(letter.iri)}"
    if number % 4 == 2:
        against = Stance.OPPOSES
        stance = Position(iri=iri, text=words, by=(writer,), on=(matter,), stance=against, evidence=evidence)
        return {"positions": (stance,)}
    figure = Figure(
        iri=iri,
        value=number % 97,
        unit="people",
        counts=words,
        about=(matter,),
        evidence=evidence,
        period=f"{2000 + number % 25}",
    )
    return {"figures": (figure,)}


def build_links(readings: Iterator[Reading] | list[Reading]) -> Links:
    """Return what links generated letters: replies, answers, and schemes of two names that are one."""
    names: set[str] = set()
    replies, answers = [], []
    before: Reading | None = None
    for number, reading in enumerate(readings):
        names.update(entity.name for entity in reading.entities if entity.type is EntityType.SCHEME)
        for ask in reading.asks:
            status = AnswerStatus.UNDECIDED
            answers.append(Answer(ask=ask.iri, status=status, reason="Generated.", evidence=ask.evidence))
        if before is not None and number % 3:
            evidence = reading.statements[0].evidence
            replies.append(Reply(letter=reading.letter.iri, to=before.letter.iri, days=number % 300, evidence=evidence))
        before = reading
    same = (
        SameAs(
            entities=tuple(sorted(to_entity_iri(EntityType.SCHEME, each) for each in (name, f"{name} programme"))),
            why="Generated.",
        )
        for name in sorted(names)
        if f"{name} programme" in names
    )
    return Links(same=tuple(same), replies=tuple(replies), answers=tuple(answers))


def build_quads(letters: int) -> Iterator[Quad]:
    """Yield everything that a store of so many letters holds, but for the vocabulary."""
    for reading in build_readings(letters):
        yield from to_quads(reading)
        iri, path = reading.letter.iri, f"{to_digest(reading.letter.iri)}.txt"
        values = (
            (TYPE, HOLDING),
            (IN_SOURCE, NamedNode(f"{BASE}source/{to_digest(path)}")),
            (PATH, path),
            (HOLDS_LETTER, NamedNode(iri)),
            (VARIANT, to_digest(iri)),
        )
        yield from to_description_quads(SOURCES, NamedNode(f"{BASE}holding/{to_digest(path, iri)}"), values)
    links = build_links(build_readings(letters))
    yield from to_link_quads(links)
    yield from to_directory_quads(build_readings(letters), links.same, {})
