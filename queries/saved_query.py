"""A saved question as its file describes it."""

from dataclasses import dataclass
from enum import StrEnum

from ..model.entity import EntityType


class ParameterType(StrEnum):
    """What a person may type for a parameter."""

    TEXT = "text"
    DATE = "date"
    ENTITY = "entity"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A value that a question can be given. One without a `default` must be given.

    `kinds` limits what an entity may be, `choices` what a text may be; empty means no limit.
    """

    name: str
    type: ParameterType
    meaning: str
    default: str | None = None
    kinds: tuple[EntityType, ...] = ()
    choices: tuple[str, ...] = ()

    @property
    def variable(self) -> str:
        """The variable that stands for it in SPARQL; grlc takes one that ends in `_iri` for an IRI."""
        return f"_{self.name}_iri" if self.type in (ParameterType.ENTITY, ParameterType.STATEMENT) else f"_{self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of the answer: the query's variable, the heading that people read, and what it means.

    `is_time` tells that it says when something is, in EDTF, where `2022-21` is a season and no year of account.
    """

    name: str
    heading: str
    meaning: str = ""
    is_time: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedQuery:
    """A question with its SPARQL, and its Cypher where it has a twin in that language.

    `question` is what an analyst would ask, `example` a command that asks it. All rows with the same value of the
    variable `row` are one row of the answer, which lists their different values; the variable `evidence` holds a
    passage; with `sentences` the whole sentence around it is quoted. `ids` are the variables for what an analyst can
    judge, each with the word for it. `file` is where the question stands, for messages.
    """

    name: str
    file: str
    title: str
    question: str
    description: str
    tags: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    example: str
    row: str
    evidence: str
    ids: tuple[Column, ...]
    sparql: str
    cypher: str | None = None
    sentences: bool = False
