"""Everything that is known of one actor or instrument: its card, each fact on it with the words behind it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from pyoxigraph import NamedNode

from ..model.entity import EntityType
from ..model.judgement import Standing
from ..model.link import InferredSender, Links
from ..model.statement import Polarity, Predicate, Statement
from .entity_sayings import Saying, Sayings
from .quads.description import to_text
from .quads.judgement_quads import Ruling
from .quads.passage_quads import from_passage_iri
from .quads.terms import (
    DATE,
    MENTIONED_AT,
    NAME,
    RECOGNISER,
    SENT_BY,
    SENT_TO,
)
from .storage.background import Background, find_background
from .storage.entity_names import EntityNames
from .storage.quotation import Quotation, Quoter, find_name
from .storage.store import GraphStore
from .storage.stored_items import Item, load_items, load_ruling, to_item_iri
from .storage.stored_readings import load_links


class Role(StrEnum):
    """What an entity is to a letter."""

    WROTE = "wrote"
    RECEIVED = "received"
    NAMED = "named"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A statement (`id` is its IRI) with the names of its ends, its evidence, and what analysts have said of it.

    `object_type` tells what its object is.
    """

    id: str
    subject: str
    predicate: Predicate
    object: str
    object_type: EntityType
    polarity: Polarity
    since: str | None
    until: str | None
    condition: str | None
    rule: str
    ruling: Ruling
    evidence: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """A letter (IRI) in which an entity has a part: the sentence that first names it, or that shows the part.

    `names` are the IRIs under which the letter has it.
    """

    letter: str
    names: tuple[str, ...]
    role: Role
    evidence: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityCard:
    """One entity over all letters: `iris` are its own, more than one where several names are one.

    `facts` are what letters affirm, in either direction, `denied` what they deny or say to have ended,
    `sayings` what is asked, promised, held and counted by it, of it or about it; what analysts have rejected is left
    out.
    `name` is the vocabulary's where it knows the entity, otherwise the fullest that a letter has;
    `other_names` are forms that letters use. `same` are the reasons for which names of several letters
    are taken as one, `doubts` what a person should check. `background` is the vocabulary's and no
    letter's word. `recogniser` names what has found the entity where no rule did.
    """

    type: EntityType
    iris: tuple[str, ...]
    name: str
    other_names: tuple[str, ...]
    facts: tuple[Fact, ...]
    denied: tuple[Fact, ...]
    sayings: tuple[Saying, ...]
    appearances: tuple[Appearance, ...]
    same: tuple[str, ...]
    doubts: tuple[str, ...]
    background: tuple[Background, ...]
    recogniser: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cards:
    """The entities of a name, more than one where several bear it; `nearest` names when there is none."""

    cards: tuple[EntityCard, ...]
    nearest: tuple[str, ...] = ()


def find_cards(store: GraphStore, name: str) -> Cards:
    """Return what is known of all that bear `name`: as a name, another form of it, or an acronym."""
    names = EntityNames(store)
    found = names.find(name)
    if not found:
        return Cards(cards=(), nearest=tuple(names.find_nearest(name)))
    links = load_links(store)
    quoter = Quoter(store)
    cards = [_to_card(store, quoter, links, names, entry) for entry in sorted(found)]
    return Cards(cards=tuple(sorted(cards, key=lambda card: (card.type, card.name))))


def _to_card(store: GraphStore, quoter: Quoter, links: Links, names: EntityNames, entry: str) -> EntityCard:
    group, name = names.find_group(entry), names.find_shown_name(entry)
    found = {to_item_iri(item): item for iri in group for item in load_items(store, iri)}
    rulings = {iri: load_ruling(store, iri) for iri in found}
    items = [item for iri, item in found.items() if rulings[iri].standing is not Standing.REJECTED]
    items.sort(key=lambda item: _to_rank(store, item))
    facts = [_to_fact(store, quoter, names, item, rulings[item.id]) for item in items if isinstance(item, Statement)]
    sayings = Sayings(store, quoter, links, group)
    return EntityCard(
        type=names.find_kind(entry),
        iris=tuple(group),
        name=name,
        other_names=tuple(form for form in names.find_forms(group) if form != name),
        facts=tuple(fact for fact in facts if fact.polarity is Polarity.AFFIRMED),
        denied=tuple(fact for fact in facts if fact.polarity is not Polarity.AFFIRMED),
        sayings=tuple(sayings.build(item, rulings[item.iri]) for item in items if not isinstance(item, Statement)),
        appearances=tuple(find_appearances(store, quoter, links.senders, group)),
        same=tuple(dict.fromkeys(link.why for link in links.same if {*link.entities} & {*group})),
        doubts=tuple(doubt.message for doubt in links.doubts if {*doubt.entities} & {*group}),
        background=tuple(background for iri in group for background in find_background(store, iri)),
        recogniser=find_recogniser(store, group),
    )


