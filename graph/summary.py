"""How much a store holds."""

from collections import Counter
from dataclasses import dataclass

from pyoxigraph import NamedNode

from ..model.entity import EntityType
from ..model.identity import is_ask
from ..model.judgement import Standing
from ..model.statement import Polarity
from .description import to_text
from .same_entities import find_groups
from .store import GraphStore
from .stored_readings import find_letters, load_links
from .terms import ASK, COMMITMENT, ENTITY_CLASSES, PROBLEM, STATEMENT_CLASSES, TYPE


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreSummary:
    """Numbers: letters, entities by type, facts, asks, commitments, problems.

    An entity that several letters name and an ask that several letters make count once, a rejected ask does not.
    """

    letters: int
    entities: tuple[tuple[EntityType, int], ...]
    facts: int
    denied: int
    asks: int
    commitments: int
    problems: int


def find_summary(store: GraphStore) -> StoreSummary:
    """Count what the store holds."""
    links = load_links(store)
    groups = find_groups(links.same)
    entities: Counter[EntityType] = Counter()
    letters = set(find_letters(store))
    for kind, entity_class in ENTITY_CLASSES.items():
        quads = store.find_quads(None, None, TYPE, entity_class)
        # The vocabulary types its entries in the same way; only what a letter names counts.
        iris = {to_text(quad.subject) for quad in quads if to_text(quad.graph_name) in letters}
        entities[kind] = len({min(groups.get(iri, {iri})) for iri in iris})
    again = sum(len(same.entities) - 1 for same in links.same_asks)
    rejected = sum(one.standing is Standing.REJECTED and is_ask(one.target) for one in links.judged)
    stated = {polarity: _count(store, kind) for polarity, kind in STATEMENT_CLASSES.items()}
    return StoreSummary(
        letters=len(letters),
        entities=tuple((kind, number) for kind, number in entities.items() if number),
        facts=stated[Polarity.AFFIRMED],
        denied=stated[Polarity.DENIED] + stated[Polarity.ENDED],
        asks=_count(store, ASK) - again - rejected,
        commitments=_count(store, COMMITMENT),
        problems=_count(store, PROBLEM),
    )


def _count(store: GraphStore, kind: NamedNode) -> int:
    return sum(1 for _ in store.find_quads(None, None, TYPE, kind))
