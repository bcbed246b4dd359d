"""The record of one measure: how many finds are right, and by name what is missed and what is false."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Fault:
    """A miss or a false find: the letter's file without its suffix, and the words."""

    letter: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Counts of one measure; scores of parts add up to the score of the whole."""

    right: int = 0
    missed: tuple[Fault, ...] = ()
    false: tuple[Fault, ...] = ()

    def __add__(self, other: "Score") -> "Score":
        return Score(
            right=self.right + other.right,
            missed=self.missed + other.missed,
            false=self.false + other.false,
        )

    @property
    def precision(self) -> float | None:
        """The right ones among the finds; None without finds."""
        return _divide(self.right, self.right + len(self.false))

    @property
    def recall(self) -> float | None:
        """The found ones among the gold; None without gold."""
        return _divide(self.right, self.right + len(self.missed))

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None without gold and finds."""
        return _divide(2 * self.right, 2 * self.right + len(self.missed) + len(self.false))


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRecord:
    """Of the statements that a rule has found, how many are right."""

    right: int = 0
    found: int = 0

    def __add__(self, other: "RuleRecord") -> "RuleRecord":
        return RuleRecord(right=self.right + other.right, found=self.found + other.found)


def _divide(part: int, whole: int) -> float | None:
    return part / whole if whole else None
