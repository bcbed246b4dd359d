"""Every sentence of every letter that has some words, each with a citation to copy."""

from .quotation import Quotation, Quoter
from .source_register import find_kept_digests
from .store import GraphStore
from .text_index import TextIndex, open_index

_FILE = "sentences.sqlite"


def search_sentences(store: GraphStore, words: str) -> tuple[Quotation, ...]:
    """Return the sentences that have all of `words`, and every phrase in it that stands in quotes.

    They come in the order of the letters' dates (undated ones last), then in the letter's own. Case and
    accents do not count, and no input is wrong.
    """
    quoter = Quoter(store)
    with open_sentence_index(store) as index:
        found = [quoter.find_quotation(hit.letter, hit.start, hit.end) for hit in index.find(words)]
    return tuple(sorted(found, key=lambda quotation: (quotation.date or "~", quotation.letter, quotation.start)))


def open_sentence_index(store: GraphStore) -> TextIndex:
    """Open the store's text index, up to date with its letters."""
    quoter = Quoter(store)
    return open_index(store.path / _FILE, find_kept_digests(store), lambda letter: quoter.find_letter(letter).text)
