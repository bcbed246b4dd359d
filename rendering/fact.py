"""A fact as a sentence; its evidence is rendered apart."""

from ..extraction.recognisers import find_recogniser
from ..graph.entity_card import Fact
from ..model.entity import EntityType
from ..model.statement import Polarity, Statement
from ..resolution.wording import name_relation
from .phrases import render_period


def render_fact(fact: Fact | Statement, subject: str, object_: str, kind: EntityType) -> str:
    """Return "A is a member of B (ended; until 2021; “in its current form”)", with the names of its ends.

    `kind` is the type of the object.
    """
    more = (
        fact.polarity.value if fact.polarity is not Polarity.AFFIRMED else "",
        render_period(fact.since, fact.until, kind),
        f"“{fact.condition}”" if fact.condition else "",
        f"by the recogniser {recogniser}" if (recogniser := find_recogniser(fact.rule)) else "",
    )
    details = "; ".join(part for part in more if part)
    sentence = f"{subject} {name_relation(fact.predicate, kind)} {object_}"
    return f"{sentence} ({details})" if details else sentence
