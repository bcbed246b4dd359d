"""Nodes stand apart, what belongs together stands together, and the same graph always gets the same picture."""

import os
import subprocess
import sys
from itertools import combinations
from math import dist

from hypothesis import given
from hypothesis import strategies as st
from policygraph.rendering.page.layout import SPACING, find_curves, find_places, find_ring

NODES = st.integers(min_value=0, max_value=30)
LINKS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=60)


def build_communities(count: int, size: int) -> list[tuple[str, str]]:
    """Return the links of `count` communities in which all are linked, and one link from each to the next."""
    inside = [(f"{c}.{one}", f"{c}.{other}") for c in range(count) for one, other in combinations(range(size), 2)]
    return inside + [(f"{c}.0", f"{c + 1}.0") for c in range(count - 1)]


@given(NODES, LINKS)
def test_no_two_nodes_stand_in_one_place(count: int, links: list[tuple[int, int]]) -> None:
    places = find_places([str(node) for node in range(count)], [(str(one), str(other)) for one, other in links])
    assert set(places) == {str(node) for node in range(count)}
    for one, other in combinations(places.values(), 2):
        assert dist(one, other) > SPACING / 2


def test_communities_stand_apart() -> None:
    links = build_communities(6, 12)
    places = find_places(sorted({end for link in links for end in link}), links)
    groups = [[place for node, place in places.items() if node.startswith(f"{c}.")] for c in range(6)]
    middles = [tuple(sum(axis) / len(group) for axis in zip(*group, strict=True)) for group in groups]
    for number, group in enumerate(groups):
        for place in group:
            assert min(range(6), key=lambda other: dist(place, middles[other])) == number


def test_nothing_heaps_up_in_the_middle() -> None:
    links = build_communities(10, 8)
    places = sorted(find_places(sorted({end for link in links for end in link}), links).values())
    reach = max(dist(place, (0, 0)) for place in places)
    inner = [place for place in places if dist(place, (0, 0)) < reach / 2]
    assert len(inner) < len(places) / 2


def test_the_picture_is_the_same_in_every_process() -> None:
    program = (
        "from policygraph.rendering.page.layout import find_places\n"
        "links = [(str(n), str(n * 7 % 90)) for n in range(90)]\n"
        "print(find_places([str(n) for n in range(100)], links))"
    )
    pictures = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(pictures) == 1


def test_a_ring_has_room_for_all() -> None:
    places = [(0, 0), *find_ring(70)]
    assert len(places) == 71
    for one, other in combinations(places, 2):
        assert dist(one, other) > SPACING


def test_parallel_edges_bend_apart_whatever_their_direction() -> None:
    curves = find_curves({"1": ("a", "b"), "2": ("a", "b"), "3": ("b", "a"), "4": ("a", "c")})
    assert curves["4"] == 0
    bends = [curves["1"], curves["2"], -curves["3"]]  # as seen from a
    assert len(set(bends)) == 3
