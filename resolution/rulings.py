"""What analysts have said, brought down to what is in force: the last deciding word on each thing, and all notes.

What it changes is the business of the modules that find the things.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from ..model.judgement import Judgement, Standing, Verdict
from .wording import name_day

STANDINGS = {
    Verdict.ACCEPTED: Standing.CONFIRMED,
    Verdict.REJECTED: Standing.REJECTED,
    Verdict.CORRECTED: Standing.CORRECTED,
}
"""The standing that a deciding word gives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulings:
    """The judgements in force by target (IRI), the earliest first: the last one that decides, and all notes."""

    deciding: Mapping[str, Judgement]
    notes: Mapping[str, tuple[Judgement, ...]]

    @property
    def targets(self) -> frozenset[str]:
        """Everything that somebody has said something of."""
        return frozenset((*self.deciding, *self.notes))

    @property
    def rejected(self) -> frozenset[str]:
        """Everything of which somebody has said that it is not so."""
        return frozenset(target for target, said in self.deciding.items() if said.verdict is Verdict.REJECTED)


def build_rulings(judgements: Iterable[Judgement]) -> Rulings:
    """Return what is in force; of two judgements on one target the later one wins, in whatever order they are given."""
    deciding: dict[str, Judgement] = {}
    notes: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in find_in_force(judgements):
        if judgement.verdict is Verdict.NOTE:
            notes[judgement.target].append(judgement)
        elif judgement.verdict in STANDINGS:
            deciding.pop(judgement.target, None)  # so that they stand in the order of time
            deciding[judgement.target] = judgement
    return Rulings(deciding=deciding, notes={target: tuple(said) for target, said in notes.items()})


def find_in_force(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Return the judgements that nobody has taken back, the earliest first; an undoing can itself be undone."""
    ordered = sort_by_time(dict.fromkeys(judgements))
    undoing: dict[str, list[str]] = defaultdict(list)
    for judgement in ordered:
        if judgement.undoes is not None:
            undoing[judgement.undoes].append(judgement.id)

    def holds(judgement_id: str) -> bool:
        # It ends: an id is a digest of what is undone too, so that no chain of them leads back.
        return not any(map(holds, undoing[judgement_id]))

    return [judgement for judgement in ordered if holds(judgement.id)]


def sort_by_time(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Return judgements, the earliest first."""
    return tuple(sorted(judgements, key=lambda each: (datetime.fromisoformat(each.when), each.id)))


def name_time(judgement: Judgement) -> str:
    """Return the day on which something was said: "3 May 2024"."""
    return name_day(judgement.when[:10])


def end_sentence(sentence: str, judgement: Judgement) -> str:
    """Return a sentence with the analyst's reason, where there is one, and its full stop."""
    return f"{sentence}: {judgement.why.rstrip('.')}." if judgement.why else f"{sentence}."
