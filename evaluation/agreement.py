"""When two names agree: case, honours, "of", "the" and "and" aside. Pairing is left to `pairing`."""

import re
import unicodedata
from functools import cache

from ..model.entity import Entity, EntityType
from ..ontology.cues import load_people_cues
from .gold import GoldEntity

_IDLE = frozenset({"of", "the", "and"})
_WORD = re.compile(r"\w+")


def to_form(words: str, *, is_person: bool = False) -> str:
    """Return the form by which names are compared.

    "The Ministry of Justice" and "MINISTRY OF JUSTICE" have one form, "Department for Education" and
    "Department of Education" have not. Honours go only from a person: "Rt Hon Ann Lee MP" and "Ann Lee" have
    one form, the offices "Lord Chancellor" and "Chancellor" have not.
    """
    even = unicodedata.normalize("NFKC", words)
    if is_person:
        even = " ".join(_without_honours(even.split()))
    found = _WORD.findall(even.casefold())
    return " ".join([word for word in found if word not in _IDLE] or found)


def to_gold_forms(entity: GoldEntity) -> frozenset[str]:
    """Return the forms of an annotated entity."""
    is_person = entity.type == EntityType.PERSON
    return frozenset(to_form(words, is_person=is_person) for words in entity.forms) - {""}


def to_found_forms(entity: Entity) -> frozenset[str]:
    """Return the forms of a found entity: its name and all its mentions."""
    is_person = entity.type is EntityType.PERSON
    names = (entity.name, *(mention.text for mention in entity.mentions))
    return frozenset(to_form(words, is_person=is_person) for words in names) - {""}


def is_agreed(gold: GoldEntity, found: Entity) -> bool:
    """Tell whether an annotated and a found entity have the type and any form in common."""
    return gold.type == found.type and not to_gold_forms(gold).isdisjoint(to_found_forms(found))


def _without_honours(words: list[str]) -> list[str]:
    """Return a name without the titles before it and the post-nominals behind it; one word always stays."""
    nominals = load_people_cues().post_nominals
    last = len(words)
    while last > 1 and words[last - 1].strip(",()").replace(".", "") in nominals:
        last -= 1
    first = 0
    while length := next((size for size in (3, 2, 1) if _is_title(words[first : first + size])), 0):
        if first + length >= last:
            break
        first += length
    return words[first:last]


def _is_title(words: list[str]) -> bool:
    return tuple(word.replace(".", "").strip(",").casefold() for word in words) in _titles()


@cache
def _titles() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(title.replace(".", "").casefold().split()) for title in load_people_cues().titles)
