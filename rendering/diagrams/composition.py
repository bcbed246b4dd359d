"""Composition: a plan with title, legend and source notes, put on the pages of a kind of paper."""

from collections.abc import Iterator, Sequence
from enum import Enum

from ..phrases import render_day, render_number, to_line
from ..source_notes import SourceNote
from .diagram import Diagram
from .legend import build_legend
from .picture import draw_plan
from .plan import Frame, Plan
from .sheet import Item, Page, Shape, Sheet
from .style import Style, load_style
from .typesetting import TextBlock, set_text

_MARGIN = 34.0
_LARGEST = 1.3
_LEAST_FOR_NOTES = 70.0
_NOTE_WIDTH = 330.0
_COLUMN_GAP = 22.0
_NOTE_GAP = 5.0
_LEAST_PICTURE = 640.0


class Paper(Enum):
    """Width and height of a page in points; a scroll is as high as it needs to be, A4 is turned as it suits."""

    SCROLL = (960.0, None)
    A4 = (841.89, 595.28)
    WIDE = (960.0, 540.0)


def compose(plan: Plan, paper: Paper) -> Sheet:
    """Return the sheet: on the first page title, picture and legend, then the source notes on as many as they need."""
    style = load_style()
    diagram = plan.diagram
    if paper is Paper.SCROLL:
        pages = [_compose_scroll(plan, style)]
    else:
        pages = list(_compose_pages(plan, style, *_turn(plan, paper, style)))
    return _to_sheet(diagram, pages)


def find_scale(plan: Plan, paper: Paper) -> float:
    """Return how large the picture of a plan is on A4 or a slide, 1.0 where words have the size that the style says."""
    style = load_style()
    return _find_scale(plan, *_turn(plan, paper, style), style)


def _turn(plan: Plan, paper: Paper, style: Style) -> tuple[float, float]:
    """Return width and height of a page, A4 turned as it shows the picture larger."""
    width, height = paper.value
    assert height is not None
    is_turned = paper is Paper.A4 and _find_scale(plan, height, width, style) > _find_scale(plan, width, height, style)
    return (height, width) if is_turned else (width, height)


def compose_picture(plan: Plan) -> Sheet:
    """Return the picture and its legend alone, for a page that has its own title and source notes."""
    style = load_style()
    width = max(plan.width, _LEAST_PICTURE)
    foot, foot_height = _build_foot(plan.diagram, style, width)
    items = [*_place(draw_plan(plan), 1.0, (width - plan.width) / 2, 0.0), *_place(foot, 1.0, 0.0, plan.height + 12)]
    height = plan.height + 12 + foot_height
    page = Page(width=width + 4, height=height + 4, items=tuple(_place(items, 1.0, 2.0, 2.0)))
    return _to_sheet(plan.diagram, [page])


def _to_sheet(diagram: Diagram, pages: Sequence[Page]) -> Sheet:
    title = to_line(diagram.title)
    counts = (
        render_number(len(diagram.nodes), "box", "boxes"),
        render_number(len(diagram.edges), "arrow"),
        render_number(len(diagram.notes), "source note"),
    )
    description = f"{title}: {', '.join(counts)}."
    return Sheet(title=title, description=description, newest=diagram.newest, pages=tuple(pages))


def _compose_scroll(plan: Plan, style: Style) -> Page:
    width = max(plan.width + 2 * _MARGIN, float(Paper.SCROLL.value[0]))
    inner = width - 2 * _MARGIN
    head, y = _build_head(plan.diagram, style, inner)
    items: list[Item] = [*head, *_place(draw_plan(plan), 1.0, (inner - plan.width) / 2, y)]
    foot, foot_height = _build_foot(plan.diagram, style, inner)
    y += plan.height + 12
    items += _place(foot, 1.0, 0.0, y)
    y += foot_height
    blocks, columns = _set_notes(plan.diagram.notes, style, inner)
    heading, heading_height = _build_notes_heading(style) if blocks else ([], 0.0)
    items += _place(heading, 1.0, 0.0, y)
    y += heading_height
    for notes, height in _flow(blocks, columns, None, inner):
        items += _place(notes, 1.0, 0.0, y)
        y += height
    return Page(width=width, height=y + 2 * _MARGIN, items=tuple(_place(items, 1.0, _MARGIN, _MARGIN)))


def _compose_pages(plan: Plan, style: Style, width: float, height: float) -> Iterator[Page]:
    inner, room = width - 2 * _MARGIN, height - 2 * _MARGIN
    head, y = _build_head(plan.diagram, style, inner)
    foot, foot_height = _build_foot(plan.diagram, style, inner)
    scale = _find_scale(plan, width, height, style)
    items = [*head, *_place(draw_plan(plan), scale, (inner - plan.width * scale) / 2, y)]
    y += plan.height * scale + 12
    items += _place(foot, 1.0, 0.0, y)
    y += foot_height
    blocks, columns = _set_notes(plan.diagram.notes, style, inner)
    first = 0.0
    if blocks and room - y >= _LEAST_FOR_NOTES:
        heading, heading_height = _build_notes_heading(style)
        items += _place(heading, 1.0, 0.0, y)
        y += heading_height
        first = room - y
    for number, (notes, _) in enumerate(_flow(blocks, columns, (first, room - 24), inner)):
        if number:
            yield Page(width=width, height=height, items=tuple(_place(items, 1.0, _MARGIN, _MARGIN)))
            items, y = _build_running_head(plan.diagram, style, inner)
        items += _place(notes, 1.0, 0.0, y)
    yield Page(width=width, height=height, items=tuple(_place(items, 1.0, _MARGIN, _MARGIN)))


