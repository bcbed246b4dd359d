"""The figures that a letter gives as quads, and back again without loss."""

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from ...model.figure import Figure
from .description import Descriptions
from .passage_quads import from_evidence_quads
from .said_quads import to_said_quads
from .terms import ABOUT, ACCORDING_TO, COUNTS, FIGURE, PERIOD, UNIT, UPPER, VALUE


def to_figure_quads(graph: NamedNode, figures: Iterable[Figure], position: int) -> Iterator[Quad]:
    """Yield each figure with what it counts, when, by whom, and its passages; `position` is the letter's."""
    for number, figure in enumerate(figures, position + 1):
        values = (
            (VALUE, Literal(float(figure.value))),
            (UPPER, None if figure.upper is None else Literal(float(figure.upper))),
            (UNIT, figure.unit),
            (COUNTS, figure.counts),
            (PERIOD, figure.period),
            (ACCORDING_TO, figure.source),
        )
        lists = ((ABOUT, figure.about),)
        yield from to_said_quads(graph, figure, FIGURE, number, values, lists)


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
