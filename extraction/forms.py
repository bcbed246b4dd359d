"""Other forms of a name that stand in its own words: "Education Committee" in "Education Committee of the Senate".

A form is what a letter would call the thing for short, or the name with the words that complete it. Forms are
mentions beside the name; they never join two entities, and the name of an entity stays the fullest of its spans.
"""

import re
from collections.abc import Iterator, Sequence

from ..model.entity import EntityType
from ..ontology.cues import load_name_cues
from .person_words import to_head
from .span import NameSpan, Span

_LAW = frozenset({EntityType.LEGISLATION, EntityType.TREATY})
_OWNERS = frozenset({EntityType.ORGANISATION, EntityType.COUNTRY})
_FIRST_WORD = re.compile(r"(\w+)\s+(?=[A-Z])")
# "European Parliament's Committee", "Senate’s Committee"
_OWNED = re.compile(r"[’']s?\s+(?=[A-Z0-9])")
# "Warm Homes Fund of the", "Chair of the", "Chair, ", "Secretary: "
_BEFORE_OWNER = re.compile(r"(?:\s+(?:of|for|at|in|to)(?:\s+the|\s+your|\s+our)?\s+|,\s+(?:the\s+)?|:\s+)$")
# what completes an office: "Chair" + ", Audit Committee", "Chair" + " of the Audit Committee"
_TO_BODY = re.compile(r"(?:,\s(?:the\s)?|:\s|\s(?:of|at|for)\s(?:the\s|your\s|our\s)?|\s[-–]\s)(?=[A-Z])")
_YEAR = re.compile(r",?\s+(?:of\s+)?(?:1[5-9]|20)\d\d$")
# "recast Reception Directive", "988 Access for All Act"
_LAW_BEFORE = re.compile(r"(?<=[Tt]he )(?:recast|\d{3,4}) $|(?<=\s)recast $")
_YEAR_BEFORE = re.compile(r"(?:19|20)\d\d\s+")
_YEAR_BEHIND = re.compile(r"(?:\s+of)?(?:\s+[A-Z][a-z]{2,8})?\s+(?:19|20)\d\d(?:\s?[–/-]\s?(?:19|20)?\d\d)?(?![\d/])")
# "988 Tribal Response program", "Section 8 Housing Voucher Program"
_NUMBER_BEFORE = re.compile(r"(?<=[Tt]he )(?:Section \d{1,3}|\d{3}) $")
# "Growth Programme III", "Clean Village Mission (Rural) Phase II"
_PHASE = re.compile(r"(?:\s+\([A-Z]\w+\))?(?:,?\s+[Pp]hase)?\s+(?:I{1,3}|IV|VI{0,3}|\d)\b(?!\.\d)")
_SMALL = (
    r"(?:programme|program|pilot|scheme|initiative|fund|service|project|portal|campaign|policy|system|platform|trial"
    r"|contract|facility|network|mechanism)"
)
# "Smart Borders pilot" is called "Smart Borders" too, and the other way round
_SMALL_HEAD = re.compile(
    r"\s+(?:\([^()]*\)\s+)?(?:programme|program|pilot|scheme|initiative|project|campaign|portal|platform|trial|service)$"
)
# "Empty Shelves report" is called "Empty Shelves" too
_SMALL_DOCUMENT = re.compile(
    r"\s+(?:(?:action|position|white|green)\s+)?(?:study|report|inquiry|review|strategy|plan|paper|framework)$"
)
_SMALL_BEHIND = re.compile(rf"\s{_SMALL}\b")
# "Breathing in Cities: A Plan" is called "Breathing in Cities" for short, "Clean Air: A Plan" is not "Clean Air"
_SUBTITLE = re.compile(r"[:–]\s")


