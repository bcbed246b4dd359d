"""People of one letter under shorter names: "Mr Lee" is Ann Lee, "S. van Dam" is Saskia van Dam."""

import re
from collections.abc import Sequence

from ...model.entity import EntityType
from .groups import NameGroup, normalise_name
from .people import to_given_name, to_surname

# "S. van Dam", "J.P. Rao"
_INITIALS = re.compile(r"([A-Z])\.?(?:\s?[A-Z]\.?)*\s")


def join_people(groups: list[NameGroup]) -> None:
    """Join a surname or a given name that stands alone to the one full name that it fits."""
    people = [group for group in groups if group.type is EntityType.PERSON]
    full = [group for group in people if " " in group.longest]
    for group in people:
        name = group.longest
        if " " in name:
            continue
        fitting = [
            other
            for other in full
            if normalise_name(name)
            in {
                normalise_name(to_surname(other.longest)),
                normalise_name(to_given_name(other.longest)),
            }
        ]
        fitting = fitting or [other for other in full if normalise_name(name) in other.key.split()[1:]]
        _join_only(fitting, group, groups)
    _join_initials(full, groups)
    full = [group for group in full if group in groups]
    for group in list(full):
        pieces = normalise_name(group.longest).split()
        wider = [
            other
            for other in full
            if other is not group
            and (words := normalise_name(other.longest).split())[0] == pieces[0]
            and words[-1] == pieces[-1]
            and set(pieces) < set(words)
        ]
        if group in groups:
            _join_only(wider, group, groups)


def _join_only(fitting: Sequence[NameGroup], group: NameGroup, groups: list[NameGroup]) -> None:
    """Join `group` to the one that fits; where two fit, it stays apart."""
    if len(fitting) == 1:
        fitting[0].spans.extend(group.spans)
        groups.remove(group)


def _join_initials(full: Sequence[NameGroup], groups: list[NameGroup]) -> None:
    """Join "S. van Dam" to "Saskia van Dam", if nobody else here has that surname and initial."""
    for group in full:
        initial = _INITIALS.match(group.longest)
        if initial is None:
            continue
        surname = normalise_name(to_surname(group.longest))
        fitting = [
            other
            for other in full
            if other is not group
            and other.longest.startswith(initial[1])
            and _INITIALS.match(other.longest) is None
            and normalise_name(to_surname(other.longest)) == surname
        ]
        _join_only(fitting, group, groups)
