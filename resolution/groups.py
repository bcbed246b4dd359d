"""Things that are one, each perhaps only through others."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Thing = TypeVar("Thing", bound=Hashable)


class Groups(Generic[Thing]):
    """Collects which things are one; nothing is compared with everything."""

    def __init__(self, things: Iterable[Thing]) -> None:
        self._parents: dict[Thing, Thing] = {thing: thing for thing in things}

    def join(self, one: Thing, two: Thing) -> None:
        """Make the groups of two things one."""
        self._parents[self._find_root(one)] = self._find_root(two)

    def find_all(self) -> list[list[Thing]]:
        """Return the groups, and in each its things, in the order in which the things were given."""
        found: dict[Thing, list[Thing]] = defaultdict(list)
        for thing in self._parents:
            found[self._find_root(thing)].append(thing)
        return list(found.values())

    def _find_root(self, thing: Thing) -> Thing:
        while self._parents[thing] != thing:
            self._parents[thing] = self._parents[self._parents[thing]]
            thing = self._parents[thing]
        return thing
