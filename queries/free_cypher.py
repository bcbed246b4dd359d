"""A free question in Cypher, looked at before it is asked: it may read the graph that is named, and nothing else.

The server is asked what the question would do (EXPLAIN) without doing it; what no plan shows is found in its words.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..model.errors import QueryError

# The words of Cypher: strings and comments hide what is in them, backquotes stand around a name.
_TOKEN = re.compile(
    r"""
      "(?:[^"\\]|\\.)*" | '(?:[^'\\]|\\.)*'    # "a 'b' c", not "a
    | //[^\n]* | /\*.*?\*/                      # a comment
    | `(?P<quoted>(?:[^`]|``)*)`                # `a name`
    | (?P<word>\w+)                             # MATCH
    | (?P<mark>[^\s\w])                         # a bracket, a dot
    """,
    re.VERBOSE | re.DOTALL,
)
_FIRST = {"MATCH", "OPTIONAL", "UNWIND", "WITH", "RETURN", "CALL"}
# After these a clause begins, so that USE is no name of something there.
_BEFORE_CLAUSE = {"", "{", "UNION", "ALL", "DISTINCT"}
# What has a dot in its name and comes with the server; functions of others could do anything.
_FUNCTIONS = {
    *("date", "datetime", "localdatetime", "localtime", "time", "duration"),
    *("point", "vector", "vector.similarity"),
}
_PROCEDURES = {
    *("db.labels", "db.relationshiptypes", "db.propertykeys"),
    *("db.schema.visualization", "db.schema.nodetypeproperties", "db.schema.reltypeproperties"),
    *("db.index.fulltext.querynodes", "db.index.fulltext.queryrelationships"),
    "dbms.components",
}
_ONLY = "A question reads the graph that --store names and nothing else."


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeCypher:
    """A question that may be asked; `is_ordered` tells whether the order of its rows is its own."""

    text: str
    is_ordered: bool


def load_free_cypher(text: str, explain: Callable[[str], tuple[str, Mapping[str, Any]]]) -> FreeCypher:
    """Return a question that may be asked; `explain` tells what the server would do.

    Raises:
        QueryError: it would change something or reaches out.
    """
    words = list(_find_tokens(text))
    _check_words(words)
    kind, plan = explain(text)
    operators = list(_walk(plan))
    for name, details in operators:
        if name == "LoadCSV":
            raise QueryError(f"LOAD CSV is refused. {_ONLY}")
        if name == "ProcedureCall" and details.partition("(")[0].strip().lower() not in _PROCEDURES:
            raise QueryError(f"CALL {details.partition('(')[0].strip()} is refused: it may write or reach out. {_ONLY}")
    if kind != "r":
        raise QueryError("This would change the graph. A question only reads: MATCH … RETURN ….")
    upper = [word.upper() for word in words]
    last = max((place for place, word in enumerate(upper) if word == "RETURN"), default=0)
    is_ordered = any(pair == ("ORDER", "BY") for pair in zip(upper[last:], upper[last + 1 :], strict=False))
    return FreeCypher(text=text, is_ordered=is_ordered)


def _check_words(words: list[str]) -> None:
    """Refuse what no plan shows: administration, other databases, and functions that do not come with the server."""
    if not words:
        raise QueryError("The question is empty. Write one, as MATCH (letter:Letter) RETURN letter.date.")
    if words[0].upper() not in _FIRST:
        raise QueryError(
            f"{words[0]} is refused. A question begins with MATCH, OPTIONAL MATCH, UNWIND, WITH, RETURN or CALL."
        )
    if "\\" in words:
        raise QueryError("A backslash outside a text is refused. Write the character itself.")
    for place, word in enumerate(words):
        before = words[place - 1].upper() if place else ""
        if word.upper() == "USE" and before in _BEFORE_CLAUSE:
            raise QueryError(f"USE is refused. {_ONLY}")
        if word == "(" and (name := _find_name(words[:place])):
            space = name.lower().rpartition(".")[0]
            if space and space not in _FUNCTIONS and name.lower() not in _PROCEDURES:
                raise QueryError(f"{name} is refused: it may write or reach out. {_ONLY}")


def _find_tokens(text: str) -> Iterator[str]:
    """Yield the names, keywords and marks of a question, without its strings and comments."""
    for token in _TOKEN.finditer(text):
        if token.lastgroup:
            yield token[token.lastgroup] or "`"


def _find_name(words: list[str]) -> str:
    """Return the name with its dots that stands at the end of some words: that of a function or a procedure."""
    parts: list[str] = []
    for word in reversed(words):
        is_dot = word == "."
        if is_dot != bool(len(parts) % 2) or not (is_dot or word.isidentifier()):
            break
        parts.append(word)
    return "".join(reversed(parts))


def _walk(plan: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the name and the details of every step of a plan."""
    if plan:
        details = plan.get("args", {}).get("Details", "")
        yield str(plan.get("operatorType", "")).partition("@")[0], str(details)
        for child in plan.get("children", ()):
            yield from _walk(child)
