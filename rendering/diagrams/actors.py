"""The actors around something: who asks, runs, funds, supports and opposes it, and what it does itself."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ...graph.network.corpus import Corpus
from ...graph.network.network import find_edges
from ...graph.network.network_records import Basis, EntityNode, Link, NetworkEdge
from ...model.errors import DiagramError
from ...model.position import Stance
from ...model.statement import Predicate
from ...resolution.wording import join_words
from ..source_notes import SourceNotes
from .diagram import Arrangement, Diagram, Lane
from .gathering import gather_alike
from .relations import Relation, find_asks_about, find_relations, to_edge, to_node
from .selection import keep_clearest, keep_strongest, tell_left_out

_LEFT_OUT_BASES = (Basis.MENTION, Basis.CORRESPONDENCE, Basis.REPLY)
# Through these one sees behind an actor: who holds the office, and whose office it is.
_BEHIND = (Predicate.HOLDS_OFFICE, Predicate.OFFICE_IN)
# In this order roles stand below each other.
_ROLES = (
    *(Link.ASKS, Predicate.RUNS, Predicate.FUNDS, Link.PROMISES, Link.PROMISES_TO),
    *(Predicate.SUPPORTS, Stance.SUPPORTS, Stance.WELCOMES),
    *(Stance.CONCERNED, Stance.DISAGREES, Stance.OPPOSES, Predicate.OPPOSES, Predicate.PARTNERS_WITH),
)
_ARROWS_A_BOX = 1.5
_LANES = ("behind left", "left", "middle", "right", "behind right")


def build_actors(corpus: Corpus, focus: Sequence[EntityNode], notes: SourceNotes, most: int) -> Diagram:
    """Return the diagram around one or several things, of at most `most` boxes.

    What acts on them stands to the left, what they act on to the right; behind an office its holder and its body.

    Raises:
        DiagramError: nothing is known of what is done.
    """
    centre = {entity.key for entity in focus}
    near = [edge for key in sorted(centre) for edge in find_edges(corpus.network, key) if _is_role(edge)]
    found = [*find_relations(corpus, near), *find_asks_about(corpus, centre)]
    about = join_words([entity.name for entity in focus])
    if not found:
        raise DiagramError(f"{about}: no letter says who does what here. `policygraph show` has what is known.")
    names = {key: corpus.get_entity(key).name for key in _find_ends(found)}
    relations, labels = gather_alike(found, centre, names)
    around = _find_ends(relations) - centre
    further = find_relations(corpus, _find_behind(corpus, around - set(labels), centre))
    names |= {key: corpus.get_entity(key).name for key in _find_ends(further)} | labels
    kept = centre | keep_strongest(_weigh(relations, centre), most - len(centre), names)
    beyond = _weigh([one for one in further if kept & {one.source, one.target}], kept)
    kept |= keep_strongest(beyond, most - len(kept), names)
    shown = keep_clearest(
        [one for one in (*relations, *further) if {one.source, one.target} <= kept], round(_ARROWS_A_BOX * most)
    )
    kept = centre | _find_ends(shown)
    lanes = _find_lanes(shown, centre)
    ordered = sorted(kept, key=lambda key: (_rank(key, near), names[key], key))
    nodes = [to_node(corpus, key, lane=lanes[key], is_focus=key in centre) for key in ordered]
    return Diagram(
        title=f"{about}: who does what",
        arrangement=Arrangement.NETWORK,
        newest=corpus.newest,
        nodes=tuple(replace(node, label=names[node.id]) for node in nodes),
        edges=tuple(to_edge(relation, notes) for relation in _order(shown, ordered)),
        notes=notes.notes,
        lanes=tuple(Lane(id=lane) for lane in _LANES),
        remarks=tell_left_out([names[key] for key in around - kept], "actor", "`policygraph show` names them all."),
    )


def _find_behind(corpus: Corpus, around: set[str], centre: set[str]) -> list[NetworkEdge]:
    return [edge for key in sorted(around) for edge in find_edges(corpus.network, key) if _is_behind(edge, key, centre)]


def _is_role(edge: NetworkEdge) -> bool:
    return edge.basis not in _LEFT_OUT_BASES and edge.predicate is not Link.COUNTRY


def _is_behind(edge: NetworkEdge, key: str, centre: set[str]) -> bool:
    """Tell whether an edge of an actor shows who holds its office or whose office it is."""
    is_centre = edge.source in centre or edge.target in centre
    is_own = edge.target == key if edge.predicate is Predicate.HOLDS_OFFICE else edge.source == key
    return edge.predicate in _BEHIND and is_own and not is_centre


def _find_ends(relations: Iterable[Relation]) -> set[str]:
    return {end for relation in relations for end in (relation.source, relation.target)}


def _weigh(relations: Iterable[Relation], known: set[str]) -> dict[str, float]:
    """Return how often each node that is not known is joined; what only the vocabulary says counts little."""
    weights: Counter[str] = Counter()
    for relation in relations:
        for end in {relation.source, relation.target} - known:
            weights[end] += relation.times + 1
    return dict(weights)


def _find_lanes(relations: Sequence[Relation], centre: set[str]) -> dict[str, str]:
    """Return the lane of each node: by the direction of the edge that joins it to the middle or a neighbour."""
    lanes = dict.fromkeys(centre, "middle")
    for relation in relations:
        if relation.target in centre:
            lanes.setdefault(relation.source, "left")
    for relation in relations:
        if relation.source in centre:
            lanes.setdefault(relation.target, "right")
    for relation in relations:
        for end, other in ((relation.source, relation.target), (relation.target, relation.source)):
            if end in lanes and lanes[end] in ("left", "right") and other not in lanes:
                lanes[other] = f"behind {lanes[end]}"
    return lanes


def _rank(key: str, edges: Sequence[NetworkEdge]) -> int:
    roles = [
        _ROLES.index(edge.predicate) for edge in edges if key in (edge.source, edge.target) and edge.predicate in _ROLES
    ]
    return min(roles, default=len(_ROLES))


def _order(relations: Iterable[Relation], ordered: Sequence[str]) -> list[Relation]:
    places = {key: place for place, key in enumerate(ordered)}
    return sorted(relations, key=lambda one: (places[one.source], places[one.target], one.words))
