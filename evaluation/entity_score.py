"""The entities of a letter against gold: a score for each type."""

from collections.abc import Iterator, Sequence

from ..model.entity import Entity
from .agreement import is_agreed
from .gold import GoldLetter
from .pairing import pair_off
from .score import Fault, Score


def score_entities(gold: GoldLetter, found: Sequence[Entity], others: Sequence[Entity]) -> Iterator[tuple[str, Score]]:
    """Yield types with scores, one for each entity; all of `others` are false.

    A second find of what is found already is false: the graph would hold one thing twice. A letter without gold
    entities is not scored.
    """
    if gold.entities is None:
        return
    pairs = pair_off(gold.entities, found, is_agreed)
    used = set(pairs.values())
    for place, wanted in enumerate(gold.entities):
        fault = Fault(letter=gold.name, words=wanted.name)
        yield wanted.type, Score(right=1) if place in pairs else Score(missed=(fault,))
    surplus = [entity for place, entity in enumerate(found) if place not in used]
    for entity in (*surplus, *others):
        yield entity.type.value, Score(false=(Fault(letter=gold.name, words=entity.name),))
