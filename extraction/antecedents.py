"""Back-references: which entity "the Committee", "the Act", "the Government" stands for."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..model.entity import Entity, EntityType
from ..ontology.cues import load_name_cues
from ..ontology.vocabulary import Concept, load_vocabulary
from .acronyms import Definition
from .span import NameSpan

_REFERENCE = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Oo]ur|[Mm]y)\s+(?P<head>[A-Z][a-z]+|\d{4}\s+Act)\b(?!\s+[A-Z])(?!\s+(?:of|for|on)\s+(?:the\s+)?[A-Z])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BackReference:
    """Words at `start`–`end` that stand for `entity` (an IRI) of `type`."""

    start: int
    end: int
    type: EntityType
    entity: str


def find_back_references(
    text: str,
    entities: Sequence[Entity],
    definitions: Iterable[Definition],
    spans: Sequence[NameSpan],
    government: str | None,
) -> list[BackReference]:
    """Return the back-references of `text` with the one entity that each can mean.

    "the Act" is the letter's only Act, or the one that it calls so; where two fit, nothing is returned.
    `government` is the IRI for "the Government".
    """
    aliases = _find_aliases(entities, definitions)
    covered = {offset for span in spans for offset in range(span.start, span.end)}
    heads = load_name_cues().type_of_head
    found: list[BackReference] = []
    for match in _REFERENCE.finditer(text):
        head = match["head"]
        if match.start("head") in covered:
            continue
        entity = aliases.get(head)
        if entity is None and head == "Government":
            if government is not None:
                found.append(
                    BackReference(
                        start=match.start(), end=match.end(), type=EntityType.ORGANISATION, entity=government
                    )
                )
            continue
        kind = heads.get(head.split()[-1])
        if entity is None and kind is not None:
            entity = _find_only(entities, head, kind, match.start())
        if entity is not None:
            found.append(
                BackReference(start=match.start(), end=match.end(), type=entity.type, entity=entity.iri)
            )
    return found


def find_nation(concepts: Iterable[Concept]) -> str | None:
    """Return the country to which all of `concepts` with one belong, None when there is none or more than one."""
    countries = {concept.country for concept in concepts if concept.country}
    return countries.pop() if len(countries) == 1 else None


def find_government(nation: str | None) -> Concept | None:
    """Return the vocabulary's government of a country."""
    for concept in load_vocabulary().values():
        if nation is not None and concept.country == nation and concept.label.endswith("Government"):
            return concept
    return None


def _find_aliases(entities: Sequence[Entity], definitions: Iterable[Definition]) -> dict[str, Entity]:
    aliases: dict[str, Entity] = {}
    for definition in definitions:
        if definition.alias:
            for entity in entities:
                if any(mention.end == definition.long_end for mention in entity.mentions):
                    aliases[definition.short] = entity
    return aliases


def _find_only(entities: Sequence[Entity], head: str, kind: str, before: int) -> Entity | None:
    """Return the one entity of this kind whose name bears the head noun and which stands before."""
    fitting = [
        entity
        for entity in entities
        if entity.type.value == kind
        and any(
            re.search(rf"\b{re.escape(head)}\b", mention.text, re.IGNORECASE) for mention in entity.mentions
        )
    ]
    earlier = [entity for entity in fitting if entity.mentions[0].start < before]
    return earlier[0] if len(fitting) == 1 and earlier else None
