"""When what happened: the letters above the axis, below it what is due and when facts begin and end."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from ...graph.due_day import find_first_day, find_last_day
from ...graph.network.circle import find_circle
from ...graph.network.corpus import Corpus
from ...graph.network.network_records import EntityNode
from ...model.entity import EntityType
from ...model.errors import DiagramError
from ...model.reading import Reading
from ...model.statement import Passage, Polarity
from ...resolution.wording import join_words
from ..phrases import render_date, render_relation
from ..source_notes import SourceNotes
from .diagram import Arrangement, Diagram, Lane, Node, NodeKind
from .selection import tell_left_out

ABOVE, BELOW = "letters", "dates"
_SCALE = "The axis is stretched where much happens and cut (…) where nothing does."
_LANES = (Lane(id=ABOVE, heading="Letters"), Lane(id=BELOW, heading="What is due, and when facts begin and end"))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Event:
    """Something with a date; `keys` are the entities that it concerns."""

    id: str
    kind: NodeKind
    day: str
    edtf: str
    words: str
    keys: frozenset[str]
    evidence: tuple[Passage, ...]


def build_timeline(corpus: Corpus, focus: Sequence[EntityNode], notes: SourceNotes, most: int) -> Diagram:
    """Return the diagram of everything with a date, or of what concerns each part of the focus.

    It has at most `most` boxes, those of the newest days.

    Raises:
        DiagramError: nothing here has a date.
    """
    circles = [find_circle(corpus, entity.key) for entity in focus]
    readings = corpus.find_naming(circles[0]) if circles else corpus.readings.values()
    found = chain.from_iterable(_find_events(corpus, reading) for reading in readings)
    events = {one.id: one for one in found if all(one.keys & circle for circle in circles)}
    ordered = sorted(events.values(), key=lambda one: (one.day, one.kind, one.id))
    if not ordered:
        raise DiagramError("Nothing here has a date. `policygraph query correspondence` lists the letters.")
    kept = ordered[-most:]
    about = join_words([entity.name for entity in focus]) if focus else "All letters"
    return Diagram(
        title=f"{about}: what happened when",
        arrangement=Arrangement.TIMELINE,
        newest=corpus.newest,
        nodes=tuple(_to_node(one, notes) for one in kept),
        edges=(),
        notes=notes.notes,
        lanes=_LANES,
        remarks=(*_tell_left_out(ordered[:-most]), _SCALE),
    )


def _tell_left_out(left_out: Sequence[_Event]) -> tuple[str, ...]:
    earlier = [f"{render_date(one.edtf)}: {one.words[:60]}" for one in left_out]
    return tell_left_out(earlier, "earlier event", "Name somebody or something to see only what concerns it.")


def _to_node(event: _Event, notes: SourceNotes) -> Node:
    return Node(
        id=event.id,
        kind=event.kind,
        label=render_date(event.edtf),
        detail=event.words,
        lane=ABOVE if event.kind is NodeKind.LETTER else BELOW,
        day=event.day,
        notes=notes.cite(event.evidence),
    )


def _find_events(corpus: Corpus, reading: Reading) -> Iterator[_Event]:
    letter = reading.letter
    parties = corpus.quoter.find_parties(letter.iri).replace(" → ", " to ")
    if letter.date:
        words = f"{parties}: {letter.subject}" if letter.subject else parties
        named = frozenset(corpus.to_keys(entity.iri for entity in reading.entities))
        yield _to_event(letter.iri, NodeKind.LETTER, letter.date, words, named, ())
    for ask in reading.asks:
        keys = corpus.to_keys((*ask.asked_by, *ask.asked_of, *ask.about))
        if ask.due and not ask.reported:
            yield from _to_due(ask.iri, NodeKind.ASK, ask.due, f"wanted by then: “{ask.text}”", keys, ask.evidence)
    for promise in reading.commitments:
        keys = corpus.to_keys((*promise.by, *promise.about))
        if promise.due:
            words = f"promised for then: “{promise.text}”"
            yield from _to_due(promise.iri, NodeKind.PROMISE, promise.due, words, keys, promise.evidence)
    for statement in reading.statements:
        ends = corpus.to_keys((statement.subject, statement.object))
        # What is since when in a document's case is the year in which it came out.
        if statement.polarity is Polarity.AFFIRMED and len(ends) == 2 and not _has_document(corpus, ends):
            subject, object_ = (corpus.get_entity(end) for end in ends)
            fact = f"{subject.name} {render_relation(statement.predicate, object_.type)} {object_.name}"
            for edtf, word in ((statement.since, "since then"), (statement.until, "until then")):
                if edtf:
                    key = f"{'-'.join(ends)} {statement.predicate} {word} {edtf}"
                    yield from _to_due(key, NodeKind.TENURE, edtf, f"{word}: {fact}", ends, statement.evidence)


def _has_document(corpus: Corpus, keys: tuple[str, ...]) -> bool:
    return any(corpus.get_entity(key).type is EntityType.DOCUMENT for key in keys)


def _to_due(
    key: str, kind: NodeKind, edtf: str, words: str, keys: tuple[str, ...], evidence: tuple[Passage, ...]
) -> Iterator[_Event]:
    day = find_first_day(edtf) if kind is NodeKind.TENURE else find_last_day(edtf)
    if day is not None:
        yield _to_event(key, kind, edtf, words, frozenset(keys), evidence, day=day.isoformat())


def _to_event(
    key: str,
    kind: NodeKind,
    edtf: str,
    words: str,
    keys: frozenset[str],
    evidence: tuple[Passage, ...],
    *,
    day: str | None = None,
) -> _Event:
    return _Event(id=key, kind=kind, day=day or edtf, edtf=edtf, words=words, keys=keys, evidence=evidence)
