"""The catalogue of saved questions as a list for readers."""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from ..queries.catalogue import SavedQuery


def render_catalogue(queries: Iterable[SavedQuery]) -> RenderableType:
    """Return name, title, description and parameters of each question."""
    return Group(*(line for query in queries for line in _render_query(query)))


def _render_query(query: SavedQuery) -> Iterator[RenderableType]:
    yield Text.assemble((query.name, "bold"), f": {query.title}")
    yield Padding(Text(" ".join(query.description.split())), (0, 0, 0, 2))
    for parameter in query.parameters:
        yield Padding(Text(f"{parameter.name}=…  {parameter.description}"), (0, 0, 0, 4))
