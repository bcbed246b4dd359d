"""The header of a saved question: YAML in lines that start with `#+`, as grlc reads it.

`summary`, `description`, `tags`, `defaults` and `enumerate` are grlc's; what only PolicyGraph knows stands under the
one key `x-policygraph`. A header that is not as it should be is an error that names the file, the key, and what to do.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NoReturn, TypeVar

import yaml

from ..model.entity import EntityType
from ..model.errors import QueryError
from .binding import find_variables
from .saved_query import Column, Parameter, ParameterType, SavedQuery

Member = TypeVar("Member", ParameterType, EntityType)

_MARK = "#+"
_OWN = "x-policygraph"
_WORD = re.compile(r"[a-z][a-z0-9]*")
"""A parameter's name: `today`. One with an underscore, as `in_force`, grlc would take for a datatype."""


def from_query_text(file: str, name: str, sparql: str, cypher: str | None = None) -> SavedQuery:
    """Return the question that a file's text holds; `file` is what messages call it.

    Raises:
        QueryError: the header lacks something or has something that nobody reads.
    """
    header = _Header(file, _load_yaml(file, sparql))
    own = header.open(_OWN)
    parameters = tuple(_find_parameters(header, own))
    query = SavedQuery(
        name=name,
        file=file,
        title=header.load_text("summary"),
        question=own.load_text("question"),
        description=header.load_text("description"),
        tags=header.load_list("tags"),
        parameters=parameters,
        columns=tuple(_find_columns(own)),
        example=own.load_text("example"),
        row=own.load_text("row"),
        evidence=own.load_text("evidence"),
        sentences=own.find_flag("sentences"),
        ids=tuple(_find_ids(own)),
        sparql=sparql,
        cypher=cypher,
    )
    own.refuse_rest()
    header.refuse_rest()
    _check_variables(header, query)
    return query


class _Header:
    """A mapping of the header; `place` is the way to it, for messages."""

    def __init__(self, file: str, values: Mapping[object, object], place: str = "") -> None:
        self.file = file
        self._values = values
        self._place = place
        self._read: set[str] = set()

    def load_text(self, key: str) -> str:
        value = self._load(key)
        if not isinstance(value, str | int | float) or isinstance(value, bool) or not str(value).strip():
            self.fail(key, "is not a text. Write it in one line, or after `>-` in several.")
        return " ".join(str(value).split())

    def load_list(self, key: str) -> tuple[str, ...]:
        value = self._load(key)
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.fail(key, "is not a list of texts. Write each in a line of its own after a `-`.")
        return tuple(value)

    def find_flag(self, key: str) -> bool:
        self._read.add(key)
        value = self._values.get(key, False)
        if not isinstance(value, bool):
            self.fail(key, "is neither true nor false.")
        return value

    def find_pairs(self, key: str) -> dict[str, object]:
        """Return grlc's lists of mappings with one key each as one mapping; nothing where the key is missing."""
        self._read.add(key)
        items = self._values.get(key) or []
        if not isinstance(items, list) or not all(isinstance(item, dict) and len(item) == 1 for item in items):
            self.fail(key, "is not a list of `- parameter: value`, as grlc reads it.")
        return {str(name): value for item in items for name, value in item.items()}

    def open(self, key: str) -> "_Header":
        value = self._load(key)
        if not isinstance(value, dict):
            self.fail(key, "is not a list of `key: value`.")
        return _Header(self.file, value, f"{self._place}{key}.")

    def find_keys(self) -> list[str]:
        return [str(key) for key in self._values]

    def has(self, key: str) -> bool:
        return key in self._values

    def refuse_rest(self) -> None:
        for key in self.find_keys():
            if key not in self._read:
                self.fail(key, f"is not known here. Known are {', '.join(sorted(self._read))}.")

    def fail(self, key: str, what: str) -> NoReturn:
        raise QueryError(f"{self.file}: the header's key `{self._place}{key}` {what}")

    def _load(self, key: str) -> object:
        self._read.add(key)
        if key not in self._values:
            self.fail(key, "is missing. Add it; CONTRIBUTING.md shows a whole header.")
        return self._values[key]


