"""Letters and readings that the tests of the graph work with."""

from pathlib import Path

from hypothesis import strategies as st
from policygraph.graph.storage.store import GraphStore
from policygraph.model.ask import Ask
from policygraph.model.citation import LetterCitation
from policygraph.model.commitment import Commitment, Strength
from policygraph.model.document import Anchor
from policygraph.model.entity import Entity, EntityType, Mention
from policygraph.model.figure import Figure
from policygraph.model.finding import Finding
from policygraph.model.identity import (
    to_ask_iri,
    to_commitment_iri,
    to_entity_iri,
    to_letter_iri,
    to_statement_id,
)
from policygraph.model.judgement import Judgement, Verdict
from policygraph.model.letter import Correspondent, Letter
from policygraph.model.position import Position, Stance
from policygraph.model.reading import Party, Reading
from policygraph.model.statement import Passage, Polarity, Predicate, Statement
from pyoxigraph import RdfFormat, serialize

LETTER = """\
{date}

Our ref: {reference}

Rt Hon Alistair Pemberthy MP
Chair
Environment Committee

Dear Alistair,

{body}

Yours sincerely,

{sender}
Secretary of State for the Environment
"""


def write_letter(
    path: Path,
    body: str = "The Ministry of Water runs the Water Restoration Fund.",
    *,
    date: str = "14 May 2025",
    reference: str = "WR/2025/17",
    sender: str = "Helen Marchbanks",
) -> Path:
    """Write a letter that can be read; the body makes it different from others."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(LETTER.format(body=body, date=date, reference=reference, sender=sender), "utf-8")
    return path


def dump(store: GraphStore) -> bytes:
    """Return everything that a store says, in one order."""
    quads = serialize(store.find_quads(None), format=RdfFormat.N_QUADS) or b""
    return b"\n".join(sorted(quads.splitlines()))


def build_reading(text: str = "Ann Lee, Chair, runs the Fund, not the Pot.") -> Reading:
    """Return a small reading with one fact and one denial."""
    iri = to_letter_iri(text)
    ann = _build_entity(text, EntityType.PERSON, "Ann Lee")
    chair = _build_entity(text, EntityType.OFFICE, "Chair")
    fund = _build_entity(text, EntityType.SCHEME, "Fund")
    pot = _build_entity(text, EntityType.SCHEME, "Pot")
    passage = Passage(letter=iri, start=0, end=len(text), quote=text)

    def state(subject: Entity, predicate: Predicate, end: Entity, polarity: Polarity) -> Statement:
        return Statement(
            id=to_statement_id(iri, subject.iri, predicate, end.iri, polarity),
            subject=subject.iri,
            predicate=predicate,
            object=end.iri,
            evidence=(passage,),
            rule="template",
            polarity=polarity,
        )

    return Reading(
        letter=Letter(
            iri=iri,
            text=text,
            anchors=(Anchor(start=0, line=1),),
            date="2025-05-14",
            senders=(Correspondent(name="Ann Lee", office="Chair"),),
        ),
        senders=(Party(person=ann.iri, office=chair.iri),),
        entities=(ann, chair, fund, pot),
        statements=(
            state(ann, Predicate.HOLDS_OFFICE, chair, Polarity.AFFIRMED),
            state(chair, Predicate.RUNS, fund, Polarity.AFFIRMED),
            state(chair, Predicate.RUNS, pot, Polarity.DENIED),
            state(ann, Predicate.MEMBER_OF, fund, Polarity.ENDED),
        ),
    )


def _build_entity(text: str, kind: EntityType, name: str) -> Entity:
    start = text.index(name)
    mention = Mention(text=name, start=start, end=start + len(name))
    return Entity(iri=to_entity_iri(kind, name), type=kind, name=name, mentions=(mention,))


# Text as it can stand in a letter: anything but half a surrogate pair, which no loader lets through.
texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)
maybe = st.none() | texts
dates = st.none() | st.dates().map(lambda day: day.isoformat())
correspondents = st.lists(st.builds(Correspondent, name=maybe, office=maybe, organisation=maybe), max_size=3)


@st.composite
def letters(draw: st.DrawFn) -> Letter:
    """Any letter."""
    text = draw(texts)
    places = draw(st.lists(st.integers(1, len(text)), unique=True, max_size=3))
    anchors = [
        Anchor(start=start, line=draw(st.integers(1, 9999)), page=draw(st.none() | st.integers(1, 99)))
        for start in (0, *sorted(places))
    ]
    return Letter(
        iri=to_letter_iri(text),
        text=text,
        anchors=tuple(anchors),
        date=draw(dates),
        references=tuple(draw(st.lists(texts, max_size=3))),
        subject=draw(maybe),
        senders=tuple(draw(correspondents)),
        recipients=tuple(draw(correspondents)),
        copied_to=tuple(draw(correspondents)),
        ocr=draw(st.booleans()),
    )


def passages(letter: Letter) -> st.SearchStrategy[Passage]:
    """Any true quote from a letter; the page follows from its place."""

    def quote(start: int, end: int) -> Passage:
        page = letter.find_anchor(start).page
        return Passage(letter=letter.iri, start=start, end=end, quote=letter.text[start:end], page=page)

    spans = st.tuples(st.integers(0, len(letter.text) - 1), st.integers(1, len(letter.text)))
    return spans.filter(lambda span: span[0] < span[1]).map(lambda span: quote(*span))


@st.composite
def entities(draw: st.DrawFn, letter: Letter) -> Entity:
    """Any entity that a letter names."""
    kind, name = draw(st.sampled_from(EntityType)), draw(texts)
    places = draw(st.lists(passages(letter), max_size=3))
    mentions = (Mention(text=place.quote, start=place.start, end=place.end) for place in places)
    return Entity(
        iri=to_entity_iri(kind, name),
        type=kind,
        name=name,
        mentions=tuple(mentions),
        label=draw(maybe),
        recogniser=draw(maybe),
    )


@st.composite
def statements(draw: st.DrawFn, letter: Letter, iris: list[str]) -> Statement:
    """Any statement on some entities."""
    subject, end = draw(st.sampled_from(iris)), draw(st.sampled_from(iris))
    predicate, polarity = draw(st.sampled_from(Predicate)), draw(st.sampled_from(Polarity))
    return Statement(
        id=to_statement_id(letter.iri, subject, predicate, end, polarity),
        subject=subject,
        predicate=predicate,
        object=end,
        evidence=tuple(draw(st.lists(passages(letter), min_size=1, max_size=4, unique=True))),
        rule=draw(texts),
        polarity=polarity,
        confidence=draw(maybe),
        since=draw(maybe),
        until=draw(maybe),
        condition=draw(maybe),
    )


def _evidence(letter: Letter) -> st.SearchStrategy[tuple[Passage, ...]]:
    return st.lists(passages(letter), min_size=1, max_size=3, unique=True).map(tuple)


def _several(iris: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    """Some entities in any order."""
    return st.lists(st.sampled_from(iris), max_size=3, unique=True).map(tuple) if iris else st.just(())


@st.composite
def asks(draw: st.DrawFn, letter: Letter, iris: list[str]) -> Ask:
    """Any ask among some entities."""
    text = draw(texts)
    return Ask(
        iri=to_ask_iri(letter.iri, text),
        text=text,
        asked_by=draw(_several(iris)),
        asked_of=draw(_several(iris)),
        about=draw(_several(iris)),
        evidence=draw(_evidence(letter)),
        due=draw(maybe),
        procedural=draw(st.booleans()),
        reported=draw(st.booleans()),
    )


@st.composite
def commitments(draw: st.DrawFn, letter: Letter, iris: list[str]) -> Commitment:
    """Any commitment of some entities."""
    text = draw(texts)
    return Commitment(
        iri=to_commitment_iri(letter.iri, text),
        text=text,
        by=draw(_several(iris)),
        about=draw(_several(iris)),
        strength=draw(st.sampled_from(Strength)),
        evidence=draw(_evidence(letter)),
        due=draw(maybe),
        reported=draw(st.booleans()),
    )


@st.composite
def positions(draw: st.DrawFn, letter: Letter, iris: list[str]) -> Position:
    """Any position of some entities."""
    stance, text = draw(st.sampled_from(Stance)), draw(texts)
    return Position(
        iri=to_entity_iri("position", letter.iri, text, stance),
        text=text,
        by=draw(_several(iris)),
        stance=stance,
        on=draw(_several(iris)),
        evidence=draw(_evidence(letter)),
        condition=draw(maybe),
    )


@st.composite
def figures(draw: st.DrawFn, letter: Letter, iris: list[str]) -> Figure:
    """Any figure about some entities."""
    numbers = st.floats(allow_nan=False, allow_infinity=False)
    value = draw(numbers)
    return Figure(
        iri=to_entity_iri("figure", letter.iri, str(value)),
        value=value,
        unit=draw(st.just("") | texts),
        counts=draw(st.just("") | texts),
        about=draw(_several(iris)),
        evidence=draw(_evidence(letter)),
        upper=draw(st.none() | numbers),
        period=draw(maybe),
        source=draw(maybe),
    )


@st.composite
def citations(draw: st.DrawFn, letter: Letter) -> LetterCitation:
    """Any mention of another letter."""
    return LetterCitation(
        described=draw(texts),
        by_addressee=draw(st.booleans()),
        answered=draw(st.booleans()),
        evidence=tuple(draw(st.lists(passages(letter), min_size=1, max_size=3, unique=True))),
        date=draw(maybe),
        addressee=draw(maybe),
        reference=draw(maybe),
    )


@st.composite
def findings(draw: st.DrawFn, letter: Letter) -> Finding:
    """Any problem to check."""
    place = draw(passages(letter))
    return Finding(letter=letter.iri, message=draw(texts), quote=place.quote, start=place.start, end=place.end)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Any reading: every field filled or not, every passage a true quote."""
    letter = draw(letters())
    named = draw(st.lists(entities(letter), max_size=4, unique_by=lambda entity: entity.iri))
    iris = [entity.iri for entity in named]
    stated = draw(st.lists(statements(letter, iris), max_size=4)) if iris else []
    iri = st.none() | st.sampled_from(iris) if iris else st.none()
    parties = st.builds(Party, person=iri, office=iri, organisation=iri)
    return Reading(
        letter=letter,
        senders=tuple(draw(st.lists(parties, max_size=len(letter.senders)))),
        recipients=tuple(draw(st.lists(parties, max_size=len(letter.recipients)))),
        entities=tuple(named),
        statements=tuple(stated),
        asks=tuple(draw(st.lists(asks(letter, iris), max_size=3))),
        commitments=tuple(draw(st.lists(commitments(letter, iris), max_size=3))),
        positions=tuple(draw(st.lists(positions(letter, iris), max_size=3))),
        figures=tuple(draw(st.lists(figures(letter, iris), max_size=3))),
        citations=tuple(draw(st.lists(citations(letter), max_size=3))),
        findings=tuple(draw(st.lists(findings(letter), max_size=3))),
    )


@st.composite
def judgements(draw: st.DrawFn) -> Judgement:
    """Any judgement."""
    zones = st.timezones()
    return Judgement(
        target=to_entity_iri("ask", draw(texts)),
        verdict=draw(st.sampled_from(Verdict)),
        by=draw(texts),
        when=draw(st.datetimes(timezones=zones, allow_imaginary=False)).isoformat(),
        about=draw(st.text(st.characters(exclude_categories=["Cs"]), max_size=40)),
        letters=tuple(map(to_letter_iri, draw(st.lists(texts, max_size=2)))),
        value=draw(maybe),
        why=draw(maybe),
        undoes=draw(maybe),
    )
