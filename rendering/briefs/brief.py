"""A brief as a structure: sections of sentences and tables, each with the numbers of its source notes."""

from dataclasses import dataclass

from ..diagrams.diagram import Diagram
from ..phrases import render_day
from ..source_notes import SourceNote, render_numbers
from .sources import Sources, list_sources


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """Words with what shows them; without notes they are no letter's word, and say so. `details` stand below them."""

    words: str
    notes: tuple[int, ...] = ()
    details: tuple["Sentence", ...] = ()

    @property
    def text(self) -> str:
        """The words with the numbers of the notes behind them."""
        return f"{self.words} {render_numbers(self.notes)}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table: a heading for each column, and rows of as many cells."""

    headings: tuple[str, ...]
    rows: tuple[tuple[Sentence, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and what stands below it; `rest` says what is left out and how to see it."""

    heading: str
    sentences: tuple[Sentence, ...] = ()
    grid: Grid | None = None
    rest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A brief; `newest` is the date of the newest letter, `diagram` is None where there is nothing to draw."""

    title: str
    newest: str | None
    sections: tuple[Section, ...]
    diagram: Diagram | None
    notes: tuple[SourceNote, ...]

    @property
    def sources(self) -> Sources:
        """The notes as they are listed at the end."""
        return list_sources(self.notes)

    @property
    def lead(self) -> str:
        """What a reader must know first."""
        newest = f"Newest {render_day(self.newest)}. " if self.newest else ""
        return f"{newest}Numbers in brackets are sources. What is “suggested” is the program's and confirmed by nobody."
