"""The figures that a letter gives as quads, and back again without loss."""

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from ...model.figure import Figure
from .description import Descriptions, to_description_quads, to_list_quads
from .passage_quads import from_evidence_quads, to_evidence_quads
from .terms import ABOUT, ACCORDING_TO, COUNTS, FIGURE, PERIOD, POSITION, TYPE, UNIT, UPPER, VALUE


def to_figure_quads(graph: NamedNode, figures: Iterable[Figure], position: int) -> Iterator[Quad]:
    """Yield each figure with what it counts, when, by whom, and its passages; `position` is the letter's."""
    for number, figure in enumerate(figures, position + 1):
        node = NamedNode(figure.iri)
        yield from to_description_quads(
            graph,
            node,
            (
                (TYPE, FIGURE),
                (POSITION, number),
                (VALUE, Literal(float(figure.value))),
                (UPPER, None if figure.upper is None else Literal(float(figure.upper))),
                (UNIT, figure.unit),
                (COUNTS, figure.counts),
                (PERIOD, figure.period),
                (ACCORDING_TO, figure.source),
            ),
        )
        yield from to_list_quads(graph, node, ABOUT, figure.about)
        yield from to_evidence_quads(graph, node, figure.evidence)


def from_figure_quads(descriptions: Descriptions) -> Iterator[Figure]:
    """Yield the figures in their order; raise ValueError when one is not whole."""
    for figure in descriptions.find_ordered(FIGURE):
        upper = figure.find_text(UPPER)
        yield Figure(
            iri=figure.iri,
            value=float(figure.load_text(VALUE)),
            unit=figure.load_text(UNIT),
            counts=figure.load_text(COUNTS),
            about=descriptions.find_list(figure.iri, ABOUT),
            evidence=from_evidence_quads(descriptions, figure.iri),
            upper=None if upper is None else float(upper),
            period=figure.find_text(PERIOD),
            source=figure.find_text(ACCORDING_TO),
        )
