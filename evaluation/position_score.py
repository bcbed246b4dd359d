"""The positions of a letter against gold: whether each is found, and whose it is."""

from collections.abc import Iterator, Sequence

from ..model.entity import Entity
from ..model.position import Position
from .agreement import is_agreed, to_form, to_found_forms
from .gold import GoldLetter, GoldPosition
from .pairing import pair_off
from .passage_agreement import is_same_passage
from .score import Fault, Score

POSITION_MEASURES = ("position", "position holder")


def score_positions(
    gold: GoldLetter, found: Sequence[Position], entities: Sequence[Entity], others: Sequence[Position]
) -> Iterator[tuple[str, Score]]:
    """Yield the measures with scores; all of `others` are false. Nothing where positions are not annotated.

    A position counts if stance and passage agree. Its holder, of those found, is right if one of the found ones is
    the annotated entity.
    """
    if gold.positions is None:
        return
    held = {entity.iri: entity for entity in entities}
    pairs = pair_off(gold.positions, found, is_same_position)
    used = set(pairs.values())
    for place, wanted in enumerate(gold.positions):
        fault = Fault(letter=gold.name, words=f"{wanted.stance}: {wanted.text}")
        yield "position", Score(right=1) if place in pairs else Score(missed=(fault,))
        if place in pairs:
            holders = [held[iri] for iri in found[pairs[place]].by if iri in held]
            yield "position holder", _score_holder(gold, wanted, holders)
    surplus = [position for place, position in enumerate(found) if place not in used]
    for position in (*surplus, *others):
        fault = Fault(letter=gold.name, words=f"{position.stance.value}: {position.text}")
        yield "position", Score(false=(fault,))


def is_same_position(gold: GoldPosition, position: Position) -> bool:
    """Tell whether a found position is the annotated one."""
    return gold.stance == position.stance.value and is_same_passage(gold.text, position.text)


def _score_holder(gold: GoldLetter, wanted: GoldPosition, holders: Sequence[Entity]) -> Score:
    if not wanted.by:
        return Score()
    named = [each for each in gold.entities or () if wanted.by in each.forms]
    form = to_form(wanted.by)
    if any(is_agreed(each, holder) for each in named for holder in holders) or any(
        form in to_found_forms(holder) for holder in holders
    ):
        return Score(right=1)
    return Score(
        missed=(Fault(letter=gold.name, words=wanted.by),),
        false=tuple(Fault(letter=gold.name, words=holder.name) for holder in holders),
    )
