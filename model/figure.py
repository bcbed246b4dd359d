"""A number that a letter gives."""

from dataclasses import dataclass

from .statement import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """`value` (with `upper` for a range) of `unit`: "people", "GBP", "percent", "days".

    `counts` is what is counted, in the letter's words; `period` an EDTF date or interval; `source` the letter's words
    for where the number comes from ("FOI 60267"); `about` are IRIs of schemes, documents, laws and bodies.
    """

    iri: str
    value: float
    unit: str
    counts: str
    about: tuple[str, ...]
    evidence: tuple[Passage, ...]
    upper: float | None = None
    period: str | None = None
    source: str | None = None
