"""Which loader reads which suffix. How a format is read is the loader's own matter."""

from collections.abc import Callable, Sequence
from pathlib import Path

from ..model.document import Document
from ..model.errors import SourceError
from .plain_text import load_plain_text
from .reading_text import to_document
from .source_line import SourceLine

_LOADERS: dict[str, Callable[[Path], Sequence[SourceLine]]] = {
    ".md": load_plain_text,
    ".txt": load_plain_text,
}

SUFFIXES = frozenset(_LOADERS)
"""The suffixes, in lower case with their dot, of the files that can be read."""


def load_document(path: Path) -> Document:
    """Return the reading text of the file at `path`.

    Raises:
        SourceError: the suffix is unknown, the file cannot be opened, or its bytes are not what the suffix says.
    """
    loader = _LOADERS.get(path.suffix.lower())
    if loader is None:
        known = ", ".join(sorted(SUFFIXES))
        raise SourceError(path.as_posix(), f"no loader for this kind of file. Convert it to one of {known}.")
    try:
        return to_document(path.as_posix(), loader(path))
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        raise SourceError(path.as_posix(), f"{reason}. Check that it is there and may be read.") from error
