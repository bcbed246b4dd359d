"""Provisions of laws and treaties: "Article 16(2) of the Refugee Convention", "section 3 of the same Act"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ...model.entity import EntityType
from ..text.span import NameSpan
from .provision_laws import LawPlaces, find_law_places, is_named_otherwise

_KIND = (
    r"(?P<kind>[Aa]rts?\.|[Aa]rticles?|ARTICLES?|[Ss]ub-?sections?|[Ss]ections?|[Ss]ec\.|ss?\.|ss?(?=\s\d)|S\.(?=\s?\d+[A-Z]?(?:\(\w+\))*\sof\s)|[Cc]lauses?|cl\."
    r"|[Ss]chedules?|[Ss]ch\.|[Pp]arts?|[Cc]hapters?|[Rr]ules?|[Rr]egulations?|[Rr]eg\.|[Tt]itles?|[Pp]aragraphs?"
    r"|Annex(?:es)?|§+)"
)
_NUMBER = r"(?:\d{1,5}[A-Za-z]{0,2}|[IVXL]{1,6}\b|[A-Z]\b)(?:\.\d+)*(?:\s?\([0-9A-Za-z]{1,4}\))*"
_NUMBERS = rf"(?P<numbers>{_NUMBER}(?:(?:\s*,\s*|\s*,?\s+(?:and|or|to|&)\s+|\s?[–-]\s?)(?:{_NUMBER}))*)"
# "Article 16 (2)", "section 18(e)", "S. 65 of", "ss. 3 and 4", "Articles 2, 3 and 8"; a bare "s49" too;
# not "Part of", "Title page"
_PROVISION = re.compile(
    rf"(?<![\w§’'-])(?:{_KIND}\s*{_NUMBERS}|(?P<glued>s)(?P<number>\d{{1,4}}[A-Z]?(?:\(\d+\))*))(?![\w/])"
    r"|\b(?P<ordinal>First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth)\s+(?P<ranked>Schedule)\b"
)
_EACH = re.compile(rf"{_NUMBER}(?:(?:\s?[–-]\s?|\s+to\s+){_NUMBER})?")
# behind an instrument, further numbers of the same kind of another one: "and 11 and 12 of the Covenant"
_CONTINUED = re.compile(rf"(?:\s\([A-Z][\w-]*\))?,?\s+(?:and|or)\s+{_NUMBERS}(?=\s+of\s+the\s)")
# "Regulations 2007" in the title of a law, "Article 19" as the name of a body
_NO_PROVISION = frozenset({EntityType.LEGISLATION, EntityType.TREATY, EntityType.ORGANISATION})


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """A provision at `start`–`end`: `kind` and `number` ("Article", "16(2)"), and its instrument's span.

    `instrument` is None where the words do not name it ("under section 18(e)").
    """

    start: int
    end: int
    kind: str
    number: str
    instrument: NameSpan | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Citation:
    """Numbers of one kind of provision in a row: where the citation and where its numbers start and end."""

    kind: str
    start: int
    end: int
    numbers: tuple[int, int]


def find_provisions(text: str, spans: Sequence[NameSpan]) -> list[Provision]:
    """Return the provisions cited in `text`, each tied to one of `spans` where the words say which.

    "Article 16 (2) of the Refugee Convention" is one provision of it; "Articles 2 and 3 ECHR" are two.
    "section 18(e)" alone has no instrument yet. Not "Part of the plan", nor "regulation 5 minutes".
    """
    laws = find_law_places(text, spans)
    taken = {offset for span in spans if span.type in _NO_PROVISION for offset in range(span.start, span.end)}
    found: list[Provision] = []
    done = 0
    for match in _PROVISION.finditer(text):
        citation: _Citation | None = _to_citation(match)
        while citation is not None and citation.start >= done and citation.start not in taken:
            provisions, citation = _read_citation(laws, citation)
            found.extend(provisions)
            done = provisions[-1].end
    return list(_tie_open(laws, found))


def _tie_open(laws: LawPlaces, provisions: Sequence[Provision]) -> Iterator[Provision]:
    """Yield the provisions, those without a law tied to the one of which the text speaks, if it says which.

    "section 150(2)" belongs to the law of "section 150 of the Privacy Act", "Schedule 2" to nothing known behind
    "Schedule 2 of the agreement", and "section 4" to nothing where the letter itself has a part 4.
    """
    told: dict[tuple[str, str], NameSpan | None] = {}
    for each in provisions:
        base = each.kind, _to_base(each.number)
        if each.instrument is not None:
            told.setdefault(base, each.instrument)
        elif is_named_otherwise(laws.text, each.end):
            told.setdefault(base, None)
    for each in provisions:
        base = each.kind, _to_base(each.number)
        if each.instrument is not None or is_named_otherwise(laws.text, each.end):
            yield each
        elif base in told:
            yield replace(each, instrument=told[base])
        elif not (_is_own_part(laws.text, each) or _is_elsewhere(laws.text, each)):
            yield replace(each, instrument=laws.find_meant(each.kind, each.start))
        else:
            yield each


def _to_base(number: str) -> str:
    return number.partition("(")[0]


def _is_elsewhere(text: str, provision: Provision) -> bool:
    """Tell whether a number cannot be a law's: "Section 8 Housing Vouchers", "clause 9.4" of a contract."""
    return re.match(r"\s[A-Z][a-z]", text[provision.end : provision.end + 3]) is not None or (
        provision.kind == "clause" and "." in provision.number
    )


