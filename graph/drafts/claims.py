"""What a draft claims of letters: its quotations, dates, figures and references, each with its place in the draft."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from pathlib import Path

from ...extraction.speech.quantities import Quantity, find_quantities
from ...extraction.text.dates import WrittenDate, find_dates
from ...extraction.text.number_words import to_number
from ...extraction.text.sentences import find_sentences
from ...loaders.block_quotes import load_block_quotes
from ...model.document import Document, Note
from .words import Words

# “…”, "…", „…“ and «…»; a quotation stays in its paragraph
_DOUBLE = re.compile(r"“([^“”\n]+)”|„([^„“\n]+)[“”]|«([^«»\n]+)»|(?<![\w\"])\"(?=\S)([^\"\n]+?)(?<=\S)\"(?!\w)")
# ‘…’ and '…'; not the apostrophe of "don't", and a plural possessive ("victims' rights") may be inside
_SINGLE = re.compile(r"(?<![\w‘’'])[‘'](?=\w|\[|…)([^‘\n]+?)(?<=[^\s])[’'](?![\w’'])")
# "letter of 9 June 2021", "reply dated 3 May", "email from the Minister of 4 May" is left to the reader
_LETTER_BEFORE = re.compile(
    r"\b(?:letters?|e-?mails?|repl(?:y|ies)|responses?|notes?|memos?|correspondence)\s+(?:of|dated|from|on|sent\s+on)\s+$",
    re.IGNORECASE,
)
# "the 9 June 2021 letter"
_LETTER_BEHIND = re.compile(r"\s+(?:letter|e-?mail|reply|response)\b", re.IGNORECASE)
# "MIN/0234931/22", "TO131-269109", "FOI 60267"; not "COVID-19"
_REFERENCE = re.compile(
    r"(?<![\w/-])(?=[\w/-]*\d[\w/-]*\d[\w/-]*\d)[A-Z][A-Z0-9]*(?:[/-][A-Z0-9]+)+(?![\w/-])|\b[A-Z]{2,6}\s\d{4,}\b"
)
# "Article 16(2) of ECAT", "section 49 of the Modern Slavery Act 2015"; not "section 49 of the Act and Article 16"
_CITED = r"(?:Articles?|Art\.|Sections?|Regulations?|Paragraphs?|Schedules?|Chapters?|Rules?)"
_UNNAMED = (
    r"(?:Act|Bill|Convention|Treaty|Protocol|Regulations?|Directive|Order|Agreement|Covenant|Charter|Constitution|Code)"
)
_PROVISION = re.compile(
    rf"\b(?:{_CITED}|{_CITED.lower()}) \d+[A-Z]*(?: ?\(\w{{1,4}}\))* (?:of|to) (?:the )?"
    rf"(?!{_UNNAMED}\b(?! (?:\d|on|against|for|relating)))[A-Z][\w’'-]*"
    rf"(?: (?:(?:of|on|and|against|the|in|for|to|relating) )*(?!{_CITED}\b)(?:[A-Z(][\w’')-]*|(?:1[89]|20)\d\d\b))*"
)
# "1.2m", "40k"
_BARE = re.compile(r"(?<![\w.,£$€/-])(?P<one>\d[\d,]*(?:\.\d+)?)\s?(?P<power>mn?|bn|tn|k)\b")
# what is counted: "12 non-EEA nationals"; not "12 of", "12 and"
_COUNTED = re.compile(r"[ \u00a0]+(?!(?:of|and|or|to|in|on|at|the|a|by|for|is|are|was|were)\b)[^\W\d_][\w'’-]*")


class ClaimKind(StrEnum):
    """What is checked."""

    QUOTATION = "quotation"
    DATE = "date"
    FIGURE = "figure"
    REFERENCE = "reference"
    LETTER = "letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A claim in its own words. `date` is what is read of a date, and of a letter of that date; `quantity` of a figure,
    `counted` the words behind it. `others` are longer readings of a quotation whose end is open.
    """

    kind: ClaimKind
    text: str
    line: int
    page: int | None = None
    others: tuple[str, ...] = ()
    date: WrittenDate | None = None
    quantity: Quantity | None = None
    counted: str | None = None


