"""The brief for a meeting of two: what we ask of them, what they promised and said, and who answered for whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from ...graph.network.circle import find_circle
from ...graph.network.corpus import Corpus
from ...graph.network.correspondents import find_recipients, find_senders
from ...graph.network.network_records import EntityNode
from ...model.errors import DiagramError
from ...model.figure import Figure
from ...model.reading import Reading
from ...model.statement import Passage
from ..diagrams.asks import find_asks
from ..diagrams.correspondence import build_correspondence
from ..phrases import to_line
from ..source_notes import SourceNotes
from .brief import Brief, Section
from .entity_brief import find_fact_tellers
from .length import build_short
from .sections import (
    Writing,
    build_figures,
    find_letter_tellers,
    is_open,
    write_ask,
    write_position,
    write_promise,
)

_MOST_FACTS = 5
_MOST_BOXES = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class _Meeting:
    """Both sides with those who speak for them, and what it is about (the key of a node, None for everything)."""

    writing: Writing
    ours: EntityNode
    theirs: EntityNode
    our_circle: frozenset[str]
    their_circle: frozenset[str]
    about: EntityNode | None

    def concerns(self, entities: Iterable[str], evidence: Iterable[Passage]) -> bool:
        """Tell whether something with these entities (IRIs) and passages is about what the meeting is about."""
        if self.about is None or self.about.key in self.writing.corpus.to_keys(entities):
            return True
        return any(_is_named(self.writing.corpus, self.about.key, passage) for passage in evidence)


def build_meeting_brief(corpus: Corpus, ours: EntityNode, theirs: EntityNode, about: EntityNode | None) -> Brief:
    """Return the brief that `ours` takes into a meeting with `theirs`.

    Raises:
        DiagramError: both are one and the same.
    """
    if ours.key == theirs.key:
        raise DiagramError(f"{ours.name}: a meeting needs two sides. Name another one after --between.")
    return build_short(partial(_build, corpus, ours, theirs, about))


def _build(corpus: Corpus, ours: EntityNode, theirs: EntityNode, about: EntityNode | None, most: int) -> Brief:
    meeting = _Meeting(
        writing=Writing(corpus=corpus, notes=SourceNotes(corpus.quoter), most=most),
        ours=ours,
        theirs=theirs,
        our_circle=find_circle(corpus, ours.key),
        their_circle=find_circle(corpus, theirs.key),
        about=about,
    )
    between = [one for one in corpus.find_naming(meeting.our_circle) if _is_between(meeting, one)]
    sections = (
        _build_asks(meeting, ours, meeting.our_circle, meeting.their_circle),
        _build_promises(meeting),
        _build_positions(meeting, theirs, meeting.their_circle),
        _build_positions(meeting, ours, meeting.our_circle),
        _build_asks(meeting, theirs, meeting.their_circle, meeting.our_circle),
        _build_letters(meeting, between),
        _build_figures(meeting),
        _build_portraits(meeting),
    )
    notes = meeting.writing.notes
    topic = f", about {about.name}" if about else ""
    return Brief(
        title=to_line(f"{ours.name} and {theirs.name}{topic}"),
        newest=corpus.newest,
        sections=tuple(one for one in sections if one.sentences or one.grid),
        diagram=build_correspondence(corpus, (ours, theirs), notes, _MOST_BOXES) if between else None,
        notes=notes.notes,
    )


def _build_asks(meeting: _Meeting, asker: EntityNode, askers: frozenset[str], asked: frozenset[str]) -> Section:
    writing, corpus = meeting.writing, meeting.writing.corpus
    answers = {answer.ask: answer for answer in corpus.links.answers}
    asks = [
        ask
        for ask in find_asks(corpus, askers)
        if askers & set(corpus.to_keys(corpus.parties[ask.iri].asked_by))
        and asked & set(corpus.to_keys(corpus.parties[ask.iri].asked_of))
        and is_open(answers[ask.iri])
        and meeting.concerns(ask.about, ask.evidence)
    ]
    tellers = [partial(write_ask, writing, ask, answers[ask.iri]) for ask in asks]
    hint = "`policygraph query unanswered-asks` lists them."
    return writing.build(f"Open asks of {asker.name}", tellers, hint=hint)


def _build_promises(meeting: _Meeting) -> Section:
    corpus = meeting.writing.corpus
    promises = [
        promise
        for reading in corpus.find_naming(meeting.their_circle)
        for promise in reading.commitments
        if meeting.their_circle & set(corpus.to_keys(promise.by)) and meeting.concerns(promise.about, promise.evidence)
    ]
    promises.sort(key=lambda promise: promise.due is None)
    tellers = [partial(write_promise, meeting.writing, promise) for promise in promises]
    hint = "`policygraph query commitments` lists them."
    return meeting.writing.build(f"What {meeting.theirs.name} promised", tellers, hint=hint, newest=False)


def _build_positions(meeting: _Meeting, entity: EntityNode, circle: frozenset[str]) -> Section:
    corpus = meeting.writing.corpus
    positions = [
        position
        for reading in corpus.find_naming(circle)
        for position in reading.positions
        if circle & set(corpus.to_keys(position.by)) and meeting.concerns(position.on, position.evidence)
    ]
    tellers = [partial(write_position, meeting.writing, position) for position in positions]
    hint = "`policygraph query positions` lists them."
    return meeting.writing.build(f"Where {entity.name} stands, in its own words", tellers, hint=hint)


def _build_letters(meeting: _Meeting, between: list[Reading]) -> Section:
    tellers = find_letter_tellers(meeting.writing, between)
    hint = "`policygraph query correspondence` lists them."
    return meeting.writing.build("The letters between them, and who answered", tellers, hint=hint)


def _build_figures(meeting: _Meeting) -> Section:
    corpus = meeting.writing.corpus
    owners: dict[str, EntityNode] = {}
    figures: list[Figure] = []
    for reading in corpus.find_naming(meeting.our_circle | meeting.their_circle):
        writers = frozenset().union(*(side.keys for side in find_senders(corpus, reading)))
        sides = ((meeting.ours, meeting.our_circle), (meeting.theirs, meeting.their_circle))
        owner = next((side for side, circle in sides if writers & circle), None)
        for figure in reading.figures if owner else ():
            if owner and meeting.concerns(figure.about, figure.evidence):
                owners[figure.iri] = owner
                figures.append(figure)
    return build_figures(
        meeting.writing,
        figures,
        [
            (f"{meeting.ours.name} says", lambda figure: owners[figure.iri] is meeting.ours),
            (f"{meeting.theirs.name} says", lambda figure: owners[figure.iri] is meeting.theirs),
        ],
    )


def _build_portraits(meeting: _Meeting) -> Section:
    sides = [side for side in (meeting.ours, meeting.theirs, meeting.about) if side]
    tellers = [teller for side in sides for teller in find_fact_tellers(meeting.writing, side.key)[:_MOST_FACTS]]
    return meeting.writing.build("Who they are", tellers, hint="`policygraph show NAME` has everything.", extra=2)


def _is_between(meeting: _Meeting, reading: Reading) -> bool:
    """Tell whether one side wrote a letter to the other."""
    corpus = meeting.writing.corpus
    senders, recipients = (
        frozenset().union(*(side.keys for side in find(corpus, reading))) for find in (find_senders, find_recipients)
    )
    circles = (meeting.our_circle, meeting.their_circle)
    return any(senders & one and recipients & other for one, other in (circles, circles[::-1]))


def _is_named(corpus: Corpus, key: str, passage: Passage) -> bool:
    """Tell whether a passage names an entity."""
    return any(
        mention.start < passage.end and passage.start < mention.end
        for entity in corpus.readings[passage.letter].entities
        if corpus.keys.get(entity.iri) == key
        for mention in entity.mentions
    )
