"""One measurement: a reader over a folder of letters, in this process on one core, as a line of JSON.

It leaves the comparison to `comparison`, which starts one process a reader so that peak memory is its own.
"""

import json
import os
import resource
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter, process_time

from policygraph.benchmarks.readers import load_reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """What a reader took: seconds by the clock and of the processor, megabytes at its peak; and what it found."""

    setup: float
    seconds: float
    processor: float
    peak: float
    found: int


def measure(name: str, folder: Path, model: str | None = None) -> Measurement:
    """Run the reader `name` over the files of `folder` once and return what it took.

    It reads the first file once before, so that what is loaded once (such as the vocabulary) counts as getting ready.
    """
    paths = sorted(folder.iterdir())
    started = perf_counter()
    read = load_reader(name, model)
    read(paths[:1])
    ready, worked = perf_counter(), process_time()
    found = read(paths)
    return Measurement(
        setup=ready - started,
        seconds=perf_counter() - ready,
        processor=process_time() - worked,
        peak=find_peak_memory(),
        found=found,
    )


def find_peak_memory() -> float:
    """Return the most memory that this process has held, in megabytes (10^6 bytes).

    Linux counts what the starting process held into `ru_maxrss`, but not into the high-water mark of proc(5).
    """
    status = Path("/proc/self/status")
    if status.exists():
        mark = next(line for line in status.read_text("ascii").splitlines() if line.startswith("VmHWM:"))
        return int(mark.split()[1]) * 1024 / 1e6
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def stay_on_one_core() -> None:
    """Keep this process and the libraries in it on one core, where the system allows to say so."""
    os.environ["OMP_NUM_THREADS"] = "1"
    if sys.platform == "linux":
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


if __name__ == "__main__":
    stay_on_one_core()
    print(json.dumps(asdict(measure(sys.argv[1], Path(sys.argv[2]), sys.argv[3] if len(sys.argv) > 3 else None))))
