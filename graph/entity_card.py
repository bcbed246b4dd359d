"""Everything that is known of one actor or instrument: its card, each fact on it with the words behind it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from pyoxigraph import NamedNode

from ..extraction.text.sentences import find_sentences
from ..model.entity import EntityType
from ..model.link import InferredSender, Links
from ..model.statement import Polarity, Predicate, Statement
from .background import Background, find_background
from .description import to_text
from .entity_names import EntityNames
from .passage_quads import from_passage_iri
from .quotation import Quotation, Quoter, find_name
from .store import GraphStore
from .stored_readings import load_links, load_statements
from .terms import (
    DATE,
    MENTIONED_AT,
    NAME,
    RECOGNISER,
    SENT_BY,
    SENT_TO,
)


class Role(StrEnum):
    """What an entity is to a letter."""

    WROTE = "wrote"
    RECEIVED = "received"
    NAMED = "named"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A statement with the names of its ends, and its evidence as quotations."""

    subject: str
    predicate: Predicate
    object: str
    polarity: Polarity
    since: str | None
    until: str | None
    condition: str | None
    rule: str
    evidence: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """A letter (IRI) in which an entity has a part: the sentence that first names it, or that shows the part."""

    letter: str
    role: Role
    evidence: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityCard:
    """One entity over all letters.

    `facts` are what letters affirm, in either direction, `denied` what they deny or say to have ended.
    `name` is the vocabulary's where it knows the entity, otherwise the fullest that a letter has;
    `other_names` are forms that letters use. `same` are the reasons for which names of several letters
    are taken as one, `doubts` what a person should check. `background` is the vocabulary's and no
    letter's word. `recogniser` names what has found the entity where no rule did.
    """

    type: EntityType
    name: str
    other_names: tuple[str, ...]
    facts: tuple[Fact, ...]
    denied: tuple[Fact, ...]
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
    facts = sorted(_find_facts(store, quoter, group), key=lambda fact: _to_rank(fact.evidence))
    return EntityCard(
        type=names.find_kind(entry),
        name=name,
        other_names=tuple(form for form in names.find_forms(group) if form != name),
        facts=tuple(fact for fact in facts if fact.polarity is Polarity.AFFIRMED),
        denied=tuple(fact for fact in facts if fact.polarity is not Polarity.AFFIRMED),
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


def _find_facts(store: GraphStore, quoter: Quoter, group: Iterable[str]) -> Iterator[Fact]:
    statements = {item.id: item for iri in group for item in load_statements(store, iri)}
    for statement in statements.values():
        yield _to_fact(store, quoter, statement)


def _to_fact(store: GraphStore, quoter: Quoter, statement: Statement) -> Fact:
    letter = NamedNode(statement.evidence[0].letter)
    return Fact(
        subject=find_name(store, statement.subject, letter),
        predicate=statement.predicate,
        object=find_name(store, statement.object, letter),
        polarity=statement.polarity,
        since=statement.since,
        until=statement.until,
        condition=statement.condition,
        rule=statement.rule,
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
    roles, first = _find_roles(store, group, most)
    shown = {link.letter: link.evidence for link in senders if link.person in group}
    for letter, role in sorted(roles.items(), key=lambda item: (find_date(store, item[0]) or "~", item[0])):
        if letter in shown:
            evidence = quoter.find_quotations(shown[letter])
        else:
            evidence = (quote_sentence(quoter, letter, first.get(letter, 0)),)
        yield Appearance(letter=letter, role=role, evidence=evidence)


def _find_roles(store: GraphStore, group: Iterable[str], most: int | None) -> tuple[dict[str, Role], dict[str, int]]:
    """Return what an entity is to each letter, and where the letter first names it."""
    roles: dict[str, Role] = {}
    first: dict[str, int] = {}
    for iri in group:
        node = NamedNode(iri)
        for quad in islice(store.find_quads(None, node, MENTIONED_AT), most):
            letter, start, _ = from_passage_iri(to_text(quad.object))
            roles.setdefault(letter, Role.NAMED)
            first[letter] = min(first.get(letter, start), start)
        for role, term in ((Role.RECEIVED, SENT_TO), (Role.WROTE, SENT_BY)):
            found = islice(store.find_quads(None, None, term, node), most)
            roles.update({to_text(quad.subject): role for quad in found})
    return roles, first


def find_date(store: GraphStore, letter: str) -> str | None:
    """Return a letter's date without reading its text."""
    node = NamedNode(letter)
    return next((to_text(quad.object) for quad in store.find_quads(node, node, DATE)), None)


def quote_sentence(quoter: Quoter, letter: str, offset: int) -> Quotation:
    """Return the sentence of a letter in which the code point `offset` stands."""
    text = quoter.find_letter(letter).text
    start, end = next(span for span in find_sentences(text) if span[1] > offset)
    return quoter.find_quotation(letter, start, end)


def _to_rank(evidence: tuple[Quotation, ...]) -> tuple[str, str, int, int]:
    first = evidence[0]
    return first.date or "~", first.letter, first.start, first.end
