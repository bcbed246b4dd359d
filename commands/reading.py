"""The commands that read letters: into a store, out of it again, or without one."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from ..rendering.terminal import open_console, print_renderable
from .ending import finish
from .options import DEFAULT_STORE, Ocr, Paths, Recogniser, Store, Workers, find_reading_options

Json = Annotated[bool, typer.Option("--json", help="Print a JSON object a line, for other programs.")]
Judgements = Annotated[
    Path | None,
    typer.Option(metavar="FILE", exists=True, dir_okay=False, help="Replay what analysts have said in this file."),
]


def load(
    paths: Paths,
    store: Store = DEFAULT_STORE,
    ocr: Ocr = False,
    recogniser: Recogniser = None,
    workers: Workers = 1,
) -> None:
    """Read letters into the store.

    Letters that have not changed are skipped; what a changed file held before is replaced.

    \b
    Examples:
      policygraph load letters/
      policygraph load letter.txt 'more/*.txt' --store my-store --workers 4
      policygraph load scans/ --ocr
    """
    from ..graph.loading.build import build_graph
    from ..graph.loading.source_files import find_sources
    from ..graph.loading.workers import open_workers
    from ..graph.storage.store import open_for_writing
    from ..rendering.progress import show_progress
    from ..rendering.summary import render_load

    options = find_reading_options(ocr=ocr, recogniser=recogniser)
    with (
        open_for_writing(store) as graph,
        open_workers(workers) as executor,
        show_progress(open_console(sys.stderr), "Reading letters") as on_progress,
    ):
        report = build_graph(graph, find_sources(paths), options=options, executor=executor, on_progress=on_progress)
    print_renderable(render_load(report, new_store=graph.path if graph.is_new else None), sys.stdout)
    finish(report.errors)


def withdraw(paths: Paths, store: Store = DEFAULT_STORE) -> None:
    """Take out of the store what was loaded from these files.

    \b
    Examples:
      policygraph withdraw letters/letter.txt
      policygraph withdraw letters/ --store my-store
    """
    from ..graph.loading.build import withdraw_sources
    from ..graph.storage.store import open_existing
    from ..rendering.summary import render_withdrawal

    with open_existing(store) as graph:
        report = withdraw_sources(graph, paths)
    print_renderable(render_withdrawal(report), sys.stdout)
    finish(report.errors)


def extract(
    paths: Paths,
    as_json: Json = False,
    ocr: Ocr = False,
    recogniser: Recogniser = None,
    judgements: Judgements = None,
    workers: Workers = 1,
) -> None:
    """Read letters without a store and print what they hold.

    \b
    Examples:
      policygraph extract letters/letter.txt
      policygraph extract letters/ --json > letters.jsonl
      policygraph extract letters/ --recogniser spacy:my-model
      policygraph extract letters/ --json --judgements policygraph-store.judgements.txt
    """
    from ..graph.extract_json import to_json_lines
    from ..graph.judging.judgement_file import load_judgements
    from ..graph.loading.extract import extract_letters
    from ..graph.loading.source_files import find_sources
    from ..graph.loading.workers import open_workers
    from ..rendering.outline import render_outline
    from ..rendering.progress import show_progress

    options = find_reading_options(ocr=ocr, recogniser=recogniser)
    said = load_judgements(judgements) if judgements else None
    with (
        open_workers(workers) as executor,
        show_progress(open_console(sys.stderr), "Reading letters") as on_progress,
    ):
        found = extract_letters(
            find_sources(paths),
            options=options,
            executor=executor,
            on_progress=on_progress,
            judgements=said.judgements if said else (),
        )
    if as_json:
        lines = to_json_lines(found.letters, found.links, is_judged=said is not None)
        sys.stdout.writelines(f"{line}\n" for line in lines)
    else:
        print_renderable(render_outline(found), sys.stdout)
    finish([*found.errors, *(said.errors if said else ())])