def find_claims(document: Document, path: Path) -> list[Claim]:
    """Return what a draft, read from `path`, claims, in its order; notes come last."""
    claims = _find_in_text(document.text, load_block_quotes(path), partial(_find_place, document))
    for note in document.notes:
        claims += _find_in_text(note.text, (), partial(_find_note_place, note))
    return claims


_Place = Callable[[int], tuple[int, int | None]]


def _find_place(document: Document, start: int) -> tuple[int, int | None]:
    at = bisect_right(document.anchors, start, key=lambda anchor: anchor.start)
    anchor = document.anchors[max(at - 1, 0)]
    return anchor.line, anchor.page


def _find_note_place(note: Note, start: int) -> tuple[int, int | None]:
    return note.line, note.page


def _find_in_text(text: str, blocks: Sequence[str], place: _Place) -> list[Claim]:
    taken: list[tuple[int, int]] = []
    found: list[tuple[int, Claim]] = []

    def take(start: int, end: int, claim: Claim) -> None:
        if not any(start < stop and begin < end for begin, stop in taken):
            taken.append((start, end))
            line, page = place(start)
            found.append((start, replace(claim, line=line, page=page)))

    kinds = (_find_blocks(text, blocks), _find_quotations(text), _find_references(text), _find_written(text))
    for claims in (*kinds, _find_figures(text)):
        for start, end, claim in claims:
            take(start, end, claim)
    return [claim for _, claim in sorted(found, key=lambda pair: pair[0])]


_Found = Iterator[tuple[int, int, Claim]]


def _find_blocks(text: str, blocks: Sequence[str]) -> _Found:
    words = Words(text)
    first = 0
    for block in blocks:
        wanted = Words(block)
        at = next(words.find_all(wanted, first), None)
        if at is not None and len(wanted) > 1:
            first = at + len(wanted)
            start, end = words[at].start, words[first - 1].end
            yield start, end, Claim(kind=ClaimKind.QUOTATION, text=text[start:end], line=0)


def _find_quotations(text: str) -> _Found:
    for match in _DOUBLE.finditer(text):
        quote = next(filter(None, match.groups()))
        if len(Words(quote)) > 1:
            yield match.start(), match.end(), Claim(kind=ClaimKind.QUOTATION, text=quote, line=0)
    for match in _SINGLE.finditer(text):
        if len(Words(match[1])) > 1:
            # the first end may be a plural possessive, so that the quotation goes on to a later one
            rest = text[match.end() : text.find("\n", match.end()) if "\n" in text[match.end() :] else None]
            ends = [match.end() + mark.start() for mark in re.finditer(r"[’'](?!\w)", rest)][:2]
            others = tuple(text[match.start(1) : end] for end in ends)
            yield match.start(), match.end(), Claim(kind=ClaimKind.QUOTATION, text=match[1], line=0, others=others)


def _find_references(text: str) -> _Found:
    for pattern in (_PROVISION, _REFERENCE):
        for match in pattern.finditer(text):
            yield match.start(), match.end(), Claim(kind=ClaimKind.REFERENCE, text=match[0], line=0)


def _find_written(text: str) -> _Found:
    for date in find_dates(text):
        is_letter = _LETTER_BEFORE.search(text, max(0, date.start - 60), date.start) or _LETTER_BEHIND.match(
            text, date.end
        )
        kind = ClaimKind.LETTER if is_letter and date.is_day else ClaimKind.DATE
        yield date.start, date.end, Claim(kind=kind, text=text[date.start : date.end], line=0, date=date)


def _find_figures(text: str) -> _Found:
    for start, end in find_sentences(text):
        quantities = find_quantities(text, (start, end), "GB")
        for match in _BARE.finditer(text, start, end):
            if not any(each.start < match.end() and match.start() < each.end for each in quantities):
                value = to_number(match["one"], match["power"])
                quantities.append(Quantity(start=match.start(), end=match.end(), value=value))
        for each in quantities:
            words = text[each.start : each.end]
            counted = _COUNTED.match(text, each.end)
            if each.unit or counted or words[-1].isalpha():
                noun = counted[0].strip() if counted and each.unit is None else None
                claim = Claim(kind=ClaimKind.FIGURE, text=words, line=0, quantity=each, counted=noun)
                yield each.start, each.end, claim
