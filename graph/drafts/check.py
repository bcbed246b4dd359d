"""Whether what a draft says of letters stands in them: word for word, altered, or not at all.

A quotation is found where a letter has the same words in the same order; blanks, capitals, punctuation and the kind of
quotes do not count, an ellipsis stands for any words, a bracketed insertion for a few. A date is found where a letter
has that date or is of it, never a similar one; a figure where a letter has that number of the same unit or thing.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from rapidfuzz import fuzz

from ...extraction.speech.quantities import Quantity, find_quantities
from ...extraction.text.dates import WrittenDate, complete_year, find_dates
from ...extraction.text.number_words import to_words as to_number_words
from ...loaders import load_document
from ..storage.quotation import Quotation, to_words
from ..storage.store import GraphStore
from ..storage.text_index import Sentence
from .claims import Claim, ClaimKind, find_claims
from .letters import Letters
from .quotes import Difference, find_altered, find_exact, split_quote
from .words import Words

_PHRASE_WORDS = 6
_LIKE = 85
"""From this similarity on (0 to 100) a reference is taken for a misspelt one of a letter."""

_DISTINCT = 1000
"""From this number on the same value in another unit is the same figure, and not chance."""


class Verdict(StrEnum):
    """What became of a claim."""

    FOUND = "found"
    ALTERED = "altered"
    NOT_FOUND = "not found"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedClaim:
    """A claim with where letters have it; for an altered one also what differs."""

    claim: Claim
    verdict: Verdict
    quotation: Quotation | None = None
    differences: tuple[Difference, ...] = ()


def check_draft(store: GraphStore, path: Path) -> list[CheckedClaim]:
    """Check every claim of the draft at `path` against the letters of a store.

    Raises:
        SourceError: the draft cannot be read.
    """
    claims = find_claims(load_document(path), path)
    checks: dict[ClaimKind, Callable[[Letters, Claim], CheckedClaim]] = {
        ClaimKind.QUOTATION: _check_quotation,
        ClaimKind.DATE: _check_date,
        ClaimKind.LETTER: _check_letter,
        ClaimKind.FIGURE: _check_figure,
        ClaimKind.REFERENCE: _check_reference,
    }
    with Letters(store) as letters:
        return [checks[claim.kind](letters, claim) for claim in claims]


def _check_quotation(letters: Letters, claim: Claim) -> CheckedClaim:
    readings = (claim.text, *claim.others)
    longest = readings[-1]
    phrases = [piece.words.quote(0, min(_PHRASE_WORDS, len(piece.words))) for piece in split_quote(claim.text)]
    candidates = letters.find_candidates(Words(longest), phrases)
    for reading in reversed(readings):
        for letter in candidates:
            if match := find_exact(letters.find_words(letter), reading):
                return _found(claim, letters.quote(letter, match.start, match.end))
    altered = [
        (len(match.differences), place, letter, match)
        for place, letter in enumerate(candidates)
        if (match := find_altered(letters.find_words(letter), claim.text))
    ]
    if not altered:
        return CheckedClaim(claim=claim, verdict=Verdict.NOT_FOUND)
    _, _, letter, match = min(altered, key=lambda found: found[:2])
    return CheckedClaim(
        claim=claim,
        verdict=Verdict.ALTERED,
        quotation=letters.quote(letter, match.start, match.end),
        differences=match.differences,
    )


def _check_date(letters: Letters, claim: Claim) -> CheckedClaim:
    if claim.date is None:
        raise ValueError(f"{claim.text} is no date")
    for letter, date in sorted(letters.dates.items(), key=lambda pair: (pair[1], pair[0])):
        if _is_date(claim.date, date):
            return _found(claim, letters.quote_date(letter))
    for hit in letters.find_sentences(*_to_date_wishes(claim.date)):
        for written in find_dates(hit.text):
            if _is_date(claim.date, _complete(written, letters.dates.get(hit.letter))):
                return _found(claim, letters.quote(hit.letter, hit.start, hit.end))
    return CheckedClaim(claim=claim, verdict=Verdict.NOT_FOUND)


def _check_letter(letters: Letters, claim: Claim) -> CheckedClaim:
    """Find a letter of a date, otherwise a sentence that speaks of one."""
    dated = sorted(letter for letter, date in letters.dates.items() if claim.date and date == claim.date.edtf)
    return _found(claim, letters.quote_date(dated[0])) if dated else _check_date(letters, claim)


def _check_figure(letters: Letters, claim: Claim) -> CheckedClaim:
    if claim.quantity is None:
        raise ValueError(f"{claim.text} is no figure")
    like: tuple[Sentence, Quantity] | None = None
    for hit in letters.find_sentences(*_to_figure_wishes(claim.text, claim.quantity)):
        for quantity in find_quantities(hit.text, (0, len(hit.text)), "GB"):
            if (quantity.value, quantity.upper) != (claim.quantity.value, claim.quantity.upper):
                continue
            if _is_same_figure(claim, hit.text, quantity):
                return _found(claim, letters.quote(hit.letter, hit.start, hit.end))
            if like is None and quantity.value >= _DISTINCT and quantity.unit != claim.quantity.unit:
                like = hit, quantity
    if like is None:
        return CheckedClaim(claim=claim, verdict=Verdict.NOT_FOUND)
    hit, quantity = like
    return CheckedClaim(
        claim=claim,
        verdict=Verdict.ALTERED,
        quotation=letters.quote(hit.letter, hit.start, hit.end),
        differences=(Difference(draft=claim.text, letter=hit.text[quantity.start : quantity.end]),),
    )


def _check_reference(letters: Letters, claim: Claim) -> CheckedClaim:
    wanted = Words(claim.text)
    for hit in letters.find_sentences(f'"{claim.text}"'):
        if any(True for _ in Words(hit.text).find_all(wanted)):
            return _found(claim, letters.quote(hit.letter, hit.start, hit.end))
    scored = [(-fuzz.ratio(claim.text, reference), reference, letter) for reference, letter in letters.references]
    if scored and -min(scored)[0] >= _LIKE:
        score, reference, letter = min(scored)
        place = letters.quote_reference(letter, reference)
        if score == -100:
            return _found(claim, place)
        differences = (Difference(draft=claim.text, letter=reference),)
        return CheckedClaim(claim=claim, verdict=Verdict.ALTERED, quotation=place, differences=differences)
    return CheckedClaim(claim=claim, verdict=Verdict.NOT_FOUND)


def _found(claim: Claim, quotation: Quotation) -> CheckedClaim:
    return CheckedClaim(claim=claim, verdict=Verdict.FOUND, quotation=quotation)


def _is_date(wanted: WrittenDate, edtf: str | None) -> bool:
    """Tell whether a letter's date is the wanted one: a day of a month is a date of that month, not the other way."""
    if edtf is None:
        return False
    if wanted.edtf is None:
        return edtf.endswith(f"-{wanted.month:02}-{wanted.day:02}")
    return edtf == wanted.edtf or edtf.startswith(f"{wanted.edtf}-")


