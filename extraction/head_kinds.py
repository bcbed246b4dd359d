"""What kind of thing a head noun names in the company of its other words: a "Service" may be a body or a scheme."""

from ..model.entity import EntityType
from .name_line import NameLine
from .person_words import to_head


def settle_kind(line: NameLine, left: int, place: int, right: int, kind: EntityType) -> EntityType:
    """Return the type of the name at `left`–`right` whose head at `place` is of `kind`.

    "Crown Prosecution Service", "Network for Change" and "Geological Survey" are bodies, "Code of Practice" a document.
    """
    head = to_head(line.tokens[place].text)
    words = {to_head(token.text) for token in line.tokens[left:place]}
    if kind is EntityType.LEGISLATION and head == "Code" and line.word_at(place + 1) == "of":
        return EntityType.DOCUMENT
    if head == "Service":
        body = right > place or not words.isdisjoint(line.cues.body_service)
        return EntityType.ORGANISATION if body else kind
    if head in {"Network", "Campaign"}:
        owned = any(token.is_possessive for token in line.tokens[left:place])
        return EntityType.ORGANISATION if right > place or owned else kind
    if head == "Survey" and not words.isdisjoint(line.cues.surveyors):
        return EntityType.ORGANISATION
    return kind
