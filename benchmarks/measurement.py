"""One measurement: a reader over a folder of letters, in this process on one core, as a line of JSON.

It leaves the comparison to `comparison`, which starts one process a reader so that peak memory is its own.
"""

import json
import os
import resource
import sys
import tempfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from time import perf_counter, process_time

from policygraph.benchmarks.letters import build_letters

Reader = Callable[[list[Path]], int]


def load_policygraph() -> Reader:
    """Return PolicyGraph's reader: from files to letters, entities and statements; counts the entities."""
    from policygraph.graph.source_reading import SourceReading, read_sources

    def read(paths: list[Path]) -> int:
        found = read_sources([str(path) for path in paths])
        sources = (result for result in found if isinstance(result, SourceReading))
        return sum(len(reading.entities) for source in sources for reading in source.readings)

    return _warm_up(read)


def load_policygraph_store() -> Reader:
    """Return PolicyGraph's whole way: the same, linked, and written to a store on disk."""
    from policygraph.graph.build import build_graph
    from policygraph.graph.source_files import find_sources
    from policygraph.graph.store import open_for_writing

    def read(paths: list[Path]) -> int:
        with tempfile.TemporaryDirectory() as folder, open_for_writing(Path(folder, "store")) as store:
            report = build_graph(store, find_sources([str(path) for path in paths]))
            return sum(number for _, number in report.summary.entities)

    return _warm_up(read)


def _warm_up(read: Reader) -> Reader:
    """Read one letter, so that what is loaded once (such as the vocabulary) counts as getting ready."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "letter.txt")
        path.write_text(build_letters(1, seed=0)[0], "utf-8")
        read([path])
    return read


def load_spacy(model: str | None) -> Reader:
    """Return spaCy's blank English tokenizer, or the entity recogniser of the model folder."""
    spacy = import_module("spacy")  # only `make bench` installs it: a type checker does without
    if model is None:
        pipeline = spacy.blank("en")
    else:
        pipeline = spacy.load(model, exclude=["tagger", "parser", "attribute_ruler", "lemmatizer"])

    def read(paths: list[Path]) -> int:
        documents = pipeline.pipe(path.read_text("utf-8") for path in paths)
        return sum(len(document if model is None else document.ents) for document in documents)

    return _warm_up(read)


def measure(name: str, folder: Path, model: str | None) -> dict[str, float | int | str]:
    """Run the reader `name` over `folder` once and return what it took."""
    started = perf_counter()
    readers: dict[str, Callable[[], Reader]] = {
        "policygraph": load_policygraph,
        "policygraph-store": load_policygraph_store,
        "spacy-blank": lambda: load_spacy(None),
        "spacy-model": lambda: load_spacy(model),
    }
    read = readers[name]()
    ready, worked = perf_counter(), process_time()
    found = read(sorted(folder.glob("*.txt")))
    return {
        "setup": ready - started,
        "seconds": perf_counter() - ready,
        "processor": process_time() - worked,
        "found": found,
        "peak": find_peak_memory(),
    }


def find_peak_memory() -> float:
    """Return the most memory that this process has held, in megabytes (10^6 bytes)."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def stay_on_one_core() -> None:
    """Keep this process and the libraries in it on one core, where the system allows to say so."""
    os.environ["OMP_NUM_THREADS"] = "1"
    if sys.platform == "linux":
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


if __name__ == "__main__":
    stay_on_one_core()
    print(json.dumps(measure(sys.argv[1], Path(sys.argv[2]), sys.argv[3] if len(sys.argv) > 3 else None)))
