"""Found sentences: each with the letter that it stands in and a citation to copy."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from ..graph.storage.quotation import Quotation
from .phrases import render_number


def render_sentences(found: Sequence[Quotation], words: str) -> RenderableType:
    """Return the citations of all sentences that have `words`, one a paragraph."""
    if not found:
        return Text(f"No sentence has “{words}”. Fewer or other words may find one.")
    heading = Text(f"{render_number(len(found), 'sentence')} in {_count_letters(found)}", style="bold")
    return Group(heading, *(Text.assemble("\n", quotation.citation) for quotation in found))


def _count_letters(found: Sequence[Quotation]) -> str:
    return render_number(len({quotation.letter for quotation in found}), "letter")
