"""A way to have bytes read as a file of some kind."""

from pathlib import Path
from typing import Protocol

import pytest
from policygraph.loaders import load_document
from policygraph.model.document import Document


class Load(Protocol):
    """Has `content` read as a file with this suffix."""

    def __call__(self, content: bytes | str, suffix: str = ".txt") -> Document: ...


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """Write `content` to a file with this suffix and return the document that it holds."""

    def load_content(content: bytes | str, suffix: str = ".txt") -> Document:
        path = tmp_path / f"letter{suffix}"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return load_document(path)

    return load_content
