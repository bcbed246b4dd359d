"""How long a brief is on paper: so that what one reads in a meeting stays on two pages."""

from collections.abc import Callable, Iterable

from ..diagrams.composition import compose_picture
from ..diagrams.kinds import plan_diagram
from ..diagrams.typesetting import wrap
from .brief import Brief, Grid, Section, Sentence

MOST = (8, 6, 5, 4, 3, 2)
"""How many sentences a section has at most; fewer are tried until the brief fits."""

PAPER_WIDTH = 178.0
PICTURE_HEIGHT = 80.0
"""Millimetres within the margins of A4, and how high the diagram may be."""

_POINTS = 72 / 25.4
TWO_PAGES = 2 * 265 * _POINTS
"""How high the text of two pages is."""

_SIZE, _LINE = 9.5, 12.6
_GRID_SIZE, _GRID_LINE = 8.5, 11.2
_HEADING, _TITLE, _GAP = 27.0, 60.0, 2.4
_INDENT = 18.0


def build_short(build: Callable[[int], Brief]) -> Brief:
    """Return the longest brief that fits on two pages before its sources; `build` makes one of so many sentences."""
    for most in MOST:
        brief = build(most)
        if find_height(brief) <= TWO_PAGES:
            break
    return brief


def find_height(brief: Brief) -> float:
    """Return about how high everything but the sources stands on A4, in points."""
    picture = 0.0
    if brief.diagram:
        page = compose_picture(plan_diagram(brief.diagram)).pages[0]
        full = PAPER_WIDTH * _POINTS * page.height / page.width
        picture = _HEADING + min(full, PICTURE_HEIGHT * _POINTS)
    return _TITLE + picture + sum(map(_find_section_height, brief.sections))


def find_shares(grid: Grid) -> tuple[float, ...]:
    """Return the part of the width that each column of a table gets: that of its words, but none too little."""
    longest = [
        max(len(text) for text in (heading, *(row[place].text for row in grid.rows)))
        for place, heading in enumerate(grid.headings)
    ]
    weights = [min(max(length, 12), 60) ** 0.7 for length in longest]
    return tuple(weight / sum(weights) for weight in weights)


def _find_section_height(section: Section) -> float:
    height = _HEADING + _find_list_height(section.sentences, 1)
    if section.grid:
        height += _find_grid_height(section.grid)
    return height + (_LINE if section.rest else 0.0)


def _find_list_height(sentences: Iterable[Sentence], level: int) -> float:
    room = PAPER_WIDTH * _POINTS - level * _INDENT
    return sum(
        len(wrap(sentence.text, _SIZE, room)) * _LINE + _GAP + _find_list_height(sentence.details, level + 1)
        for sentence in sentences
    )


def _find_grid_height(grid: Grid) -> float:
    widths = [share * PAPER_WIDTH * _POINTS - 8 for share in find_shares(grid)]
    rows = [grid.headings, *([cell.text for cell in row] for row in grid.rows)]
    lines = (max(len(wrap(words, _GRID_SIZE, width)) for words, width in zip(row, widths, strict=True)) for row in rows)
    return sum(count * _GRID_LINE + 2 * _GAP for count in lines)
