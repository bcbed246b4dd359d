"""Back-references: which entity "the Committee", "the Act", "the Government" stands for."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from ...model.entity import Entity, EntityType
from ...ontology.cues import load_name_cues
from ...ontology.vocabulary import Concept, load_vocabulary
from .acronyms import Definition
from .span import NameSpan

# "the Act", "this Committee", "the whole Bill"; not "the Act on Roads", "the Bill Office"
_REFERENCE = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Oo]ur|[Mm]y)\s+(?:(?:entire|whole|said|same|draft|proposed|present)\s+)?(?P<head>[A-Z][a-z]+|\d{4}\s+Act)\b(?!\s+[A-Z])(?!\s+(?:of|for|on)\s+(?:the\s+)?[A-Z])"
)


# "with money from the (Fund)", "a member of the (Institute)": what is named in passing
_IN_PASSING = re.compile(r"\b(?:of|from|in|under|with|through|within|at)\s+(?:(?:the|its|their|our|a)\s+)?$")


Found = TypeVar("Found")


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
    nation: str | None,
    own: Collection[str] = (),
) -> list[BackReference]:
    """Return the back-references of `text` with the one entity that each can mean.

    "the Act" is the letter's only Act, or the one that it calls so; where two fit, nothing is returned.
    "the Government", "Congress" are those of `nation` (an IRI of the vocabulary), "the Committee" may be one of the
    correspondents' bodies (`own`), even if it is only named in the signature.
    """
    aliases = _find_aliases(entities, definitions)
    covered = {offset for span in spans for offset in range(span.start, span.end)}
    heads = load_name_cues().type_of_head
    bare = _find_bare_names(nation)
    found = list(_find_bare(text, bare, covered))
    for match in _REFERENCE.finditer(text):
        head = match["head"]
        if match.start("head") in covered:
            continue
        entity = aliases.get(head)
        if entity is None and head in bare:
            continue
        kind = heads.get(head.split()[-1])
        if entity is None and kind is not None:
            entity = find_nearest(text, entities, head, kind, match.start()) or _find_own(entities, head, kind, own)
        if entity is not None:
            found.append(BackReference(start=match.start(), end=match.end(), type=entity.type, entity=entity.iri))
    return found


def find_nation(header: Iterable[Concept], letter: Sequence[Concept]) -> str | None:
    """Return the country whose institutions a letter speaks of, None when that is open.

    The correspondents' own offices and bodies decide; where they say nothing, the one country to which most of
    the vocabulary's bodies and laws in the letter belong.
    """
    own = {country for concept in header if (country := _country_of(concept))}
    if own:
        return own.pop() if len(own) == 1 else None
    counts = Counter(_to_whole(concept.country) for concept in letter if concept.country)
    if not counts:
        return None
    (first, number), *rest = counts.most_common(2)
    return first if number > 1 and number > 2 * (rest[0][1] if rest else 0) else None


def _country_of(concept: Concept) -> str | None:
    body = load_vocabulary().get(concept.body or "")
    return concept.country or (body.country if body else None)


def _to_whole(country: str) -> str:
    """Return the country of which one without institutions of its own is a part: the UK for England."""
    whole = country.rpartition("-")[0]
    return whole if whole and not _find_bare_names(country) else country


@cache
def _find_bare_names(nation: str | None) -> dict[str, Concept]:
    if nation is None:
        return {}
    return {
        name: concept for concept in load_vocabulary().values() if concept.country == nation for name in concept.bare
    }


def _find_bare(text: str, bare: dict[str, Concept], covered: set[int]) -> Iterator[BackReference]:
    """Yield the bare names of a country's institutions: "the Government", "Congress"; not "Government buildings"."""
    if not bare:
        return
    names = "|".join(map(re.escape, bare))
    article = r"(?:(?:[Tt]he|[Tt]his|[Oo]ur)\s+)"
    for match in re.finditer(
        rf"{article}(?P<name>{names})\b(?![\s-]+[A-Z])|\b(?P<alone>Congress|Parliament|Senate)\b(?![\s-]+[A-Z])",
        text,
    ):
        name = match["name"] or match["alone"]
        start = match.start("name") if match["name"] else match.start()
        if start not in covered and name in bare:
            yield BackReference(
                start=match.start(), end=match.end(), type=EntityType.ORGANISATION, entity=bare[name].iri
            )


