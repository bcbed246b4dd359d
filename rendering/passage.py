"""A passage: the quote that shows something, and where it stands."""

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text


def render_passage(quote: str, place: str, *, indent: int) -> RenderableType:
    """Return the quote with its place below, set in by `indent` columns; broken lines are joined."""
    return Group(
        Padding(Text(f"“{' '.join(quote.split())}”", style="italic"), (0, 0, 0, indent)),
        Padding(Text(place, style="dim"), (0, 0, 0, indent)),
    )
