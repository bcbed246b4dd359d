"""Gold against extraction: every measure over annotated letters."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass

from ..graph.loading.source_reading import SourceReading, read_sources
from ..model.entity import EntityType
from ..model.errors import SourceError
from ..model.reading import Reading
from ..model.reading_options import RULES_ALONE, ReadingOptions
from ..model.statement import Predicate
from .ask_score import SPEECH_MEASURES, score_speech
from .entity_score import score_entities
from .figure_score import FIGURE_MEASURES, score_figures
from .gold import GoldLetter
from .gold_check import find_gold_faults
from .header_score import HEADER_FIELDS, score_header
from .position_score import POSITION_MEASURES, score_positions
from .relation_score import score_relations, to_rule_record
from .score import RuleRecord, Score

MEASURES: Mapping[str, tuple[str, ...]] = {
    "Header fields": HEADER_FIELDS,
    "Entities": tuple(EntityType),
    "Relations": tuple(Predicate),
    "Asks and commitments": SPEECH_MEASURES,
    "Positions and figures": (*POSITION_MEASURES, *FIGURE_MEASURES),
}
"""The measures by group."""

SUMMARY: Mapping[str, tuple[str, ...]] = {
    "entities": MEASURES["Entities"],
    "header names and dates": ("sender name", "recipient name", "date"),
    "header fields": MEASURES["Header fields"],
    "relations": MEASURES["Relations"],
    "asks": SPEECH_MEASURES[:1],
    "commitments": SPEECH_MEASURES[1:],
}
"""The summary lines, each with the measures that it adds up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """The scores of `letters` letters by measure, the record of each rule, and what was wrong.

    `left_out` counts letters whose annotation is not complete. `errors` are letters that could not be read
    (their gold is missed), `gold_faults` slips in the annotation.
    """

    letters: int
    left_out: int
    scores: Mapping[str, Score]
    rules: Mapping[str, RuleRecord]
    errors: tuple[SourceError, ...]
    gold_faults: tuple[str, ...]

    def sum_up(self, line: str) -> Score:
        """Return the score of one line of `SUMMARY`."""
        return sum((self.scores[measure] for measure in SUMMARY[line]), Score())


def evaluate(
    gold: Sequence[GoldLetter],
    *,
    options: ReadingOptions = RULES_ALONE,
    executor: Executor | None = None,
    on_progress: Callable[[int, int], None] = lambda done, total: None,
) -> Evaluation:
    """Return the scores of reading the letters of `gold` with the installed rules, and as `options` ask for.

    Where a file is split into several letters, the one with most gold mentions is scored; all that the others
    hold counts as false. `executor` reads letters side by side, `on_progress` is told how many are done.
    """
    wanted = [letter for letter in gold if letter.is_complete]
    tally = _Tally()
    on_progress(0, len(wanted))
    results = read_sources([letter.path.as_posix() for letter in wanted], executor, options)
    for done, (letter, result) in enumerate(zip(wanted, results, strict=True), start=1):
        tally.add(letter, result)
        on_progress(done, len(wanted))
    return tally.to_evaluation(letters=len(wanted), left_out=len(gold) - len(wanted))


class _Tally:
    """Scores in the making."""

    def __init__(self) -> None:
        self._scores: dict[str, Score] = {name: Score() for group in MEASURES.values() for name in group}
        self._rules: defaultdict[str, RuleRecord] = defaultdict(RuleRecord)
        self._errors: list[SourceError] = []
        self._faults: list[str] = []

    def add(self, gold: GoldLetter, result: SourceReading | SourceError) -> None:
        """Add what was read of one letter."""
        readings: tuple[Reading, ...] = ()
        if isinstance(result, SourceReading):
            readings = result.readings
            self._faults += find_gold_faults(gold, "\n".join(each.letter.text for each in readings))
        else:
            self._errors.append(result)
        best = max(readings, key=lambda reading: _count_mentions(gold, reading), default=None)
        others = [reading for reading in readings if reading is not best]
        self._add_all(score_header(gold, best.letter if best else None, [other.letter for other in others]))
        self._add_all(
            score_entities(gold, best.entities if best else (), [each for other in others for each in other.entities])
        )
        self._add_all(score_speech(gold, best, others))
        for predicate, score, rule in score_relations(gold, best, others):
            self._add_all([(predicate, score)])
            if rule is not None:
                self._rules[rule] += to_rule_record(score)

        self._add_all(
            score_positions(
                gold,
                best.positions if best else (),
                best.entities if best else (),
                [each for other in others for each in other.positions],
            )
        )
        self._add_all(
            score_figures(gold, best.figures if best else (), [each for other in others for each in other.figures])
        )

    def to_evaluation(self, *, letters: int, left_out: int) -> Evaluation:
        """Return what was added."""
        return Evaluation(
            letters=letters,
            left_out=left_out,
            scores=self._scores,
            rules=dict(sorted(self._rules.items())),
            errors=tuple(self._errors),
            gold_faults=tuple(self._faults),
        )

    def _add_all(self, scores: Iterable[tuple[str, Score]]) -> None:
        for measure, score in scores:
            self._scores[measure] = self._scores.get(measure, Score()) + score


def _count_mentions(gold: GoldLetter, reading: Reading) -> int:
    """Return how many forms of the gold entities stand in the text of a letter."""
    text = " ".join(reading.letter.text.split())
    return sum(form in text for entity in gold.entities or () for form in entity.forms)
