"""The layers of an instrument: from the treaty over article, law and scheme to the body and its country."""

from collections.abc import Iterator, Sequence

from ...graph.network.corpus import Corpus
from ...graph.network.network import find_edges
from ...graph.network.network_records import Basis, EntityNode, Link, NetworkEdge
from ...model.entity import EntityType
from ...model.errors import DiagramError
from ...model.statement import Predicate
from ...resolution.wording import join_words
from ..source_notes import SourceNotes
from .diagram import Arrangement, Diagram, Lane
from .relations import Relation, find_relations, to_edge, to_node
from .selection import keep_clearest, keep_strongest, tell_left_out

_LAYERS = {
    EntityType.TREATY: "Treaties",
    EntityType.PROVISION: "Articles and sections",
    EntityType.LEGISLATION: "Laws",
    EntityType.SCHEME: "Schemes and documents",
    EntityType.DOCUMENT: "Schemes and documents",
    EntityType.ORGANISATION: "Bodies and offices",
    EntityType.OFFICE: "Bodies and offices",
    EntityType.COUNTRY: "Countries",
}
_LANES = tuple(Lane(id=heading, heading=heading) for heading in dict.fromkeys(_LAYERS.values()))
_RELATIONS = (
    *(Predicate.PART_OF, Predicate.BASED_ON, Predicate.RUNS, Predicate.FUNDS, Predicate.OPERATES_IN),
    *(Predicate.PARTY_TO, Predicate.MEMBER_OF, Predicate.SUPPORTS, Predicate.OPPOSES, Link.COUNTRY),
)
_FARTHEST = 3


def build_instrument(corpus: Corpus, focus: Sequence[EntityNode], notes: SourceNotes, most: int) -> Diagram:
    """Return the diagram of what is at most three steps away from the focus, or of everything without one.

    It has at most `most` boxes and as many arrows.

    Raises:
        DiagramError: nothing joins them.
    """
    centre = {entity.key for entity in focus}
    distances = _find_distances(corpus, centre)
    names = {key: corpus.get_entity(key).name for key in distances}
    strength = {key: _count_stated(corpus, key) - 100.0 * far for key, far in distances.items()}
    strongest = centre | keep_strongest(strength, most, names)
    relations = keep_clearest(_find_between(corpus, strongest), most)
    kept = centre | {end for relation in relations for end in (relation.source, relation.target)}
    nodes = [to_node(corpus, key, lane=_LAYERS[corpus.get_entity(key).type], is_focus=key in centre) for key in kept]
    order = {lane: number for number, lane in enumerate(dict.fromkeys(_LAYERS.values()))}
    nodes.sort(key=lambda node: (order[node.lane], not node.is_focus, node.kind, node.label, node.id))
    if not relations:
        raise DiagramError("No letter says how a law, a scheme and a body belong together here.")
    about = join_words([entity.name for entity in focus]) if focus else "All letters"
    return Diagram(
        title=f"{about}: from treaty and law to scheme, body and country",
        arrangement=Arrangement.NETWORK,
        newest=corpus.newest,
        nodes=tuple(nodes),
        edges=tuple(to_edge(relation, notes) for relation in relations),
        notes=notes.notes,
        lanes=_LANES,
        remarks=tell_left_out(
            [names[key] for key in set(distances) - kept], "thing", "Name one of them to see what is around it."
        ),
    )


def _find_distances(corpus: Corpus, centre: set[str]) -> dict[str, int]:
    """Return how many steps away each node of the layers is; countries, where everything meets, are not passed."""
    if not centre:
        edges = (edge for edge in find_edges(corpus.network) if edge.basis is Basis.STATEMENT)
        joined = {end for edge in edges if _is_layer_edge(corpus, edge) for end in (edge.source, edge.target)}
        return dict.fromkeys(sorted(joined), 0)
    distances = dict.fromkeys(sorted(centre), 0)
    queue = list(distances)
    for key in queue:
        if distances[key] == _FARTHEST or (corpus.get_entity(key).type is EntityType.COUNTRY and key not in centre):
            continue
        for edge in _find_layer_edges(corpus, key):
            other = edge.target if edge.source == key else edge.source
            if other not in distances:
                distances[other] = distances[key] + 1
                queue.append(other)
    return distances


def _count_stated(corpus: Corpus, key: str) -> int:
    return sum(edge.basis is Basis.STATEMENT for edge in _find_layer_edges(corpus, key))


def _find_between(corpus: Corpus, keys: set[str]) -> list[Relation]:
    """Return what joins some nodes to each other."""
    edges = {edge for key in keys for edge in _find_layer_edges(corpus, key) if {edge.source, edge.target} <= keys}
    return find_relations(corpus, sorted(edges, key=lambda edge: (edge.source, edge.target, edge.key)))


def _find_layer_edges(corpus: Corpus, key: str) -> Iterator[NetworkEdge]:
    return (edge for edge in find_edges(corpus.network, key) if _is_layer_edge(corpus, edge))


def _is_layer_edge(corpus: Corpus, edge: NetworkEdge) -> bool:
    """Tell whether an edge joins two layers. The country of a law or scheme goes without saying, a body's does not."""
    if edge.basis not in (Basis.STATEMENT, Basis.BACKGROUND) or edge.predicate not in _RELATIONS:
        return False
    types = [corpus.get_entity(end).type for end in (edge.source, edge.target)]
    return (
        types[0] is EntityType.ORGANISATION
        if edge.predicate is Link.COUNTRY
        else all(kind in _LAYERS for kind in types)
    )