def find_forms(
    text: str, span: Span, kind: EntityType, inside: Sequence[NameSpan], behind: NameSpan | None
) -> Iterator[Span]:
    """Yield further forms of the name at `span`; `inside` are names within it, `behind` is the next one after it.

    "Chair" + ", Audit Committee" and "Danish Minister for Health" - "Danish" are forms; "Parliament" of
    "Danish Parliament" is none, for it would be anybody's.
    """
    if kind in _LAW:
        yield from _cut_behind(text, span, _YEAR)
        if (before := _LAW_BEFORE.search(text, max(span[0] - 12, 0), span[0])) is not None:
            yield before.start(), span[1]
    elif kind is EntityType.SCHEME:
        yield from _find_scheme_forms(text, span, inside)
    elif kind is EntityType.DOCUMENT:
        yield from _find_document_forms(text, span, inside)
    elif kind in {EntityType.OFFICE, EntityType.ORGANISATION}:
        yield from _find_owned_forms(text, span, kind, inside)
        if kind is EntityType.OFFICE and behind is not None and behind.type is EntityType.ORGANISATION:
            joint = _TO_BODY.fullmatch(text, span[1], behind.start)
            if joint is not None:
                yield span[0], behind.end


def _find_scheme_forms(text: str, span: Span, inside: Sequence[NameSpan]) -> Iterator[Span]:
    if not any(each.type is EntityType.ORGANISATION for each in inside):
        # "the Salmon Trust pilot" without its last word is the body
        yield from _cut_behind(text, span, _SMALL_HEAD)
    if (number := _NUMBER_BEFORE.search(text, max(span[0] - 16, 0), span[0])) is not None:
        yield number.start(), span[1]
    if (small := _SMALL_BEHIND.match(text, span[1])) is not None:
        yield span[0], small.end()
    for behind in (_YEAR_BEHIND, _PHASE):
        if (more := behind.match(text, span[1])) is not None:
            yield span[0], more.end()


def _find_document_forms(text: str, span: Span, inside: Sequence[NameSpan]) -> Iterator[Span]:
    start, end = span
    if (year := _YEAR_BEFORE.match(text, start, end)) is not None and _names_something(text[year.end() : end]):
        yield year.end(), end
    if (year := _YEAR_BEHIND.match(text, end)) is not None:
        yield start, year.end()
    cut = _SMALL_DOCUMENT.search(text, start, end)
    if cut is not None and " " in text[start : cut.start()]:
        yield start, cut.start()
    if (subtitle := _SUBTITLE.search(text, start, end)) is not None and text[start : subtitle.start()].count(" ") > 1:
        yield start, len(text[: subtitle.start()].rstrip())
    for owner in inside:
        if owner.end == end and owner.type in _OWNERS:
            cut = _BEFORE_OWNER.search(text, start, owner.start)
            if cut is not None and _names_something(text[start : cut.start()]):
                yield start, cut.start()


def _find_owned_forms(text: str, span: Span, kind: EntityType, inside: Sequence[NameSpan]) -> Iterator[Span]:
    """Yield the name without the body or the country that it belongs to, before it or behind it."""
    start, end = span
    for owner in inside:
        if owner.type not in _OWNERS:
            continue
        if owner.end == end and (cut := _BEFORE_OWNER.search(text, start, owner.start)) is not None:
            body = owner.type is EntityType.ORGANISATION
            if (kind is EntityType.OFFICE and body) or _names_something(text[start : cut.start()]):
                yield start, cut.start()
        if owner.start == start:
            owned = _OWNED.match(text, owner.end)
            first = owned.end() if owned else owner.end + 1
            if first < end and (text[owner.end] == " " or owned) and _names_something(text[first:end]):
                yield first, end
    demonym = _FIRST_WORD.match(text, start, end)
    if demonym is not None and demonym[1] in load_name_cues().demonyms and _names_something(text[demonym.end() : end]):
        yield demonym.end(), end


def _cut_behind(text: str, span: Span, pattern: re.Pattern[str]) -> Iterator[Span]:
    cut = pattern.search(text, *span)
    if cut is not None and cut.start() > span[0]:
        yield span[0], cut.start()


def _names_something(words: str) -> bool:
    """Tell whether a shorter form is still a name: "Committee on Petitions", not "Permanent Mission"."""
    cues = load_name_cues()
    heads = [to_head(word.strip(",.()")) for word in words.split()]
    idle = cues.general | cues.type_of_head.keys()
    return len(heads) > 1 and any(head[:1].isupper() and head not in idle for head in heads)
