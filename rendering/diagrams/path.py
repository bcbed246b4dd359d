"""How two actors or instruments are joined: the shortest ways through what letters say."""

from collections.abc import Sequence
from itertools import islice, pairwise

import networkx

from ...graph.network.corpus import Corpus
from ...graph.network.network import find_edges, get_node
from ...graph.network.network_records import Basis, EntityNode, LetterNode, Link, NetworkEdge
from ...model.errors import DiagramError
from ..phrases import render_date
from ..source_notes import SourceNotes
from .diagram import Arrangement, Diagram, Lane, Node, NodeKind
from .relations import find_relations, to_edge, to_node

_MOST_WAYS = 3


def build_path(corpus: Corpus, focus: Sequence[EntityNode], notes: SourceNotes, most: int) -> Diagram:
    """Return the diagram of the shortest ways between two things, at most three, and of about `most` boxes.

    What letters say comes first; what only the vocabulary knows, and then that a letter names both, is taken where
    nothing else joins them.

    Raises:
        DiagramError: nothing joins them, or they are one.
    """
    start, end = focus
    if start.key == end.key:
        raise DiagramError(f"{start.name}: both names mean this. Name two different things.")
    ways = _find_ways(corpus, start.key, end.key)
    if not ways:
        raise DiagramError(f"Nothing in the letters joins {start.name} and {end.name}.")
    ways = ways[: max(most // len(ways[0]), 1)]
    steps = {step for way in ways for step in pairwise(way)}
    pairs = steps | {(other, one) for one, other in steps}
    ordered = list(dict.fromkeys(key for way in ways for key in way))
    edges = [edge for key in ordered for edge in find_edges(corpus.network, key) if (edge.source, edge.target) in pairs]
    unique = {(edge.source, edge.target, edge.key): edge for edge in edges}
    # That a letter names whom it goes to needs no arrow of its own.
    told = {(edge.source, edge.target) for edge in unique.values() if edge.basis is not Basis.MENTION}
    shown = [one for one in unique.values() if one.basis is not Basis.MENTION or (one.source, one.target) not in told]
    places = {key: place for way in ways for place, key in enumerate(way)}
    return Diagram(
        title=f"How {start.name} and {end.name} are joined",
        arrangement=Arrangement.NETWORK,
        newest=corpus.newest,
        nodes=tuple(_to_node(corpus, key, f"{places[key]}", {start.key, end.key}) for key in ordered),
        edges=tuple(to_edge(relation, notes) for relation in find_relations(corpus, shown)),
        notes=notes.notes,
        lanes=tuple(Lane(id=f"{place}") for place in range(max(places.values()) + 1)),
    )


def _find_ways(corpus: Corpus, start: str, end: str) -> list[list[str]]:
    """Return the shortest ways by the strongest word that joins the two at all."""
    for is_step in (_is_word, _is_known, _is_any):
        graph: networkx.Graph[str] = networkx.Graph()
        graph.add_nodes_from((start, end))
        graph.add_edges_from((edge.source, edge.target) for edge in find_edges(corpus.network) if is_step(edge))
        if networkx.has_path(graph, start, end):
            return list(islice(networkx.all_shortest_paths(graph, start, end), _MOST_WAYS))
    return []


def _is_word(edge: NetworkEdge) -> bool:
    return edge.basis not in (Basis.MENTION, Basis.BACKGROUND)


def _is_known(edge: NetworkEdge) -> bool:
    return edge.basis is not Basis.MENTION and edge.predicate is not Link.COUNTRY


def _is_any(edge: NetworkEdge) -> bool:
    return True


def _to_node(corpus: Corpus, key: str, lane: str, ends: set[str]) -> Node:
    node = get_node(corpus.network, key)
    if not isinstance(node, LetterNode):
        return to_node(corpus, key, lane=lane, is_focus=key in ends)
    label = f"letter of {render_date(node.date)}" if node.date else "letter without a date"
    detail = corpus.quoter.find_parties(key).replace(" → ", " to ")
    return Node(id=key, kind=NodeKind.LETTER, label=label, detail=detail, lane=lane)
