"""Binding values to the parameters of a SPARQL question.

The standard protocol has no parameters, so a value is made an RDF term, which the RDF library writes, and takes the
place of the variable where the language has a variable: never in a string, an IRI or a comment. So what a value holds
cannot become syntax, and an engine plans the query as for a constant.
"""

import re
from collections.abc import Mapping

from pyoxigraph import Literal, NamedNode

# The tokens in which `?name` is no variable, and variables (SPARQL 1.1, section 19.8). Long strings come first; a "<"
# that begins no IRI, as in `?a < ?b`, is a token of none of these.
_TOKEN = re.compile(
    r'''
      """(?:[^"\\]|\\.|"(?!""))*"""    # """a "quoted" word""", not """a
    | \'\'\'(?:[^'\\]|\\.|'(?!\'\'))*\'\'\'
    | "(?:[^"\\\n\r]|\\.)*"              # "a \\" b", not "a
    | '(?:[^'\\\n\r]|\\.)*'
    | <[^<>"{}|^`\\\x00-\x20]*>          # <urn:x?y>, not < ?b && ?c >
    | \#[^\n\r]*                         # a comment to the end of the line
    | [?$](?P<name>\w+)                  # ?name or $name
    ''',
    re.VERBOSE | re.DOTALL,
)

# SPARQL takes no variable as a limit; as a comment it leaves the query whole for everybody else.
_LIMIT = re.compile(r"^\s*\# LIMIT \?_first$", re.MULTILINE)


def bind(query: str, values: Mapping[str, Literal | NamedNode]) -> str:
    """Return a query in which terms stand for variables (names without `?`)."""

    def put(token: re.Match[str]) -> str:
        term = values.get(token["name"] or "")
        return token[0] if term is None else str(term)

    return _TOKEN.sub(put, query)


def limit(query: str, first: int) -> str:
    """Return a query of which only the first rows are wanted: each comment `# LIMIT ?_first` becomes a limit."""
    return _LIMIT.sub(f"LIMIT {first}", query)


def find_variables(query: str) -> set[str]:
    """Return the names of a query's variables."""
    return {token["name"] for token in _TOKEN.finditer(query) if token["name"]}
