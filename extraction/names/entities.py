"""Mentions into entities: which spans of one letter name the same thing, and the key that says what it is."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...model.entity import Entity, EntityType, Mention
from ...model.identity import to_entity_iri
from ...ontology.cues import load_name_cues
from ...ontology.vocabulary import load_vocabulary
from ..text.person_words import to_head
from ..text.span import NameSpan, Span
from .citations import Provision
from .forms import find_forms
from .gazetteer import find_concepts
from .groups import NameGroup, group_spans
from .groups import normalise_name as normalise_name
from .joining import join_names
from .names import Names
from .same_people import join_people

# bodies that every country has: their key needs the country
_STATE_HEADS = frozenset(
    {"Committee", "Department", "Ministry", "Council", "Parliament", "Government", "Office", "Agency", "Authority"}
    | {"Commission", "Board", "Cabinet", "Treasury", "Inspectorate", "Senate", "Assembly", "Police", "Court"}
    | {"Tribunal", "Service", "House"}
)
# "Chair, Public Accounts Committee" is the fullest form of "Chair" there
_OFFICE_WITH_BODY = frozenset({", ", ", the ", " of ", " of the ", " at ", " - ", " – "})
_LONGEST_ACRONYM = 5
_WORLDWIDE = frozenset({EntityType.TREATY, EntityType.COUNTRY})


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityTable:
    """The entities of a letter, and which of them stands at a span (start, end)."""

    entities: tuple[Entity, ...]
    at: dict[Span, str]

    def find(self, span: Span | None) -> str | None:
        """Return the IRI of the entity named at `span`, None where none is."""
        return self.at.get(span) if span is not None else None


def build_entities(
    text: str,
    letter: str,
    names: Names,
    bodies_of_offices: dict[Span, Span],
    nation: str | None,
) -> EntityTable:
    """Return the entities that `names` mention in the letter with IRI `letter`.

    `bodies_of_offices` maps the span of an office to that of its body, where the letter shows it; `nation` is the
    IRI of the country whose institutions the letter speaks of, None when that is open.
    """
    groups = group_spans(text, names.spans)
    join_names(text, groups, names.definitions)
    join_people(groups)
    _part_offices(text, groups, bodies_of_offices)
    iris: dict[str, NameGroup] = {}
    for group in groups:
        iri = _to_iri(group, letter, nation)
        if iri in iris:
            iris[iri].spans.extend(group.spans)
        else:
            iris[iri] = group
    at = {span: iri for iri, group in iris.items() for span in group.spans}
    entities = [_to_entity(text, iri, group, names.spans) for iri, group in iris.items()]
    entities += _build_provisions(text, names.provisions, at, {entity.iri: entity for entity in entities})
    return EntityTable(entities=tuple(sorted(entities, key=lambda each: (each.mentions[0].start, each.iri))), at=at)


def _part_offices(text: str, groups: list[NameGroup], bodies: dict[Span, Span]) -> None:
    """Part the offices of one name that belong to different bodies: two "Chair"s of two committees are two offices."""
    body_groups = {span: group for group in groups for span in group.spans}
    for group in [group for group in groups if group.type is EntityType.OFFICE]:
        parts: dict[str, NameGroup] = {}
        for span in [span for span in group.spans if bodies.get(span) in body_groups]:
            body = bodies[span]
            key = body_groups[body].key
            part = parts.setdefault(key, NameGroup(text=text, type=group.type, concept=group.concept, extra=key))
            part.spans.append(span)
            group.spans.remove(span)
            if text[span[1] : body[0]] in _OFFICE_WITH_BODY:
                part.spans.append((span[0], body[1]))
        if len(parts) == 1:
            next(iter(parts.values())).spans.extend(group.spans)
            group.spans.clear()
        groups.extend(parts.values())
        if not group.spans:
            groups.remove(group)


def _to_iri(group: NameGroup, letter: str, nation: str | None) -> str:
    concept = group.concept
    if group.type is EntityType.PERSON:
        return to_entity_iri(group.type, letter, group.key)
    if group.type is EntityType.OFFICE:
        if concept is not None and (concept.body or concept.country):
            return concept.iri
        return to_entity_iri(group.type, group.key, group.extra or nation or letter)
    if concept is not None:
        return concept.iri
    name = group.longest
    if group.type in _WORLDWIDE or (any(letter.isdigit() for letter in name) and "/" in name):
        return to_entity_iri(group.type, group.key)
    heads = {to_head(word) for word in name.split()}
    if group.type is EntityType.ORGANISATION and not heads & _STATE_HEADS:
        return to_entity_iri(group.type, group.key)
    return to_entity_iri(group.type, group.key, nation or letter)


def _to_entity(text: str, iri: str, group: NameGroup, spans: Sequence[NameSpan]) -> Entity:
    forms = {form for span in set(group.spans) for form in _find_forms(text, span, group.type, spans)}
    mentions = tuple(
        Mention(text=text[start:end], start=start, end=end) for start, end in sorted({*group.spans, *forms})
    )
    name = _tidy(group.longest)
    vocabulary = load_vocabulary().get(iri)
    return Entity(
        iri=iri,
        type=group.type,
        name=name,
        mentions=mentions,
        label=vocabulary.label if vocabulary else None,
    )


def _find_forms(text: str, span: Span, kind: EntityType, spans: Sequence[NameSpan]) -> Iterator[Span]:
    """Yield the other forms of the name at `span`; `spans` are all names of the letter, in order."""
    first = bisect_left(spans, span[0], key=lambda each: each.start)
    behind = bisect_left(spans, span[1], key=lambda each: each.start)
    inside = [each for each in spans[first:behind] if each.end <= span[1]]
    yield from find_forms(text, span, kind, inside, spans[behind] if behind < len(spans) else None)


def _tidy(name: str) -> str:
    words = " ".join(name.split())
    if not _is_shouted(words):
        return words
    small = load_name_cues().joiners
    shaped = (each.lower() if each.lower() in small else _to_shape(each) for each in words.split())
    tidied = " ".join(shaped)
    return tidied[0].upper() + tidied[1:]


def _to_shape(word: str) -> str:
    """Return a shouted word as it would stand in a sentence: "HIGH" is "High", but "NHS" and "UNHCR" stay."""
    letters = word.strip("(),.;:")
    is_acronym = not re.search("[AEIOUY]", letters) or any(each.type != "country" for each in find_concepts(letters))
    return (
        word
        if is_acronym and len(letters) <= _LONGEST_ACRONYM
        else word.title().replace("’S", "’s").replace("'S", "'s")
    )


def _is_shouted(words: str) -> bool:
    """Tell whether a name of several words is written in capitals only ("EUROPEAN COMMISSION")."""
    return words.isupper() and " " in words and any(len(word) > 5 for word in words.split())


def _build_provisions(
    text: str, provisions: Sequence[Provision], at: dict[Span, str], entities: dict[str, Entity]
) -> list[Entity]:
    """Return an entity for each provision whose instrument is known, named in full."""
    mentions: dict[tuple[str, str, str], list[Mention]] = defaultdict(list)
    for provision in provisions:
        instrument = at.get((provision.instrument.start, provision.instrument.end)) if provision.instrument else None
        if instrument is None:
            continue
        mention = Mention(text=text[provision.start : provision.end], start=provision.start, end=provision.end)
        mentions[instrument, provision.kind, provision.number].append(mention)
        at.setdefault(
            (provision.start, provision.end),
            to_entity_iri("provision", instrument, provision.kind.lower(), provision.number),
        )
    found: list[Entity] = []
    for (instrument, kind, number), places in mentions.items():
        whole = entities[instrument].name
        definite = "" if re.match(r"(?:Directive|Regulation|Decision)\b", whole) else "the "
        found.append(
            Entity(
                iri=to_entity_iri("provision", instrument, kind.lower(), number),
                type=EntityType.PROVISION,
                name=f"{_name_provision(kind, number)} of {definite}{whole}",
                mentions=tuple(sorted(places, key=lambda mention: mention.start)),
            )
        )
    return found


def _name_provision(kind: str, number: str) -> str:
    """Return "Article 8", or "Eleventh Schedule" where the number is an ordinal."""
    return f"{number} {kind}" if number.isalpha() and len(number) > 4 else f"{kind} {number}"
