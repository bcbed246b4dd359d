"""The commands that check: the store against its shapes, what is found against what people have marked."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from ..model.errors import SourceError
from ..rendering.terminal import open_console, print_renderable
from .credentials import ask_credentials
from .ending import finish
from .options import DEFAULT_ADDRESS, Address, Ocr, Recogniser, Workers, find_reading_options

Gold = Annotated[Path, typer.Argument(metavar="FOLDER", help="Letters, each beside a file that says what it holds.")]
Misses = Annotated[bool, typer.Option("--misses", help="Name every miss and every false find.")]
Write = Annotated[bool, typer.Option("--write", help="Keep the record of each rule, to show it with every fact.")]


def validate(store: Address = DEFAULT_ADDRESS) -> None:
    """Check the shapes of the store and every quote in it.

    \b
    Examples:
      policygraph validate
      policygraph validate --store my-store
    """
    from ..graph.opening import open_graph
    from ..graph.validation import validate_store
    from ..rendering.faults import render_faults

    with open_graph(store, ask_credentials) as graph:
        faults = validate_store(graph)
    print_renderable(render_faults(faults), sys.stdout)
    if faults:
        raise typer.Exit(1)


def evaluate(
    folder: Gold,
    misses: Misses = False,
    write: Write = False,
    ocr: Ocr = False,
    recogniser: Recogniser = None,
    workers: Workers = 1,
) -> None:
    """Measure what is found against what people have marked.

    docs/annotation.md shows how letters are marked.

    \b
    Examples:
      policygraph evaluate my-letters/
      policygraph evaluate my-letters/ --misses --workers 4
      policygraph evaluate my-letters/ --recogniser spacy:my-model
    """
    from ..evaluation.gold import load_gold
    from ..evaluation.measurement import evaluate as measure
    from ..evaluation.report import render_report
    from ..evaluation.rule_record import write_rule_record
    from ..graph.loading.workers import open_workers
    from ..rendering.progress import show_progress

    options = find_reading_options(ocr=ocr, recogniser=recogniser)
    errors: list[SourceError] = []
    gold = load_gold(folder, errors=errors)
    with (
        open_workers(workers) as executor,
        show_progress(open_console(sys.stderr), "Reading letters") as on_progress,
    ):
        evaluation = measure(gold, options=options, executor=executor, on_progress=on_progress)
    sys.stdout.write(render_report(evaluation, misses=misses))
    if write:
        write_rule_record(evaluation.rules)
    finish(errors)
    if evaluation.errors:  # the report has named them
        raise typer.Exit(1)