def _find_aliases(entities: Sequence[Entity], definitions: Iterable[Definition]) -> dict[str, Entity]:
    aliases: dict[str, Entity] = {}
    for definition in definitions:
        if definition.alias:
            for entity in entities:
                if any(mention.end == definition.long_end for mention in entity.mentions):
                    aliases[definition.short] = entity
    return aliases


def choose_antecedent(text: str, before: int, places: Sequence[tuple[Found, str, int]]) -> Found | None:
    """Return the one thing that words at `before` can refer back to; None where two fit.

    `places` are what is named earlier, each with a key that is the same for all places of one thing, and where it
    stands. What is alone in the letter up to here is meant; else what is alone in the paragraph, or the sentence.
    """
    paragraph = text.rfind("\n", 0, before) + 1
    sentence = max(text.rfind(mark, paragraph, before) for mark in (". ", "? ", "; "))
    for start in (0, paragraph, max(sentence, paragraph)):
        near = [(found, key) for found, key, place in places if start <= place < before]
        if len({key for _, key in near}) == 1:
            return near[-1][0]
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An entity (an IRI) of `type` that the letter names at `start`; in passing where a preposition governs it."""

    start: int
    type: str
    entity: str
    in_passing: bool = False


def is_in_passing(text: str, start: int) -> bool:
    """Tell whether what a letter names at `start` is named in passing: "with money from the Rural Fund"."""
    return _IN_PASSING.search(text, max(start - 20, 0), start) is not None


def choose_for_pronoun(
    named: Sequence[Named], sentence: tuple[int, int], before: tuple[int, int] | None, place: int, types: frozenset[str]
) -> str | None:
    """Return the one entity of `types` that a pronoun at `place` can mean; None where two fit.

    It is named earlier in the sentence, or else in the sentence right before, and not only in passing.
    """
    for start, end in ((sentence[0], place), before or (0, 0)):
        near = [each for each in named if start <= each.start < end and each.type in types]
        if near:
            fitting = {each.entity for each in near}
            return near[0].entity if len(fitting) == 1 and not all(each.in_passing for each in near) else None
    return None


def find_nearest(text: str, entities: Sequence[Entity], head: str, kind: str, before: int) -> Entity | None:
    """Return the entity of this kind whose name bears the head noun and which the words at `before` mean.

    "the Covenant" is no "Protocol to the International Covenant", "the European Union" not its Council.
    """
    fitting = _find_bearers(entities, head, kind)
    places = [(entity, entity.iri, mention.start) for entity in fitting for mention in entity.mentions]
    return choose_antecedent(text, before, places)


def _find_own(entities: Sequence[Entity], head: str, kind: str, own: Collection[str]) -> Entity | None:
    """Return the correspondent's body that alone in the letter bears the head noun."""
    fitting = _find_bearers(entities, head, kind)
    return fitting[0] if len(fitting) == 1 and fitting[0].iri in own else None


def _find_bearers(entities: Sequence[Entity], head: str, kind: str) -> list[Entity]:
    bears = re.compile(
        rf"^(?!.*\b(?:of|to|on|for|in|under)\s+the\s+(?:[A-Z\d]\S*\s+)*(?i:{re.escape(head)})\b).*\b(?i:{re.escape(head)})\b",
        re.DOTALL,
    )
    return [
        entity
        for entity in entities
        if entity.type.value == kind and any(bears.search(mention.text) for mention in entity.mentions)
    ]
