"""Counts of right, missed and false finds, with precision, recall and F1."""

from dataclasses import dataclass, field


@dataclass(slots=True, kw_only=True)
class Score:
    """The record of one measure; `missed` and `false` name every miss and false find as (file, words)."""

    right: int = 0
    missed: list[tuple[str, str]] = field(default_factory=list)
    false: list[tuple[str, str]] = field(default_factory=list)

    @property
    def precision(self) -> float | None:
        """Right among the finds; None without finds."""
        found = self.right + len(self.false)
        return self.right / found if found else None

    @property
    def recall(self) -> float | None:
        """Found among the gold; None without gold."""
        wanted = self.right + len(self.missed)
        return self.right / wanted if wanted else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None without gold and finds."""
        total = 2 * self.right + len(self.missed) + len(self.false)
        return 2 * self.right / total if total else None

    def add(self, other: "Score") -> None:
        """Add the counts of `other`."""
        self.right += other.right
        self.missed.extend(other.missed)
        self.false.extend(other.false)
