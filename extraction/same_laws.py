"""Laws of one letter under other names: with and without their year, by their number, by initials ("KCA Act")."""

import re
from collections import defaultdict

from ..model.entity import EntityType
from .groups import NameGroup, join_groups, normalise_name

_LAW = frozenset({EntityType.LEGISLATION, EntityType.DOCUMENT})
_DATED = frozenset({EntityType.LEGISLATION, EntityType.DOCUMENT, EntityType.TREATY})
_YEAR = re.compile(r",?\s+(?:of\s+)?((?:1[5-9]|20)\d\d)$|^((?:19|20)\d\d)\s+")
# "Private Tenancies Act (Northern Ireland) 2022" is the "Private Tenancies Act" of the letter
_EXTENT = re.compile(r"(?<=\bAct)\s\([A-Z][A-Za-z ]+\)|(?<=\bBill)\s\([A-Z][A-Za-z ]+\)")
# "Regulation (EC) No 1049/2001" and "Regulation 1049/2001" have one number
_NUMBER = re.compile(r"\b\d{2,4}/\d{2,4}\b")
# "S. 2272", "H.R. 12", "GAO-22-104452", "42 U.S.C. 5170", "S.I. No. 133 of 2007"
_REFERENCE = re.compile(r"[SH]\.\s?[\dIR]|GAO-\d|\d+\sU\.?S\.?C|Pub|Bill\s[CS]-")
# "S. 2272, the Clean Rivers Act", "the Clean Rivers Act (S. 2272)"
_APPOSED = re.compile(r",\s+(?:the\s+)?(?:\d{3,4}\s+)?|\s+\(")
_INITIALS = re.compile(r"(?P<initials>[A-Z]{2,7}) (?P<head>[A-Z]\w+)")


def join_laws(text: str, groups: list[NameGroup]) -> None:
    """Join the names of one law or one dated document, where only one can be meant.

    "Clean Rivers Act (S. 2272)" joins the number, "Water Order" the "Water Order 2006", "MAT Act" the "Meadow Access
    Trails Act".
    """
    _join_apposed(text, groups)
    _join_numbers(groups)
    _join_years(groups)
    _join_initials(groups)


def _join_apposed(text: str, groups: list[NameGroup]) -> None:
    """Join the number of a bill to its title, where one stands beside the other."""
    laws = [group for group in groups if group.type in {EntityType.LEGISLATION, EntityType.DOCUMENT}]
    ends = {end: group for group in laws for _, end in group.spans}
    for group in laws:
        for start, _ in list(group.spans):
            before = text.rfind(",", 0, start) if text[start - 1] != "(" else start - 2
            other = ends.get(before)
            if other is None or other is group or group not in groups or other not in groups:
                continue
            if other.type is not group.type:
                continue
            numbered = [bool(_REFERENCE.match(each.longest)) for each in (other, group)]
            if numbered[0] != numbered[1] and _APPOSED.fullmatch(text, before, start):
                join_groups(*((other, group) if numbered[1] else (group, other)), groups)


def _join_numbers(groups: list[NameGroup]) -> None:
    numbered: dict[str, NameGroup] = {}
    for group in [group for group in groups if group.type is EntityType.LEGISLATION]:
        number = _NUMBER.search(group.longest)
        if number is None:
            continue
        kind = next((word for word in ("Regulation", "Directive", "Decision") if word in group.longest), "")
        first = numbered.setdefault(kind + number[0], group)
        if kind and first is not group:
            join_groups(first, group, groups)


def _join_years(groups: list[NameGroup]) -> None:
    dated: dict[tuple[EntityType, str], list[NameGroup]] = defaultdict(list)
    for group in groups:
        if group.type in _DATED:
            dated[group.type, _to_undated(group)].append(group)
    for same in dated.values():
        years = {group.key for group in same if group.key != _to_undated(group)}
        if len(same) == 2 and len(years) == 1:
            join_groups(same[0], same[1], groups)


def _to_undated(group: NameGroup) -> str:
    if group.concept is not None:
        return group.key
    return _YEAR.sub("", normalise_name(_EXTENT.sub("", group.longest)))


def _join_initials(groups: list[NameGroup]) -> None:
    laws = [group for group in groups if group.type is EntityType.LEGISLATION]
    for group in laws:
        short = _INITIALS.fullmatch(group.longest)
        if short is None:
            continue
        fitting = [other for other in laws if other is not group and _bears(other.longest, short)]
        if len(fitting) == 1 and fitting[0] in groups:
            join_groups(fitting[0], group, groups)


def _bears(name: str, short: re.Match[str]) -> bool:
    """Tell whether the words of a law before its head have these initials: "AIE" of "Access to Information on …"."""
    before, head, _ = name.rpartition(f" {short['head']}")
    return bool(head) and "".join(re.findall(r"\b[A-Z]", before)).endswith(short["initials"])
