"""What a letter asks for."""

from dataclasses import dataclass

from .statement import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A sentence or clause in which the writer wants somebody to do, say, stop or provide something.

    `asked_by`, `asked_of` and `about` are IRIs of entities of the letter, ordered. `due` is an EDTF date. An ask
    about the form of the reply is `procedural`; one that somebody else makes, and the letter only tells of, is
    `reported`. The first passage is the ask in its first wording; further ones repeat it in the same letter.
    """

    iri: str
    text: str
    asked_by: tuple[str, ...]
    asked_of: tuple[str, ...]
    about: tuple[str, ...]
    evidence: tuple[Passage, ...]
    due: str | None = None
    procedural: bool = False
    reported: bool = False
