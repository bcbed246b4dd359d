"""How much a store holds."""

from collections import Counter
from dataclasses import dataclass

from pyoxigraph import NamedNode

from ..model.entity import EntityType
from ..model.identity import is_ask
from ..model.judgement import Standing
from ..model.statement import Polarity
from .quads.description import to_text
from .quads.terms import ASK, COMMITMENT, DERIVED, KIND, PROBLEM, STATEMENT_CLASSES, TYPE
from .storage.store import GraphStore
from .storage.stored_readings import find_letters, load_links


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
    kinds = Counter(to_text(quad.object) for quad in store.find_quads(DERIVED, None, KIND))
    again = sum(len(same.entities) - 1 for same in links.same_asks)
    rejected = sum(one.standing is Standing.REJECTED and is_ask(one.target) for one in links.judged)
    stated = {polarity: _count(store, kind) for polarity, kind in STATEMENT_CLASSES.items()}
    return StoreSummary(
        letters=len(find_letters(store)),
        entities=tuple((kind, kinds[kind]) for kind in EntityType if kinds[kind]),
        facts=stated[Polarity.AFFIRMED],
        denied=stated[Polarity.DENIED] + stated[Polarity.ENDED],
        asks=_count(store, ASK) - again - rejected,
        commitments=_count(store, COMMITMENT),
        problems=_count(store, PROBLEM),
    )


def _count(store: GraphStore, kind: NamedNode) -> int:
    return sum(1 for _ in store.find_quads(None, None, TYPE, kind))
