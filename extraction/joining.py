"""Names of one letter that mean one thing: acronyms and aliases, laws with and without year, shortened names."""

import re
from collections import defaultdict
from collections.abc import Sequence

from ..model.entity import EntityType
from .acronyms import Definition
from .groups import NameGroup, normalise_name

_YEAR = re.compile(r",?\s+(?:of\s+)?((?:1[5-9]|20)\d\d)$|^((?:19|20)\d\d)\s+")
_DATED = frozenset({EntityType.LEGISLATION, EntityType.DOCUMENT, EntityType.TREATY})
_SHORTENED = frozenset({EntityType.ORGANISATION, EntityType.SCHEME, EntityType.DOCUMENT})
# "Regulation (EC) No 1049/2001" and "Regulation 1049/2001" have one number
_NUMBER = re.compile(r"\b\d{2,4}/\d{2,4}\b")
# "S. 2272", "H.R. 12", "GAO-22-104452"
_REFERENCE = re.compile(r"[SH]\.|GAO-\d")
# "S. 2272, the Clean Rivers Act", "the Clean Rivers Act (S. 2272)"
_APPOSED = re.compile(r",\s+(?:the\s+)?|\s+\(")


def join_names(text: str, groups: list[NameGroup], definitions: Sequence[Definition]) -> None:
    """Join the groups that name one thing; two things that fit equally are left apart.

    "National Referral Mechanism (NRM)" joins "NRM" to it, "Water Order 2006 (“the 2006 Order”)" the alias.
    """
    for definition in definitions:
        _join_definition(groups, definition)
    _join_initialisms(groups)
    _join_offices(groups)
    _join_apposed(text, groups)
    _join_numbers(groups)
    _join_years(groups)
    _join_shortened(groups)


def _join(one: NameGroup, other: NameGroup, groups: list[NameGroup]) -> None:
    one.spans.extend(other.spans)
    one.concept = one.concept or other.concept
    groups.remove(other)


def _join_definition(groups: list[NameGroup], definition: Definition) -> None:
    long = next(
        (group for group in groups if any(start < definition.long_end <= end for start, end in group.spans)),
        None,
    )
    if long is None:
        return
    if definition.alias:
        if not any(end == definition.long_end for _, end in long.spans) or " " not in definition.short:
            return
        long.spans.append((definition.start, definition.start + len(definition.short)))
    for other in [group for group in groups if group is not long]:
        # a law's alias may look like something else: "the Norms and Standards"
        alias = definition.alias and other.concept is None and other.longest == definition.short
        if alias or (other.type is long.type and other.is_written(definition.short)):
            _join(long, other, groups)


def _join_initialisms(groups: list[NameGroup]) -> None:
    """Join an acronym that nothing defines to the one body whose initials it has: "NAO" to "National Audit Office"."""
    bodies = [group for group in groups if group.type is EntityType.ORGANISATION]
    initials = {id(group): "".join(re.findall(r"\b[A-Z]", group.longest)) for group in bodies if " " in group.longest}
    for group in bodies:
        if group.concept is None and re.fullmatch(r"[A-Z]{3,7}", group.longest):
            fitting = [other for other in bodies if initials.get(id(other)) == group.longest]
            if len(fitting) == 1:
                _join(fitting[0], group, groups)


def _join_offices(groups: list[NameGroup]) -> None:
    """Join "Secretary of State" to "Secretary of State for Transport", if that is the only office that goes on so."""
    offices = [(group, normalise_name(group.longest)) for group in groups if group.type is EntityType.OFFICE]
    for group, words in offices:
        longer = [other for other, form in offices if form.startswith((f"{words} of ", f"{words} for "))]
        if len(longer) == 1 and " " in words and longer[0] in groups:
            _join(longer[0], group, groups)


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
                _join(*((other, group) if numbered[1] else (group, other)), groups)


def _join_numbers(groups: list[NameGroup]) -> None:
    numbered: dict[str, NameGroup] = {}
    for group in [group for group in groups if group.type is EntityType.LEGISLATION]:
        number = _NUMBER.search(group.longest)
        if number is None:
            continue
        kind = next((word for word in ("Regulation", "Directive", "Decision") if word in group.longest), "")
        first = numbered.setdefault(kind + number[0], group)
        if kind and first is not group:
            _join(first, group, groups)


def _join_years(groups: list[NameGroup]) -> None:
    dated: dict[tuple[EntityType, str], list[NameGroup]] = defaultdict(list)
    for group in groups:
        if group.type in _DATED:
            dated[group.type, _YEAR.sub("", group.key)].append(group)
    for same in dated.values():
        years = {group.key for group in same if _YEAR.search(group.key)}
        if len(same) == 2 and len(years) == 1:
            _join(same[0], same[1], groups)


def _join_shortened(groups: list[NameGroup]) -> None:
    """Join "Backlogs Grant" to the one "School Backlogs Grant", "Health Committee" to the one "Health Committee of …".

    Words may be missing at the end or in the middle, at the start only behind the fuller name; what the vocabulary
    knows under the shorter name is another thing.
    """
    plain = [group for group in groups if group.type in _SHORTENED and group.concept is None]
    named = [(group, normalise_name(group.longest)) for group in plain]
    for group, words in named:
        if " " not in words:
            continue
        fuller = [
            other
            for other, form in named
            if other in groups
            and other.type is group.type
            and (
                (form.endswith(f" {words}") and min(other.spans) < min(group.spans))
                or _completes(form, words)
                or _is_subtitled(other.longest, words)
            )
        ]
        if len(fuller) == 1:
            _join(fuller[0], group, groups)


def _is_subtitled(title: str, short: str) -> bool:
    """Tell whether `short` is a title without its subtitle: "census 2016" of "Census 2016: Profile 1"."""
    main, colon, _ = title.partition(": ")
    return bool(colon) and normalise_name(main) == short


def _completes(long: str, short: str) -> bool:
    """Tell whether the longer of two forms only completes the shorter: "health committee", "health committee of"."""
    if long.startswith((f"{short} of ", f"{short} for ", f"{short} on ")):
        return True
    # "reef 2050 plan" of "reef 2050 long-term plan"
    few, many = short.split(), long.split()
    return len(few) > 2 and few[:2] == many[:2] and few[-1] == many[-1] and set(few) < set(many)
