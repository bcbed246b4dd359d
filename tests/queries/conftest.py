"""The store of the sample letters, made once."""

from pathlib import Path

import pytest
from policygraph.graph.loading.build import build_graph
from policygraph.graph.loading.source_files import find_sources
from policygraph.graph.storage.store import open_for_writing

LETTERS = Path(__file__).parents[2] / "letters"


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store with the three sample letters."""
    path = tmp_path_factory.mktemp("queries") / "store"
    with open_for_writing(path) as opened:
        build_graph(opened, find_sources([str(LETTERS)]))
    return path
