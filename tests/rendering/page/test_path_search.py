from itertools import pairwise

import networkx
from hypothesis import given
from hypothesis import strategies as st
from policygraph.rendering.page.path_search import find_way

LINKS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=30)


@given(LINKS)
def test_a_way_is_as_short_as_can_be(links: list[tuple[int, int]]) -> None:
    graph = networkx.Graph([("0", "0"), ("1", "1"), *((str(one), str(other)) for one, other in links)])
    way = find_way("0", "1", graph.neighbors)
    if not networkx.has_path(graph, "0", "1"):
        assert way == []
        return
    assert (way[0], way[-1]) == ("0", "1")
    assert len(way) == 1 + networkx.shortest_path_length(graph, "0", "1")
    assert all(graph.has_edge(*step) for step in pairwise(way))


def test_the_way_to_oneself_is_no_step() -> None:
    assert find_way("a", "a", lambda node: ()) == ["a"]
