"""Statements as quads, and the one place where the plain edge between two entities is derived."""

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad

from ...model.statement import Polarity, Predicate, Statement
from .description import Description, Descriptions, to_description_quads
from .passage_quads import from_evidence_quads, to_evidence_quads
from .terms import (
    CONDITION,
    CONFIDENCE,
    MEMBER,
    MEMBERSHIP,
    OBJECT,
    ONTOLOGY,
    PREDICATE,
    RELATIONS,
    RULE,
    SINCE,
    STATEMENT_CLASSES,
    SUBJECT,
    TYPE,
    UNTIL,
)


def to_statement_quads(graph: NamedNode, statements: Iterable[Statement]) -> Iterator[Quad]:
    """Yield each statement as a node of its own and, where the letter affirms it, as an edge."""
    for statement in statements:
        node = NamedNode(statement.id)
        yield from to_description_quads(
            graph,
            node,
            (
                (TYPE, STATEMENT_CLASSES[statement.polarity]),
                (SUBJECT, NamedNode(statement.subject)),
                (PREDICATE, RELATIONS[statement.predicate]),
                (OBJECT, NamedNode(statement.object)),
                (RULE, statement.rule),
                (CONFIDENCE, statement.confidence),
                (SINCE, statement.since),
                (UNTIL, statement.until),
                (CONDITION, statement.condition),
            ),
        )
        yield from to_evidence_quads(graph, node, statement.evidence)
        yield from to_edge_quads(graph, statement)


def to_edge_quads(graph: NamedNode, statement: Statement) -> Iterator[Quad]:
    """Yield the edge of a statement that holds; what a letter denies or says to have ended never is one."""
    if statement.polarity is not Polarity.AFFIRMED:
        return
    node, subject = NamedNode(statement.id), NamedNode(statement.subject)
    yield Quad(subject, RELATIONS[statement.predicate], NamedNode(statement.object), graph)
    if statement.predicate is Predicate.HOLDS_OFFICE:
        yield Quad(node, TYPE, MEMBERSHIP, graph)
        yield Quad(node, MEMBER, subject, graph)


def from_statement_quads(descriptions: Descriptions) -> Iterator[Statement]:
    """Yield the statements; raise ValueError when one is not whole."""
    for polarity, kind in STATEMENT_CLASSES.items():
        for description in descriptions.find_typed(kind):
            yield Statement(
                id=description.iri,
                subject=description.load_text(SUBJECT),
                predicate=_from_relation(description),
                object=description.load_text(OBJECT),
                evidence=from_evidence_quads(descriptions, description.iri),
                rule=description.load_text(RULE),
                polarity=polarity,
                confidence=description.find_text(CONFIDENCE),
                since=description.find_text(SINCE),
                until=description.find_text(UNTIL),
                condition=description.find_text(CONDITION),
            )


def _from_relation(description: Description) -> Predicate:
    return Predicate(description.load_text(PREDICATE).removeprefix(ONTOLOGY))
