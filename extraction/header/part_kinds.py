"""What a piece of a head or a foot is by its own words: a person, an office, a body, an address, a date …"""

import re
from collections.abc import Sequence
from enum import StrEnum

from ...ontology.cues import load_letter_cues, load_name_cues, load_people_cues
from ..names.gazetteer import find_concepts
from ..names.people import is_sure_person, parse_person
from ..text.dates import find_dates
from ..text.person_words import count_title_words, is_honour, to_head

# "B.Tech", "LL.M."; not "U.S.", "Inc."
_DEGREE = re.compile(r"(?:B|M|D|LL|Ph|Dipl?)\.\s?(?:[A-Z][a-z]{0,4})\.?")


# "Thanks for your note. We run the Fund from": a sentence without a salutation before it, and no name
_SPOKEN = re.compile(
    r"\b(?:we|you|your|our|my|is|are|was|were|have|has|had|will|would|am)\b|\b(?:I|We|You) [a-z]"
    r"|[a-z]{2}[.!?] [A-Z][a-z]* [a-z]"
)
_SHORTEST_SENTENCE = 3


class PartKind(StrEnum):
    """What a part of a header line is. A `NAME` has the shape of a name: its neighbours say whose.

    A `REMIT` is what the office before it is for: "Consumers" of "Deputy Director, Consumers".
    """

    PERSON = "person"
    OFFICE = "office"
    BODY = "body"
    NAME = "name"
    ADDRESS = "address"
    CONTACT = "contact"
    DATE = "date"
    FOR = "for"
    REMIT = "remit"
    OTHER = "other"


# "Royal Mail Group Limited" is part of nothing by its name
_COMPANY = frozenset({"Limited", "Ltd", "Ltd.", "plc", "PLC", "Inc", "Inc.", "LLP", "LLC", "Corp", "Corporation"})
# "State of Oregon", "CITY OF LEEDS"
_TERRITORIES = frozenset({"State", "City", "County", "Town", "Commonwealth", "Province", "Borough", "Government"})
_CONCEPT_KINDS = {"organisation": PartKind.BODY, "office": PartKind.OFFICE, "country": PartKind.ADDRESS}


def classify_part(words: str) -> tuple[PartKind | None, tuple[int, int]]:
    """Return the kind of one part and the place of its telling words; None when it says nothing.

    "Rt Hon", "MP" say nothing; "2 Marsham Street" is an address; "Executive Director" an office; "Peace Action"
    has the shape of a name.
    """
    whole = (0, len(words))
    tokens = words.split()
    if all(is_honour(word) or _DEGREE.fullmatch(word) for word in tokens[count_title_words(tokens) :]):
        return None, whole
    if load_letter_cues().contact.search(words):
        return PartKind.CONTACT, whole
    if len(tokens) > _SHORTEST_SENTENCE and _SPOKEN.search(words):
        return PartKind.OTHER, whole
    if load_letter_cues().labels["delivery"].match(words):
        return None, whole
    dates = find_dates(words)
    if dates:
        return PartKind.DATE, (dates[0].start, dates[0].end)
    person = parse_person(words)
    # "Mr Tom Hall" is no hall; "Victoria Hall" may be
    marked = person is not None and (person != whole or tokens[-1] in load_people_cues().street_surnames)
    if is_address(words) and not (marked and is_sure_person(words)):
        return PartKind.ADDRESS, whole
    if person and is_sure_person(words):
        return PartKind.PERSON, person
    if is_office_title(words):
        return PartKind.OFFICE, whole
    concepts = find_concepts(words)
    if not concepts and is_league(tokens) and tokens[0][0].isupper() and tokens[-1][0].isupper():
        return PartKind.BODY, whole
    if not concepts and len(tokens) > 2 and to_head(tokens[0]) in _TERRITORIES and tokens[1].casefold() == "of":
        return PartKind.BODY, whole
    if concepts:
        return _CONCEPT_KINDS.get(concepts[0].type, PartKind.OTHER), whole
    if (
        any(load_name_cues().type_of_head.get(to_head(token)) == "organisation" for token in tokens)
        and words[0].isupper()
    ):
        return PartKind.BODY, whole
    capitals = [token for token in tokens if token[0].isupper()]
    if len(tokens) <= 9 and words[0].isupper() and len(capitals) * 2 >= len(tokens) and not words[0].isdigit():
        return PartKind.NAME, whole
    return PartKind.OTHER, whole


def is_office_title(words: str) -> bool:
    """Tell whether the words of a part are an office: the head noun is its last word, or the first before "of"."""
    joiners = load_name_cues().joiners
    tokens = words.split()
    if words.isupper():
        tokens = [token.lower() if token.lower() in joiners else to_head(token) for token in tokens]
    if tokens and len(tokens) <= 4 and words.islower():
        tokens = [token.capitalize() for token in tokens]
    if not tokens or not tokens[0][0].isupper() or len(tokens) > 14 or tokens[0] == "Office":
        return False
    if any(token[0].islower() and token not in joiners for token in tokens) or is_league(tokens):
        return False
    last = tokens[-1].strip(",.()")
    # "President General" beside "General Secretary"
    if _is_office_head(tokens[-2] if last == "General" and tokens[1:] else last) or _is_office_head(
        " ".join(map(to_head, tokens[-2:]))
    ):
        return True
    for place, token in enumerate(tokens[1:], start=1):
        if token in {"of", "for", "to", "on", "at", "-", "–", "and", "&"}:
            if token == "to" and to_head(tokens[place - 1]) not in load_name_cues().sent_to:
                return False
            before = [to_head(word.strip(",")) for word in tokens[max(place - 2, 0) : place]]
            return _is_office_head(before[-1]) or _is_office_head(" ".join(before))
    return False


def is_league(tokens: Sequence[str]) -> bool:
    """Tell whether words name people of one profession who stand for something: "Physicians for a Safe Climate"."""
    place = next((at for at, token in enumerate(tokens) if token.casefold() in {"for", "against", "without"}), 0)
    plural = place > 0 and to_head(tokens[place - 1]).endswith("s")
    return plural and to_head(tokens[place - 1]) not in load_name_cues().type_of_head


def _is_office_head(word: str) -> bool:
    """Tell whether a word is the head of an office: "Director", "Co-Directors", "Attorney General"."""
    heads = load_name_cues().type_of_head
    head = to_head(word).removesuffix("s")
    return any(heads.get(each) == "office" for each in (to_head(word), head, head.rpartition("-")[2].capitalize()))


def is_part(words: str) -> bool:
    """Tell whether a body is by its name a part of another: a committee, a directorate, a unit, a team."""
    pieces = words.replace(",", " ").split()
    return pieces[-1] not in _COMPANY and any(to_head(word) in load_name_cues().parts for word in pieces)


def is_unit(words: str) -> bool:
    """Tell whether a body is by its name a part that does not speak for itself: a team, a division, a unit."""
    return any(to_head(word) in load_name_cues().units for word in words.replace(",", " ").split())


def is_address(words: str) -> bool:
    """Tell whether words are a street, a town with its code, a building."""
    cues = load_letter_cues()
    if words in cues.cities or cues.postcode.search(words) or words.endswith(("Building", "Buildings")):
        return True
    if words.endswith((" House", " HOUSE")) and len(words.split()) <= 3 and not find_concepts(words):
        return True
    if cues.street.search(words) and (any(letter.isdigit() for letter in words) or len(words.split()) <= 3):
        return not any(
            load_name_cues().type_of_head.get(to_head(word)) == "organisation" for word in words.split()[:-1]
        )
    return bool(re.fullmatch(r"[\d\s/-]+[A-Za-z]?", words))
