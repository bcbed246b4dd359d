"""Which files a user means by files, folders and patterns."""

import glob
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from ...loaders import SUFFIXES
from ...model.errors import SourceError
from ..storage.store_folder import MARKER


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSelection:
    """Files to read, as POSIX paths in order, what was wrong with the wishes, and how many were skipped.

    Skipped are the files inside a folder whose suffix nobody reads.
    """

    paths: tuple[str, ...]
    errors: tuple[SourceError, ...] = ()
    skipped: int = 0


def find_sources(wishes: Sequence[str]) -> SourceSelection:
    """Find the files that `wishes` name: files, folders (with all folders in them) and patterns (`*.txt`).

    A path stays relative when it was given so. Hidden files and stores inside folders are passed over.
    """
    paths: set[str] = set()
    errors: list[SourceError] = []
    skipped: set[str] = set()
    for wish in wishes:
        for path in _resolve_pattern(wish):
            try:
                found = list(_find_files(path))
            except SourceError as error:
                errors.append(error)
                continue
            paths |= {file for file, is_readable in found if is_readable}
            skipped |= {file for file, is_readable in found if not is_readable}
    return SourceSelection(paths=tuple(sorted(paths)), errors=tuple(errors), skipped=len(skipped - paths))


def _resolve_pattern(wish: str) -> list[str]:
    if os.path.lexists(wish) or not glob.has_magic(wish):
        return [wish]
    # A pattern picks what can be read, as a folder does; when it picks nothing it is an error of its own.
    found = sorted(glob.glob(wish, recursive=True))
    return [path for path in found if os.path.isdir(path) or _is_readable(path)] or [wish]


def _find_files(wish: str) -> Iterator[tuple[str, bool]]:
    """Yield each file that `wish` means and whether its suffix can be read."""
    path = _to_posix(wish)
    if os.path.isdir(path):
        files = sorted(_walk(path))
        if not any(is_readable for _, is_readable in files):
            known = ", ".join(sorted(SUFFIXES))
            raise SourceError(path, f"this folder holds no file that can be read ({known}).")
        yield from files
    elif not os.path.exists(path):
        what = (
            "no file that can be read fits this pattern" if glob.has_magic(path) else "there is no such file or folder"
        )
        raise SourceError(path, f"{what}. Check the spelling and the folder that you stand in.")
    elif not _is_readable(path):
        known = ", ".join(sorted(SUFFIXES))
        raise SourceError(
            path, f"files of this kind ({Path(path).suffix or 'no suffix'}) cannot be read, only {known}."
        )
    elif not os.path.isfile(path):
        raise SourceError(path, "this is neither a file nor a folder (a device or a pipe).")
    else:
        yield path, True


def _walk(folder: str) -> Iterator[tuple[str, bool]]:
    def refuse(error: OSError) -> None:
        raise SourceError(_to_posix(error.filename), f"the folder cannot be opened ({error.strerror}).")

    for parent, folders, names in os.walk(folder, onerror=refuse):
        if MARKER in names:
            folders.clear()  # a store: what stands in it is nobody's letter
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            if not name.startswith("."):
                file = _to_posix(os.path.join(parent, name))
                yield file, _is_readable(file)


def _is_readable(path: str) -> bool:
    return Path(path).suffix.lower() in SUFFIXES


def _to_posix(path: str) -> str:
    normal = PurePath(os.path.normpath(path)).as_posix()
    try:
        normal.encode()
    except UnicodeEncodeError:
        shown = normal.encode(errors="replace").decode()
        raise SourceError(shown, "the name of this file is not valid text. Give it another one.") from None
    return normal
