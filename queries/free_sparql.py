"""A free question in SPARQL, looked at before it is asked: it may read the graph that is named, and nothing else.

It is judged by what the parser makes of it, so that a word in a text or a comment is only a word.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from ..model.errors import QueryError


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeSparql:
    """A question that may be asked; `is_ordered` tells whether the order of its rows is its own."""

    text: str
    is_ordered: bool


def load_free_sparql(text: str, has_graph: Callable[[str], bool]) -> FreeSparql:
    """Return a question that may be asked; `has_graph` tells whether a graph (an IRI) is in the store.

    Raises:
        QueryError: it is not well formed, would change something, or reaches out.
    """
    # pyparsing and rdflib take a while to import: only those who ask wait.
    from pyparsing import ParseException
    from rdflib.plugins.sparql.algebra import translateQuery
    from rdflib.plugins.sparql.parser import parseQuery

    try:
        tree = parseQuery(text)
    except ParseException as error:
        raise _to_syntax_error(text, error) from error
    except RecursionError as error:
        raise QueryError("The question is nested too deeply. Make it shorter.") from error
    names = {getattr(node, "name", "") for node in _walk(tree)}
    if "ServiceGraphPattern" in names:
        raise QueryError("SERVICE is refused: a question reads the graph that --store names and nothing else.")
    try:
        algebra = translateQuery(tree).algebra
    except Exception as error:  # rdflib raises bare Exceptions here, as for a prefix that is not declared
        raise QueryError(f"The question is no SPARQL 1.1: {error}") from error
    for clause in algebra.datasetClause or ():
        graph = str(clause.default or clause.named)
        if not has_graph(graph):
            raise QueryError(f"FROM <{graph}> is refused: the store has no graph of this name, and none is fetched.")
    return FreeSparql(text=text, is_ordered="OrderBy" in _find_outer_names(algebra.p))


def _to_syntax_error(text: str, error: Any) -> QueryError:
    from pyparsing import ParseException
    from rdflib.plugins.sparql.parser import parseUpdate

    try:
        parseUpdate(text)
    except ParseException:
        return QueryError(f"The question is no SPARQL 1.1: line {error.lineno}, column {error.column} ({error.msg}).")
    if not text.strip():
        return QueryError("The question is empty. Write one, as SELECT ?letter WHERE { GRAPH ?letter { … } }.")
    return QueryError("This would change the graph. A question only reads: SELECT, ASK, CONSTRUCT or DESCRIBE.")


def _walk(node: Any) -> Iterator[Any]:
    """Yield a node of the parse tree and all below it."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, dict):
            waiting.extend(node.values())
        elif isinstance(node, list | tuple) or hasattr(node, "asList"):
            waiting.extend(node)


def _find_outer_names(node: Any) -> Iterator[str]:
    """Yield the names of what is done to all rows of a query, from the outside in, as far as the order is kept."""
    while node is not None and node.name in ("SelectQuery", "Slice", "Distinct", "Reduced", "Project", "OrderBy"):
        yield node.name
        node = node.p
