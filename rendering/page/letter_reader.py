"""Reads letters, their texts with all mentions, their replies and the letters not held out of the store."""

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode

from ...graph.entity_card import Appearance, Role, find_date
from ...graph.quads.description import to_text
from ...graph.quads.passage_quads import from_passage_iri
from ...graph.quads.terms import DATE, DERIVED, MENTIONED_AT, SENT_BY, SENT_TO
from ...graph.quads.terms import LETTER as KIND_OF_LETTER
from ...graph.quads.terms import REPLIES_TO as REPLIES_TO_LETTER
from ...graph.storage.entity_links import load_links_of
from ...graph.storage.quotation import Quotation, Quoter, find_inferred_names
from ...graph.storage.store import GraphStore
from ...graph.storage.stored_readings import find_letters
from ...graph.storage.whole_store import count_things, load_values
from ...model.identity import to_digest
from ...model.judgement import Standing
from ...model.link import Reply as ReplyLink
from ...model.statement import Polarity
from ..phrases import render_correspondent, render_day
from .entity_reader import EntityReader
from .records import Bundle, Fact, Letter, LetterText, Node, NotHeld, Reply
from .words import LETTER, RELATION_WORDS, REPLIES_TO, from_id, to_id, to_quote


class LetterReader:
    """Reads what the page shows of letters."""

    def __init__(self, store: GraphStore, quoter: Quoter, entities: EntityReader) -> None:
        self._store = store
        self._quoter = quoter
        self._entities = entities

    def load_letter(self, short: str) -> Letter:
        """Return a letter's header."""
        iri = from_id(short)
        letter = self._quoter.find_letter(iri)
        shown = [f"{name} (shown by another letter)" for name in find_inferred_names(self._store, iri)]
        return Letter(
            id=short,
            title=self._quoter.find_parties(iri),
            date=letter.date,
            subject=letter.subject,
            references=letter.references,
            senders=(*shown, *map(render_correspondent, letter.senders)),
            recipients=tuple(map(render_correspondent, letter.recipients)),
            source=self._quoter.find_source(iri),
            ocr=letter.ocr,
        )

    def load_node(self, short: str) -> Node:
        """Return a letter as a node without a place, called by its date."""
        title = self._quoter.find_parties(from_id(short))
        return Node(
            id=short, label=self._entities.find_label(short), type=LETTER, other_names=(title,), letters=(short,)
        )

    def load_text(self, short: str) -> LetterText:
        """Return a letter's text with all that it names."""
        iri = from_id(short)
        mentions = set()
        for quad in self._store.find_quads(NamedNode(iri), None, MENTIONED_AT):
            _, start, end = from_passage_iri(to_text(quad.object))
            mentions.add((start, end, self._entities.find_id(to_text(quad.subject))))
        return LetterText(id=short, text=self._quoter.find_letter(iri).text, mentions=tuple(sorted(mentions)))

    def is_held(self, short: str) -> bool:
        """Tell whether the store holds a letter."""
        return self._store.has_graph(NamedNode(from_id(short)))

    def find_neighbours(self, short: str) -> Iterator[str]:
        """Yield the ids of those who wrote a letter and whom it was sent to, and of the letters before and after it."""
        node = NamedNode(from_id(short))
        for term in (SENT_BY, SENT_TO):
            yield from (
                self._entities.find_id(to_text(quad.object)) for quad in self._store.find_quads(None, node, term)
            )
        yield from (to_id(to_text(quad.object)) for quad in self._store.find_quads(DERIVED, node, REPLIES_TO_LETTER))
        yield from (
            to_id(to_text(quad.subject)) for quad in self._store.find_quads(DERIVED, None, REPLIES_TO_LETTER, node)
        )

    def find_letters(self, since: str | None, until: str | None) -> list[str]:
        """Return the ids of the letters dated from `since` to `until`, by date; without both, also undated ones."""
        dates = load_values(self._store, DATE)
        found = sorted((day, iri) for iri, day in dates.items() if (since or "") <= day <= (until or "~"))
        are_all_dated = since or until or count_things(self._store, KIND_OF_LETTER) == len(dates)
        undated = [] if are_all_dated else [iri for iri in find_letters(self._store) if iri not in dates]
        return [to_id(iri) for iri in (*undated, *(iri for _, iri in found))]

    def load_letter_facts(self, shorts: Iterable[str]) -> tuple[Fact, ...]:
        """Return who wrote some letters and to whom they were sent, and what they answer."""
        shorts = list(shorts)
        facts = (fact for short in shorts for fact in self._load_party_facts(short))
        return (*facts, *self.load_correspondence(shorts).facts)

    def load_correspondence(self, shorts: Iterable[str]) -> Bundle:
        """Return the headers of letters by date, their replies as records and as facts, and the letters not held."""
        shorts = sorted(shorts, key=lambda short: (find_date(self._store, from_id(short)) or "~", short))
        links = load_links_of(self._store, map(from_id, shorts))
        replies = [link for link in links.replies if link.standing is not Standing.REJECTED]
        return Bundle(
            letters=tuple(map(self.load_letter, shorts)),
            replies=tuple(map(_to_reply, replies)),
            facts=tuple(map(self._to_fact, replies)),
            not_held=tuple(
                NotHeld(
                    described=link.described, evidence=tuple(map(to_quote, self._quoter.find_quotations(link.evidence)))
                )
                for link in links.not_held
            ),
        )

    def _load_party_facts(self, short: str) -> Iterator[Fact]:
        iri = from_id(short)
        shown = {
            link.person: link.evidence for link in load_links_of(self._store, (iri,)).senders if link.letter == iri
        }
        for role, term in ((Role.WROTE, SENT_BY), (Role.RECEIVED, SENT_TO)):
            for quad in self._store.find_quads(None, NamedNode(iri), term):
                entity = to_text(quad.object)
                if entity in shown:
                    evidence = self._quoter.find_quotations(shown[entity])
                else:
                    evidence = (self._quote_mention(iri, entity),)
                part = Appearance(letter=iri, names=(entity,), role=role, evidence=evidence)
                yield self._entities.to_letter_fact(self._entities.find_id(entity), part)

    def _quote_mention(self, letter: str, entity: str) -> Quotation:
        quads = self._store.find_quads(NamedNode(letter), NamedNode(entity), MENTIONED_AT)
        first = min((from_passage_iri(to_text(quad.object))[1] for quad in quads), default=0)
        return self._quoter.find_sentence(letter, first, first)

    def _to_fact(self, link: ReplyLink) -> Fact:
        later, earlier = to_id(link.letter), to_id(link.to)
        days = "" if link.days is None else f" after {link.days} days"
        words = f"{self._to_title(later)} {RELATION_WORDS[REPLIES_TO]} {self._to_title(earlier)}"
        return Fact(
            id=f"{REPLIES_TO}/{to_digest(later, earlier)}",
            from_=later,
            to=earlier,
            relation=REPLIES_TO,
            polarity=Polarity.AFFIRMED.value,
            words=f"{words}{days} ({link.standing})",
            rule="reply",
            standing=link.standing.value,
            evidence=tuple(map(to_quote, self._quoter.find_quotations(link.evidence))),
        )

    def _to_title(self, short: str) -> str:
        return render_day(find_date(self._store, from_id(short)))


def _to_reply(link: ReplyLink) -> Reply:
    return Reply(letter=to_id(link.letter), to=to_id(link.to), days=link.days, standing=link.standing.value)
