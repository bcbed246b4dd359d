"""The circle of an actor: for a body its offices and who holds them, for an office its holder, and so on."""

from ...model.entity import EntityType
from ...model.statement import Predicate
from .corpus import Corpus
from .network import find_edges

# Who speaks for a body: the offices in it; who speaks as an office: its holder.
_SPEAKERS = {Predicate.OFFICE_IN, Predicate.HOLDS_OFFICE}


def find_circle(corpus: Corpus, key: str) -> frozenset[str]:
    """Return the keys of an actor and of those who speak for it, as letters or the vocabulary say.

    For a body these are its offices and their holders, for an office its holders, for a person the offices it holds.
    """
    circle = {key}
    queue = [key]
    for one in queue:
        for edge in find_edges(corpus.network, one):
            if edge.predicate in _SPEAKERS and edge.target == one and edge.source not in circle:
                circle.add(edge.source)
                queue.append(edge.source)
    if corpus.get_entity(key).type is EntityType.PERSON:
        held = (edge for edge in find_edges(corpus.network, key) if edge.predicate is Predicate.HOLDS_OFFICE)
        circle |= {edge.target for edge in held}
    return frozenset(circle)
