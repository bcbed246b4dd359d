"""The letters that a draft is checked against: which sentences have some words, and the whole text in words."""

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import Self

from ...extraction.text.dates import find_dates
from ...model.entity import EntityType
from ..quads.terms import DATE, ENTITY_CLASSES, FORM, REFERENCE
from ..storage.quotation import Quotation, Quoter
from ..storage.sentence_search import open_sentence_index
from ..storage.store import GraphStore
from ..storage.text_index import Sentence
from ..storage.whole_store import find_pairs, load_values
from .words import Words

_LIKELY = 60
"""Of so many sentences the letters are read in which an altered quotation may stand."""

_KEPT = 500
_PROVISION = ENTITY_CLASSES[EntityType.PROVISION]


class Letters:
    """All letters of a store. Use it in a `with` block."""

    def __init__(self, store: GraphStore) -> None:
        self._store = store
        self._index = open_sentence_index(store)
        self._quoter = Quoter(store)
        self._load_words = lru_cache(_KEPT)(lambda letter: Words(self._quoter.find_letter(letter).text))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._index.close()

    @cached_property
    def dates(self) -> dict[str, str]:
        """The date of each letter that has one, by IRI."""
        return load_values(self._store, DATE)

    @cached_property
    def references(self) -> list[tuple[str, str]]:
        """The references of letters and the words in which they cite provisions, each with the letter's IRI."""
        cited = self._store.find_tuples(
            f"SELECT DISTINCT ?words ?letter {{ GRAPH ?letter {{ ?provision a {_PROVISION} ; {FORM} ?words }} }}"
        )
        borne = ((reference, letter) for letter, reference in find_pairs(self._store, REFERENCE))
        return sorted({*borne, *((words, letter) for words, letter in cited)})

    def find_words(self, letter: str) -> Words:
        """Return the words of a letter."""
        return self._load_words(letter)

    def find_sentences(self, *wishes: str) -> Iterator[Sentence]:
        """Yield the sentences that have all words of a wish and the phrases that it has in quotes, as `search` does.

        They come in the order of the letters' dates.
        """
        found = {(hit.letter, hit.start): hit for wish in wishes for hit in self._index.find(wish)}
        yield from sorted(found.values(), key=lambda hit: (*self._to_rank(hit.letter), hit.start))

    def find_candidates(self, words: Words, phrases: Iterable[str]) -> list[str]:
        """Return the letters that may have these words, the earliest first."""
        wishes = [f'"{phrase}"' for phrase in phrases]
        hits = [hit for wish in wishes for hit in self._index.find(wish)]
        rare = sorted({word.key for word in words}, key=lambda key: (-len(key), key))[:12]
        hits += self._index.find_likely(rare, _LIKELY)
        return sorted({hit.letter for hit in hits}, key=self._to_rank)

    def quote(self, letter: str, start: int, end: int) -> Quotation:
        """Return words of a letter as they are quoted."""
        return self._quoter.find_quotation(letter, start, end)

    def quote_date(self, letter: str) -> Quotation:
        """Return the sentence or line in which a letter first writes its own date, otherwise its beginning."""
        written = find_dates(self._quoter.find_letter(letter).text)
        start = next((date.start for date in written if date.edtf == self.dates.get(letter)), 0)
        return self._quoter.find_sentence(letter, start, start)

    def quote_reference(self, letter: str, reference: str) -> Quotation:
        """Return the line in which a letter gives a reference."""
        start = max(self._quoter.find_letter(letter).text.find(reference), 0)
        return self._quoter.find_sentence(letter, start, start)

    def _to_rank(self, letter: str) -> tuple[str, str]:
        return self.dates.get(letter, "~"), letter
