"""Where somebody stands on a thing."""

from dataclasses import dataclass
from enum import StrEnum

from .statement import Passage


class Stance(StrEnum):
    """What somebody says of a thing."""

    SUPPORTS = "supports"
    OPPOSES = "opposes"
    WELCOMES = "welcomes"
    CONCERNED = "concerned"
    DISAGREES = "disagrees"


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A sentence in which `by` (IRIs) takes a stance `on` things (IRIs; empty where it is on a clause alone).

    `condition` is in the letter's words ("in its current form").
    """

    iri: str
    text: str
    by: tuple[str, ...]
    stance: Stance
    on: tuple[str, ...]
    evidence: tuple[Passage, ...]
    condition: str | None = None
