"""What is new in a store: since the last load, or in the letters from a day on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial

from pyoxigraph import NamedNode

from ..model.ask import Ask
from ..model.commitment import Strength
from ..model.errors import SourceError
from ..model.judgement import Standing
from ..model.letter import Letter
from ..model.link import AskParties
from ..model.statement import Passage
from ..resolution import resolve_links
from .due_day import find_last_day
from .judging.judgement_file import find_judgement_file, load_judgements
from .loading.last_load import LastLoad, Snapshot, build_snapshot, load_last_load, load_snapshot
from .quads.description import to_text
from .quads.terms import ASK, COMMITMENT, DUE, TYPE
from .storage.quotation import Quotation, Quoter, find_name
from .storage.store import GraphStore
from .storage.stored_readings import find_rejected, load_links, load_reading, load_readings


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLetter:
    """A letter that was not known before; `parties` is "Ann Lee → Bo Ray"."""

    letter: Letter
    parties: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskNews:
    """An ask with its words and what became of it; `before` is the status that it had, None if it had none.

    `is_again` tells that an earlier letter makes it too, so that it has no status of its own.
    """

    ask: Ask
    quotation: Quotation
    parties: AskParties
    before: str | None
    status: str | None
    standing: Standing | None
    is_again: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseNews:
    """A promise with a date: `iri` is its own, `due` is EDTF, `by` who gives it."""

    iri: str
    words: str
    quotation: Quotation
    by: tuple[str, ...]
    due: str
    strength: Strength
    reported: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """All that is new, each part in the order of the letters' dates; `since` is None for the last load.

    `undated` letters cannot be told to be new since a day.
    """

    since: date | None
    letters: tuple[NewLetter, ...]
    asks: tuple[AskNews, ...]
    promises: tuple[PromiseNews, ...]
    changed: tuple[AskNews, ...]
    overdue: tuple[PromiseNews, ...]
    not_read: tuple[SourceError, ...]
    undated: int = 0


def find_news(store: GraphStore, *, today: date, since: date | None = None) -> News:
    """Return what the last load brought; with `since`, what the letters dated from that day on bring.

    A promise is overdue when the last day of what it gives as its date is before `today`; it is news when it was not
    yet so at the load before the last one, or on `since`. Files that could not be read are those of the last load.

    Raises:
        StoreError: the store, or what it keeps of the last load, is damaged.
    """
    last = load_last_load(store)
    if since is not None:
        last = _suppose_load(store, since, last)
    before = last.before if last else Snapshot(asks={})
    now, reader = load_snapshot(store), _Reader(store)
    promises = reader.find_promises()
    changed = [ask for ask in now.asks.keys() & before.asks.keys() if _is_changed(before.asks[ask], now.asks[ask])]
    return News(
        since=since,
        letters=reader.find_letters(now.letters - before.letters),
        asks=reader.find_asks(now.asks.keys() - before.asks.keys(), before, now),
        promises=tuple(news for iri, news in promises if iri not in before.commitments),
        changed=reader.find_asks(changed, before, now),
        overdue=tuple(
            news
            for iri, news in promises
            # A promise that is new here is news even where its date was past before.
            if _is_overdue(news.due, today, last.since if last and iri in before.commitments else date.min)
        ),
        not_read=last.not_read if last else (),
        undated=sum(1 for letter in now.letters if not reader.quoter.find_letter(letter).date) if since else 0,
    )


class _Reader:
    """Reads from a store what the news tell of; each letter's reading is loaded once."""

    def __init__(self, store: GraphStore) -> None:
        links = load_links(store)
        self.quoter = Quoter(store)
        self._store = store
        self._again = {ask for same in links.same_asks for ask in same.entities[1:]}
        # What a letter only reports of others has no answer.
        self._answered = {answer.ask for answer in links.answers} | self._again
        self._standings = {answer.ask: answer.standing for answer in links.answers}
        self._parties = {one.ask: one for one in links.parties}
        self._rejected = find_rejected(store)
        self._load = cache(partial(load_reading, store))

    def find_letters(self, iris: Iterable[str]) -> tuple[NewLetter, ...]:
        """Return letters in the order of their dates."""
        found = [
            NewLetter(
                letter=self.quoter.find_letter(iri),
                parties=self.quoter.find_parties(iri),
                source=self.quoter.find_source(iri),
            )
            for iri in iris
        ]
        return tuple(sorted(found, key=lambda news: (news.letter.date or "~", news.source, news.letter.iri)))

    def find_asks(self, iris: Iterable[str], before: Snapshot, now: Snapshot) -> tuple[AskNews, ...]:
        """Return asks that somebody makes, not only reports, in the order of the letters' dates."""
        found = []
        for iri in set(iris) & self._answered:
            letter = self._find_letter_of(iri)
            ask = next(ask for ask in self._load(letter).asks if ask.iri == iri)
            news = AskNews(
                ask=ask,
                quotation=self._quote(ask.evidence),
                parties=self._parties[iri],
                before=before.asks.get(iri),
                status=now.asks[iri],
                standing=self._standings.get(iri),
                is_again=iri in self._again,
            )
            found.append(news)
        return tuple(sorted(found, key=lambda news: (*_to_rank(news.quotation), news.ask.iri)))

    def find_promises(self) -> list[tuple[str, PromiseNews]]:
        """Return every commitment (IRI) with a date that nobody rejects, in the order of the letters' dates."""
        found = []
        for quad in self._store.find_quads(None, None, TYPE, COMMITMENT):
            iri, letter = to_text(quad.subject), to_text(quad.graph_name)
            if iri in self._rejected or not any(self._store.find_quads(NamedNode(letter), NamedNode(iri), DUE)):
                continue
            promise = next(each for each in self._load(letter).commitments if each.iri == iri)
            news = PromiseNews(
                iri=iri,
                words=promise.text,
                quotation=self._quote(promise.evidence),
                by=tuple(find_name(self._store, each, NamedNode(letter)) for each in promise.by),
                due=promise.due or "",
                strength=promise.strength,
                reported=promise.reported,
            )
            found.append((iri, news))
        return sorted(found, key=lambda pair: (*_to_rank(pair[1].quotation), pair[0]))

    def _find_letter_of(self, ask: str) -> str:
        return next(to_text(quad.graph_name) for quad in self._store.find_quads(None, NamedNode(ask), TYPE, ASK))

    def _quote(self, evidence: Sequence[Passage]) -> Quotation:
        return self.quoter.find_quotation(evidence[0].letter, evidence[0].start, evidence[0].end)


def _suppose_load(store: GraphStore, since: date, last: LastLoad | None) -> LastLoad:
    """Return what a load would have kept that brought the letters dated from `since` on.

    What analysts say counts before as it does now, so that only the letters make a difference.
    """
    said = load_judgements(find_judgement_file(store.path)).judgements
    earlier = [reading for reading in load_readings(store) if (reading.letter.date or "") < since.isoformat()]
    return LastLoad(
        day=since,
        since=since,
        before=build_snapshot(earlier, resolve_links(earlier, said)),
        not_read=last.not_read if last else (),
    )


def _is_changed(before: str | None, now: str | None) -> bool:
    return before is not None and now is not None and before != now


def _is_overdue(due: str, today: date, after: date | None) -> bool:
    """Tell whether a date is past `today`, and was not yet so on the day `after`."""
    last_day = find_last_day(due)
    return last_day is not None and after is not None and after <= last_day < today


def _to_rank(quotation: Quotation) -> tuple[str, str, str, int]:
    return quotation.date or "~", quotation.source, quotation.letter, quotation.start
