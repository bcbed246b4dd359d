"""What is still open of what some letters ask for: the material of the next letter."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial

from pyoxigraph import NamedNode

from ..model.ask import Ask
from ..model.judgement import Standing
from ..model.letter import Letter
from ..model.link import Answer, AnswerStatus
from ..model.statement import Passage
from .loading.letter_choice import find_chosen_letters
from .quads.description import to_text
from .quads.terms import ASK, TYPE
from .storage.quotation import Quotation, Quoter
from .storage.store import GraphStore
from .storage.stored_readings import load_links, load_reading

_CLOSING = (AnswerStatus.ACCEPTED, AnswerStatus.DECLINED)
_JUDGED = (Standing.CONFIRMED, Standing.CORRECTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAsk:
    """An ask without a confirmed decision.

    `ask` is in the words of the letter that was chosen, `quotation` its whole sentence. `letters` are all that make it,
    the first one first; `days` is how long it waits since that one, None where it has no date. `asked_of` says of whom.
    `answer` is the IRI by which the status is judged, `standing` tells whose word `status` is ("suggested" is the
    program's); `said` are the passages of the replies that
    meet it, the best first.
    """

    ask: Ask
    answer: str
    quotation: Quotation
    letters: tuple[Letter, ...]
    asked_of: str
    days: int | None
    status: AnswerStatus
    standing: Standing
    reason: str
    said: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """The open asks of some letters, in the order of the letters and of their text, as of `today`.

    `letters` are those of them that ask for something that is open.
    """

    letters: tuple[Letter, ...]
    asks: tuple[OpenAsk, ...]
    today: date


def find_follow_up(store: GraphStore, wishes: Sequence[str], *, today: date) -> FollowUp:
    """Return what is open of what the letters ask for that `wishes` name.

    Only an accepted or declined ask whose status an analyst has confirmed is closed. An ask that several letters make
    comes once. What a letter only reports of others is left out.

    Raises:
        SourceError: a wish names no letter, or several.
        StoreError: the store is damaged.
    """
    chosen = find_chosen_letters(store, wishes)
    reader = _Reader(store, today)
    asks: dict[str, OpenAsk] = {}
    for letter in chosen:
        for first, ask in reader.find_open(letter):
            asks.setdefault(first, ask)
    asking = {ask.quotation.letter for ask in asks.values()}
    letters = tuple(reader.quoter.find_letter(letter) for letter in chosen if letter in asking)
    return FollowUp(letters=letters, asks=tuple(asks.values()), today=today)


class _Reader:
    def __init__(self, store: GraphStore, today: date) -> None:
        links = load_links(store)
        self.quoter = Quoter(store)
        self._store = store
        self._today = today
        self._answers = {answer.ask: answer for answer in links.answers}
        self._parties = {one.ask: one for one in links.parties}
        self._first = {ask: same.entities[0] for same in links.same_asks for ask in same.entities}
        self._same = defaultdict(tuple[str, ...], {same.entities[0]: same.entities for same in links.same_asks})
        self._load = cache(partial(load_reading, store))

    def find_open(self, letter: str) -> Iterable[tuple[str, OpenAsk]]:
        """Yield the open asks of a letter in the order of its text, each with the IRI of the ask that it repeats."""
        for ask in sorted(self._load(letter).asks, key=lambda each: (each.evidence[0].start, each.iri)):
            first = self._first.get(ask.iri, ask.iri)
            answer = self._answers.get(first)
            if answer is not None and not (answer.status in _CLOSING and answer.standing in _JUDGED):
                yield first, self._to_open(ask, answer)

    def _to_open(self, ask: Ask, answer: Answer) -> OpenAsk:
        made_in = dict.fromkeys(map(self._find_letter_of, self._same[answer.ask] or (ask.iri,)))
        letters = sorted(map(self.quoter.find_letter, made_in), key=lambda each: (each.date or "~", each.iri))
        since = letters[0].date
        return OpenAsk(
            ask=ask,
            answer=answer.iri,
            quotation=self._quote(ask.evidence[0]),
            letters=tuple(letters),
            asked_of=self._parties[ask.iri].of,
            days=max((self._today - date.fromisoformat(since)).days, 0) if since else None,
            status=answer.status,
            standing=answer.standing,
            reason=answer.reason,
            said=tuple(map(self._quote, answer.evidence)),
        )

    def _find_letter_of(self, ask: str) -> str:
        return next(to_text(quad.graph_name) for quad in self._store.find_quads(None, NamedNode(ask), TYPE, ASK))

    def _quote(self, passage: Passage) -> Quotation:
        return self.quoter.find_quotation(passage.letter, passage.start, passage.end)
