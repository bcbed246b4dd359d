"""The words of the page: how each type and each relation is called, and how an IRI becomes an id."""

from ...graph.storage.quotation import Quotation
from ...model.entity import EntityType
from ...model.identity import BASE
from ...model.statement import Predicate
from ...resolution.wording import name_relation
from ..phrases import render_kind, render_place
from .records import Quote

LETTER = "letter"
SENT_BY, SENT_TO, REPLIES_TO = "sentBy", "sentTo", "repliesTo"
NAMES = "names"
"""From a letter to all that it names; the page draws it from the nodes, so no edge says it."""
BACKGROUND = "background"

LETTER_RELATIONS = {SENT_BY: "was written by", SENT_TO: "was sent to", REPLIES_TO: "answers", NAMES: "names"}
"""The relations that a letter itself has."""

BACKGROUND_RELATIONS = {"country": "belongs to", "broader": "is part of", "office": "is an office in"}
"""The relations that only the vocabulary knows."""

KIND_WORDS = {**{kind.value: render_kind(kind) for kind in EntityType}, LETTER: "letter"}
TYPE_WORDS = {**{kind.value: render_kind(kind, 2) for kind in EntityType}, LETTER: "letters"}
RELATION_WORDS = {
    **{predicate.value: name_relation(predicate) for predicate in Predicate},
    **LETTER_RELATIONS,
    **BACKGROUND_RELATIONS,
}


def to_id(iri: str) -> str:
    """Return an IRI without the base that all share."""
    return iri.removeprefix(BASE)


def from_id(short: str) -> str:
    """Return the IRI of an id."""
    return short if "://" in short else f"{BASE}{short}"


def is_letter(short: str) -> bool:
    """Tell the id of a letter from that of an entity."""
    return short.startswith(f"{LETTER}/")


def to_quote(quotation: Quotation) -> Quote:
    """Return a quotation as the page shows it."""
    return Quote(
        letter=to_id(quotation.letter),
        start=quotation.start,
        end=quotation.end,
        quote=" ".join(quotation.quote.split()),
        place=render_place(quotation.source, quotation.line, quotation.page, ocr=quotation.ocr),
    )
