"""The folder of a store: what marks it, what must not be in its place, and what is told when it cannot be used."""

import json
from pathlib import Path

from ...model.errors import StoreError

MARKER = "policygraph.json"
"""The file that tells the folder of a store from every other folder."""

GRAPH = "graph"
"""The folder within it where Oxigraph keeps its files."""

BREAKDOWNS = (OSError, RuntimeError)
"""What Oxigraph raises when it cannot read or write, and when what it reads is damaged."""

_FORMAT = 2


def has_store(path: Path) -> bool:
    """Tell a store from a place where one could be made; raise StoreError when it is something else."""
    try:
        if not path.exists():
            return False
        if not path.is_dir():
            raise StoreError(f"{path}: this is a file, not the folder of a store. Name a folder with --store.")
        if not (path / MARKER).exists():
            return _refuse_foreign(path)
        marker = (path / MARKER).read_text(encoding="utf-8")
        if not marker:
            return False  # killed at the very start of making it
        found = json.loads(marker)
    except OSError as error:
        raise to_store_error(path, error, "read") from error
    except ValueError:
        found = {}
    if not isinstance(found, dict) or found.get("policygraph store") != _FORMAT:
        raise StoreError(
            f"{path}: this store was made by another version of PolicyGraph. "
            "Load the letters into a new store, or use that version."
        )
    return True


def mark_store(path: Path) -> None:
    """Make a folder that of a store."""
    (path / MARKER).write_text(json.dumps({"policygraph store": _FORMAT}) + "\n", encoding="utf-8")


def refuse_missing(path: Path) -> None:
    """Raise StoreError where there is no store."""
    if not has_store(path) or not (path / GRAPH / "CURRENT").exists():
        raise StoreError(
            f"{path}: there is no store here yet. Make one with `policygraph load PATH…`, "
            "or name the folder of another one with --store."
        )


def _refuse_foreign(path: Path) -> bool:
    names = sorted(entry.name for entry in path.iterdir())
    if names:
        shown = ", ".join(names[:3]) + (" and more" if len(names) > 3 else "")
        raise StoreError(
            f"{path}: this folder is not a PolicyGraph store: it holds {shown}. Nothing was changed. "
            "Name an empty or a new folder with --store."
        )
    return False


def to_store_error(path: Path, error: OSError | RuntimeError, wish: str) -> StoreError:
    """Return what to tell when a store could not be `wish`: "read" or "written"."""
    # The lock of this module comes first; Oxigraph's own is held where another program uses its folder.
    if isinstance(error, BlockingIOError) or str(error).endswith("Resource temporarily unavailable"):
        return StoreError(
            f"{path}: another process is using this store. Wait until it has finished, then run the command again."
        )
    if "Corruption" in str(error):
        return StoreError(
            f"{path}: the store is damaged ({error}). Nothing was changed. "
            "Load the letters into a new store, which you name with --store."
        )
    reason = getattr(error, "strerror", None) or str(error).rpartition(": ")[2]
    return StoreError(
        f"{path}: the store cannot be {wish} ({reason}). Nothing was changed. "
        "Check the permissions of the folder, or name another one with --store."
    )
