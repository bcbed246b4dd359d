"""The words of the page: how each type and each relation is called, and how an IRI becomes an id."""

from ...graph.network.network_records import Link
from ...graph.storage.quotation import Quotation
from ...model.entity import EntityType
from ...model.identity import BASE
from ...model.position import Stance
from ...model.statement import Predicate
from ..phrases import render_kind, render_place, render_relation
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

SPOKEN_RELATIONS = (Link.ASKS, Link.PROMISES_TO, Link.PROMISES, *Stance)
"""The relations that asks, promises and stances make; who supports or opposes something may be a fact besides."""

KIND_WORDS = {**{kind.value: render_kind(kind) for kind in EntityType}, LETTER: "letter"}
TYPE_WORDS = {**{kind.value: render_kind(kind, 2) for kind in EntityType}, LETTER: "letters"}
RELATION_WORDS = {
    **{relation.value: render_relation(relation) for relation in (*SPOKEN_RELATIONS, *Predicate)},
    **LETTER_RELATIONS,
    **BACKGROUND_RELATIONS,
}


OTHER_WORDS = {
    f"{predicate} {kind}": render_relation(predicate, kind)
    for predicate in Predicate
    for kind in EntityType
    if render_relation(predicate, kind) != RELATION_WORDS[predicate]
}
"""Relations that are called otherwise where their second end is of a type, under "relation type"."""


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
