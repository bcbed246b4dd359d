"""A file that a command writes: whether it can be written, and writing it."""

from collections.abc import Sequence
from pathlib import Path

from ..model.errors import SourceError


def find_output_fault(path: Path, suffixes: Sequence[str], *, force: bool) -> str | None:
    """Return why a file of one of these kinds cannot be written to `path`, and what to do; None when it can."""
    if path.suffix.lower() not in suffixes:
        kind = path.suffix or "no suffix"
        return f"{path}: a file of this kind ({kind}) cannot be written. Let it end in {' or '.join(suffixes)}."
    if not path.parent.is_dir():
        return f"{path}: there is no folder “{path.parent}”. Make it first, or name another one."
    if path.is_dir():
        return f"{path}: this is a folder. Name a file."
    if path.exists() and not force:
        return f"{path}: this file is there already. Name another one, or overwrite it with --force."
    return None


def write_output(path: Path, content: bytes) -> None:
    """Write a file.

    Raises:
        SourceError: the file cannot be written.
    """
    try:
        path.write_bytes(content)
    except OSError as error:
        raise SourceError(
            str(path), f"this file cannot be written ({error.strerror}). Check the permissions of its folder."
        ) from error
