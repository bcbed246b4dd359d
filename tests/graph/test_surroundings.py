"""What is read around two names gives the same walks as the whole network does."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import pytest
from policygraph.benchmarks.graphs import build_quads
from policygraph.graph.network import paths
from policygraph.graph.network.network import Network, build_network, find_entities
from policygraph.graph.network.network_records import Basis
from policygraph.graph.network.paths import STATED, Step, find_connections, find_near, find_neighbours, find_paths
from policygraph.graph.network.surroundings import Surroundings
from policygraph.graph.network.ties import COST, Ties, build_ties
from policygraph.graph.storage.change import Change
from policygraph.graph.storage.store import GraphStore, open_for_reading, open_for_writing


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    """A store of 40 generated letters."""
    path = tmp_path_factory.mktemp("surroundings") / "store"
    with open_for_writing(path) as opened:
        opened.apply(Change(add=tuple(build_quads(40))))
    with open_for_reading(path) as opened:
        yield opened


@pytest.fixture(scope="module")
def network(store: GraphStore) -> Network:
    return build_network(store, STATED, evidence=False)


def find_keys(network: Network) -> list[str]:
    return [node.key for node in find_entities(network)][::16]


def to_cost(ties: Ties, path: Sequence[Step]) -> float:
    return round(sum(float(ties.edges[step.start.key, step.end.key][COST]) for step in path), 9)


def to_line(step: Step) -> tuple[object, ...]:
    return step.start.key, step.start.name, step.end.key, step.end.name, step.edge, step.more, step.distance


def test_the_same_connections_are_found(store: GraphStore, network: Network) -> None:
    ties, keys = build_ties(network), find_keys(network)
    mentions = build_network(store, (*STATED, Basis.MENTION), evidence=False)
    mention_ties = build_ties(mentions)
    for one in keys:
        for other in keys:
            found = find_connections(store, one, other)
            whole, known = (mentions, mention_ties) if found.with_mentions else (network, ties)
            expected = find_paths(whole, known, one, other)
            # Which of those that cost the same come first is left open.
            assert [to_cost(known, path) for path in found.paths] == [to_cost(known, path) for path in expected]
            steps = {(step.start.key, step.end.key): to_line(step)[:-1] for path in expected for step in path}
            for step in (step for path in found.paths for step in path):
                assert to_line(step)[:-1] == steps.get((step.start.key, step.end.key), to_line(step)[:-1])


@pytest.mark.parametrize("depth", [1, 2, 3])
def test_the_same_neighbours_are_found(store: GraphStore, network: Network, depth: int) -> None:
    ties = build_ties(network)
    for key in find_keys(network):
        near = find_near(store, key, depth, most=10_000)
        assert near.is_whole
        assert list(map(to_line, near.steps)) == list(map(to_line, find_neighbours(network, ties, key, depth)))


def test_what_is_further_away_is_not_read_once_there_is_enough(store: GraphStore, network: Network) -> None:
    key = max(find_keys(network), key=lambda each: len(find_near(store, each, 1, most=1).steps))
    near = find_near(store, key, 3, most=2)
    assert not near.is_whole
    assert {step.distance for step in near.steps} == {1}


def test_a_search_that_has_found_a_connection_ends(
    store: GraphStore, network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = find_keys(network)
    pairs = [(one, other) for one in keys for other in keys if one != other]
    monkeypatch.setattr(paths, "_AT_ONCE", 1)
    monkeypatch.setattr(paths, "_ENOUGH", 4)
    monkeypatch.setattr(paths, "_MOST_OPENED", 30)
    for one, other in pairs:
        first, second = (find_connections(store, one, other) for _ in range(2))
        assert first.paths == second.paths
        for path in first.paths:
            assert (path[0].start.key, path[-1].end.key) == (one, other)
            assert all(step.end.key == after.start.key for step, after in pairwise(path))


def test_a_store_that_is_far_away_is_read_at_once_with_the_same_result(
    store: GraphStore, network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = find_keys(network)[:4]
    near = [find_connections(store, keys[0], other).paths for other in keys]
    monkeypatch.setattr(GraphStore, "is_remote", True)
    monkeypatch.setattr(Surroundings, "_load_node", None)  # nothing is looked up one by one
    far = [find_connections(store, keys[0], other).paths for other in keys]
    assert [len(each) for each in near] == [len(each) for each in far]
    assert find_near(store, keys[0], 2, most=100).steps
