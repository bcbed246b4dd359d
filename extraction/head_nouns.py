"""Names by their head noun: "Department for Education", "Public Accounts Committee", "Modern Slavery Act 2015".

A head noun in capitals says what kind of thing the name is. The name reaches left over capitalised words and
right over a complement ("for Education"). Whether the whole is kept is decided where all finders meet.
"""

import re
from collections.abc import Iterator, Sequence

from ..model.entity import EntityType
from ..ontology.cues import load_name_cues
from .name_left import reach_left, trim_left
from .name_line import NameLine
from .name_right import reach_right
from .person_words import to_head
from .span import NameSpan
from .tokens import Token, find_tokens

_LAW = frozenset({EntityType.LEGISLATION, EntityType.TREATY})
# known names that may be the end of another one's
_PRECEDED = frozenset({EntityType.ORGANISATION, EntityType.LEGISLATION})
_YEAR = re.compile(r"20\d\d")
_ADDRESS = frozenset({"Building", "Buildings", "Street", "Road", "Avenue", "Square", "House"})


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
            yield from _extend_known(line, owner, place, kind)
        if kind is None or place <= done or owner is not None:
            continue
        left, right = reach_left(line, place, kind), reach_right(line, place, kind)
        left = trim_left(line, left, place)
        if kind is EntityType.LEGISLATION and line.word_at(place) == "Code" and line.word_at(place + 1) == "of":
            kind = EntityType.DOCUMENT
        if kind is EntityType.SCHEME and _is_body(line, left, place, right):
            kind = EntityType.ORGANISATION
        if (
            kind is EntityType.DOCUMENT
            and left
            and line.is_joined(left - 1, left)
            and _YEAR.fullmatch(line.word_at(left - 1))
        ):
            # "2023 Annual Progress Report"
            left -= 1
        if not _names_something(line, left, place, right, kind):
            continue
        start, end = line.tokens[left].start, line.tokens[right].end
        yield NameSpan(start=start, end=end, type=kind, rule="head-noun")
        if kind is not EntityType.OFFICE:
            done = _find_parent(line, place, right) if kind is EntityType.ORGANISATION else right


def _find_parent(line: NameLine, place: int, right: int) -> int:
    """Return the token before a parent body at the end of a body's name: "of the" in "Committee of the Senate"."""
    for at in range(right - 1, place + 1, -1):
        if line.tokens[at].text == "the" and line.tokens[at - 1].text == "of":
            return at
    return right


def _extend_known(line: NameLine, owner: NameSpan, place: int, kind: EntityType | None) -> Iterator[NameSpan]:
    """Yield the longer name of a known one: "Vienna Convention on the Law of Treaties", "Kent Trades Union Congress".

    "Ministry of Justice and Human Rights" is another country's than the "Ministry of Justice" that is known.
    """
    last = owner.end == line.tokens[place].end
    generic = kind in _LAW or to_head(line.tokens[place].text) == "Ministry"
    if not last and not (generic and owner.type is kind):
        return
    preceded = last and owner.rule == "vocabulary" and owner.type in _PRECEDED
    start = _reach_left_of_known(line, owner, place) if preceded else owner.start
    right = reach_right(line, place, owner.type) if owner.type is kind else place
    end = max(line.tokens[right].end, owner.end)
    if (start, end) != (owner.start, owner.end):
        yield NameSpan(start=start, end=end, type=owner.type, rule="head-noun")


def _reach_left_of_known(line: NameLine, owner: NameSpan, place: int) -> int:
    """Return where a name starts that ends in a known one: in a sentence, "the Kent Trades Union Congress"."""
    first = next(at for at in range(place + 1) if line.tokens[at].start >= owner.start)
    left = trim_left(line, reach_left(line, first, owner.type), first)
    if owner.type is EntityType.ORGANISATION and any(not token.is_capitalised for token in line.tokens[left:first]):
        return owner.start
    own = [token for token in line.tokens[left:first] if token.start not in line.owner and token.is_capitalised]
    telling = [token for token in own if to_head(token.text) not in line.cues.general]
    before = line.tokens[left - 1].text if left else ""
    in_sentence = before == "The" or (before.isalpha() and before.islower())
    return line.tokens[left].start if telling and in_sentence else owner.start


def _is_body(line: NameLine, left: int, place: int, right: int) -> bool:
    """Tell whether a "Service" or a "Network" is a body: "Crown Prosecution Service", "Network for Change"."""
    head = to_head(line.tokens[place].text)
    if head == "Service":
        return right > place or any(to_head(token.text) in line.cues.body_service for token in line.tokens[left:place])
    owned = any(token.is_possessive for token in line.tokens[left:place])
    return head in {"Network", "Campaign"} and (right > place or owned)


def _is_modifier_only(line: NameLine, place: int) -> bool:
    """Tell whether a weak head only goes before the next word: "School" in "Free School Meals"."""
    if to_head(line.tokens[place].text) not in line.cues.modifying or not line.is_joined(place, place + 1):
        return False
    after = line.tokens[place + 1]
    return (
        after.start not in line.owner and line.is_modifier(place + 1, EntityType.ORGANISATION) and not after.is_acronym
    )


def _names_something(line: NameLine, left: int, place: int, right: int, kind: EntityType) -> bool:
    after = line.word_at(right + 1)
    if after in _ADDRESS and not (after == "House" and line.word_at(right + 2) == "of"):
        return False
    if right == place and _is_modifier_only(line, place):
        return False
    modifiers = [token for token in line.tokens[left:place] if token.is_capitalised]
    if kind is EntityType.DOCUMENT and left < place - 1 and line.tokens[left].text.isdigit():
        return True
    telling = [token for token in modifiers if to_head(token.text) not in line.cues.general]
    complement = right > place and any(token.is_capitalised for token in line.tokens[place + 1 : right + 1])
    head = to_head(line.tokens[place].text)
    if kind is EntityType.OFFICE:
        return bool(telling) or complement or right > place or head not in line.cues.only_modified
    if kind in _LAW and right > place:
        return complement or bool(modifiers)
    if head == "Constitution":
        return True
    return bool(telling) or complement
