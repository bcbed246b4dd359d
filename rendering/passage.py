"""A passage: the quote that shows something, and where it stands."""

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from ..graph.storage.quotation import Quotation
from .phrases import render_day, render_place


def render_quotation(quotation: Quotation, *, indent: int) -> RenderableType:
    """Return the quote, and below it the letter's date with file, page and line."""
    place = render_place(quotation.source, quotation.line, quotation.page, ocr=quotation.ocr)
    return render_passage(quotation.quote, f"{render_day(quotation.date)}, {place}", indent=indent)


def render_passage(quote: str, place: str, *, indent: int) -> RenderableType:
    """Return the quote with its place below, set in by `indent` columns; broken lines are joined."""
    return Group(
        Padding(Text(f"“{' '.join(quote.split())}”", style="italic"), (0, 0, 0, indent)),
        Padding(Text(place, style="dim"), (0, 0, 0, indent)),
    )