def _load_yaml(file: str, text: str) -> Mapping[object, object]:
    lines = (line.removeprefix(_MARK) for line in text.splitlines() if line.startswith(_MARK))
    try:
        header = yaml.safe_load("\n".join(lines))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f", line {mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", None) or "unreadable"
        raise QueryError(
            f"{file}{place}: the header is no YAML ({problem}). Put texts with a colon into quotes."
        ) from error
    if not isinstance(header, dict):
        raise QueryError(f"{file}: there is no header. Begin the file with lines `#+ key: value`; see CONTRIBUTING.md.")
    return header


def _find_parameters(header: _Header, own: _Header) -> Iterator[Parameter]:
    defaults, choices = header.find_pairs("defaults"), header.find_pairs("enumerate")
    described = own.open("parameters")
    names = described.find_keys()
    for key, found in (("defaults", defaults), ("enumerate", choices)):
        for name in found.keys() - set(names):
            header.fail(key, f"names `{name}`, which is no parameter. Describe it under `{_OWN}.parameters`.")
    for name in names:
        if not _WORD.fullmatch(name):
            described.fail(name, "is no name for a parameter. Use one word of small letters, such as `today`.")
        yield _to_parameter(described.open(name), name, defaults.get(name), choices.get(name))


def _to_parameter(entry: _Header, name: str, default: object, choices: object) -> Parameter:
    kinds = entry.load_list("kinds") if entry.has("kinds") else ()
    parameter = Parameter(
        name=name,
        type=_to_member(entry, "type", entry.load_text("type"), ParameterType),
        meaning=entry.load_text("meaning"),
        default=None if default is None else str(default),
        kinds=tuple(_to_member(entry, "kinds", kind, EntityType) for kind in kinds),
        choices=tuple(map(str, choices)) if isinstance(choices, list) else (),
    )
    entry.refuse_rest()
    return parameter


def _to_member(entry: _Header, key: str, value: str, members: type[Member]) -> Member:
    if value not in {member.value for member in members}:
        entry.fail(key, f"has `{value}`. Possible are {', '.join(member.value for member in members)}.")
    return members(value)


def _find_columns(own: _Header) -> Iterator[Column]:
    described = own.open("columns")
    for name in described.find_keys():
        entry = described.open(name)
        yield Column(
            name=name,
            heading=entry.load_text("heading"),
            meaning=entry.load_text("meaning"),
            is_time=entry.find_flag("time"),
        )
        entry.refuse_rest()


def _find_ids(own: _Header) -> Iterator[Column]:
    if own.has("ids"):
        described = own.open("ids")
        yield from (Column(name=name, heading=described.load_text(name)) for name in described.find_keys())


def _check_variables(header: _Header, query: SavedQuery) -> None:
    """Refuse a header that speaks of variables which the SPARQL does not have, and the other way round."""
    variables = find_variables(query.sparql)
    wanted: Sequence[tuple[str, str]] = (
        *((f"{_OWN}.columns.{column.name}", column.name) for column in query.columns),
        *((f"{_OWN}.ids.{column.name}", column.name) for column in query.ids),
        *((f"{_OWN}.parameters.{parameter.name}", parameter.variable) for parameter in query.parameters),
        (f"{_OWN}.row", query.row),
        (f"{_OWN}.evidence", query.evidence),
    )
    for key, variable in wanted:
        if variable not in variables:
            header.fail(key, f"has no variable ?{variable} in the SPARQL. Use it there, or take the key out.")
    known = {parameter.variable for parameter in query.parameters}
    for variable in sorted(variables):
        if variable.startswith("_") and variable not in known:
            header.fail(f"{_OWN}.parameters", f"does not describe ?{variable}, which the SPARQL has. Add it.")
