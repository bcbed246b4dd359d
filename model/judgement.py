"""The analyst's word on something that the program has found, as it was given and never changed since."""

from dataclasses import dataclass
from enum import StrEnum

from .identity import BASE, to_digest

ARROW = " → "
"""Between who asks and who is asked, in the value of a corrected ask."""


class Verdict(StrEnum):
    """What an analyst says. `UNDONE` takes another judgement back, `NOTE` decides nothing."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CORRECTED = "corrected"
    NOTE = "note"
    UNDONE = "undone"


class Standing(StrEnum):
    """Whether an analyst has looked at what the program suggests, and with what result."""

    SUGGESTED = "suggested"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Who said what of what, when and why.

    `target` is the IRI of what is judged, `about` what that is in words, as it was then, `letters` (IRIs) where it
    stands. `when` is ISO 8601 with its zone. `value` is what was accepted or rejected where that can change (the
    status of an answer), for a correction what takes its place, for a pair its two IRIs. `why` is the reason, for a
    note its words. `undoes` is the id of the judgement that this one takes back.
    """

    target: str
    verdict: Verdict
    by: str
    when: str
    about: str
    letters: tuple[str, ...] = ()
    value: str | None = None
    why: str | None = None
    undoes: str | None = None

    @property
    def id(self) -> str:
        """A digest of all that it says, so that nobody can change it unseen."""
        said = (self.value, self.why, self.undoes)
        return to_digest(
            *(self.target, self.verdict, self.by, self.when, self.about, " ".join(self.letters)),
            *("" if part is None else f"={part}" for part in said),
        )

    @property
    def iri(self) -> str:
        """The IRI under which a store holds it."""
        return f"{BASE}judgement/{self.id}"
