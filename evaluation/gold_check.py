"""Faults in gold that would cost a find its due: slips of a pen, found before they are taken for misses."""

from collections.abc import Iterator

from ..model.entity import EntityType
from ..model.statement import Predicate
from .gold import GoldLetter


def find_gold_faults(gold: GoldLetter, text: str) -> Iterator[str]:
    """Yield what is wrong with the annotation of the letter whose file holds `text`, a sentence each.

    "Ministry of Justise" is no form that the letter uses, "organization" no type, and the end of a relation
    must be an entity's name.
    """
    known = {entity.name for entity in gold.entities or ()}
    words = _even(text)
    for entity in gold.entities or ():
        if entity.type not in set(EntityType):
            yield f"{gold.name}: “{entity.type}” is no type of entity ({', '.join(EntityType)})."
        if not any(_even(form) in words for form in entity.forms):
            yield f"{gold.name}: the letter has none of the forms of “{entity.name}”."
    for relation in gold.relations or ():
        if relation.predicate not in set(Predicate):
            yield f"{gold.name}: “{relation.predicate}” is no relation ({', '.join(Predicate)})."
        for end in sorted({relation.subject, relation.object} - known):
            yield f"{gold.name}: “{end}” in “{relation.words}” is no entity's name."


def _even(words: str) -> str:
    """Return `words` without regard to line breaks, case and the shape of apostrophes."""
    return " ".join(words.replace("’", "'").casefold().split())
