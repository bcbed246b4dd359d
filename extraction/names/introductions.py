"""Proper names that the words beside them introduce: "the charity Open Skies", "run by Orbitelle".

Nothing in such a name says what it is. The noun or the verb beside it does, so what is found here can also correct
the type that a head noun has suggested ("the Clean Air Fund, a charity").
"""

import re
from collections.abc import Iterator, Sequence, Set
from functools import cache

from ...model.entity import EntityType
from ...ontology.cues import load_introduction_cues, load_letter_cues, load_name_cues, load_people_cues
from ..text.person_words import count_title_words, is_honour, is_no_name, to_head
from ..text.span import NameSpan

_WORD = r"[A-Z][\w’'+-]*(?:&\w+)?"
_NAME = rf"(?P<name>{_WORD}(?: (?:(?:of|for|the|to|on|&|\+|de|del|du|des) ){{0,2}}{_WORD}){{0,5}})"
_ARTICLE = "(?:an?|the|its|our|their|another|[A-Z]\\w+[’']s)"
_IS = r"(?: \([A-Z]\w+\))?(?:, (?:which is|who are)|,| is| are)"
_ADJECTIVE = r"(?!(?:of|for|in|on|to|by|with|from|behind|that|which|and|at) )[\w’'-]+"
_POSSESSIVE = re.compile(r"[’']s?$")
# where a sentence or a line begins, any word has a capital
_OPENS = re.compile(r"(?:^|\n|[.?!•]\s{0,2})$")
_MIXED = re.compile(r"[A-Z].*[A-Z\d+]|\w*[a-z][A-Z]")
_CHANGED = frozenset({EntityType.ORGANISATION, EntityType.SCHEME, EntityType.DOCUMENT})


_CALENDAR = frozenset(
    {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November"}
    | {"December", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
)
# the end of a longer name: "Young People" in "Services for Children and Young People"
_GLUED = re.compile(r"[A-Z]\w+ (?:and|&) $")


def find_introduced(text: str, known: Sequence[NameSpan]) -> list[NameSpan]:
    """Return the names that a noun or a verb introduces, wherever they stand; `known` are names found otherwise.

    "the charity Open Skies", "run by Orbitelle" are found; "the company Secretary", "run by Mary Wills" are not.
    """
    owners = {offset: span for span in known for offset in range(span.start, span.end)}
    found: dict[str, EntityType] = {}
    for kind, is_sure, pattern in _patterns():
        for match in pattern.finditer(text):
            start = match.start("name")
            name = _trim(match["name"])
            touched = {owners[offset] for offset in range(start, start + len(name)) if offset in owners}
            changes = is_sure and _can_change(touched, start, start + len(name))
            if changes if touched else _can_name(text, start, name):
                found.setdefault(name, kind)
    return [span for name, kind in found.items() for span in _find_places(text, name, kind)]


def _trim(name: str) -> str:
    """Return a name without its possessive and without a month or a title at its end."""
    words = _POSSESSIVE.sub("", name).split()
    while len(words) > 1 and (words[-1] in _CALENDAR or words[-1][0].islower()):
        words.pop()
    return " ".join(words)


def _can_change(touched: Set[NameSpan], start: int, end: int) -> bool:
    """Tell whether the name is known already, by a head noun only, so that its type can be another one."""
    only = next(iter(touched)) if len(touched) == 1 else None
    return (
        only is not None
        and (only.start, only.end) == (start, end)
        and only.rule == "head-noun"
        and (only.type in _CHANGED)
    )


def _find_places(text: str, name: str, kind: EntityType) -> Iterator[NameSpan]:
    place = text.find(name)
    while place >= 0:
        end = place + len(name)
        around = text[max(place - 1, 0) : place] + text[end : end + 1]
        if not any(each.isalnum() or each in "-_" for each in around):
            yield NameSpan(start=place, end=end, type=kind, rule="introduced")
        place = text.find(name, end)


@cache
def _patterns() -> tuple[tuple[EntityType, bool, re.Pattern[str]], ...]:
    """Return type, whether it corrects what a head noun says, and pattern, the surest first."""
    found: list[tuple[EntityType, bool, re.Pattern[str]]] = []
    for kind, cues in load_introduction_cues().items():
        nouns = _any(cues.nouns)
        # "Open Skies, a small charity"; "Open Skies, the author of a report" is no report
        behind = rf"\b{_NAME}{_IS} {_ARTICLE} (?:{_ADJECTIVE} ){{0,5}}?(?:{nouns})\b"
        found.append((EntityType(kind), True, re.compile(behind)))
        if cues.leads:
            # "the charity Open Skies", "our partner, Open Skies,"; not "in that group, Open Skies says"
            ahead = rf"(?<=[\s(])(?:{nouns})(?P<comma>,)? {_NAME}(?(comma)(?=[,.;)]| \())"
            found.append((EntityType(kind), True, re.compile(ahead)))
        if cues.does:
            found.append((EntityType(kind), False, re.compile(rf"\bwhich {_NAME}(?= [a-z])")))
            found.append((EntityType(kind), True, re.compile(rf"\b{_NAME} (?:{_any(cues.does)})\b")))
        before = _any([*cues.before, *(f"{word} by" for word in cues.done)])
        found.append((EntityType(kind), False, re.compile(rf"\b(?:{before})(?: the)? {_NAME}")))
    return tuple(found)


def _any(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _can_name(text: str, start: int, name: str) -> bool:
    """Tell whether words that nothing else knows can be the name of a body or a scheme."""
    words = name.split()
    cues = load_name_cues()
    if _GLUED.search(text[max(start - 30, 0) : start]) or name.removesuffix("s") in cues.demonyms:
        return False
    if words[0] in cues.never or count_title_words(words) or is_honour(words[-1]) or words[-1] in cues.never:
        return False
    if len(words) > 1:
        people = load_people_cues()
        own = [word for word in words if word[0].isupper() and _POSSESSIVE.sub("", word) not in cues.possessors]
        # "Children's Services" of any place
        anybodys = len(own) < 2 and own != [word for word in words if word[0].isupper()]
        return not anybodys and not all(map(is_no_name, own)) and words[0] not in people.given_names
    opens = _OPENS.search(text[max(start - 3, 0) : start]) is not None
    plain = is_no_name(name) or to_head(name) in load_letter_cues().cities or name in load_people_cues().given_names
    return not plain and (bool(_MIXED.match(name)) or not opens)
