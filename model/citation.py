"""A letter's mention of another letter."""

from dataclasses import dataclass

from .statement import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterCitation:
    """Another letter that this one speaks of ("your email of 18 October to the Prime Minister").

    `described` is the letter's words without the possessive ("email of 18 October to the Prime Minister").
    `date` is EDTF, with the year where it is written or follows from this letter's own date.
    `by_addressee` is true when the addressee wrote it ("your letter"), false for the writer's own earlier one.
    `answered` is true when the words say that this letter replies to it ("Thank you for your letter of …").
    `addressee` is whom it was sent to, as the letter names it (None when this letter's own sender).
    """

    described: str
    by_addressee: bool
    answered: bool
    evidence: tuple[Passage, ...]
    date: str | None = None
    addressee: str | None = None
    reference: str | None = None