def _is_own_part(text: str, provision: Provision) -> bool:
    """Tell whether the letter has a numbered part that may be meant: "section 4" with a line "4. Costs" below."""
    number = re.match(r"\d{1,2}(?![\d(A-Za-z])", provision.number)
    return number is not None and re.search(rf"(?m)^\W{{0,4}}{number[0]}[.)]?\s+[A-Z]", text) is not None


def _to_citation(match: re.Match[str]) -> _Citation:
    if match["ranked"]:
        return _Citation(kind=match["ranked"], start=match.start(), end=match.end(), numbers=match.span("ordinal"))
    group = "number" if match["glued"] else "numbers"
    return _Citation(
        kind=_to_kind(match["kind"] or match["glued"]), start=match.start(), end=match.end(), numbers=match.span(group)
    )


def _read_citation(laws: LawPlaces, citation: _Citation) -> tuple[list[Provision], _Citation | None]:
    """Return the provisions of a citation, and one of further numbers that goes on behind its instrument."""
    text, (first, last), behind = laws.text, citation.numbers, citation.end
    instrument = laws.find_named(citation.start, behind)
    named = instrument is not None and instrument.start >= behind
    end = instrument.end if instrument is not None and named and instrument.start - behind < 60 else behind
    if instrument is None:
        instrument, end = laws.find_referred(citation.start, behind)
    provisions = [
        Provision(
            start=citation.start if start in (first, citation.start) else start,
            end=end if stop == last else stop,
            kind=citation.kind,
            number=re.sub(r"\s(?!to\b)(?<!\bto\s)", "", number),
            instrument=instrument,
        )
        for number, start, stop in _split_numbers(text, first, last)
    ]
    onward = _CONTINUED.match(text, end) if named else None
    if onward is None:
        return provisions, None
    first, last = onward.span("numbers")
    return provisions, _Citation(kind=citation.kind, start=first, end=last, numbers=(first, last))


def _split_numbers(text: str, first: int, last: int) -> Iterator[tuple[str, int, int]]:
    whole = text[first:last]
    if whole.isalpha() and len(whole) > 4:
        yield whole, first, last
        return
    for number in _EACH.finditer(text, first, last):
        yield number[0], number.start(), number.end()


def _to_kind(word: str) -> str:
    """Return the full word for a kind of provision: "Article" for "Arts.", "section" for "s"."""
    short = {"art": "Article", "s": "section", "ss": "section", "sec": "section", "cl": "clause", "sch": "Schedule",
             "reg": "regulation", "annexe": "Annex", "§": "section", "§§": "section"}  # fmt: skip
    stem = word.rstrip(".").lower()
    if stem in short:
        return short[stem]
    singular = stem.removesuffix("s")
    if singular in short:
        return short[singular]
    named = {"article", "part", "schedule", "chapter", "title", "annex"}
    return singular.capitalize() if singular in named else singular
