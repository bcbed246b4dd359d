"""The positions that a letter takes as quads, and back again without loss."""

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad

from ...model.position import Position, Stance
from .description import Descriptions, to_description_quads, to_list_quads
from .passage_quads import from_evidence_quads, to_evidence_quads
from .terms import CONDITION, POSITION, STANCE, STANCE_CLASS, STANCE_OF, STANCE_ON, TYPE, WORDS


def to_position_quads(graph: NamedNode, positions: Iterable[Position], first: int) -> Iterator[Quad]:
    """Yield each position with who takes it on what, and its passages; `first` is the letter's place among letters."""
    for number, position in enumerate(positions, first + 1):
        node = NamedNode(position.iri)
        yield from to_description_quads(
            graph,
            node,
            (
                (TYPE, STANCE_CLASS),
                (POSITION, number),
                (WORDS, position.text),
                (STANCE, position.stance.value),
                (CONDITION, position.condition),
            ),
        )
        yield from to_list_quads(graph, node, STANCE_OF, position.by)
        yield from to_list_quads(graph, node, STANCE_ON, position.on)
        yield from to_evidence_quads(graph, node, position.evidence)


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
