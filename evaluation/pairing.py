"""Gold and finds in pairs: each serves once, and as many as can be are paired."""

from collections.abc import Callable, Sequence
from typing import TypeVar

G = TypeVar("G")
F = TypeVar("F")


def pair_off(gold: Sequence[G], found: Sequence[F], agree: Callable[[G, F], bool]) -> dict[int, int]:
    """Return the place in `gold` and the place in `found` of each pair that agrees.

    The number of pairs is the greatest possible (Kuhn's augmenting paths: a find that two gold items could
    have goes to the one that has no other), so the order of either side never changes a score.
    """
    fitting = [[place for place, find in enumerate(found) if agree(item, find)] for item in gold]
    owner: dict[int, int] = {}

    def settle(item: int, tried: set[int]) -> bool:
        for place in fitting[item]:
            if place in tried:
                continue
            tried.add(place)
            if place not in owner or settle(owner[place], tried):
                owner[place] = item
                return True
        return False

    for item in range(len(gold)):
        settle(item, set())
    return {item: place for place, item in sorted(owner.items(), key=lambda pair: pair[1])}
