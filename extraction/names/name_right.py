"""How far a name reaches to the right of its head noun: "Department for Work and Pensions", "Act 2015"."""

import re

from ...model.entity import EntityType
from ..text.person_words import is_honour, to_head
from .name_line import NameLine
from .name_years import take_year

_LAW = frozenset({EntityType.LEGISLATION, EntityType.TREATY})
# words of a law that begin another citation: "the 1951 Convention and Article 3 of"
_PROVISIONS = frozenset({"Article", "Articles", "Section", "Sections", "Part", "Schedule", "Chapter", "Protocol"})
_MARKS = frozenset({",", ".", ";", ":", "(", ")", ""})
_LONGEST_SUBJECT = 9
# no name has more words behind its head
_LONGEST = 30
_ORDINAL = re.compile(
    r"(?:[A-Z]\w+-)?(?:First|Second|Third|(?:Four|Fif|Six|Seven|Eigh|Nin|Ten|Eleven|Twelf|\w+teen)th|\w+tieth)"
)


def reach_right(line: NameLine, place: int, kind: EntityType) -> int:
    """Return the last token of the name whose head is at `place`."""
    right = take_year(line, place) if kind in _LAW | {EntityType.DOCUMENT} else place
    head = to_head(line.tokens[place].text)
    if head == "College" and line.word_at(place + 1)[:1].isupper() and line.find_kind(place + 1) is None:
        # "University College London"
        return place + 1
    if kind is EntityType.ORGANISATION and head not in line.cues.of_state and _is_branch(line, place + 1):
        return place + 1
    if kind is EntityType.LEGISLATION and line.text.startswith(" for Fiscal Year 20", line.tokens[right].end):
        return right + 4
    if head in line.cues.small_complement and line.word_at(right + 1) == "on":
        return _take_small_complement(line, right + 2)
    opens = right == place and (place == 0 or not line.tokens[place - 1].is_capitalised)
    if opens and head in line.cues.titled and line.word_at(right + 1) in {"on", "concerning"}:
        return _take_subject(line, place, right + 2)
    complements = frozenset() if head in line.cues.no_complement else line.cues.complements[kind.value]
    while right + 2 < len(line.tokens) and right < place + _LONGEST and line.tokens[right + 1].text in complements:
        if line.tokens[right + 1].text == "to" and kind is EntityType.OFFICE and head not in line.cues.sent_to:
            break
        first = right + 2
        while line.word_at(first) in {"to", "the", "a", "an"}:
            first += 1
        if first >= len(line.tokens):
            break
        end = _take_run(
            line, first, kind, listed=head in line.cues.takes_list or kind in _LAW or kind is EntityType.DOCUMENT
        )
        if end == first:
            break
        right = end - 1
    return take_year(line, right) if kind in _LAW else right


def _is_branch(line: NameLine, place: int) -> bool:
    """Tell whether a country or a world region behind a body belongs to its name: "Law Centre NI"."""
    if not line.is_joined(place - 1, place):
        return False
    token = line.tokens[place]
    owner = line.owner.get(token.start)
    country = owner is not None and owner.type is EntityType.COUNTRY and owner.end == token.end
    return (country or token.text in line.cues.branches) and not (
        line.is_joined(place, place + 1) and line.tokens[place + 1].is_capitalised
    )


def _take_run(line: NameLine, first: int, kind: EntityType, *, listed: bool) -> int:
    """Return the token behind a complement that starts at `first`: "Health and Social Care"."""
    place = first
    if kind is EntityType.ORGANISATION and _is_of_law(line, first):
        return first
    bodily = kind in {EntityType.OFFICE, EntityType.ORGANISATION}
    while place < min(first + _LONGEST, len(line.tokens)):
        token = line.tokens[place]
        # "Department of Justice and Equality": the first word of a complement is no title
        person = line.is_person(place) and not (place == first and to_head(token.text) == "Justice")
        if person or _ORDINAL.fullmatch(token.text) or (bodily and _starts_body(line, place, first)):
            break
        inner = place > first and token.text in line.cues.inner and line.is_joined(place - 1, place)
        if token.is_capitalised and (inner or token.text not in line.cues.never) and not is_honour(token.text):
            place += 1
            continue
        span = _next_conjunct(line, place, kind)
        if span == place or place == first or (token.text in {",", "and", "&"} and not listed):
            break
        place = span
    return place


