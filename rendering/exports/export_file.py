"""The file of an export: which kind it is by its suffix, which files it becomes, and writing them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ...graph.storage.store import GraphStore
from ..output_file import find_output_fault
from .csv_files import find_csv_files, write_csv
from .cypher_file import write_cypher
from .follow_the_money import write_follow_the_money
from .network_files import write_gexf, write_graphml
from .people_workbook import write_workbook
from .rdf_files import write_json_ld, write_n_quads, write_trig, write_turtle


def _find_one(path: Path) -> tuple[Path, ...]:
    return (path,)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportKind:
    """How a file of a kind is written, and which files a name stands for."""

    write: Callable[[GraphStore, Path], None]
    find_files: Callable[[Path], tuple[Path, ...]] = _find_one


KINDS: Mapping[str, ExportKind] = {
    ".ttl": ExportKind(write=write_turtle),
    ".trig": ExportKind(write=write_trig),
    ".nq": ExportKind(write=write_n_quads),
    ".jsonld": ExportKind(write=write_json_ld),
    ".graphml": ExportKind(write=write_graphml),
    ".gexf": ExportKind(write=write_gexf),
    ".csv": ExportKind(write=write_csv, find_files=find_csv_files),
    ".cypher": ExportKind(write=write_cypher),
    ".ftm.json": ExportKind(write=write_follow_the_money),
    ".xlsx": ExportKind(write=write_workbook),
}
"""The kinds of files by the ends of their names."""


def find_export_fault(path: Path, *, force: bool) -> str | None:
    """Return why an export cannot be written to `path`, and what to do; None when it can."""
    suffix = _find_suffix(path)
    if suffix is None:
        return f"{path}: this kind of file cannot be written. Let it end in {', '.join(KINDS)}."
    faults = (find_output_fault(file, (file.suffix.lower(),), force=force) for file in KINDS[suffix].find_files(path))
    return next((fault for fault in faults if fault), None)


def write_export(store: GraphStore, path: Path) -> tuple[Path, ...]:
    """Write the whole graph in the kind that the end of `path` says, and return the files that were written.

    Raises:
        SourceError: a file cannot be written.
        StoreError: the store is damaged.
    """
    kind = KINDS[_find_suffix(path) or ""]
    kind.write(store, path)
    return kind.find_files(path)


def _find_suffix(path: Path) -> str | None:
    return next((suffix for suffix in KINDS if path.name.lower().endswith(suffix)), None)
