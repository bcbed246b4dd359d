"""The letters and what they name as a network: the one view that paths, tables, the page and diagrams share.

It is read from a store and never kept: entities that are one over all letters are one node, each affirmed statement
is an edge of its own, and so are who wrote to whom, what is mentioned, and what follows from asks, commitments and
positions. Nodes and edges carry records (`network_records.py`); nobody but this module knows where.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import TYPE_CHECKING

import networkx

from ...model.entity import EntityType
from ..storage.store import GraphStore
from .edge_source import WholeStore
from .network_edges import load_edges
from .network_nodes import load_background_nodes, load_entity_nodes, load_letter_nodes
from .network_records import Basis, EntityNode, LetterNode, NetworkEdge

if TYPE_CHECKING:
    Network = networkx.MultiDiGraph[str]
else:
    Network = networkx.MultiDiGraph

_NODE = "node"
_LOAD = "load"
_FIND_KIND = "find kind"
_EDGE = "edge"


def build_network(store: GraphStore, bases: Collection[Basis] = tuple(Basis), *, evidence: bool = True) -> Network:
    """Return the network of a store: nodes by the IRI of entity or letter, edges by `NetworkEdge.key`.

    `bases` are what edges may rest on; without `evidence`, whose reading takes half of the time, no edge has any.
    Nodes and edges come in the order of their keys, the same on every run.
    """
    entities = load_entity_nodes(store)
    background = load_background_nodes(store) if Basis.BACKGROUND in bases else {}
    nodes: dict[str, EntityNode | LetterNode] = {**load_letter_nodes(store, entities), **entities.nodes}
    edges = list(load_edges(store, WholeStore(store, entities.keys), bases, evidence=evidence))
    for edge in edges:
        if edge.target in background and edge.target not in nodes:
            nodes[edge.target] = background[edge.target]
    return to_network(nodes.values(), (edge for edge in edges if edge.target in nodes))


def to_network(nodes: Iterable[EntityNode | LetterNode], edges: Iterable[NetworkEdge]) -> Network:
    """Return a network of these nodes and edges, in the order of their keys."""
    network: Network = networkx.MultiDiGraph()
    network.add_nodes_from((node.key, {_NODE: node}) for node in sorted(nodes, key=lambda node: node.key))
    add_edges(network, edges)
    return network


def open_network(
    find_kind: Callable[[str], EntityType | None], load_node: Callable[[str], EntityNode | LetterNode]
) -> Network:
    """Return an empty network, into which edges come; the record of a node is loaded when somebody asks for it."""
    network: Network = networkx.MultiDiGraph()
    network.graph.update({_FIND_KIND: find_kind, _LOAD: load_node})
    return network


def add_edges(network: Network, edges: Iterable[NetworkEdge]) -> None:
    """Put edges into a network, in the order of their keys."""
    for edge in sorted(edges, key=lambda edge: (edge.source, edge.target, edge.key)):
        network.add_edge(edge.source, edge.target, edge.key, **{_EDGE: edge})


def get_node(network: Network, key: str) -> EntityNode | LetterNode:
    """Return the record of a node; raise KeyError when there is none."""
    attributes = network.nodes[key]
    if _NODE not in attributes:
        attributes[_NODE] = network.graph[_LOAD](key)
    node: EntityNode | LetterNode = attributes[_NODE]
    return node


def get_kind(network: Network, key: str) -> EntityType | None:
    """Return what an entity is, None for a letter; raise KeyError when there is no such node."""
    node = network.nodes[key].get(_NODE)
    if node is None:
        found: EntityType | None = network.graph[_FIND_KIND](key)
        return found
    return node.type if isinstance(node, EntityNode) else None


def find_entities(network: Network) -> Iterator[EntityNode]:
    """Yield the entities in the order of their keys."""
    return (node for node in _find_nodes(network) if isinstance(node, EntityNode))


def find_letters(network: Network) -> Iterator[LetterNode]:
    """Yield the letters in the order of their keys."""
    return (node for node in _find_nodes(network) if isinstance(node, LetterNode))


def find_edges(network: Network, key: str | None = None) -> Iterator[NetworkEdge]:
    """Yield all edges in the order of source, target and key, or those from and then those to one node."""
    if key is None:
        yield from _to_records(network.edges(data=True))
    else:
        yield from _to_records(network.out_edges(key, data=True))
        yield from _to_records(end for end in network.in_edges(key, data=True) if end[0] != key)


def _find_nodes(network: Network) -> Iterator[EntityNode | LetterNode]:
    return (get_node(network, key) for key in network)


def _to_records(edges: Iterable[tuple[str, str, dict[str, NetworkEdge]]]) -> Iterator[NetworkEdge]:
    return (data[_EDGE] for _, _, data in edges)
