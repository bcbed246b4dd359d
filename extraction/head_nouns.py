"""Names by their head noun: "Department for Education", "Public Accounts Committee", "Modern Slavery Act 2015".

A head noun in capitals says what kind of thing the name is. The name reaches left over capitalised words and
right over a complement ("for Education"). Whether the whole is kept is decided where all finders meet.
"""

import re
from collections.abc import Iterator, Sequence

from ..model.entity import EntityType
from ..ontology.cues import load_name_cues
from .head_kinds import settle_kind
from .longer_names import find_longer_name
from .name_left import reach_left, trim_left
from .name_line import NameLine
from .name_right import reach_right
from .name_worth import names_something
from .person_words import to_head
from .span import NameSpan
from .tokens import Token, find_tokens

# a year, years, or which one of a row: "2021", "2022-23", "154th"
_NUMBER = re.compile(r"20\d\d(?:[-/]\d{2,4})?|\d{1,3}(?:st|nd|rd|th)")
_TREATY_YEAR = re.compile(r"(?:18|19|20)\d\d")


def find_head_noun_names(text: str, known: Sequence[NameSpan]) -> list[NameSpan]:
    """Return the names that a head noun tells, in order; `known` are names that are certain already.

    "the Rural Rail Partnership" is found; "the Committee", "Annual Report" and "Member States" name nothing.
    """
    owner: dict[int, NameSpan] = {}
    for span in known:
        if span.type is EntityType.OFFICE:
            continue
        for offset in range(span.start, span.end):
            owner.setdefault(offset, span)
    found: list[NameSpan] = []
    for line in re.finditer(r"[^\n]+", text):
        tokens = find_tokens(text, line.start(), line.end())
        if line[0].isupper():
            tokens = [_to_small(token) for token in tokens]
        names = NameLine(tokens=tokens, owner=owner, cues=load_name_cues(), text=text)
        found.extend(_find_in_line(names))
    return found


def _to_small(token: Token) -> Token:
    """Return a word of a line in capitals as it would stand elsewhere: "OF" is "of"."""
    small = token.text.lower()
    return token._replace(text=small) if small in load_name_cues().joiners else token


def _find_in_line(line: NameLine) -> Iterator[NameSpan]:
    """Yield the name of each head noun of the line, inner names of offices included."""
    done = -1
    for place, token in enumerate(line.tokens):
        kind = line.find_kind(place)
        owner = line.owner.get(token.start)
        if owner is not None and (kind is not None or owner.rule == "vocabulary"):
            yield from find_longer_name(line, owner, place, kind)
        if kind is None or place <= done or owner is not None:
            continue
        left, right = reach_left(line, place, kind), reach_right(line, place, kind)
        left = trim_left(line, left, place)
        settled = settle_kind(line, left, place, right, kind)
        if settled is not kind:
            kind, right = settled, reach_right(line, place, settled)
        if kind is EntityType.DOCUMENT:
            left = _take_number(line, left)
        if kind is EntityType.TREATY and left and _TREATY_YEAR.fullmatch(line.word_at(left - 1)):
            left -= 1
        if not names_something(line, left, place, right, kind):
            continue
        start, end = line.tokens[left].start, line.tokens[right].end
        yield NameSpan(start=start, end=end, type=kind, rule="head-noun")
        if kind is not EntityType.OFFICE:
            done = _find_parent(line, place, right) if kind is EntityType.ORGANISATION else right


def _take_number(line: NameLine, left: int) -> int:
    """Return the first token of a document's name with its year or number: "2023 Annual Report", "154th Report"."""
    if left == 0 or not line.is_joined(left - 1, left) or not _NUMBER.fullmatch(line.word_at(left - 1)):
        return left
    if left > 1 and line.is_joined(left - 2, left - 1) and _is_own(line, left - 2):
        # "Reef 2050 Long-Term Sustainability Plan"
        return left - 2
    return left - 1


def _is_own(line: NameLine, place: int) -> bool:
    """Tell whether the word before a year begins the name: not "Year" nor "By"."""
    return line.is_modifier(place, EntityType.DOCUMENT) and to_head(line.word_at(place)) not in line.cues.general


def _find_parent(line: NameLine, place: int, right: int) -> int:
    """Return the token before a parent body at the end of a body's name: "of the" in "Committee of the Senate"."""
    for at in range(place + 2, right):
        if line.tokens[at].text == "the" and line.tokens[at - 1].text == "of":
            return at
    return right
