"""From source files to readings, in this process or in many; a fault costs its own file and no other."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from ...extraction import extract_readings
from ...extraction.recognisers import load_recogniser
from ...loaders import load_documents
from ...model.document import Document
from ...model.errors import SourceError
from ...model.reading import Reading
from ...model.reading_options import RULES_ALONE, ReadingOptions
from ..quads.reading_order import order_reading

# Files under way at once: enough to keep every worker busy, few enough to hold their results in memory.
_UNDER_WAY = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceReading:
    """What one file holds: at least one letter. `errors` say what kept parts of it, as a mail has them, from it."""

    path: str
    readings: tuple[Reading, ...]
    errors: tuple[SourceError, ...] = ()


_Read = Callable[[str], SourceReading | SourceError]


def read_sources(
    paths: Sequence[str], executor: Executor | None = None, options: ReadingOptions = RULES_ALONE
) -> Iterator[SourceReading | SourceError]:
    """Yield what each file holds or why it could not be read, in the order of `paths`."""
    read = partial(_read_source, options=options)
    if executor is None:
        yield from map(read, paths)
    else:
        yield from _read_with(executor, paths, read)


def _read_source(path: str, options: ReadingOptions) -> SourceReading | SourceError:
    try:
        documents = load_documents(Path(path), ocr=options.ocr)
        recognise = load_recogniser(options.recogniser) if options.recogniser else None
        whole = [document for document in documents if isinstance(document, Document)]
        found = [each for document in whole for each in extract_readings(document, recognise)]
    except SourceError as error:
        return error
    except Exception as error:  # One letter that a rule trips over must not cost the other thousand.
        what = f"a fault in PolicyGraph kept it from being read ({type(error).__name__}: {error})."
        return SourceError(path, f"{what} Please report it with the file, if you may pass it on.")
    errors = tuple(part for part in documents if isinstance(part, SourceError))
    if not found:
        return (
            errors[0]
            if errors
            else SourceError(
                path,
                "this does not look like a letter: no date, reference, addressee, salutation or closing was "
                "found. Check that it is the right file and that its text is complete.",
            )
        )
    return SourceReading(path=path, readings=tuple(map(order_reading, found)), errors=errors)


def _read_with(executor: Executor, paths: Sequence[str], read: _Read) -> Iterator[SourceReading | SourceError]:
    under_way: deque[tuple[str, Future[SourceReading | SourceError] | None]] = deque()
    with _CarefulReader(read) as careful:
        for path in paths:
            under_way.append((path, _submit(executor, path, read)))
            if len(under_way) == _UNDER_WAY:
                yield _wait(careful, *under_way.popleft())
        while under_way:
            yield _wait(careful, *under_way.popleft())


def _submit(executor: Executor, path: str, read: _Read) -> Future[SourceReading | SourceError] | None:
    try:
        return executor.submit(read, path)
    except BrokenExecutor:
        return None


def _wait(
    careful: "_CarefulReader", path: str, future: Future[SourceReading | SourceError] | None
) -> SourceReading | SourceError:
    if future is None:
        return careful.read(path)
    try:
        return future.result()
    except Exception:
        # `_read_source` raises nothing: its worker died, and with a pool of processes all others of the
        # pool too. Which file it was shows when they are read one by one.
        return careful.read(path)


class _CarefulReader:
    """Reads one file at a time in another process, so that it is known which file ended it."""

    def __init__(self, read: _Read) -> None:
        self._read = read
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> "_CarefulReader":
        return self

    def __exit__(self, *_: object) -> None:
        self._close()

    def read(self, path: str) -> SourceReading | SourceError:
        if self._pool is None:
            # The store's own threads do not survive a fork.
            self._pool = ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn"))
        try:
            return self._pool.submit(self._read, path).result()
        except BrokenExecutor:
            self._close()
            return SourceError(
                path,
                "the process that read it was ended, most likely for want of memory. "
                "Close other programs or split the file, then load it again.",
            )

    def _close(self) -> None:
        if self._pool is not None:
            self._pool.shutdown()
            self._pool = None
