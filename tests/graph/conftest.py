"""Places for stores, and a way to be somebody who may not write."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

# Somebody who may not write cannot import either where the interpreter is root's own.
import policygraph.graph.loading.build
import policygraph.queries.answer  # noqa: F401
import pytest

_NOBODY = 65534


@pytest.fixture
def open_place() -> Iterator[Path]:
    """A folder that everybody may enter: pytest's own are closed to others."""
    place = Path(tempfile.mkdtemp())
    place.chmod(0o755)
    yield place
    shutil.rmtree(place)


@pytest.fixture
def unprivileged() -> Callable[[Path], AbstractContextManager[None]]:
    """Make a folder and all in it read-only, for root too, as long as the block lasts."""

    @contextmanager
    def forbid_writing(place: Path) -> Iterator[None]:
        before = {path: path.stat().st_mode for path in (place, *place.rglob("*"))}
        for path, mode in before.items():
            path.chmod(mode & 0o555 | 0o555 if path.is_dir() else 0o444)
        user = os.geteuid()
        if user == 0:
            os.seteuid(_NOBODY)
        try:
            yield
        finally:
            if user == 0:
                os.seteuid(user)
            for path, mode in before.items():
                path.chmod(mode)

    return forbid_writing