def _complete(written: WrittenDate, before: str | None) -> str | None:
    if written.edtf is not None:
        return written.edtf
    return complete_year(written, before) if before else None


def _to_date_wishes(wanted: WrittenDate) -> list[str]:
    """Return what to search for a date in the ways in which letters write it."""
    year, month, day = (*(wanted.edtf or "").split("-"), "", "", "")[:3]
    number = int(month or wanted.month or 0)
    if number > 12:
        return [year]  # a season
    if not number:
        return [year]
    name = to_words(f"2000-{number:02}-01").split()[1]
    names = (name, name[:3], "Sept") if number == 9 else (name, name[:3])
    years = [year, year[2:]] if year else [""]
    worded = [f"{each} {year}".strip() for each in names]
    digits = [f"{each} {one}" for each in (f"{number:02}", str(number)) for one in years if one]
    yearless = [f"{each} {int(day)}" for each in names] if day else []
    return [*worded, *digits, *yearless]


def _to_figure_wishes(text: str, quantity: Quantity) -> list[str]:
    """Return what to search for a number in the ways in which letters write it."""
    value = quantity.value
    forms = {text, f"{value:,.0f}", f"{value:.0f}", f"{value:g}", to_number_words(value) or ""}
    for size, names in ((1e9, ("billion", "bn")), (1e6, ("million", "m", "mn")), (1e3, ("thousand", "k"))):
        if value >= size:
            forms.update(f"{value / size:g} {name}" for name in names)
            forms.update(f"{value / size:g}{name}" for name in names)
    return [f'"{form}"' for form in sorted(forms) if form]


def _is_same_figure(claim: Claim, text: str, quantity: Quantity) -> bool:
    """Tell whether a letter's number is of the same unit, or counts the same thing in the next words."""
    if claim.quantity is not None and (claim.quantity.unit or quantity.unit):
        return claim.quantity.unit == quantity.unit
    if claim.counted is None:
        return True
    behind = [word.stem for word in Words(text[quantity.end : quantity.end + 80])[:4]]
    return Words(claim.counted)[-1].stem in behind
