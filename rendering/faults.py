"""The faults that a check of the store has found, in the order of the letters."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from ..graph.validation import Fault
from .phrases import render_number


def render_faults(faults: Sequence[Fault]) -> RenderableType:
    """Return each fault with its place, or that there is none."""
    if not faults:
        return Text("The store is sound: its shapes hold, and every quote stands in its letter.")
    heading = Text(f"{render_number(len(faults), 'fault')} in the store", style="bold")
    return Group(heading, *map(_render_fault, faults))


def _render_fault(fault: Fault) -> RenderableType:
    return Group(Padding(Text(fault.where), (0, 0, 0, 2)), Padding(Text(fault.what), (0, 0, 0, 4)))
