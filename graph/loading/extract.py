"""Letters, and what links them, straight from files: what a store would hold of them, without one."""

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace

from ...model.errors import SourceError
from ...model.judgement import Judgement, Standing
from ...model.link import Links
from ...model.reading import Reading
from ...model.reading_options import RULES_ALONE, ReadingOptions
from ...resolution import resolve_links
from ...resolution.judgements import drop_rejected
from ..storage.source_register import find_kept, from_variant, to_variant
from .source_files import SourceSelection
from .source_reading import SourceReading, read_sources


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcedReading:
    """A letter's reading with the paths of all files that hold the letter, in order."""

    reading: Reading
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """The letters of some files in the order of their IRIs, what links them, and what could not be read.

    What analysts have rejected is left out.
    """

    letters: tuple[SourcedReading, ...]
    links: Links
    errors: tuple[SourceError, ...]


def extract_letters(
    selection: SourceSelection,
    *,
    options: ReadingOptions = RULES_ALONE,
    executor: Executor | None = None,
    on_progress: Callable[[int, int], None] = lambda done, total: None,
    judgements: Sequence[Judgement] = (),
) -> Extract:
    """Read the selected files; `options`, `executor` and `on_progress` are as for `build_graph`.

    `judgements` count as they do in a store.
    """
    errors = list(selection.errors)
    found: dict[str, list[tuple[str, Reading]]] = {}
    total = len(selection.paths)
    on_progress(0, total)
    for done, result in enumerate(read_sources(selection.paths, executor, options), 1):
        if isinstance(result, SourceReading):
            for reading in result.readings:
                found.setdefault(reading.letter.iri, []).append((result.path, reading))
            errors.extend(result.errors)
        else:
            errors.append(result)
        on_progress(done, total)
    letters = tuple(_merge(same) for _, same in sorted(found.items()))
    links = resolve_links([letter.reading for letter in letters], judgements)
    rejected = {one.target for one in links.judged if one.standing is Standing.REJECTED}
    seen = tuple(replace(letter, reading=drop_rejected(letter.reading, rejected)) for letter in letters)
    return Extract(letters=seen, links=links, errors=tuple(errors))


def _merge(same: list[tuple[str, Reading]]) -> SourcedReading:
    readings = [reading for _, reading in same]
    kept = readings[0] if len(readings) == 1 else from_variant(find_kept(map(to_variant, readings)))
    return SourcedReading(reading=kept, sources=tuple(sorted({path for path, _ in same})))