def find_recogniser(store: GraphStore, group: Iterable[str]) -> str | None:
    """Return what has found an entity, if no letter has it from a rule."""
    nodes = [NamedNode(iri) for iri in group]
    marks = [quad for node in nodes for quad in store.find_quads(None, node, RECOGNISER)]
    if not marks:
        return None  # as for nearly all: the letters need not be gone through
    named = {quad.graph_name for node in nodes for quad in store.find_quads(None, node, NAME)}
    return to_text(marks[0].object) if {quad.graph_name for quad in marks} == named else None


def _to_fact(store: GraphStore, quoter: Quoter, names: EntityNames, statement: Statement, ruling: Ruling) -> Fact:
    letter = NamedNode(statement.evidence[0].letter)
    return Fact(
        id=statement.id,
        subject=find_name(store, statement.subject, letter),
        predicate=statement.predicate,
        object=find_name(store, statement.object, letter),
        object_type=names.find_kind(names.find_entry(statement.object) or statement.object),
        polarity=statement.polarity,
        since=statement.since,
        until=statement.until,
        condition=statement.condition,
        rule=statement.rule,
        ruling=ruling,
        evidence=quoter.find_quotations(statement.evidence),
    )


def find_appearances(
    store: GraphStore,
    quoter: Quoter,
    senders: Iterable[InferredSender],
    group: Iterable[str],
    most: int | None = None,
) -> Iterator[Appearance]:
    """Yield the letters in which an entity has a part, by date; a letter's text is read when its turn comes.

    `senders` are those that other letters show, as far as they concern the entity. Of each part in letters at most
    `most` are looked at, whichever the store finds first.
    """
    group = list(group)
    named = _find_names(store, group, most)
    roles = dict.fromkeys(named, Role.NAMED) | _find_roles(store, group, most)
    shown = {link.letter: link.evidence for link in senders if link.person in group}
    for letter, role in sorted(roles.items(), key=lambda item: (find_date(store, item[0]) or "~", item[0])):
        places = named.get(letter, {})
        if letter in shown:
            evidence = quoter.find_quotations(shown[letter])
        else:
            first = min(places.values(), default=0)
            evidence = (quoter.find_sentence(letter, first, first),)
        yield Appearance(letter=letter, names=tuple(places), role=role, evidence=evidence)


def _find_names(store: GraphStore, group: Iterable[str], most: int | None) -> dict[str, dict[str, int]]:
    """Return, by letter, the IRIs under which it has an entity, and where it first names each."""
    named: dict[str, dict[str, int]] = defaultdict(dict)
    for iri in group:
        for quad in islice(store.find_quads(None, NamedNode(iri), MENTIONED_AT), most):
            letter, start, _ = from_passage_iri(to_text(quad.object))
            named[letter][iri] = min(named[letter].get(iri, start), start)
    return named


def _find_roles(store: GraphStore, group: Iterable[str], most: int | None) -> dict[str, Role]:
    """Return the letters that an entity wrote or received; who wrote a letter also to himself wrote it."""
    roles: dict[str, Role] = {}
    for role, term in ((Role.RECEIVED, SENT_TO), (Role.WROTE, SENT_BY)):
        for iri in group:
            found = islice(store.find_quads(None, None, term, NamedNode(iri)), most)
            roles.update({to_text(quad.subject): role for quad in found})
    return roles


def find_date(store: GraphStore, letter: str) -> str | None:
    """Return a letter's date without reading its text."""
    node = NamedNode(letter)
    return next((to_text(quad.object) for quad in store.find_quads(node, node, DATE)), None)


def _to_rank(store: GraphStore, item: Item) -> tuple[str, str, int, int, str]:
    first = item.evidence[0]
    return (find_date(store, first.letter) or "~", first.letter, first.start, first.end, to_item_iri(item))
