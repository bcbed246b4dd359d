"""A policy actor or instrument, and the places where a letter names it."""

from dataclasses import dataclass
from enum import StrEnum


class EntityType(StrEnum):
    """What an entity is; the lines between the types are drawn in the annotation guide."""

    PERSON = "person"
    OFFICE = "office"
    ORGANISATION = "organisation"
    TREATY = "treaty"
    LEGISLATION = "legislation"
    PROVISION = "provision"
    SCHEME = "scheme"
    DOCUMENT = "document"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A form of words that names an entity: `letter.text[start:end] == text`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """An entity as one letter names it.

    `iri` is made from the key that says what it is (an office's includes its body, a provision's its
    instrument, a national body's its country) or is the vocabulary's. `name` is the fullest form in the
    letter, `label` the vocabulary's (None when the vocabulary does not hold it). `mentions` are ordered.
    `recogniser` names what has found the entity where no rule did.
    """

    iri: str
    type: EntityType
    name: str
    mentions: tuple[Mention, ...]
    label: str | None = None
    recogniser: str | None = None
