"""When a find and a gold item agree: forms compared without case, honours, "of", "the" and "and"."""

import re
from collections.abc import Iterable, Sequence

from ..model.entity import Entity
from ..model.statement import Polarity, Statement
from .gold import GoldEntity, GoldLetter

_IDLE = frozenset({"of", "the", "and", "for", "mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "baroness", "rt", "hon", "mp", "cllr",
                   "professor", "prof", "right", "honourable", "honorable", "a", "an"})  # fmt: skip


def normalise(words: str) -> str:
    """Return the form by which two names are compared."""
    even = words.replace("’", "'").replace("&", "and").casefold()
    even = re.sub(r"'s\b", "", even)
    return " ".join(word for word in re.findall(r"\w+", even) if word not in _IDLE)


def forms_of(entity: Entity) -> set[str]:
    """Return the compared forms of a found entity."""
    return {normalise(form) for form in (entity.name, *(mention.text for mention in entity.mentions))} - {""}


def pair_entities(gold: Sequence[GoldEntity], found: Sequence[Entity]) -> dict[int, int]:
    """Return for each found gold entity (its place) the place of the find that agrees; each find serves once."""
    pairs: dict[int, int] = {}
    for place, entity in enumerate(gold):
        forms = {normalise(form) for form in entity.forms} - {""}
        for other, find in enumerate(found):
            if other not in pairs.values() and find.type.value == entity.type and forms & forms_of(find):
                pairs[place] = other
                break
    return pairs


def relation_ends(gold: GoldLetter) -> dict[str, set[str]]:
    """Return the compared forms of each gold entity's name."""
    return {entity.name: {normalise(form) for form in entity.forms} for entity in gold.entities}


def pair_relations(
    gold: GoldLetter, statements: Iterable[Statement], entities: Sequence[Entity]
) -> tuple[set[int], list[Statement], list[Statement]]:
    """Return the places of the gold relations that are found, the right statements and the false ones.

    `memberOf` that is implied by an office and its body counts neither way; `partnersWith` has no direction.
    """
    ends = relation_ends(gold)
    forms = {entity.iri: forms_of(entity) for entity in entities}
    hit: set[int] = set()
    right: list[Statement] = []
    wrong: list[Statement] = []
    for statement in statements:
        if statement.polarity is not Polarity.AFFIRMED:
            continue
        places = [
            place
            for place, relation in enumerate(gold.relations)
            if _agrees(relation, statement, ends, forms)
        ]
        if places:
            hit.update(places)
            right.append(statement)
        elif not _is_implied(statement, gold, ends, forms):
            wrong.append(statement)
    return hit, right, wrong


def _agrees(
    relation: tuple[str, str, str],
    statement: Statement,
    ends: dict[str, set[str]],
    forms: dict[str, set[str]],
) -> bool:
    subject, predicate, target = relation
    if predicate != statement.predicate.value:
        return False
    one, two = ends.get(subject, {normalise(subject)}), ends.get(target, {normalise(target)})
    ours, theirs = forms[statement.subject], forms[statement.object]
    straight = bool(one & ours) and bool(two & theirs)
    return straight or (predicate == "partnersWith" and bool(one & theirs) and bool(two & ours))


def _is_implied(
    statement: Statement, gold: GoldLetter, ends: dict[str, set[str]], forms: dict[str, set[str]]
) -> bool:
    """Tell whether a `memberOf` follows from the gold's office of this person in this body."""
    if statement.predicate.value != "memberOf":
        return False
    offices = {
        target
        for subject, predicate, target in gold.relations
        if predicate == "holdsOffice" and ends.get(subject, set()) & forms[statement.subject]
    }
    return any(
        predicate == "officeIn" and subject in offices and ends.get(target, set()) & forms[statement.object]
        for subject, predicate, target in gold.relations
    )
