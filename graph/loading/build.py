"""The pipeline: from a selection of files to a store that holds their letters and what links them."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from fnmatch import fnmatchcase
from hashlib import sha256
from pathlib import Path, PurePath

from pyoxigraph import Literal, NamedNode, Quad

from ...model.errors import SourceError, StoreError
from ...model.judgement import Standing
from ...model.reading_options import RULES_ALONE, ReadingOptions
from ...resolution import resolve_links
from ..judging.judgement_file import JudgementFile, find_judgement_file, load_judgements
from ..judging.rejudging import find_small_change, to_edge_step
from ..quads.description import to_text
from ..quads.judgement_quads import to_judgement_quads
from ..quads.link_quads import to_link_quads
from ..quads.terms import DERIVED, JUDGEMENTS, JUDGES, VERSION
from ..storage.change import Change
from ..storage.directory_quads import load_vocabulary_names, to_directory_quads
from ..storage.sentence_search import open_sentence_index
from ..storage.source_register import (
    Source,
    Variant,
    find_kept,
    find_letters_of,
    load_sources,
    to_source_change,
    to_variant,
)
from ..storage.store import GraphStore, open_existing, open_for_reading, open_for_writing
from ..storage.stored_readings import find_letters, load_readings
from ..storage.vocabulary_graph import load_vocabulary_graph
from ..summary import StoreSummary, find_summary
from .last_load import begin_load, finish_load
from .reader_version import find_linker_version, find_reader_versions
from .source_files import SourceSelection
from .source_reading import SourceReading, read_sources


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadReport:
    """What a load did. The numbers of letters are of this load, `summary` is of the whole store.

    `changed` are letters in the place of others that the same file held before; `withdrawn` went without
    one in their place; `skipped` are files inside folders that nobody reads.
    """

    new: int
    changed: int
    unchanged: int
    withdrawn: int
    skipped: int
    errors: tuple[SourceError, ...]
    summary: StoreSummary


@dataclass(slots=True, kw_only=True)
class _Tally:
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    withdrawn: int = 0
    errors: list[SourceError] = field(default_factory=list)

    def add(self, held: int, fresh: int, gone: int) -> None:
        """Count one source: letters that it holds now, those not known before, those that it took away."""
        replaced = min(fresh, gone)
        self.changed += replaced
        self.new += fresh - replaced
        self.withdrawn += gone - replaced
        self.unchanged += held - fresh


def build_graph(
    store: GraphStore,
    selection: SourceSelection,
    *,
    options: ReadingOptions = RULES_ALONE,
    executor: Executor | None = None,
    on_progress: Callable[[int, int], None] = lambda done, total: None,
    today: date | None = None,
) -> LoadReport:
    """Load the selected files into the store: each one in a single step, then what links the letters.

    A file that is as it was when it was loaded is not read again, unless the rules have changed since or the
    `options` ask for more; what a changed file held before goes. `executor` reads files in parallel; the result
    is the same without one. `on_progress` is called with the number of files done and of all. `today` (the machine's
    date) is kept as the day of this load, beside the graph.

    Raises:
        StoreError: the store could not be written; what was finished before is kept.
    """
    today = today or date.today()
    last = begin_load(store, today)
    load_vocabulary_graph(store)
    tally = _Tally(errors=list(selection.errors))
    known, readers = load_sources(store), find_reader_versions(options)
    sources = {path: Source(path=path, checksum=_find_checksum(path), reader=readers[0]) for path in selection.paths}
    fresh = [path for path, source in sources.items() if not _is_read(source, known.get(path), readers)]
    total = len(sources)
    done = total - len(fresh)
    for path in sources.keys() - set(fresh):
        tally.unchanged += len(find_letters_of(store, path))
    on_progress(done, total)
    for result in read_sources(fresh, executor, options):
        if isinstance(result, SourceReading):
            _load_source(store, sources[result.path], result, tally)
            tally.errors.extend(result.errors)
        else:
            tally.errors.append(_to_lasting_error(result, result.path in known))
        done += 1
        on_progress(done, total)
    tally.errors.extend(_finish(store))
    finish_load(store, last, today, tally.errors)
    return LoadReport(
        new=tally.new,
        changed=tally.changed,
        unchanged=tally.unchanged,
        withdrawn=tally.withdrawn,
        skipped=selection.skipped,
        errors=tuple(tally.errors),
        summary=find_summary(store),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawReport:
    """What was withdrawn: files, and the letters that no other file holds."""

    paths: tuple[str, ...]
    letters: int
    errors: tuple[SourceError, ...]
    summary: StoreSummary


def withdraw_sources(store: GraphStore, wishes: Sequence[str]) -> WithdrawReport:
    """Take out what was loaded from files, from folders or from all that fit a pattern, and nothing else.

    Paths are those under which the files were loaded; the files need not exist any more.

    Raises:
        StoreError: the store could not be written; what was finished before is kept.
    """
    known = load_sources(store)
    paths: set[str] = set()
    errors: list[SourceError] = []
    for wish in wishes:
        found = [path for path in known if _is_meant(path, wish)]
        paths.update(found)
        if not found:
            shown = ", ".join(list(known)[:3]) + (" and more" if len(known) > 3 else "")
            loaded = f"loaded are {shown}" if known else "nothing is loaded"
            errors.append(SourceError(wish, f"nothing was loaded from here ({loaded})."))
    before = len(find_letters(store))
    for path in sorted(paths):
        store.apply(to_source_change(store, path, None, {}))
    errors.extend(_finish(store))
    summary = find_summary(store)
    return WithdrawReport(
        paths=tuple(sorted(paths)), letters=before - summary.letters, errors=tuple(errors), summary=summary
    )


def open_loaded(path: Path) -> GraphStore:
    """Open a store for reading; first finish what an interrupted load left undone, where that can be written.

    What analysts have said since the store was last written counts at once.

    Raises:
        StoreError: there is no store, it is something else, it cannot be read, or somebody is writing.
    """
    checksum = load_judgements(find_judgement_file(path)).checksum
    store = open_for_reading(path)
    if store.has_graph(DERIVED) and _find_judgement_version(store) == checksum:
        return store
    store.close()
    with suppress(StoreError), open_for_writing(path) as unfinished:
        _finish(unfinished)
    return open_for_reading(path)


def replay_judgements(path: Path) -> tuple[SourceError, ...]:
    """Let what analysts have said since the store was last written count; return lines that cannot be read.

    Raises:
        StoreError: there is no store, it cannot be written, or it is in use.
    """
    with open_existing(path) as store:
        return _finish(store)


def _load_source(store: GraphStore, source: Source, result: SourceReading, tally: _Tally) -> None:
    found: dict[str, list[Variant]] = {}
    for reading in result.readings:
        found.setdefault(reading.letter.iri, []).append(to_variant(reading))
    variants = {letter: find_kept(same) for letter, same in found.items()}
    before = find_letters_of(store, source.path)
    fresh = [letter for letter in variants if not store.has_graph(NamedNode(letter))]
    store.apply(to_source_change(store, source.path, source, variants))
    gone = [letter for letter in before if not store.has_graph(NamedNode(letter))]
    tally.add(held=len(variants), fresh=len(fresh), gone=len(gone))


def _finish(store: GraphStore) -> tuple[SourceError, ...]:
    """Work out what links the letters, unless the store has just that, and bring the index up to date.

    Return what is wrong with the file of judgements; what is right in it is replayed.
    """
    said = load_judgements(find_judgement_file(store.path))
    version = Quad(DERIVED, VERSION, Literal(find_linker_version()), DERIVED)
    is_linked = version in store.find_quads(DERIVED, DERIVED)
    if not is_linked or _find_judgement_version(store) != said.checksum:
        change = find_small_change(store, said) if is_linked else None
        store.apply(change or _find_whole_change(store, said, version))
    open_sentence_index(store).close()
    return said.errors


def _find_whole_change(store: GraphStore, said: JudgementFile, version: Quad) -> Change:
    """Return what puts all links in the place of those that there are."""
    readings = list(load_readings(store))
    links = resolve_links(readings, said.judgements)
    directory = to_directory_quads(readings, links.same, load_vocabulary_names(store))
    judged = {to_text(quad.object) for quad in store.find_quads(JUDGEMENTS, None, JUDGES)}
    judged |= {judgement.target for judgement in said.judgements}
    rejected = (one.target for one in links.judged if one.standing is Standing.REJECTED)
    edges = to_edge_step(store, judged, rejected)
    judgements = to_judgement_quads(said.judgements, said.checksum)
    return Change(
        drop=(DERIVED, JUDGEMENTS),
        remove=edges.remove,
        add=(version, *to_link_quads(links), *directory, *judgements, *edges.add),
    )


def _find_judgement_version(store: GraphStore) -> str:
    """Return the checksum of the file whose judgements the store holds; empty if it holds none."""
    return next((to_text(quad.object) for quad in store.find_quads(JUDGEMENTS, JUDGEMENTS, VERSION)), "")


def _is_read(source: Source, known: Source | None, readers: Sequence[str]) -> bool:
    return known is not None and known.checksum == source.checksum and known.reader in readers


def _find_checksum(path: str) -> str:
    try:
        return sha256(Path(path).read_bytes()).hexdigest()
    except OSError:
        return ""  # no file's checksum: it is read, and the loader says what is wrong


def _to_lasting_error(error: SourceError, was_loaded: bool) -> SourceError:
    if not was_loaded:
        return error
    return SourceError(error.path, f"{error.what} What it held before is kept; `policygraph withdraw` takes it out.")


def _is_meant(path: str, wish: str) -> bool:
    wish = PurePath(os.path.normpath(wish)).as_posix()
    return path == wish or path.startswith(f"{wish}/") or fnmatchcase(path, wish)
