"""Gold against extraction: every measure over a folder of annotated letters."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from ..extraction import extract_readings
from ..loaders import load_document
from ..model.errors import SourceError
from ..model.letter import Correspondent
from ..model.reading import Reading
from .agreement import normalise, pair_entities, pair_relations
from .gold import GoldLetter
from .score import Score


@dataclass(slots=True, kw_only=True)
class Evaluation:
    """The scores by measure ("sender name", "person", "relations", …) and by rule (right, found)."""

    scores: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    rules: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    unreadable: list[str] = field(default_factory=list)


def evaluate(gold: Sequence[GoldLetter], on_progress: Callable[[int, int], None] | None = None) -> Evaluation:
    """Return the scores of reading the letters of `gold`.

    Where a file is split into several letters, the one with most gold mentions is scored; the entities and
    relations of the others count as false.
    """
    evaluation = Evaluation()
    for place, letter in enumerate(gold, start=1):
        try:
            readings = extract_readings(load_document(letter.path))
        except SourceError as error:
            evaluation.unreadable.append(str(error))
            readings = ()
        best = max(
            readings, key=lambda reading: len(pair_entities(letter.entities, reading.entities)), default=None
        )
        _score_header(evaluation, letter, best)
        _score_names(evaluation, letter, best, [reading for reading in readings if reading is not best])
        if on_progress is not None:
            on_progress(place, len(gold))
    return evaluation


def _score_header(evaluation: Evaluation, gold: GoldLetter, reading: Reading | None) -> None:
    name = gold.path.stem
    found = reading.letter if reading else None
    for side, wanted, ours in (
        ("sender", gold.senders, found.senders if found else ()),
        ("recipient", gold.recipients, found.recipients if found else ()),
    ):
        for part in ("name", "office", "organisation"):
            _score_sets(evaluation.scores[f"{side} {part}"], name, _values(wanted, part), _values(ours, part))
    _score_sets(evaluation.scores["date"], name, [gold.date], [found.date if found else None])
    _score_sets(evaluation.scores["references"], name, gold.references, found.references if found else ())
    _score_sets(evaluation.scores["subject"], name, [gold.subject], [found.subject if found else None])


def _values(people: Iterable[Correspondent], part: str) -> list[str | None]:
    return [getattr(person, part) for person in people]


def _score_sets(score: Score, name: str, wanted: Iterable[str | None], found: Iterable[str | None]) -> None:
    gold = {normalise(value): value for value in wanted if value}
    ours = {normalise(value): value for value in found if value}
    score.right += len(gold.keys() & ours.keys())
    score.missed.extend((name, gold[key]) for key in sorted(gold.keys() - ours.keys()))
    score.false.extend((name, ours[key]) for key in sorted(ours.keys() - gold.keys()))


def _score_names(
    evaluation: Evaluation, gold: GoldLetter, best: Reading | None, others: Sequence[Reading]
) -> None:
    name = gold.path.stem
    found = best.entities if best else ()
    pairs = pair_entities(gold.entities, found)
    for place, entity in enumerate(gold.entities):
        if place in pairs:
            evaluation.scores[entity.type].right += 1
        else:
            evaluation.scores[entity.type].missed.append((name, entity.name))
    for place, find in enumerate(found):
        if place not in pairs.values():
            evaluation.scores[find.type.value].false.append((name, find.name))
    hit, right, wrong = pair_relations(gold, best.statements if best else (), found)
    names = {entity.iri: entity.name for reading in (best, *others) if reading for entity in reading.entities}
    for place, (subject, predicate, target) in enumerate(gold.relations):
        words = f"{subject} {predicate} {target}"
        if place in hit:
            evaluation.scores["relations"].right += 1
            evaluation.scores[predicate].right += 1
        elif not (predicate == "memberOf" and _has_office(gold, subject, target)):
            evaluation.scores["relations"].missed.append((name, words))
            evaluation.scores[predicate].missed.append((name, words))
    for other in others:
        for entity in other.entities:
            evaluation.scores[entity.type.value].false.append((name, entity.name))
        wrong.extend(other.statements)
    for statement in wrong:
        words = f"{names[statement.subject]} {statement.predicate.value} {names[statement.object]}"
        evaluation.scores["relations"].false.append((name, words))
        evaluation.scores[statement.predicate.value].false.append((name, words))
    for statement in (*right, *wrong):
        evaluation.rules[statement.rule][1] += 1
    for statement in right:
        evaluation.rules[statement.rule][0] += 1


def _has_office(gold: GoldLetter, subject: str, target: str) -> bool:
    """Tell whether office and body of this membership are both given, so that it counts neither way."""
    offices = {
        office
        for person, predicate, office in gold.relations
        if predicate == "holdsOffice" and person == subject
    }
    return any(
        predicate == "officeIn" and office in offices and body == target
        for office, predicate, body in gold.relations
    )
