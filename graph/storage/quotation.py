"""A passage as an analyst quotes it: with sender, recipient, date, file and line."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from pyoxigraph import NamedNode

from ...extraction.text.sentences import find_sentences
from ...model.letter import Correspondent, Letter
from ...model.statement import Passage
from ..quads.description import to_text
from ..quads.terms import DERIVED, NAME, SENT_BY
from .source_register import find_sources_of
from .store import GraphStore
from .stored_readings import load_header

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
OCR_NOTE = "OCR: check against the page"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words of a letter and where they stand.

    `source` is the file in which `line` (and `page`, None in files without pages) count; `ocr` tells that the words
    were recognised in a scan; `citation` is the text to copy:
    `Ann Lee → Bo Ray, 5 March 2024, "…" (letters/002.txt, line 41)`.
    """

    letter: str
    start: int
    end: int
    quote: str
    date: str | None
    source: str
    line: int
    page: int | None
    citation: str
    ocr: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldLetter:
    """A letter with what is needed to quote it.

    `source` is the file in which lines and pages count, `writers` the names of those who wrote it as another one shows.
    """

    letter: Letter
    source: str
    writers: tuple[str, ...]


class Quoter:
    """Makes quotations from letters: those of a store, each read once, or some that are read already, by IRI."""

    def __init__(self, letters: GraphStore | Mapping[str, HeldLetter]) -> None:
        self._find = letters.__getitem__ if isinstance(letters, Mapping) else partial(load_held_letter, letters)
        self._letters: dict[str, HeldLetter] = {}
        self._parties: dict[str, str] = {}

    def find_letter(self, iri: str) -> Letter:
        """Return a letter's text and header."""
        return self._load(iri).letter

    def find_quotation(self, iri: str, start: int, end: int) -> Quotation:
        """Return the words from `start` to before `end` of a letter as a quotation."""
        held = self._load(iri)
        letter, source = held.letter, held.source
        anchor = letter.find_anchor(start)
        quote = letter.text[start:end]
        place = f"line {anchor.line}" if anchor.page is None else f"page {anchor.page}, line {anchor.line}"
        shown = " ".join(quote.split())
        doubt = f"; {OCR_NOTE}" if letter.ocr else ""
        day = to_words(letter.date) if letter.date else "undated"
        return Quotation(
            letter=iri,
            start=start,
            end=end,
            quote=quote,
            date=letter.date,
            source=source,
            line=anchor.line,
            page=anchor.page,
            citation=f'{self.find_parties(iri)}, {day}, "{shown}" ({source}, {place}{doubt})',
            ocr=letter.ocr,
        )

    def find_sentence(self, iri: str, start: int, end: int) -> Quotation:
        """Return the sentence in which the words from `start` to before `end` of a letter begin, as a quotation."""
        spans = find_sentences(self.find_letter(iri).text)
        first, last = next((span for span in spans if span[1] > start), (start, end))
        return self.find_quotation(iri, min(first, start), max(last, end))

    def find_quotations(self, passages: Iterable[Passage]) -> tuple[Quotation, ...]:
        """Return passages as quotations, in their order."""
        return tuple(self.find_quotation(each.letter, each.start, each.end) for each in passages)

    def find_parties(self, iri: str) -> str:
        """Return who wrote a letter to whom: "Ann Lee → Bo Ray"."""
        if iri not in self._parties:
            held = self._load(iri)
            senders = list(held.writers) or list(map(name_correspondent, held.letter.senders))
            self._parties[iri] = name_parties(senders, list(map(name_correspondent, held.letter.recipients)))
        return self._parties[iri]

    def find_source(self, iri: str) -> str:
        """Return the file in which the lines and pages of a letter count."""
        return self._load(iri).source

    def _load(self, iri: str) -> HeldLetter:
        if iri not in self._letters:
            self._letters[iri] = self._find(iri)
        return self._letters[iri]


def load_held_letter(store: GraphStore, iri: str) -> HeldLetter:
    """Return a letter of a store with what is needed to quote it."""
    _, kept = find_sources_of(store, iri)
    writers = tuple(find_inferred_names(store, iri))
    return HeldLetter(letter=load_header(store, iri).letter, source=kept[0], writers=writers)


def find_inferred_names(store: GraphStore, letter: str) -> list[str]:
    """Return the names of those who wrote a letter as another one shows, in alphabetical order."""
    writers = store.find_quads(DERIVED, NamedNode(letter), SENT_BY)
    return sorted(find_name(store, to_text(quad.object)) for quad in writers)


def find_name(store: GraphStore, entity: str, letter: NamedNode | None = None) -> str:
    """Return the fullest name that a letter, or any letter, gives an entity."""
    names = {to_text(quad.object) for quad in store.find_quads(letter, NamedNode(entity), NAME)}
    return choose_name(names, entity)


def choose_name(names: Iterable[str], entity: str) -> str:
    """Return the fullest of an entity's names, the first in the alphabet of those as full; its IRI if it has none."""
    return min(names, key=lambda name: (-len(name), name), default=entity)


def to_words(iso_date: str) -> str:
    """Return a date as it is written in a letter: 5 March 2024."""
    day = date.fromisoformat(iso_date)
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def name_correspondent(correspondent: Correspondent) -> str:
    """Return what a correspondent is called: by name, or else by office or body."""
    return correspondent.name or correspondent.office or correspondent.organisation or "unnamed"


def name_parties(senders: Sequence[str], recipients: Sequence[str]) -> str:
    """Return who wrote to whom: "Ann Lee → Bo Ray and 3 others"."""
    return f"{_join(senders)} → {_join(recipients)}"


def _join(names: Sequence[str]) -> str:
    if len(names) > 3:
        return f"{names[0]} and {len(names) - 1} others"
    return " and ".join(names) if names else "unnamed"
