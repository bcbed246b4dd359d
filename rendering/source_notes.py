"""Numbered source notes: each sentence that is cited gets one number, in the order in which it is first cited."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from ..graph.storage.quotation import Quotation, Quoter
from ..model.statement import Passage
from .phrases import render_date, render_day, render_place, to_line


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceNote:
    """What stands behind a number: which letter of which day, where in which file, and its words in one line.

    `letter` says who wrote to whom and when; `spot` is a page or a line.
    """

    number: int
    letter: str
    day: str
    source: str
    spot: str
    quote: str

    @property
    def place(self) -> str:
        """The file and where in it."""
        return ", ".join(filter(None, (self.source, self.spot)))

    @property
    def text(self) -> str:
        """The note in one line, without its number."""
        return f"{self.letter}, {self.place}: “{self.quote}”"


class SourceNotes:
    """Gives numbers to passages; the same words, and words within them, get the same number again."""

    def __init__(self, quoter: Quoter) -> None:
        self.quoter = quoter
        self._numbers: dict[tuple[str, int, int], int] = {}
        self._spans: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
        self._notes: list[SourceNote] = []

    def cite(self, passages: Iterable[Passage]) -> tuple[int, ...]:
        """Return the numbers of the notes that show these passages, in order."""
        return tuple(sorted({self._cite(passage) for passage in passages}))

    @property
    def notes(self) -> tuple[SourceNote, ...]:
        """All notes so far, in the order of their numbers."""
        return tuple(self._notes)

    def _cite(self, passage: Passage) -> int:
        key = passage.letter, passage.start, passage.end
        if key not in self._numbers:
            self._numbers[key] = self._find_around(passage) or self._add(passage)
        return self._numbers[key]

    def _find_around(self, passage: Passage) -> int | None:
        """Return the number of a cited passage that has this one within it."""
        spans = self._spans[passage.letter]
        return next((n for start, end, n in spans if start <= passage.start and passage.end <= end), None)

    def _add(self, passage: Passage) -> int:
        number = len(self._notes) + 1
        self._spans[passage.letter].append((passage.start, passage.end, number))
        self._notes.append(self._to_note(self.quoter.find_quotation(passage.letter, passage.start, passage.end)))
        return number

    def _to_note(self, quotation: Quotation) -> SourceNote:
        parties = self.quoter.find_parties(quotation.letter).replace(" → ", " to ")
        day = render_day(quotation.date)
        place = render_place(quotation.source, quotation.line, quotation.page, ocr=quotation.ocr)
        return SourceNote(
            number=len(self._notes) + 1,
            letter=f"{day[0].upper()}{day[1:]}, {parties}",
            day=render_date(quotation.date) if quotation.date else "Undated",
            source=quotation.source,
            spot=place.removeprefix(quotation.source).removeprefix(",").strip(),
            quote=to_line(quotation.quote),
        )


def render_numbers(numbers: Iterable[int]) -> str:
    """Return note numbers as they stand behind what they show: "[1]", "[2–4,7]"; nothing for none."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    shown = [_render_run(run) for run in runs]
    return f"[{','.join(shown)}]" if shown else ""


def _render_run(run: list[int]) -> str:
    if len(run) < 3:
        return ",".join(map(str, run))
    return f"{run[0]}–{run[-1]}"
