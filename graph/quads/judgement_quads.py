"""What analysts have said as the quads of one graph, and back again without loss.

The file beside the store is what counts; the graph is there so that a question can ask who said what. What a judgement
does to a link stands with the link.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from pyoxigraph import Literal, NamedNode, Quad

from ...model.judgement import Judgement, Standing, Verdict
from ...model.link import Judged
from .description import Description, Descriptions, to_description_quads, to_member_quads
from .terms import (
    DERIVED,
    DESCRIBED,
    GIVEN_VALUE,
    HAS_JUDGEMENT,
    HAS_NOTE,
    JUDGED,
    JUDGED_AT,
    JUDGED_BY,
    JUDGEMENT,
    JUDGEMENTS,
    JUDGES,
    STANDING,
    STANDS_IN,
    TYPE,
    UNDOES,
    VERDICT,
    VERSION,
    WHY,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What analysts have said of one thing: its standing, the judgement that gave it, and notes by time."""

    standing: Standing = Standing.SUGGESTED
    judgement: Judgement | None = None
    notes: tuple[Judgement, ...] = ()


def to_judgement_quads(judgements: Iterable[Judgement], checksum: str) -> Iterator[Quad]:
    """Yield every judgement, and the checksum of the file that they were read from; nothing without a file."""
    if checksum:
        yield Quad(JUDGEMENTS, VERSION, Literal(checksum), JUDGEMENTS)
    for judgement in judgements:
        node = NamedNode(judgement.iri)
        letters = [NamedNode(letter) for letter in judgement.letters]
        yield from to_description_quads(
            JUDGEMENTS,
            node,
            (
                (TYPE, JUDGEMENT),
                (JUDGES, NamedNode(judgement.target)),
                (VERDICT, judgement.verdict.value),
                (JUDGED_BY, judgement.by),
                (JUDGED_AT, judgement.when),
                (DESCRIBED, judgement.about),
                (GIVEN_VALUE, judgement.value),
                (WHY, judgement.why),
                (UNDOES, judgement.undoes),
                *((STANDS_IN, letter) for letter in letters),
            ),
        )
        yield from to_member_quads(JUDGEMENTS, node, letters)


def from_judgement_quads(descriptions: Descriptions) -> dict[str, Judgement]:
    """Return the judgements by their IRIs; raise ValueError when one is not whole."""
    return {one.iri: _from_description(one) for one in descriptions.find_typed(JUDGEMENT)}


def to_ruling_quads(
    node: NamedNode, standing: Standing, judgement: Judgement | None, notes: Iterable[Judgement]
) -> Iterator[Quad]:
    """Yield what analysts have said of something that the derived graph holds or speaks of."""
    yield Quad(node, STANDING, Literal(standing.value), DERIVED)
    if judgement is not None:
        yield Quad(node, HAS_JUDGEMENT, NamedNode(judgement.iri), DERIVED)
    yield from (Quad(node, HAS_NOTE, NamedNode(note.iri), DERIVED) for note in notes)


def from_ruling_quads(description: Description, judgements: Mapping[str, Judgement]) -> Ruling:
    """Return what analysts have said of one thing; raise ValueError when a judgement is missing."""
    iri = description.find_text(HAS_JUDGEMENT)
    named = [iri for iri in (iri, *description.find_all(HAS_NOTE)) if iri is not None]
    missing = [each for each in named if each not in judgements]
    if missing:
        raise ValueError(f"the judgement {missing[0]} on {description.iri} is not described")
    notes = [judgements[note] for note in description.find_all(HAS_NOTE)]
    return Ruling(
        standing=Standing(description.load_text(STANDING)),
        judgement=judgements[iri] if iri is not None else None,
        notes=tuple(sorted(notes, key=lambda note: (datetime.fromisoformat(note.when), note.id))),
    )


def to_judged_quads(judged: Iterable[Judged]) -> Iterator[Quad]:
    """Yield what analysts have said of that which single letters hold; the letters' own graphs do not change."""
    for one in judged:
        node = NamedNode(one.target)
        yield Quad(node, TYPE, JUDGED, DERIVED)
        yield from to_ruling_quads(node, one.standing, one.judgement, one.notes)


def from_judged_quads(descriptions: Descriptions, judgements: Mapping[str, Judgement]) -> Iterator[Judged]:
    """Yield what analysts have said of that which single letters hold, in the order of the IRIs."""
    for one in descriptions.find_typed(JUDGED):
        ruling = from_ruling_quads(one, judgements)
        yield Judged(target=one.iri, standing=ruling.standing, judgement=ruling.judgement, notes=ruling.notes)


def _from_description(description: Description) -> Judgement:
    return Judgement(
        target=description.load_text(JUDGES),
        verdict=Verdict(description.load_text(VERDICT)),
        by=description.load_text(JUDGED_BY),
        when=description.load_text(JUDGED_AT),
        about=description.load_text(DESCRIBED),
        letters=tuple(description.find_members()),
        value=description.find_text(GIVEN_VALUE),
        why=description.find_text(WHY),
        undoes=description.find_text(UNDOES),
    )
