"""Which nodes a diagram keeps when there are more than can be read, and how it says what it leaves out."""

from collections.abc import Collection, Mapping, Sequence

from ..phrases import render_number
from .diagram import Look
from .relations import Relation

MOST_NODES = 60
"""How many nodes can still be read on a page."""


MOST_ARROWS = 90
"""How many arrows can still be told apart."""


def keep_strongest(strength: Mapping[str, float], most: int, names: Mapping[str, str]) -> set[str]:
    """Return the `most` nodes (ids) with the greatest strength; of equals the first by name."""
    ranked = sorted(strength, key=lambda key: (-strength[key], names[key], key))
    return set(ranked[:most])


def keep_clearest(relations: Sequence[Relation], most: int = MOST_ARROWS) -> list[Relation]:
    """Return the relations that are said most often, at most `most`, in their order; background goes first."""
    ranked = sorted(relations, key=lambda one: (one.look is Look.BACKGROUND, -one.times))
    kept = {id(one) for one in ranked[:most]}
    return [one for one in relations if id(one) in kept]


def tell_left_out(left_out: Collection[str], what: str, hint: str) -> tuple[str, ...]:
    """Return a sentence on what is left out (names), with at most five of them; nothing when nothing is."""
    if not left_out:
        return ()
    names = sorted(left_out)
    shown = "; ".join(names[:5]) + ("; …" if len(names) > 5 else "")
    return (f"Left out, for there are too many to read: {render_number(len(names), what)} ({shown}). {hint}",)
