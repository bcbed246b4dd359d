"""A file that a command writes: whether it can be written, and writing it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO

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
    write_stream(path, lambda file: file.write(content))


def write_stream(path: Path, write: Callable[[IO[bytes]], object]) -> None:
    """Write a file piece by piece; what is there already stays until all is written.

    Raises:
        SourceError: the file cannot be written.
    """
    unfinished = path.with_name(f"{path.name}.unfinished")
    try:
        try:
            with unfinished.open("wb") as file:
                write(file)
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        raise SourceError(
            str(path), f"this file cannot be written ({error.strerror}). Check the permissions of its folder."
        ) from error
