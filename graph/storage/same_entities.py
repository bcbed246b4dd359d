"""Which entities of different letters are one."""

from collections.abc import Iterable

from ...model.link import SameAs


def find_groups(same: Iterable[SameAs]) -> dict[str, frozenset[str]]:
    """Return, for each entity that is the same as another, all that it is one with, itself too."""
    groups: dict[str, frozenset[str]] = {}
    for link in same:
        union = frozenset(link.entities).union(*(groups.get(entity, ()) for entity in link.entities))
        groups.update(dict.fromkeys(union, union))
    return groups
