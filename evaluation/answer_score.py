"""Threads of gold against what is found: which passages meet an ask, and what became of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt

from ..model.ask import Ask
from ..model.link import AnswerStatus
from .common_run import is_common_run
from .thread_gold import GoldAnswer, GoldThread, GoldWords

Z95 = 1.959964
MOST_PASSAGES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundAnswer:
    """What was found for an ask: a status and the words of the passages, the best first."""

    status: AnswerStatus
    passages: tuple[GoldWords, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many of how many are right."""

    right: int = 0
    all: int = 0

    def __add__(self, other: "Share") -> "Share":
        return Share(right=self.right + other.right, all=self.all + other.all)

    @property
    def value(self) -> float:
        """The share, 0 of none."""
        return self.right / self.all if self.all else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval by Wilson, "Probable inference" (Journal of the American Statistical Association, 1927)."""
        if not self.all:
            return 0.0, 1.0
        squared = Z95 * Z95
        middle = (self.right + squared / 2) / (self.all + squared)
        spread = Z95 / (self.all + squared) * sqrt(self.right * (self.all - self.right) / self.all + squared / 4)
        return max(middle - spread, 0.0), min(middle + spread, 1.0)

    def __str__(self) -> str:
        low, high = self.interval
        return f"{self.value:.2f} ({self.right} of {self.all}, {low:.2f}–{high:.2f})"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerScore:
    """How well answers are found.

    `first` and `within_three` count asks that gold passages meet: the best found passage, or one of three, is one of
    them. `status` counts all asks, `given` the finds of each status.
    """

    first: Share = Share()
    within_three: Share = Share()
    status: Share = Share()
    given: Mapping[str, Share] = field(default_factory=dict)

    def __add__(self, other: "AnswerScore") -> "AnswerScore":
        names = sorted({*self.given, *other.given})
        return AnswerScore(
            first=self.first + other.first,
            within_three=self.within_three + other.within_three,
            status=self.status + other.status,
            given={name: self.given.get(name, Share()) + other.given.get(name, Share()) for name in names},
        )


def score_answers(gold: Iterable[tuple[GoldAnswer, FoundAnswer | None]]) -> AnswerScore:
    """Return the score of what was found for each gold answer; None where the ask itself was not found."""
    return sum((_score(answer, found) for answer, found in gold), AnswerScore())


def find_scored_answers(thread: GoldThread) -> list[GoldAnswer]:
    """Return the gold answers of a thread to asks that are not only reported."""
    reported = {ask.words for ask in thread.asks if ask.reported}
    return [answer for answer in thread.answers if answer.ask not in reported]


def find_ask(gold: GoldWords, asks: Sequence[Ask]) -> Ask | None:
    """Return the found ask of that letter with the words of the gold ask, in its first or in a further wording."""
    for ask in asks:
        if any(is_common_run(gold.text, words) for words in (ask.text, *(each.quote for each in ask.evidence))):
            return ask
    return None


def _score(gold: GoldAnswer, found: FoundAnswer | None) -> AnswerScore:
    passages = found.passages if found else ()
    right = [any(_is_one(each, passage) for each in gold.passages) for passage in passages[:MOST_PASSAGES]]
    status = Share(right=int(found is not None and found.status == gold.status), all=1)
    if not gold.passages:
        return AnswerScore(status=status, given={found.status: status} if found else {})
    return AnswerScore(
        first=Share(right=int(right[:1] == [True]), all=1),
        within_three=Share(right=int(any(right)), all=1),
        status=status,
        given={found.status: status} if found else {},
    )


def _is_one(gold: GoldWords, found: GoldWords) -> bool:
    return gold.letter == found.letter and is_common_run(gold.text, found.text)
