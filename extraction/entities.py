"""Mentions into entities: which spans of one letter name the same thing, and the key that says what it is."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ..model.entity import Entity, EntityType, Mention
from ..model.identity import to_entity_iri
from ..ontology.vocabulary import Concept, load_vocabulary
from .citations import Provision
from .gazetteer import find_concepts
from .names import Names
from .people import to_given_name, to_surname
from .person_words import to_head
from .span import NameSpan, Span

_YEAR = re.compile(r",?\s+(?:of\s+)?((?:1[5-9]|20)\d\d)$|^((?:19|20)\d\d)\s+")
# bodies that every country has: their key needs the country
_STATE_HEADS = frozenset(
    {"Committee", "Department", "Ministry", "Council", "Parliament", "Government", "Office", "Agency", "Authority"}
    | {"Commission", "Board", "Cabinet", "Treasury", "Inspectorate", "Senate", "Assembly", "Police", "Court"}
    | {"Tribunal", "Service", "House"}
)
# "Chair, Public Accounts Committee" is the fullest form of "Chair" there
_OFFICE_WITH_BODY = frozenset({", ", ", the ", " of ", " of the ", " at ", " - ", " – "})
_WORLDWIDE = frozenset({EntityType.TREATY, EntityType.COUNTRY})


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityTable:
    """The entities of a letter, and which of them stands at a span (start, end)."""

    entities: tuple[Entity, ...]
    at: dict[Span, str]

    def find(self, span: Span | None) -> str | None:
        """Return the IRI of the entity named at `span`, None where none is."""
        return self.at.get(span) if span is not None else None


@dataclass(slots=True, kw_only=True)
class _Group:
    """The spans of one entity to be; `concept` is the vocabulary's entry, `extra` completes the key."""

    type: EntityType
    spans: list[Span] = field(default_factory=list)
    concept: Concept | None = None
    extra: str = ""


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
    groups = _group_spans(text, names.spans)
    _join_forms(text, groups, names)
    _join_people(text, groups)
    _part_offices(text, groups, bodies_of_offices)
    iris: dict[str, _Group] = {}
    for group in groups:
        iri = _to_iri(text, group, letter, nation)
        if iri in iris:
            iris[iri].spans.extend(group.spans)
        else:
            iris[iri] = group
    at = {span: iri for iri, group in iris.items() for span in group.spans}
    entities = [_to_entity(text, iri, group) for iri, group in iris.items()]
    entities += _build_provisions(text, names.provisions, at, {entity.iri: entity for entity in entities})
    return EntityTable(entities=tuple(sorted(entities, key=lambda each: (each.mentions[0].start, each.iri))), at=at)


def _part_offices(text: str, groups: list[_Group], bodies: dict[Span, Span]) -> None:
    """Part the offices of one name that belong to different bodies: two "Chair"s of two committees are two offices."""
    body_groups = {span: group for group in groups for span in group.spans}
    for group in [group for group in groups if group.type is EntityType.OFFICE]:
        parts: dict[str, _Group] = {}
        for span in [span for span in group.spans if bodies.get(span) in body_groups]:
            body = bodies[span]
            key = _key(text, body_groups[body])
            part = parts.setdefault(key, _Group(type=group.type, concept=group.concept, extra=key))
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


def normalise_name(name: str) -> str:
    """Return the form of a name by which two are compared: "The Home Office" and "HOME OFFICE" are one."""
    even = name.replace("’", "'").replace("&", "and").casefold()
    words = re.findall(r"[\w']+", even)
    return " ".join(word for word in words if word != "the")


def _group_spans(text: str, spans: Iterable[NameSpan]) -> list[_Group]:
    groups: dict[tuple[EntityType, str], _Group] = {}
    for span in spans:
        words = text[span.start : span.end]
        concept = load_vocabulary().get(span.concept) if span.concept else _find_concept(words, span.type)
        key = concept.iri if concept else normalise_name(words)
        group = groups.setdefault((span.type, key), _Group(type=span.type, concept=concept))
        group.spans.append((span.start, span.end))
    return list(groups.values())


def _find_concept(words: str, kind: EntityType) -> Concept | None:
    fitting = [concept for concept in find_concepts(words) if concept.type == kind and not concept.ambiguous]
    return fitting[0] if len(fitting) == 1 else None


