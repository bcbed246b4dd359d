"""Reads nodes, facts and cards out of the store, one entity at a time: nothing here loads the whole graph."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import islice

from pyoxigraph import NamedNode

from ...graph.entity_card import (
    Appearance,
    Role,
    find_appearances,
    find_date,
    find_recogniser,
)
from ...graph.quads.description import to_text
from ...graph.quads.terms import (
    ACRONYM,
    ALT_LABEL,
    BROADER,
    COUNTRY,
    FORM,
    MENTIONS,
    OFFICE_IN,
    PREDICATE,
    PREF_LABEL,
    STATEMENT_CLASSES,
    TYPE,
    VOCABULARY,
)
from ...graph.quads.terms import SENT_BY as LETTER_SENT_BY
from ...graph.quads.terms import SENT_TO as LETTER_SENT_TO
from ...graph.storage.background import find_background
from ...graph.storage.entity_links import load_links_of
from ...graph.storage.entity_names import EntityNames
from ...graph.storage.quotation import Quoter
from ...graph.storage.statement_places import StatementPlace, find_standing, find_statements
from ...graph.storage.store import GraphStore
from ...graph.storage.stored_items import load_item
from ...model.identity import to_digest
from ...model.judgement import Standing
from ...model.statement import Polarity, Statement
from ..fact import render_fact
from ..phrases import render_day
from .records import Card, Fact, Node, Part
from .saying_reader import SayingReader
from .words import BACKGROUND, LETTER, RELATION_WORDS, SENT_BY, SENT_TO, from_id, is_letter, to_id, to_quote

MOST_FACTS = 200
MOST_LETTERS = 200
"""More than these nobody reads on one card; it says how many were left out."""

MOST_SEARCHED = 2000
MOST_BETWEEN = 300
"""Of very many statements and letters so many of each kind are looked through; ordinary entities have far fewer."""

_AFFIRMED = STATEMENT_CLASSES[Polarity.AFFIRMED]
_NAMES = ((FORM, None), (PREF_LABEL, VOCABULARY), (ALT_LABEL, VOCABULARY), (ACRONYM, VOCABULARY))
_BACKGROUND = ((COUNTRY, "country"), (BROADER, "broader"), (OFFICE_IN, "office"))
_ROLES = {Role.WROTE: SENT_BY, Role.RECEIVED: SENT_TO}


class EntityReader:
    """Reads what the page shows of entities; names and groups that were looked up once are kept."""

    def __init__(self, store: GraphStore, quoter: Quoter) -> None:
        self.store = store
        self.quoter = quoter
        self._names = EntityNames(store)
        self._entries: dict[str, str] = {}
        self._labels: dict[str, str] = {}
        self._sayings = SayingReader(store, quoter, self._names, self)

    def find_id(self, iri: str) -> str:
        """Return the id of the node that stands for an entity and all that are one with it."""
        if iri not in self._entries:
            self._entries[iri] = self._names.find_entry(iri) or iri
        return to_id(self._entries[iri])

    def find_label(self, short: str) -> str:
        """Return how an entity or a letter is called on the canvas."""
        if short not in self._labels:
            iri = from_id(short)
            self._labels[short] = (
                render_day(find_date(self.store, iri)) if is_letter(short) else self._names.find_shown_name(iri)
            )
        return self._labels[short]

    def is_named(self, short: str) -> bool:
        """Tell whether a letter names an entity of this id, so that it can be shown."""
        return self._names.find_entry(from_id(short)) == from_id(short)

    def load_name(self, short: str) -> Node:
        """Return an entity or a letter as no more than a name and a type."""
        kind = LETTER if is_letter(short) else self._names.find_kind(from_id(short)).value
        return Node(id=short, label=self.find_label(short), type=kind)

    def load_suggestion(self, short: str) -> Node:
        """Return an entity with all its names, and nothing else."""
        return replace(self.load_name(short), other_names=self._find_names(short))

    def load_node(self, short: str, degree: int = 0) -> Node:
        """Return an entity as a node without a place."""
        letters = self._find_letters(self._find_group(from_id(short)))
        return replace(self.load_suggestion(short), letters=tuple(letters[:MOST_LETTERS]), degree=degree)

    def load_entity(self, short: str) -> tuple[Card, tuple[Fact, ...]]:
        """Return an entity's card and all facts on it: stated, said, denied, who wrote to whom, and the background."""
        group = self._find_group(from_id(short))
        links = load_links_of(self.store, group)
        appearances = find_appearances(self.store, self.quoter, links.senders, group, MOST_SEARCHED)
        parts = list(islice(appearances, MOST_LETTERS))
        places = self._find_statements(group)
        stated = [self._load_fact(place) for place in places[:MOST_FACTS]]
        said = self._sayings.load_said(short, self._sayings.find_ties(group, MOST_SEARCHED), stated, MOST_FACTS)
        letters = self._find_letters(group)
        card = Card(
            id=short,
            facts=tuple(fact.id for fact in stated if fact.polarity == Polarity.AFFIRMED),
            sayings=said.card,
            denied=tuple(fact.id for fact in stated if fact.polarity != Polarity.AFFIRMED),
            parts=tuple(map(_to_part, parts)),
            background=tuple((item.relation, item.value) for iri in group for item in find_background(self.store, iri)),
            same=tuple(dict.fromkeys(link.why for link in links.same)),
            doubts=tuple(doubt.message for doubt in links.doubts),
            recogniser=find_recogniser(self.store, group),
            left_out=max(0, len(places) - MOST_FACTS) + said.left_out + max(0, len(letters) - MOST_LETTERS),
        )
        corresponded = (self.to_letter_fact(short, part) for part in parts if part.role in _ROLES)
        return card, (*stated, *said.facts, *corresponded, *self._find_background_facts(group))

    def load_facts_between(self, shorts: Collection[str]) -> Iterator[Fact]:
        """Yield facts whose two ends are among some entities, one for each relation of a pair, and the background."""
        found = set()
        said: set[tuple[str, str, str]] = set()
        shown = {*shorts}
        for short in shorts:
            group = self._find_group(from_id(short))
            for iri in group:
                for place in islice(find_statements(self.store, iri), MOST_BETWEEN):
                    ends = self.find_id(place.subject), self.find_id(place.object)
                    if not shown.issuperset(ends) or self._is_rejected(place):
                        continue
                    line = *ends, *self._find_relation(place)
                    if line not in found:
                        found.add(line)
                        fact = self._load_fact(place)
                        said.add((fact.from_, fact.to, fact.relation))
                        yield fact
            yield from self._load_said_between(group, shown, said)
            yield from self._find_background_facts(group)

    def _load_said_between(
        self, group: list[str], shown: Collection[str], known: set[tuple[str, str, str]]
    ) -> Iterator[Fact]:
        """Yield what is said between some entities, one fact for each relation of a pair that is not `known` yet."""
        for ties in self._sayings.find_ties(group, MOST_BETWEEN):
            ends = ((self.find_id(tie.source), self.find_id(tie.target), tie.relation.value) for tie in ties)
            new = {key for key in ends if key not in known and {*key[:2]} <= {*shown}}
            if new:
                known |= new
                facts = self._sayings.load_facts(ties)
                yield from (fact for fact in facts if (fact.from_, fact.to, fact.relation) in new)

    def find_neighbours(self, short: str) -> Iterator[str]:
        """Yield the ids of what letters link with an entity: by a fact, a letter, an ask, a promise or a stance."""
        for iri in self._find_group(from_id(short)):
            for place in find_statements(self.store, iri):
                graph, node = NamedNode(place.letter), NamedNode(place.id)
                if any(self.store.find_quads(graph, node, TYPE, _AFFIRMED)) and not self._is_rejected(place):
                    yield self.find_id(place.object if place.subject == iri else place.subject)
            for term in (LETTER_SENT_BY, LETTER_SENT_TO):
                for quad in self.store.find_quads(None, None, term, NamedNode(iri)):
                    yield to_id(to_text(quad.subject))
        for ties in self._sayings.find_ties(self._find_group(from_id(short)), MOST_SEARCHED):
            ends = {(self.find_id(tie.source), self.find_id(tie.target)) for tie in ties}
            yield from sorted(end for pair in ends if short in pair for end in pair if end != short)

    def _find_statements(self, group: list[str]) -> list[StatementPlace]:
        """Return what letters state about an entity, by date."""
        found = (islice(find_statements(self.store, iri), MOST_SEARCHED) for iri in group)
        places = {place.id: place for places in found for place in places if not self._is_rejected(place)}
        dates = {place.letter: find_date(self.store, place.letter) or "~" for place in places.values()}
        return sorted(places.values(), key=lambda place: (dates[place.letter], place.letter, place.id))

    def _find_group(self, entry: str) -> list[str]:
        return self._names.find_group(entry)

    def _find_names(self, short: str) -> tuple[str, ...]:
        names = {
            to_text(quad.object)
            for iri in self._find_group(from_id(short))
            for term, graph in _NAMES
            for quad in islice(self.store.find_quads(graph, NamedNode(iri), term), MOST_BETWEEN)
        }
        return tuple(sorted(names - {self.find_label(short)}))

    def _find_letters(self, group: Iterable[str]) -> list[str]:
        """Return the ids of letters that name an entity."""
        quads = (self.store.find_quads(None, None, MENTIONS, NamedNode(iri)) for iri in group)
        return sorted({to_id(to_text(quad.subject)) for found in quads for quad in islice(found, MOST_SEARCHED)})

    def _is_rejected(self, place: StatementPlace) -> bool:
        return find_standing(self.store, place.id) is Standing.REJECTED

    def _find_relation(self, place: StatementPlace) -> tuple[str, ...]:
        """Return relation and polarity without loading the statement."""
        graph, node = NamedNode(place.letter), NamedNode(place.id)
        quads = (quad for term in (PREDICATE, TYPE) for quad in self.store.find_quads(graph, node, term))
        return tuple(sorted(to_text(quad.object) for quad in quads))

    def _load_fact(self, place: StatementPlace) -> Fact:
        statement = load_item(self.store, place.id)
        if not isinstance(statement, Statement):
            raise ValueError(f"{place.id} is no statement")
        from_, to = self.find_id(statement.subject), self.find_id(statement.object)
        kind = self._names.find_kind(from_id(to))
        return Fact(
            id=to_id(statement.id),
            from_=from_,
            to=to,
            relation=statement.predicate.value,
            polarity=statement.polarity.value,
            standing=find_standing(self.store, place.id).value,
            words=render_fact(statement, self.find_label(from_), self.find_label(to), kind),
            rule=statement.rule,
            since=statement.since,
            until=statement.until,
            condition=statement.condition,
            record=statement.confidence,
            confidence=_to_share(statement.confidence),
            evidence=tuple(map(to_quote, self.quoter.find_quotations(statement.evidence))),
        )

    def to_letter_fact(self, short: str, part: Appearance) -> Fact:
        """Return that an entity wrote or received a letter."""
        relation = _ROLES[part.role]
        letter = to_id(part.letter)
        return Fact(
            id=f"{relation}/{to_digest(letter, short)}",
            from_=letter,
            to=short,
            relation=relation,
            polarity=Polarity.AFFIRMED.value,
            words=f"{self.find_label(letter)} {RELATION_WORDS[relation]} {self.find_label(short)}",
            rule="header",
            evidence=tuple(map(to_quote, part.evidence)),
        )

    def _find_background_facts(self, group: Iterable[str]) -> Iterator[Fact]:
        for iri in group:
            node = NamedNode(iri)
            for term, relation in _BACKGROUND:
                for quad in self.store.find_quads(VOCABULARY, node, term):
                    yield from self._to_background_fact(iri, relation, to_text(quad.object))
                for quad in self.store.find_quads(VOCABULARY, None, term, node):
                    yield from self._to_background_fact(to_text(quad.subject), relation, iri)

    def _to_background_fact(self, subject: str, relation: str, value: str) -> Iterator[Fact]:
        from_, to = self.find_id(subject), self.find_id(value)
        if not self.is_named(from_) or not self.is_named(to):
            return  # what no letter names is no node
        yield Fact(
            id=f"{BACKGROUND}/{to_digest(from_, relation, to)}",
            from_=from_,
            to=to,
            relation=relation,
            polarity=BACKGROUND,
            words=f"{self.find_label(from_)} {RELATION_WORDS[relation]} {self.find_label(to)}",
            rule="vocabulary",
        )


def _to_part(appearance: Appearance) -> Part:
    return Part(
        letter=to_id(appearance.letter),
        role=appearance.role.value,
        evidence=tuple(map(to_quote, appearance.evidence)),
    )


def _to_share(record: str | None) -> float | None:
    """Return "46 of 50" as 0.92."""
    if record is None:
        return None
    right, _, found = record.partition(" of ")
    return round(int(right) / int(found), 2)
