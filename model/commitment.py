"""What a letter promises."""

from dataclasses import dataclass
from enum import StrEnum

from .statement import Passage


class Strength(StrEnum):
    """How firmly a thing is promised."""

    FIRM = "firm"
    CONDITIONAL = "conditional"
    HOPED = "hoped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """A sentence in which `by` (IRIs) undertakes something about `about` (IRIs), `due` by an EDTF date.

    `reported` when it is told of somebody other than the writer and the writer's own body.
    """

    iri: str
    text: str
    by: tuple[str, ...]
    about: tuple[str, ...]
    strength: Strength
    evidence: tuple[Passage, ...]
    due: str | None = None
    reported: bool = False
