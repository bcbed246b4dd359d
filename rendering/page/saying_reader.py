"""Reads what letters ask, promise and think out of the store, as facts of the page with what became of each ask."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

from pyoxigraph import NamedNode

from ...graph.entity_card import find_date
from ...graph.network.spoken_ties import SpokenTie, find_spoken_ties
from ...graph.quads.description import to_text
from ...graph.quads.terms import ASKS_AGAIN, DERIVED
from ...graph.storage.entity_names import EntityNames
from ...graph.storage.quotation import Quoter
from ...graph.storage.statement_places import find_standing
from ...graph.storage.store import GraphStore
from ...graph.storage.stored_items import load_item, load_link
from ...model.ask import Ask
from ...model.commitment import Commitment
from ...model.identity import to_answer_iri, to_digest
from ...model.link import Answer
from ...model.position import Position
from ...model.statement import Polarity
from ..saying import find_details, render_status
from .records import Fact, Quote
from .words import RELATION_WORDS, to_id, to_quote

_RULES = {Ask: "ask", Commitment: "promise", Position: "position"}


class Naming(Protocol):
    """Gives an entity its id and its label on the page."""

    def find_id(self, iri: str) -> str:
        """Return the id of the node that stands for an entity and all that are one with it."""

    def find_label(self, short: str) -> str:
        """Return how an entity or a letter is called on the canvas."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The facts of what letters ask, promise and think; `card` are the ids of one for each, `left_out` counts more."""

    facts: tuple[Fact, ...]
    card: tuple[str, ...]
    left_out: int


class SayingReader:
    """Reads asks, promises and stances of entities, which `naming` gives their ids and labels."""

    def __init__(self, store: GraphStore, quoter: Quoter, names: EntityNames, naming: Naming) -> None:
        self._store = store
        self._quoter = quoter
        self._names = names
        self._naming = naming
        self._facts: dict[str, tuple[Fact, ...]] = {}

    def find_ties(self, group: Iterable[str], most: int) -> list[list[SpokenTie]]:
        """Return the ties of each ask, promise or stance that an entity (its IRIs) has a part in, at most so many."""
        found = (ties for iri in group for ties in islice(find_spoken_ties(self._store, self._names, iri), most))
        return list({ties[0].item: ties for ties in found}.values())

    def load_said(self, short: str, ties: Collection[list[SpokenTie]], stated: Iterable[Fact], most: int) -> Said:
        """Return ties of an entity (id) as facts, at most so many sayings by date, without what is `stated` as well."""
        ranked = sorted(ties, key=lambda each: (find_date(self._store, each[0].letter) or "~", each[0].item))
        known = {_to_key(fact) for fact in stated}
        facts: list[Fact] = []
        card = []
        for each in ranked[:most]:
            found = [fact for fact in self.load_facts(each) if _to_key(fact) not in known]
            own = [fact for fact in found if short in (fact.from_, fact.to)]
            card += [fact.id for fact in (own or found)[:1]]
            facts += found
        return Said(facts=tuple(facts), card=tuple(card), left_out=max(0, len(ties) - most))

    def load_facts(self, ties: Sequence[SpokenTie]) -> tuple[Fact, ...]:
        """Return a fact for each tie of one ask, promise or stance; it is read once, for many may have a part in it."""
        item = ties[0].item
        if item not in self._facts:
            self._facts[item] = tuple(self._load_facts(ties))
        return self._facts[item]

    def _load_facts(self, ties: Sequence[SpokenTie]) -> Iterator[Fact]:
        item = load_item(self._store, ties[0].item)
        if not isinstance(item, Ask | Commitment | Position):
            raise ValueError(f"{ties[0].item} is no ask, no promise and no stance")
        answer = self._load_answer(item.iri) if isinstance(item, Ask) and not item.reported else None
        standing = find_standing(self._store, item.iri).value
        evidence = tuple(map(to_quote, self._quoter.find_quotations(item.evidence)))
        answers = tuple(map(to_quote, self._quoter.find_quotations(answer.evidence))) if answer else ()
        for tie in ties:
            from_, to = self._naming.find_id(tie.source), self._naming.find_id(tie.target)
            yield Fact(
                id=f"{to_id(item.iri)}/{to_digest(tie.relation, from_, to)}",
                from_=from_,
                to=to,
                relation=tie.relation.value,
                polarity=Polarity.AFFIRMED.value,
                standing=standing,
                words=self._render(item, tie, from_, to),
                rule=_RULES[type(item)],
                condition=item.condition if isinstance(item, Position) else None,
                status=render_status(answer.status, answer.standing) if answer else None,
                evidence=evidence,
                answers=answers,
            )

    def _render(self, item: Ask | Commitment | Position, tie: SpokenTie, from_: str, to: str) -> str:
        about = () if isinstance(item, Position) else map(self._naming.find_id, item.about)
        names = ", ".join(self._naming.find_label(short) for short in dict.fromkeys(about) if short != to)
        details = "; ".join(part for part in (*find_details(item), names and f"about {names}") if part)
        words = f"{self._naming.find_label(from_)} {RELATION_WORDS[tie.relation]} {self._naming.find_label(to)}"
        return f"{words} ({details})" if details else words

    def _load_answer(self, ask: str) -> Answer | None:
        """Return what became of an ask, or of the earlier one that it makes again."""
        again = self._store.find_quads(DERIVED, NamedNode(ask), ASKS_AGAIN)
        first = next((to_text(quad.object) for quad in again), ask)
        link = load_link(self._store, to_answer_iri(first))
        return link if isinstance(link, Answer) else None


def _to_key(fact: Fact) -> tuple[str, str, str, Quote]:
    """Return what makes a stance the same as a fact: who supports something is often both, by the same sentence."""
    return fact.from_, fact.to, fact.relation, fact.evidence[0]