def _join_forms(text: str, groups: list[_Group], names: Names) -> None:
    """Join acronyms to what the letter defines them for, and laws and documents with and without their year."""
    for definition in names.definitions:
        long = next(
            (group for group in groups if any(start < definition.long_end <= end for start, end in group.spans)),
            None,
        )
        if long is None or definition.alias:
            continue
        for other in list(groups):
            if other is not long and other.type is long.type and _is_written(text, other, definition.short):
                long.spans.extend(other.spans)
                groups.remove(other)
    _join_offices(text, groups)
    dated: dict[tuple[EntityType, str], list[_Group]] = defaultdict(list)
    for group in groups:
        if group.type in {EntityType.LEGISLATION, EntityType.DOCUMENT, EntityType.TREATY}:
            dated[group.type, _YEAR.sub("", _key(text, group))].append(group)
    for same in dated.values():
        years = {_key(text, group) for group in same if _YEAR.search(_key(text, group))}
        if len(same) == 2 and len(years) == 1:
            same[0].spans.extend(same[1].spans)
            same[0].concept = same[0].concept or same[1].concept
            groups.remove(same[1])


def _join_offices(text: str, groups: list[_Group]) -> None:
    """Join "Secretary of State" to "Secretary of State for Transport", if that is the only office that goes on so."""
    offices = [group for group in groups if group.type is EntityType.OFFICE]
    names = {id(group): normalise_name(_longest(text, group)) for group in offices}
    for group in offices:
        short = names[id(group)]
        longer = [other for other in offices if re.match(rf"{re.escape(short)} (?:of|for) ", names[id(other)])]
        if len(longer) == 1 and " " in short and group in groups and longer[0] in groups:
            longer[0].spans.extend(group.spans)
            groups.remove(group)


def _is_written(text: str, group: _Group, words: str) -> bool:
    return any(text[start:end] == words for start, end in group.spans)


def _join_people(text: str, groups: list[_Group]) -> None:
    """Join a surname or a given name that stands alone to the one full name that it fits."""
    people = [group for group in groups if group.type is EntityType.PERSON]
    full = [group for group in people if " " in _longest(text, group)]
    for group in people:
        name = _longest(text, group)
        if " " in name:
            continue
        fitting = [
            other
            for other in full
            if normalise_name(name)
            in {
                normalise_name(to_surname(_longest(text, other))),
                normalise_name(to_given_name(_longest(text, other))),
            }
        ]
        if len(fitting) == 1:
            fitting[0].spans.extend(group.spans)
            groups.remove(group)
    for group in list(full):
        pieces = normalise_name(_longest(text, group)).split()
        wider = [
            other
            for other in full
            if other is not group
            and (words := normalise_name(_longest(text, other)).split())[0] == pieces[0]
            and words[-1] == pieces[-1]
            and set(pieces) < set(words)
        ]
        if len(wider) == 1 and group in groups:
            wider[0].spans.extend(group.spans)
            groups.remove(group)


def _longest(text: str, group: _Group) -> str:
    return max((text[start:end] for start, end in group.spans), key=len)


def _key(text: str, group: _Group) -> str:
    return group.concept.iri if group.concept else normalise_name(_longest(text, group))


def _to_iri(text: str, group: _Group, letter: str, nation: str | None) -> str:
    concept = group.concept
    if group.type is EntityType.PERSON:
        return to_entity_iri(group.type, letter, _key(text, group))
    if group.type is EntityType.OFFICE:
        if concept is not None and (concept.body or concept.country):
            return concept.iri
        return to_entity_iri(group.type, _key(text, group), group.extra or nation or letter)
    if concept is not None:
        return concept.iri
    name = _longest(text, group)
    if group.type in _WORLDWIDE or (any(letter.isdigit() for letter in name) and "/" in name):
        return to_entity_iri(group.type, _key(text, group))
    heads = {to_head(word) for word in name.split()}
    if group.type is EntityType.ORGANISATION and not heads & _STATE_HEADS:
        return to_entity_iri(group.type, _key(text, group))
    return to_entity_iri(group.type, _key(text, group), nation or letter)


def _to_entity(text: str, iri: str, group: _Group) -> Entity:
    spans = sorted(set(group.spans))
    mentions = tuple(Mention(text=text[start:end], start=start, end=end) for start, end in spans)
    name = _tidy(max((mention.text for mention in mentions), key=len))
    vocabulary = load_vocabulary().get(iri)
    return Entity(
        iri=iri,
        type=group.type,
        name=name,
        mentions=mentions,
        label=vocabulary.label if vocabulary else None,
    )


def _tidy(name: str) -> str:
    words = " ".join(name.split())
    if not _is_shouted(words):
        return words
    small = {"Of", "The", "And", "For", "On", "To", "In"}
    titled = [each.title() if len(each) > 4 or each.title() in small else each for each in words.split()]
    return " ".join(each.lower() if place and each in small else each for place, each in enumerate(titled))


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
                name=f"{kind} {number} of {definite}{whole}",
                mentions=tuple(sorted(places, key=lambda mention: mention.start)),
            )
        )
    return found
