"""Saved questions on generated graphs: how long loading takes, and how long each question, beside rdflib in memory.

`python -m policygraph.benchmarks.questions` prints a table for 1,000 and one for 100,000 letters: each question with
entities or statements from all over the graph, the first hundred rows of what it answers to all, and, at 1,000 letters,
the whole of that, which is what rdflib is asked too. Times are the processor's, so that other work on the machine does
not count; a question that takes longer than a minute is given up.
"""

import argparse
import multiprocessing
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import process_time

import pyoxigraph
from policygraph.benchmarks.graphs import build_quads
from policygraph.graph.quads.description import to_text
from policygraph.graph.quads.terms import DERIVED, KIND, STATEMENT_CLASSES, TYPE
from policygraph.graph.storage.store import GraphStore, open_for_reading, open_for_writing
from policygraph.graph.storage.vocabulary_graph import load_vocabulary_graph
from policygraph.model.statement import Polarity
from policygraph.queries.answer import run_query
from policygraph.queries.binding import bind
from policygraph.queries.catalogue import load_catalogue
from policygraph.queries.parameters import to_values
from policygraph.queries.saved_query import ParameterType, SavedQuery
from policygraph.queries.sparql_backend import SparqlBackend, to_term
from rdflib import Dataset

_PATIENCE = 60
_SAMPLES = 20
_FIRST = 100


def load_graph(folder: Path, letters: int) -> str:
    """Fill a store with a generated graph and tell how long that took."""
    quads = list(build_quads(letters)) if letters <= 1000 else build_quads(letters)
    started = process_time()
    with open_for_writing(folder) as store:
        pyoxigraph.Store.bulk_extend(store._graph, quads)
        load_vocabulary_graph(store)
        store._graph.optimize()  # what a load of many letters has done bit by bit
        size = len(store._graph)
    return f"{letters:,} letters, {size:,} RDF statements, {size / (process_time() - started):,.0f} a second"


def find_samples(store: GraphStore, query: SavedQuery) -> list[dict[str, str]]:
    """Return sets of parameters with one entity or statement each, from all over the graph, if it takes one."""
    for parameter in query.parameters:
        if parameter.type is ParameterType.ENTITY:
            kinds = {kind.value for kind in parameter.kinds}
            found = [
                quad for quad in store.find_quads(DERIVED, None, KIND) if not kinds or to_text(quad.object) in kinds
            ]
        elif parameter.type is ParameterType.STATEMENT:
            found = list(store.find_quads(None, None, TYPE, STATEMENT_CLASSES[Polarity.AFFIRMED]))
        else:
            continue
        iris = sorted({to_text(quad.subject) for quad in found})
        return [{parameter.name: iri} for iri in iris[:: max(1, len(iris) // _SAMPLES)][:_SAMPLES]]
    return []


def find_general(store: GraphStore, query: SavedQuery) -> dict[str, str]:
    """Return the parameters of a question to all: none, or one sample where it must have one."""
    return {} if all(each.default is not None for each in query.parameters) else find_samples(store, query)[0]


def measure_samples(folder: Path, query: SavedQuery) -> list[float]:
    """Return what each of a question's samples takes, with names found and passages quoted."""
    with open_for_reading(folder) as store:
        return [_measure_answer(store, query, given, first=None) for given in find_samples(store, query)]


def measure_first(folder: Path, query: SavedQuery) -> list[float]:
    """Return what the first rows of a question to all take, asked three times."""
    with open_for_reading(folder) as store:
        return [_measure_answer(store, query, find_general(store, query), first=_FIRST) for _ in range(3)]


def measure_whole(folder: Path, query: SavedQuery) -> list[float]:
    """Return what the whole answer to a question to all takes."""
    with open_for_reading(folder) as store:
        return [_measure_answer(store, query, find_general(store, query), first=None)]


def _measure_answer(store: GraphStore, query: SavedQuery, given: dict[str, str], *, first: int | None) -> float:
    started = process_time()
    run_query(SparqlBackend(store), query, given, first=first)
    return process_time() - started


def measure_rdflib(folder: Path, query: SavedQuery) -> list[float]:
    """Return what the rows of a question to all take with rdflib's own engine over its store in memory."""
    dataset = Dataset()
    with open_for_reading(folder) as store:
        given = find_general(store, query)
        values = to_values(SparqlBackend(store), query, given)
        dataset.parse(
            data=pyoxigraph.serialize(store.find_quads(None), format=pyoxigraph.RdfFormat.N_QUADS), format="nquads"
        )
    text = bind(query.sparql, {each.variable: to_term(values[each.name]) for each in query.parameters})
    started = process_time()
    list(dataset.query(text))
    return [process_time() - started]


def run_within(measure: Callable[[Path, SavedQuery], list[float]], folder: Path, query: SavedQuery) -> str:
    """Return the 95th percentile of what is measured, in a process of its own that is ended when it takes too long."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_measure, args=(measure, folder, query, sender))
    process.start()
    sender.close()
    try:
        times = receiver.recv() if receiver.poll(_PATIENCE) else None
    finally:  # one that has failed has closed its end: EOFError
        process.terminate()
        process.join()
    if times is None:
        return f"over {_PATIENCE} s"
    if not times:
        return "–"
    return f"{quantiles(times, n=20, method='inclusive')[-1] if len(times) > 1 else times[0]:.3f} s"


def _measure(
    measure: Callable[[Path, SavedQuery], list[float]],
    folder: Path,
    query: SavedQuery,
    sender: "multiprocessing.connection.Connection[list[float], None]",
) -> None:
    sender.send(measure(folder, query))


def build_table(letters: int, folder: Path) -> Iterator[str]:
    """Yield the lines of the table for one size; a folder that has a store already is not filled again."""
    yield load_graph(folder, letters) if not folder.exists() else f"{letters:,} letters, loaded before"
    yield ""
    measures = {"with an entity or a statement": measure_samples, f"first {_FIRST} rows": measure_first}
    if letters <= 1000:
        measures |= {"whole": measure_whole, "whole by rdflib in memory": measure_rdflib}
    yield f"| question | {' | '.join(measures)} |"
    yield f"|---|{'---:|' * len(measures)}"
    for query in load_catalogue().values():
        yield f"| `{query.name}` | {' | '.join(run_within(measure, folder, query) for measure in measures.values())} |"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--letters", type=int, nargs="+", default=[1000, 100_000], help="sizes of the graphs")
    parser.add_argument("--keep", type=Path, help="a folder for the stores, which a second run finds there")
    arguments = parser.parse_args()
    with TemporaryDirectory() as passing:
        for letters in arguments.letters:
            for line in build_table(letters, (arguments.keep or Path(passing)) / str(letters)):
                print(line, flush=True)
            print()


if __name__ == "__main__":
    main()
