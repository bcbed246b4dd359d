"""What a renderable looks like as plain text."""

from collections.abc import Callable
from io import StringIO

import pytest
from rich.console import Console, RenderableType

Show = Callable[..., str]


@pytest.fixture
def show() -> Show:
    """Return the text of a renderable at a width, without colours."""

    def render(renderable: RenderableType, width: int = 80) -> str:
        out = StringIO()
        Console(file=out, width=width, color_system=None, markup=False, highlight=False).print(renderable)
        return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())

    return render
