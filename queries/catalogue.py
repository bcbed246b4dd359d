"""The saved questions: each `.rq` file here is one, and its header says what it asks.

The header is YAML in lines that start with `#+`, as grlc reads it; what only PolicyGraph knows stands under
its key `x-policygraph`. How a question is asked and answered is the business of `answer.py`.
"""

from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import yaml

_HEADER = "#+"
_OWN = "x-policygraph"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A value that a question can be given; the query's variable for it is `?_name`."""

    name: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of the answer: the query's variable and the heading that people read."""

    name: str
    heading: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedQuery:
    """A question with its SPARQL.

    All rows with the same value of the variable `row` are one row of the answer, which lists their different
    values; the variable `evidence` holds a passage.
    """

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    row: str
    evidence: str
    text: str


def load_catalogue() -> dict[str, SavedQuery]:
    """Return all saved questions by name, in alphabetical order."""
    folder = files(__package__)
    entries = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".rq")), key=lambda e: e.name)
    queries = (from_query_text(entry.name[:-3], entry.read_text(encoding="utf-8")) for entry in entries)
    return {query.name: query for query in queries}


def from_query_text(name: str, text: str) -> SavedQuery:
    """Return the question that a file's text holds; raise KeyError when its header lacks something."""
    lines = (line.removeprefix(_HEADER) for line in text.splitlines() if line.startswith(_HEADER))
    header: dict[str, Any] = yaml.safe_load("\n".join(lines))
    own = header[_OWN]
    return SavedQuery(
        name=name,
        title=header["summary"],
        description=header["description"],
        parameters=tuple(Parameter(name=key, description=value) for key, value in own["parameters"].items()),
        columns=tuple(Column(name=key, heading=value) for key, value in own["columns"].items()),
        row=own["row"],
        evidence=own["evidence"],
        text=text,
    )
