"""The positions that a letter takes as quads, and back again without loss."""

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad

from ...model.position import Position, Stance
from .description import Descriptions
from .passage_quads import from_evidence_quads
from .said_quads import to_said_quads
from .terms import CONDITION, STANCE, STANCE_CLASS, STANCE_OF, STANCE_ON, WORDS


def to_position_quads(graph: NamedNode, positions: Iterable[Position], first: int) -> Iterator[Quad]:
    """Yield each position with who takes it on what, and its passages; `first` is the letter's place among letters."""
    for number, position in enumerate(positions, first + 1):
        values = (
            (WORDS, position.text),
            (STANCE, position.stance.value),
            (CONDITION, position.condition),
        )
        lists = ((STANCE_OF, position.by), (STANCE_ON, position.on))
        yield from to_said_quads(graph, position, STANCE_CLASS, number, values, lists)


def from_position_quads(descriptions: Descriptions) -> Iterator[Position]:
    """Yield the positions in their order; raise ValueError when one is not whole."""
    for position in descriptions.find_ordered(STANCE_CLASS):
        yield Position(
            iri=position.iri,
            text=position.load_text(WORDS),
            by=descriptions.find_list(position.iri, STANCE_OF),
            stance=Stance(position.load_text(STANCE)),
            on=descriptions.find_list(position.iri, STANCE_ON),
            evidence=from_evidence_quads(descriptions, position.iri),
            condition=position.find_text(CONDITION),
        )
