"""Worker processes for reading files: one pool for a command, gone when the command ends."""

import signal
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context


@contextmanager
def open_workers(number: int) -> Iterator[Executor | None]:
    """Yield what reads files in that many processes, or None for this process alone."""
    if number == 1:
        yield None
        return
    # Spawned, not forked: the store's own threads do not survive a fork. Ctrl-C is for the parent to handle: all
    # processes start at once, while it is ignored, which they take over from their first moment on.
    pool = ProcessPoolExecutor(number, get_context("spawn"))
    handler = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        for _ in range(number):
            pool.submit(int)
    finally:
        signal.signal(signal.SIGINT, handler)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)
