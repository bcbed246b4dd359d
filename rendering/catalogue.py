"""The catalogue of saved questions as a list for readers."""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.constrain import Constrain
from rich.padding import Padding
from rich.text import Text

from ..queries.saved_query import Parameter, SavedQuery

_WIDTH = 80


def render_catalogue(queries: Iterable[SavedQuery]) -> RenderableType:
    """Return each question with its parameters and a command that asks it."""
    return Constrain(Group(*(line for query in queries for line in _render_query(query))), _WIDTH)


def _render_query(query: SavedQuery) -> Iterator[RenderableType]:
    yield Text.assemble((query.name, "bold"), f": {query.question}")
    for parameter in query.parameters:
        yield Padding(Text(f"{parameter.name}={_render_values(parameter)}  {parameter.meaning}"), (0, 0, 0, 4))
    yield Padding(Text(query.example, style="dim"), (0, 0, 0, 4))


def _render_values(parameter: Parameter) -> str:
    values = "|".join(parameter.choices or parameter.kinds) or parameter.type.value.upper()
    return values if parameter.default is None else f"[{values}]"
