"""The relations of a letter against gold: a score for each predicate, and the record of each rule."""

from collections.abc import Iterable, Iterator, Sequence

from ..model.entity import Entity
from ..model.reading import Reading
from ..model.statement import Polarity, Predicate, Statement
from .agreement import is_agreed, to_form, to_found_forms
from .gold import GoldEntity, GoldLetter, GoldRelation
from .pairing import pair_off
from .score import Fault, RuleRecord, Score

Scored = tuple[str, Score, str | None]
"""A predicate, the score of one relation, and the rule that has found it (None for a miss)."""


def score_relations(gold: GoldLetter, reading: Reading | None, others: Sequence[Reading]) -> Iterator[Scored]:
    """Yield each relation once: right, missed or false; all that `others` affirm is false.

    A relation counts if predicate and both ends agree, each end as an entity does; `partnersWith` has no
    direction. `memberOf` counts neither way where office and body of the person are both given. What a letter
    denies or ends is no relation. One statement serves one gold relation, and a second that says the same is
    false. A letter without gold relations is not scored.
    """
    if gold.relations is None:
        return
    judge = _Judge(gold, reading.entities if reading else ())
    wanted = [relation for relation in _distinct(gold.relations) if not judge.is_implied_in_gold(relation)]
    found = [each for each in _affirmed(reading) if not judge.is_implied(each)]
    pairs = pair_off(wanted, found, judge.is_agreed)
    used = set(pairs.values())
    for place, relation in enumerate(wanted):
        if place in pairs:
            yield relation.predicate, Score(right=1), found[pairs[place]].rule
        else:
            yield relation.predicate, Score(missed=(Fault(letter=gold.name, words=relation.words),)), None
    surplus = [(each, reading) for place, each in enumerate(found) if place not in used]
    for each, holder in [*surplus, *((each, other) for other in others for each in _affirmed(other))]:
        fault = Fault(letter=gold.name, words=_to_words(each, holder.entities if holder else ()))
        yield each.predicate.value, Score(false=(fault,)), each.rule


def to_rule_record(score: Score) -> RuleRecord:
    """Return what the score of one found relation adds to the record of its rule."""
    return RuleRecord(right=score.right, found=score.right + len(score.false))


class _Judge:
    """Compares relations of one letter with the gold of it."""

    def __init__(self, gold: GoldLetter, entities: Iterable[Entity]) -> None:
        self._gold = gold
        self._entities = {entity.iri: entity for entity in entities}
        offices = {
            (each.subject, each.object) for each in gold.relations or () if each.predicate == Predicate.HOLDS_OFFICE
        }
        self._implied = {
            (person, each.object)
            for person, office in offices
            for each in gold.relations or ()
            if each.predicate == Predicate.OFFICE_IN and each.subject == office
        }

    def is_implied_in_gold(self, relation: GoldRelation) -> bool:
        """Tell whether an annotated membership follows from an annotated office and its body."""
        return relation.predicate == Predicate.MEMBER_OF and (relation.subject, relation.object) in self._implied

    def is_implied(self, statement: Statement) -> bool:
        """Tell whether a found membership follows from an annotated office and its body."""
        return statement.predicate is Predicate.MEMBER_OF and any(
            self._is_end(person, statement.subject) and self._is_end(body, statement.object)
            for person, body in self._implied
        )

    def is_agreed(self, relation: GoldRelation, statement: Statement) -> bool:
        """Tell whether a found relation is the annotated one."""
        if relation.predicate != statement.predicate:
            return False
        one, two = statement.subject, statement.object
        straight = self._is_end(relation.subject, one) and self._is_end(relation.object, two)
        crossed = self._is_end(relation.subject, two) and self._is_end(relation.object, one)
        return straight or (statement.predicate is Predicate.PARTNERS_WITH and crossed)

    def _is_end(self, name: str, iri: str) -> bool:
        entity = self._entities[iri]
        named = self._find_named(name)
        if not named:
            return to_form(name) in to_found_forms(entity)
        return any(is_agreed(each, entity) for each in named)

    def _find_named(self, name: str) -> list[GoldEntity]:
        entities = self._gold.entities or ()
        return [each for each in entities if each.name == name] or [each for each in entities if name in each.forms]


def _distinct(relations: Iterable[GoldRelation]) -> list[GoldRelation]:
    """Return the relations without repetition; a partnership annotated in both directions is one."""
    kept: dict[tuple[str, ...], GoldRelation] = {}
    for relation in relations:
        ends = [relation.subject, relation.object]
        if relation.predicate == Predicate.PARTNERS_WITH:
            ends.sort()
        kept.setdefault((relation.predicate, *ends), relation)
    return list(kept.values())


def _affirmed(reading: Reading | None) -> list[Statement]:
    """Return what a reading states; a partnership found in both directions is one."""
    kept: dict[tuple[str, ...], Statement] = {}
    for statement in reading.statements if reading else ():
        if statement.polarity is Polarity.AFFIRMED:
            ends = [statement.subject, statement.object]
            if statement.predicate is Predicate.PARTNERS_WITH:
                ends.sort()
            kept.setdefault((statement.predicate.value, *ends), statement)
    return list(kept.values())


def _to_words(statement: Statement, entities: Sequence[Entity]) -> str:
    names = {entity.iri: entity.name for entity in entities}
    return f"{names[statement.subject]} {statement.predicate.value} {names[statement.object]}"
