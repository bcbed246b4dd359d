"""The shortest way between two nodes in a store of any size: searched from both ends, without loading the graph."""

from collections.abc import Callable, Iterable

MOST_SEEN = 20_000
"""Nodes looked at before the search gives up; a way over more is none that anybody would follow."""


def find_way(start: str, end: str, find_neighbours: Callable[[str], Iterable[str]]) -> list[str]:
    """Return the nodes of a shortest way from `start` to `end`, both included; empty when none is found."""
    before: tuple[dict[str, str | None], dict[str, str | None]] = ({start: None}, {end: None})
    fronts = [[start], [end]]
    if start == end:
        return [start]
    while all(fronts) and len(before[0]) + len(before[1]) < MOST_SEEN:
        side = 0 if len(fronts[0]) <= len(fronts[1]) else 1
        fronts[side] = _take_step(fronts[side], before[side], find_neighbours)
        met = sorted(before[0].keys() & before[1].keys())
        if met:
            return [*reversed(_trace(before[0], met[0])), *_trace(before[1], met[0])[1:]]
    return []


def _take_step(
    front: list[str], before: dict[str, str | None], find_neighbours: Callable[[str], Iterable[str]]
) -> list[str]:
    found = []
    for node in front:
        for other in sorted(find_neighbours(node)):
            if other not in before:
                before[other] = node
                found.append(other)
    return found


def _trace(before: dict[str, str | None], node: str) -> list[str]:
    """Return the nodes from `node` back to where the search began."""
    trace: list[str] = []
    step: str | None = node
    while step is not None:
        trace.append(step)
        step = before[step]
    return trace