def _next_conjunct(line: NameLine, place: int, kind: EntityType) -> int:
    """Return the place of the capitalised word that a joiner at `place` leads to, or `place`."""
    token = line.tokens[place]
    after = place + 1
    if kind in _LAW and line.word_at(after) in _PROVISIONS:
        return place
    if token.is_possessive and after < len(line.tokens) and line.tokens[after].is_capitalised:
        bodily = kind in {EntityType.OFFICE, EntityType.ORGANISATION}
        return after if not bodily or _is_owned_by_name(line, place) else place
    if token.text in {",", "and", "&"}:
        if token.text == "," and not _is_enumeration(line, place):
            return place
        if token.text == "," and after < len(line.tokens) and line.tokens[after].text in {"and", "&"}:
            after += 1
        stop = after
        while stop < len(line.tokens) and line.tokens[stop].is_capitalised:
            # "Housing, Local Government and Heritage" is one list; "Justice and the Home Office" are two bodies
            local = line.word_at(stop - 1) == "Local"
            if not local and (
                line.tokens[stop].start in line.owner
                or (
                    line.find_kind(stop) in {EntityType.OFFICE, EntityType.ORGANISATION}
                    and line.word_at(stop) not in line.cues.fields
                )
            ):
                return place
            stop += 1
        return after if stop > after else place
    if token.text in line.cues.joiners and token.text not in {"the", "a", "an"}:
        while after < len(line.tokens) and line.tokens[after].text in line.cues.joiners and after < place + 3:
            after += 1
        word = line.word_at(after)
        telling = word[:1].isupper() and word not in line.cues.never
        titled = kind is EntityType.DOCUMENT and after < len(line.tokens) and line.tokens[after].start not in line.owner
        joins = kind is EntityType.OFFICE or kind in _LAW or titled or token.text in {"of", "for", "de", "du", "la"}
        if telling and joins:
            return after
    return place


def _is_owned_by_name(line: NameLine, place: int) -> bool:
    """Tell whether a possessive goes on with an office: "Minister for Women's Affairs", not "Mayor of Ely's Fund"."""
    owner = line.owner.get(line.tokens[place - 1].start)
    body = owner is not None and owner.type is EntityType.ORGANISATION
    return body or line.tokens[place].text in {"'", "’"} or line.word_at(place - 1) in line.cues.possessors


def _take_small_complement(line: NameLine, place: int) -> int:
    """Return the last token of a complement that goes on in small letters up to a mark or a verb."""
    while place < len(line.tokens):
        text = line.tokens[place].text
        conjunct = text == "and" and line.word_at(place + 1) in {"the", "Special", "Independent"}
        if line.is_person(place) or text in {".", ";", ":", "(", ")"} or text in line.cues.complement_ends or conjunct:
            break
        if text == "," and not line.word_at(place + 1).startswith(("and", "its", "including")):
            break
        place += 1
    return place - 1


def _take_subject(line: NameLine, head: int, first: int) -> int:
    """Return the last token of what a law is on: "Law on Foreigners", "Regulation on packaging and packaging waste".

    In small letters it must go on to a mark, so that no verb goes in.
    """
    while line.word_at(first) in {"the", "a", "an"}:
        first += 1
    end = _take_run(line, first, EntityType.LEGISLATION, listed=True)
    if end > first or not line.word_at(first).islower():
        return end - 1 if end > first else head
    last = _take_small_complement(line, first)
    return last if last - first < _LONGEST_SUBJECT and line.word_at(last + 1) in _MARKS else head


def _is_of_law(line: NameLine, first: int) -> bool:
    """Tell whether a body's complement is a law, or the law's title: "on Bill C-2", "of Revenue Bill"."""
    place = first
    while place < min(first + _LONGEST, len(line.tokens)) and (
        line.tokens[place].is_capitalised or line.tokens[place].text in line.cues.joiners
    ):
        owner = line.owner.get(line.tokens[place].start)
        if owner is not None and owner.type in _LAW:
            return True
        if owner is not None:
            return False
        if line.find_kind(place) is EntityType.LEGISLATION and line.word_at(place) not in {
            "Order",
            "Code",
            "Rules",
            "Regulation",
            "Law",
        }:
            return True
        place += 1
    return False


def _starts_body(line: NameLine, place: int, first: int) -> bool:
    """Tell whether, inside a complement and without a joiner, another body's name begins.

    "Minister for Health Department of Health" is two names, "President of the British Association of Nurses" one.
    """
    if place == first or line.tokens[place - 1].text in line.cues.joiners:
        return False
    token = line.tokens[place]
    owner = line.owner.get(token.start)
    known = owner is not None and owner.type is EntityType.ORGANISATION and owner.start == token.start
    begins = line.find_kind(place) is EntityType.ORGANISATION or token.text in line.cues.containers
    if known or not begins:
        return known
    goes_on = line.word_at(place + 1) in {"of", "for"} and _is_name_word(line.word_at(place + 2))
    return goes_on and line.tokens[first - 1].text != "the"


def _is_name_word(word: str) -> bool:
    return word[:1].isupper() or word == "the"


def _is_enumeration(line: NameLine, place: int) -> bool:
    """Tell whether the comma at `place` parts a list that an "and" closes: "Digital, Culture and Sport"."""
    for token in line.tokens[place + 1 : place + 9]:
        if token.text in {"and", "&"}:
            return True
        if not (token.is_capitalised or token.text == ",") or token.start in line.owner:
            return False
    return False
