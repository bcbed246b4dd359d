"""Passages as quads. A passage's IRI is its letter's with the offsets after RFC 5147 (`…#char=12,40`).

So a mention, which needs no more than its place, is told by the IRI alone; the evidence of a statement
is described in full, with its quote.
"""

import re
from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad

from ...model.identity import BASE
from ...model.statement import Passage
from .description import Descriptions, to_description_quads, to_member_quads
from .terms import END, EVIDENCE, IN_LETTER, PAGE, PASSAGE, QUOTE, START, TYPE

_MARK = "#char="


def to_passage_iri(letter: str, start: int, end: int) -> NamedNode:
    """Return the IRI of the code points from `start` to before `end` of a letter."""
    return NamedNode(f"{letter}{_MARK}{start},{end}")


def from_passage_iri(iri: str) -> tuple[str, int, int]:
    """Return letter, start and end; raise ValueError when `iri` is not a passage's."""
    letter, mark, place = iri.rpartition(_MARK)
    start, comma, end = place.partition(",")
    if not mark or not comma:
        raise ValueError(f"{iri} is not the IRI of a passage")
    return letter, int(start), int(end)


def is_passage_iri(text: str) -> bool:
    """Tell the IRI of a passage from every other text."""
    return re.fullmatch(rf"{re.escape(BASE)}letter/\w+{_MARK}\d+,\d+", text) is not None


def to_passage_quads(graph: NamedNode, passages: Iterable[Passage]) -> Iterator[Quad]:
    """Yield what is known of each passage, once however often it is evidence."""
    places = {(passage.letter, passage.start, passage.end): passage for passage in passages}
    for (letter, start, end), passage in places.items():
        yield from to_description_quads(
            graph,
            to_passage_iri(letter, start, end),
            (
                (TYPE, PASSAGE),
                (IN_LETTER, NamedNode(letter)),
                (START, start),
                (END, end),
                (QUOTE, passage.quote),
                (PAGE, passage.page),
            ),
        )


def to_evidence_quads(graph: NamedNode, subject: NamedNode, evidence: tuple[Passage, ...]) -> Iterator[Quad]:
    """Yield the links from what is stated to its passages, and their order."""
    places = [to_passage_iri(passage.letter, passage.start, passage.end) for passage in evidence]
    yield from to_description_quads(graph, subject, [(EVIDENCE, place) for place in places])
    yield from to_member_quads(graph, subject, places)


def from_evidence_quads(descriptions: Descriptions, subject: str) -> tuple[Passage, ...]:
    """Return the passages of what is stated, in their order."""
    return tuple(from_passage_quads(descriptions, place) for place in descriptions[subject].find_members())


def from_passage_quads(descriptions: Descriptions, iri: str) -> Passage:
    """Return one passage; raise ValueError when it is not described."""
    if iri not in descriptions:
        raise ValueError(f"the passage {iri} is not described")
    passage = descriptions[iri]
    return Passage(
        letter=passage.load_text(IN_LETTER),
        start=passage.load_number(START),
        end=passage.load_number(END),
        quote=passage.load_text(QUOTE),
        page=passage.find_number(PAGE),
    )
