"""What is alike in the quads of asks, commitments, positions and figures: what a letter says beside facts."""

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad

from ...model.ask import Ask
from ...model.commitment import Commitment
from ...model.figure import Figure
from ...model.position import Position
from .description import Value, to_description_quads, to_list_quads
from .passage_quads import to_evidence_quads
from .terms import POSITION, TYPE

Said = Ask | Commitment | Position | Figure


def to_said_quads(
    graph: NamedNode,
    said: Said,
    kind: NamedNode,
    position: int,
    values: Iterable[tuple[NamedNode, Value]],
    lists: Iterable[tuple[NamedNode, Iterable[str]]],
) -> Iterator[Quad]:
    """Yield one thing that is said, with its class and its place: its values, ordered lists of IRIs, passages."""
    node = NamedNode(said.iri)
    yield from to_description_quads(graph, node, ((TYPE, kind), (POSITION, position), *values))
    for term, iris in lists:
        yield from to_list_quads(graph, node, term, iris)
    yield from to_evidence_quads(graph, node, said.evidence)