def _find_scale(plan: Plan, width: float, height: float, style: Style) -> float:
    inner = width - 2 * _MARGIN
    _, head = _build_head(plan.diagram, style, inner)
    _, foot = _build_foot(plan.diagram, style, inner)
    room = height - 2 * _MARGIN - head - foot - 12
    return min(_LARGEST, inner / max(plan.width, 1.0), room / max(plan.height, 1.0))


def _build_head(diagram: Diagram, style: Style, width: float) -> tuple[list[Item], float]:
    font, ink = style.font, style.ink
    newest = f"Newest {render_day(diagram.newest)}." if diagram.newest else "No letter here has a date."
    texts = (
        set_text(diagram.title, size=font.title, colour=ink.text, width=width, most=2, is_bold=True),
        set_text(newest, size=font.subtitle, colour=ink.quiet, width=width),
    )
    height = _find_height(texts, style)
    frame = Frame(x=0, y=0, width=width, height=height)
    return [Shape(frame=frame, texts=texts, is_centred=False)], height + 12


def _build_running_head(diagram: Diagram, style: Style, width: float) -> tuple[list[Item], float]:
    words = f"{diagram.title}: source notes"
    text = set_text(words, size=style.font.heading, colour=style.ink.text, width=width, most=1, is_bold=True)
    return [Shape(frame=Frame(x=0, y=0, width=width, height=16), texts=(text,), is_centred=False)], 24.0


def _build_notes_heading(style: Style) -> tuple[list[Item], float]:
    text = set_text("Source notes", size=style.font.heading, colour=style.ink.text, is_bold=True)
    return [Shape(frame=Frame(x=0, y=0, width=_NOTE_WIDTH, height=14), texts=(text,), is_centred=False)], 17.0


def _build_foot(diagram: Diagram, style: Style, width: float) -> tuple[list[Item], float]:
    """Return the legend, and below it the remarks."""
    items, y = build_legend(diagram, style, width=width)
    font, ink = style.font, style.ink
    texts = [set_text(words, size=font.note, colour=ink.text, width=width) for words in diagram.remarks]
    for text in texts:
        height = _find_height((text,), style)
        items.append(Shape(frame=Frame(x=0, y=y + 4, width=width, height=height), texts=(text,), is_centred=False))
        y += height + 4
    return items, y + 6


def _set_notes(notes: Sequence[SourceNote], style: Style, width: float) -> tuple[list[tuple[TextBlock, ...]], int]:
    """Return the words of each note, and into how many columns they go."""
    columns = max(1, int((width + _COLUMN_GAP) // (_NOTE_WIDTH + _COLUMN_GAP)))
    room = (width - _COLUMN_GAP * (columns - 1)) / columns
    size, ink = style.font.note, style.ink
    blocks: list[tuple[TextBlock, ...]] = []
    for note in notes:
        head = set_text(f"[{note.number}] {note.letter}, {note.place}", size=size, colour=ink.quiet, width=room)
        quote = set_text(f"“{note.quote}”", size=size, colour=ink.text, width=room)
        blocks.append((head, quote))
    return blocks, columns


def _flow(
    blocks: Sequence[tuple[TextBlock, ...]], columns: int, rooms: tuple[float, float] | None, width: float
) -> Iterator[tuple[list[Item], float]]:
    """Yield the notes page by page, each from its own top left corner on with its height.

    `rooms` are the height on the first page and that on every other; None puts all on one page, in even columns.
    """
    style = load_style()
    heights = [_find_height(block, style) + _NOTE_GAP for block in blocks]
    step = (width + _COLUMN_GAP) / columns
    room, full = rooms or (_find_even(heights, columns),) * 2
    items: list[Item] = []
    column, y, deepest = 0, 0.0, 0.0
    for block, height in zip(blocks, heights, strict=True):
        while y + height > room and not (y == 0.0 and room >= full):
            column, y = column + 1, 0.0
            if column == columns:
                yield items, deepest
                items, column, deepest, room = [], 0, 0.0, full
        frame = Frame(x=column * step, y=y, width=step - _COLUMN_GAP, height=height - _NOTE_GAP)
        items.append(Shape(frame=frame, texts=block, is_centred=False))
        y += height
        deepest = max(deepest, y)
    yield items, deepest


def _find_even(heights: Sequence[float], columns: int) -> float:
    """Return the least height at which the notes fit into the columns."""
    room = max([sum(heights) / columns, *heights], default=0.0)
    while _count_columns(heights, room) > columns:
        room += 6.0
    return room


def _count_columns(heights: Sequence[float], room: float) -> int:
    columns, y = 1, 0.0
    for height in heights:
        if y and y + height > room:
            columns, y = columns + 1, 0.0
        y += height
    return columns


def _find_height(texts: Sequence[TextBlock], style: Style) -> float:
    return sum(len(text.lines) * text.size for text in texts) * style.font.line_height


def _place(items: Sequence[Item], scale: float, x: float, y: float) -> list[Item]:
    return [item.scaled(scale, x, y) for item in items]
