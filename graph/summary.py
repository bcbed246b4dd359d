"""How much a store holds."""

from collections import Counter
from dataclasses import dataclass

from ..model.entity import EntityType
from ..model.statement import Polarity
from .description import to_text
from .same_entities import find_groups
from .store import GraphStore
from .stored_readings import find_letters, load_links
from .terms import ENTITY_CLASSES, PROBLEM, STATEMENT_CLASSES, TYPE


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreSummary:
    """Numbers: letters, entities by type (one that several letters name counts once), facts, problems."""

    letters: int
    entities: tuple[tuple[EntityType, int], ...]
    facts: int
    denied: int
    problems: int


def find_summary(store: GraphStore) -> StoreSummary:
    """Count what the store holds."""
    groups = find_groups(load_links(store).same)
    entities: Counter[EntityType] = Counter()
    letters = set(find_letters(store))
    for kind, entity_class in ENTITY_CLASSES.items():
        quads = store.find_quads(None, None, TYPE, entity_class)
        # The vocabulary types its entries in the same way; only what a letter names counts.
        iris = {to_text(quad.subject) for quad in quads if to_text(quad.graph_name) in letters}
        entities[kind] = len({min(groups.get(iri, {iri})) for iri in iris})
    stated = {
        polarity: sum(1 for _ in store.find_quads(None, None, TYPE, kind))
        for polarity, kind in STATEMENT_CLASSES.items()
    }
    return StoreSummary(
        letters=len(letters),
        entities=tuple((kind, number) for kind, number in entities.items() if number),
        facts=stated[Polarity.AFFIRMED],
        denied=stated[Polarity.DENIED] + stated[Polarity.ENDED],
        problems=sum(1 for _ in store.find_quads(None, None, TYPE, PROBLEM)),
    )
