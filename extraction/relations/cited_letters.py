"""Other letters that a letter speaks of: "your email of 18 October to the Prime Minister"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...model.citation import LetterCitation
from ...model.entity import EntityType
from ..header.header_fields import find_references
from ..text.dates import WrittenDate, complete_year, find_dates
from ..text.lines import Line
from ..text.span import NameSpan
from .statements import StatementList

_KIND = (
    r"(?:letters?|e-?mails?|correspondence|message|note|submission|reply|response|memo(?:randum)?|representations?"
    r"|enquiry|inquiry|petition)"
)
# "your letter of", "my email dated", "your recent letter"; not "your letter also raises", which is the same one again
_CITED = re.compile(
    r"\b(?P<whose>your|my|our)\s+(?P<described>"
    rf"(?:(?:recent|earlier|previous|first|second|last|further|joint|open|kind|original)\s+)*{_KIND})"
    r"(?=[^.;?!\n]{0,90})",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"\s*,?\s*(?:(?:to|addressed to)\s+(?:the\s+)?[^,.;]{3,60}?,?\s+)?"
    r"(?:of|dated|on|from|sent on|received on)\s+(?:the\s+)?"
)
# what a sentence has that cites: looked for first, since dates are slow to find
_MAY_CITE = re.compile(rf"\b(?:{_KIND}|wrote)\b", re.IGNORECASE)
# "your September 12, 2022, letter": whose stands before the date, what it is behind it
_WHOSE = re.compile(r"\b(?P<whose>your|my|our)\s+$", re.IGNORECASE)
_WHAT = re.compile(rf"\s*,?\s+(?P<described>{_KIND})\b", re.IGNORECASE)
_WROTE = re.compile(r"\b(?P<who>[Yy]ou|I|[Ww]e)\s+(?:last\s+|also\s+|previously\s+)?wrote\b(?:[^.;]{0,60}?)\bon\s+")
_TO = re.compile(r",?\s+(?:to|addressed to)\s+(?:the\s+)?")
# "9 May and 2 July", "9 May, 2 July"; not "9 May to the Minister"
_AND = re.compile(r"\s*(?:,\s*and|,|and|&)\s+(?:of\s+|on\s+)?(?:the\s+)?")
_ANSWERED = re.compile(
    r"\b(?:thank(?:s| you)(?: very much)? for|in (?:response|reply|answer) to|respond(?:ing)? to|reply(?:ing)? to"
    r"|further to|following|in receipt of|acknowledge(?: receipt of)?|received|grateful for|refer to"
    r"|with reference to|regarding)\b[^.;]{0,40}$",
    re.IGNORECASE,
)


def find_cited_letters(
    found: StatementList, spans: Sequence[NameSpan], sentences: Sequence[tuple[int, int]]
) -> list[LetterCitation]:
    """Return the letters that the text cites with a date, each once.

    "Thank you for your letter of 5 March 2024, to the Home Secretary" cites one and answers it. "Your letter also
    raises …" cites none: it means the one that is cited already.
    """
    text, sent = found.letter.text, found.letter.date
    cited: dict[tuple[bool, str], LetterCitation] = {}
    for start, end in sentences:
        if not _MAY_CITE.search(text, start, end):
            continue
        dates = find_dates(text[start:end])
        for citation in _find_dated_first(found, dates, start, end):
            cited.setdefault((not citation.by_addressee, citation.date or citation.described), citation)
        for match in _CITED.finditer(text, start, end):
            joint = _JOINT.match(text, match.end(), end)
            date = _date_at(dates, joint.end() - start) if joint else None
            if date is None:
                continue
            stop, addressee = _find_addressee(text, start + date.end, spans)
            own = match["whose"].lower() != "your"
            citation = LetterCitation(
                described=" ".join(text[match.start("described") : stop].split()).replace(" ,", ","),
                by_addressee=not own,
                answered=not own and bool(_ANSWERED.search(text, start, match.start())),
                evidence=(found.passage(start, end),),
                date=complete_year(date, sent) if sent else date.edtf,
                addressee=addressee,
                reference=_find_reference(text, stop, end),
            )
            cited.setdefault((own, citation.date or citation.described), citation)
            for further in _find_further(text[start:end], dates, date):
                edtf = complete_year(further, sent) if sent else further.edtf
                written = text[start + further.start : start + further.end]
                again = replace(citation, described=f"{match['described']} of {written}", date=edtf, reference=None)
                cited.setdefault((own, again.date or again.described), again)
        for citation in _find_written(found, dates, start, end):
            cited.setdefault((not citation.by_addressee, citation.date or citation.described), citation)
    return list(cited.values())


def _find_written(found: StatementList, dates: Sequence[WrittenDate], start: int, end: int) -> Iterator[LetterCitation]:
    """Yield what the sentence at `start`–`end` tells of as written: "I wrote to the Minister on 9 May"."""
    text, sent = found.letter.text, found.letter.date
    for match in _WROTE.finditer(text, start, end):
        date = _date_at(dates, match.end() - start)
        if date is not None:
            yield LetterCitation(
                described=f"letter of {text[start + date.start : start + date.end]}",
                by_addressee=match["who"].lower() == "you",
                answered=False,
                evidence=(found.passage(start, end),),
                date=complete_year(date, sent) if sent else date.edtf,
            )


def _find_dated_first(
    found: StatementList, dates: Sequence[WrittenDate], start: int, end: int
) -> Iterator[LetterCitation]:
    """Yield what the sentence at `start`–`end` cites date first: "your September 12, 2022, letter"."""
    text, sent = found.letter.text, found.letter.date
    for date in dates:
        whose = _WHOSE.search(text[start : start + date.start])
        what = _WHAT.match(text, start + date.end, end)
        if whose is None or what is None or not (date.is_day or date.day):
            continue
        own = whose["whose"].lower() != "your"
        yield LetterCitation(
            described=f"{what['described']} of {text[start + date.start : start + date.end]}",
            by_addressee=not own,
            answered=not own and bool(_ANSWERED.search(text, start, start + whose.start())),
            evidence=(found.passage(start, end),),
            date=complete_year(date, sent) if sent else date.edtf,
        )


def _date_at(dates: Sequence[WrittenDate], place: int) -> WrittenDate | None:
    return next((date for date in dates if date.start == place and (date.is_day or date.day)), None)


def _find_further(sentence: str, dates: Sequence[WrittenDate], date: WrittenDate) -> Iterator[WrittenDate]:
    """Yield the days that go on behind one: "2 July" in "correspondence of 9 May and 2 July"."""
    joint = _AND.match(sentence, date.end)
    further = _date_at(dates, joint.end()) if joint else None
    if further is not None:
        yield further
        yield from _find_further(sentence, dates, further)


def _find_addressee(text: str, place: int, spans: Sequence[NameSpan]) -> tuple[int, str | None]:
    joint = _TO.match(text, place)
    if joint is None:
        return place, None
    for span in spans:
        if span.start == joint.end() and span.type in {
            EntityType.OFFICE,
            EntityType.PERSON,
            EntityType.ORGANISATION,
        }:
            return span.end, text[span.start : span.end]
    return place, None


def _find_reference(text: str, start: int, end: int) -> str | None:
    references = find_references([Line(start=start, end=end, text=text[start : min(end, start + 60)])])
    return references[0] if references else None
