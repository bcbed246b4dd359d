"""How far a name reaches to the left of its head noun: "Foreign, Commonwealth and Development Office"."""

import re

from ...model.entity import EntityType
from ..text.person_words import to_head
from ..text.span import NameSpan
from .name_line import SEASONS, NameLine

_LAW = frozenset({EntityType.LEGISLATION, EntityType.TREATY})
_JOINERS = frozenset({"of", "for", "to", "in", "on", "against", "through", "from"})
_PARTICLES = frozenset({"von", "van", "de", "der", "da", "du", "di"})
_ORDINAL = re.compile(
    r"(?:[A-Z]\w+-)?(?:First|Second|Third|(?:Four|Fif|Six|Seven|Eigh|Nin|Ten|Eleven|Twelf|\w+teen)th|\w+tieth)"
)


def reach_left(line: NameLine, place: int, kind: EntityType) -> int:
    """Return the first token of the name whose head is at `place`."""
    left = place
    while left > 0:
        before = line.tokens[left - 1]
        if not line.is_joined(left - 1, left) and before.text != "(":
            break
        step = _step_left(line, left, place, kind)
        if step == 0:
            break
        left -= step
        if kind is EntityType.DOCUMENT and _ORDINAL.fullmatch(line.tokens[left].text):
            break
    return left


def _step_left(line: NameLine, left: int, place: int, kind: EntityType) -> int:
    """Return how many tokens to the left of `left` belong to the name too."""
    before = line.tokens[left - 1]
    owner = line.owner.get(before.start)
    if owner is not None and not _is_part_of(line, owner, left, kind):
        return 0
    if owner is not None:
        return sum(1 for token in line.tokens[:left] if token.start >= owner.start)
    if line.is_modifier(left - 1, kind):
        return 1
    if left < 2:
        return 0
    beyond = left - 2
    conjunct = line.is_conjunct(beyond, kind) or (kind is EntityType.LEGISLATION and line.is_law_conjunct(beyond))
    if before.text == "." and len(line.tokens[beyond].text) == 1 and kind is EntityType.LEGISLATION:
        # "Ann M. Lee Water Act"
        return 2
    if before.text in {"and", "&"} and conjunct:
        return 2
    if before.text == "," and conjunct and _is_listed(line, left, place):
        return 2
    if (
        before.text == ","
        and left == place
        and to_head(line.tokens[place].text) in {"Inc", "Inc.", "LLC", "Ltd", "Limited"}
    ):
        # "Harbour Services, Inc."
        return 2 if line.is_modifier(beyond, kind) else 0
    if before.text in _PARTICLES and kind is EntityType.ORGANISATION and line.is_modifier(beyond, kind):
        # "Alexander von Humboldt Foundation"
        return 2
    if before.text in _JOINERS and line.is_modifier(beyond, kind):
        lawful = kind is EntityType.LEGISLATION and before.text != "in" and _can_open_law(line, beyond, place)
        if lawful or (before.text == "of" and to_head(line.tokens[beyond].text) in line.cues.containers):
            return 2
    if before.is_possessive and line.is_modifier(beyond, kind):
        # "Children's Commissioner", "Workers' Co-operative"; "Scotland's Parliament" is stopped by its owner
        plural = before.text in {"'", "’"} or to_head(line.tokens[beyond].text) in line.cues.possessors
        return 2 if plural else 0
    if before.text == ")" and kind in _LAW:
        opened = next((at for at in range(left - 2, max(left - 12, -1), -1) if line.tokens[at].text == "("), None)
        if opened is not None and opened > 0 and line.tokens[opened + 1].is_capitalised:
            return left - opened
    return 0


def _can_open_law(line: NameLine, place: int, head: int) -> bool:
    """Tell whether a law's title can go on to the left with the word at `place`.

    "Access to Medicines Act" and "Division of Revenue Bill" can, "Minister for Finance Bill" and "Ministry for
    Regulation" cannot.
    """
    kind = line.cues.type_of_head.get(to_head(line.tokens[place].text))
    titled = to_head(line.tokens[head].text) in {"Act", "Bill", "Acts"}
    return kind != "office" and (titled or kind != "organisation")


def _is_part_of(line: NameLine, owner: NameSpan, left: int, kind: EntityType) -> bool:
    """Tell whether a known name goes into a longer one: a country, or the body that a committee is part of."""
    if owner.type is EntityType.COUNTRY:
        return True
    if kind is EntityType.LEGISLATION:
        # "Medicare Access Act", "Jane Moor National Parks Act"
        return owner.type not in _LAW
    if kind is EntityType.OFFICE:
        # "FBI Director", "TUC General Secretary"
        return owner.type is EntityType.ORGANISATION
    if kind is EntityType.SCHEME and owner.type in {EntityType.ORGANISATION, EntityType.SCHEME, EntityType.LEGISLATION}:
        # "Ofcom Innovation Fund"; the "Home Office Safe Homes Fund" is the Safe Homes Fund
        return " " not in line.text[owner.start : owner.end]
    if owner.type is EntityType.ORGANISATION and kind is EntityType.ORGANISATION:
        # "NHS Leadership Academy", "HHS Office of Inspector General"
        if line.text[owner.start : owner.end].isupper() and owner.end - owner.start < 7:
            return True
        if [token.text for token in line.tokens[left : left + 2]] == ["Office", "of"]:
            return True
        words = {to_head(word) for word in line.text[owner.start : owner.end].split()}
        if owner.rule == "vocabulary" and line.is_joined(left - 1, left) and not words & line.cues.of_state:
            # "Volkswagen Foundation", "Federal Inland Revenue Service"
            return True
        return any(to_head(token.text) in line.cues.parts for token in line.tokens[left : left + 6])
    telling = (token for token in line.tokens[left : left + 1] if to_head(token.text) in line.cues.general)
    return owner.type is EntityType.ORGANISATION and kind is EntityType.DOCUMENT and any(telling)


def _is_listed(line: NameLine, left: int, place: int) -> bool:
    """Tell whether an "and" follows before the head, so that the comma at hand parts a list."""
    return any(token.text in {"and", "&"} for token in line.tokens[left:place])


def trim_left(line: NameLine, left: int, place: int) -> int:
    """Return the first token from `left` on that can open a name: not "The", "Our"."""
    if line.tokens[left].text.isdigit():
        return left
    while left < place and not _opens(line, left):
        left += 1
    return left


def _opens(line: NameLine, place: int) -> bool:
    """Tell whether a name can begin with the word at `place`: "Winter Resilience Plan" too."""
    token = line.tokens[place]
    return token.is_capitalised and (token.text not in line.cues.never or token.text in SEASONS)
