"""What a renderable looks like as plain text, and the letters that diagrams and briefs are made of."""

from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path

import pytest
from policygraph.graph.loading.build import build_graph
from policygraph.graph.loading.source_files import find_sources
from policygraph.graph.network.corpus import Corpus, load_corpus
from policygraph.graph.storage.store import open_for_writing
from rich.console import Console, RenderableType

Show = Callable[..., str]
ROOT = Path(__file__).parents[2]


@pytest.fixture
def show() -> Show:
    """Return the text of a renderable at a width, without colours."""

    def render(renderable: RenderableType, width: int = 80) -> str:
        out = StringIO()
        Console(file=out, width=width, color_system=None, markup=False, highlight=False).print(renderable)
        return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())

    return render


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    """The three sample letters."""
    yield from _load(tmp_path_factory.mktemp("samples"), "letters")


@pytest.fixture(scope="session")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    """Letters of many kinds, with many correspondents."""
    yield from _load(tmp_path_factory.mktemp("gold"), "tests/gold")


def _load(place: Path, folder: str) -> Iterator[Corpus]:
    with open_for_writing(place / "store") as store:
        build_graph(store, find_sources([str(ROOT / folder)]))
        yield load_corpus(store)
