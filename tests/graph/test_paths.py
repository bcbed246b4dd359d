"""Connections are short and telling: facts before letters, and not through what everything has to do with."""

from itertools import pairwise

from policygraph.graph.network.centrality import find_central
from policygraph.graph.network.network import Network, to_network
from policygraph.graph.network.network_records import Basis, EntityNode, LetterNode, Link, NetworkEdge
from policygraph.graph.network.paths import find_neighbours, find_paths, passes_country
from policygraph.graph.network.ties import build_ties
from policygraph.model.entity import EntityType
from policygraph.model.statement import Predicate


def make_entity(name: str, kind: EntityType = EntityType.ORGANISATION) -> EntityNode:
    return EntityNode(key=name, type=kind, name=name, members=(name,))


def make_letter(name: str) -> LetterNode:
    return LetterNode(key=name, name=name, date=None, subject=None, references=(), source=f"{name}.txt")


def state(source: str, target: str, key: str = "") -> NetworkEdge:
    return NetworkEdge(
        source=source,
        target=target,
        key=key or f"{source} {target}",
        basis=Basis.STATEMENT,
        predicate=Predicate.RUNS,
        letter="a letter",
        rule="template",
    )


def link(letter: str, target: str, predicate: Link) -> NetworkEdge:
    basis = Basis.MENTION if predicate is Link.MENTIONS else Basis.CORRESPONDENCE
    return NetworkEdge(
        source=letter, target=target, key=predicate.value, basis=basis, predicate=predicate, letter=letter
    )


def walk(network: Network, one: str, other: str) -> list[list[str]]:
    paths = find_paths(network, build_ties(network), one, other)
    return [[path[0].start.key, *(step.end.key for step in path)] for path in paths]


def test_facts_are_followed_in_either_direction_and_the_rest_between_two_is_counted() -> None:
    network = to_network(map(make_entity, "ABC"), [state("A", "B", "1"), state("A", "B", "2"), state("C", "B")])
    ((first, second),) = find_paths(network, build_ties(network), "A", "C")
    assert (first.start.key, first.end.key, first.edge.key, first.more) == ("A", "B", "1", 1)
    assert (second.start.key, second.end.key, second.edge.source) == ("B", "C", "C")


def test_a_fact_or_a_letter_between_two_wins_over_a_letter_that_names_both() -> None:
    nodes: list[EntityNode | LetterNode] = [*map(make_entity, "ABC"), make_letter("L"), make_letter("M")]
    named = [link("L", "A", Link.MENTIONS), link("L", "C", Link.MENTIONS)]
    stated = [state("A", "B"), state("B", "C")]
    assert walk(to_network(nodes, [*named, *stated]), "A", "C")[0] == ["A", "B", "C"]
    wrote = [link("M", "A", Link.SENT_BY), link("M", "C", Link.SENT_TO)]
    assert walk(to_network(nodes, [*named, *wrote]), "A", "C")[0] == ["A", "C"]
    assert walk(to_network(nodes, named), "A", "C") == [["A", "L", "C"]]


def test_a_country_and_what_everything_is_connected_with_lose_against_a_longer_way() -> None:
    country = make_entity("UK", EntityType.COUNTRY)
    over_country = [state("A", "UK"), state("UK", "D")]
    longer = [state("A", "B"), state("B", "C"), state("C", "D")]
    nodes = [*map(make_entity, "ABCD"), country]
    assert walk(to_network(nodes, [*over_country, *longer]), "A", "D")[0] == ["A", "B", "C", "D"]
    many = [make_entity(f"other {number}") for number in range(200)]
    over_hub = [state("A", "Hub"), state("Hub", "D"), *(state("Hub", other.key) for other in many)]
    hub = to_network([*map(make_entity, "ABCD"), make_entity("Hub"), *many], [*over_hub, *longer])
    assert walk(hub, "A", "D")[0] == ["A", "B", "C", "D"]
    only = to_network(nodes, over_country)
    (path,) = find_paths(only, build_ties(only), "A", "D")
    assert passes_country(path)


def test_at_most_three_connections_are_given_none_over_the_same_entities_and_none_much_worse() -> None:
    middles = [f"M{number}" for number in range(5)]
    edges = [edge for middle in middles for edge in (state("A", middle), state(middle, "Z"))]
    nodes: list[EntityNode | LetterNode] = [make_entity(name) for name in ("A", "Z", *middles)]
    assert walk(to_network(nodes, edges), "A", "Z") == [["A", "M0", "Z"], ["A", "M1", "Z"], ["A", "M2", "Z"]]
    far = [state("A", "Z"), *(state(*ends) for ends in pairwise(["A", *middles, "Z"]))]
    assert walk(to_network(nodes, far), "A", "Z") == [["A", "Z"]]
    letters = [make_letter(name) for name in ("L1", "L2", "L3")]
    named = [link(letter.key, end, Link.MENTIONS) for letter in letters for end in "AZ"]
    assert walk(to_network([*nodes, *letters], named), "A", "Z") == [["A", "L1", "Z"]]


def test_no_connection_leaves_a_letter_and_comes_back_to_it() -> None:
    nodes: list[EntityNode | LetterNode] = [*map(make_entity, "ABC"), make_letter("L")]
    edges = [link("L", "A", Link.SENT_BY), link("L", "B", Link.SENT_TO), link("L", "C", Link.MENTIONS)]
    assert walk(to_network(nodes, edges), "A", "C") == [["A", "L", "C"]]


def test_what_nothing_connects_has_no_connection() -> None:
    network = to_network(map(make_entity, "ABC"), [state("A", "B")])
    assert walk(network, "A", "C") == walk(network, "A", "A") == []


def test_neighbours_come_by_distance_each_once_and_not_through_a_country() -> None:
    country = make_entity("UK", EntityType.COUNTRY)
    edges = [state("A", "B"), state("B", "C"), state("A", "UK"), state("UK", "X"), state("C", "A"), state("C", "D")]
    network = to_network([*map(make_entity, "ABCDX"), country], edges)
    steps = find_neighbours(network, build_ties(network), "A", 2)
    assert [(step.distance, step.end.key) for step in steps] == [(1, "B"), (1, "C"), (1, "UK"), (2, "D")]
    assert steps[-1].start.key == "C"
    assert find_neighbours(network, build_ties(network), "nobody", 2) == []


def test_the_one_over_whom_all_connections_lead_is_the_most_central() -> None:
    edges = [*(state("Hub", end) for end in "ABCD"), state("A", "Scheme"), state("Scheme", "B")]
    nodes = [*map(make_entity, "ABCD"), make_entity("Hub"), make_entity("Scheme", EntityType.SCHEME)]
    network = to_network(nodes, edges)
    found = find_central(network)
    assert [(each.actor.key, each.share, each.ties) for each in found.standings] == [("Hub", 1.0, 4)]
    assert (found.actors, found.sample) == (5, None)


def test_the_centrality_of_very_many_is_estimated_and_says_so_the_same_each_time() -> None:
    names = [f"actor {number:03}" for number in range(450)]
    network = to_network(map(make_entity, names), [state(*ends) for ends in pairwise(names)])
    first, second = (find_central(network) for _ in range(2))
    assert first == second
    assert first.sample == 400
    assert "actor 2" in first.standings[0].actor.key
