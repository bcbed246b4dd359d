"""The command line: each command parses, calls one function and prints what it returned.

Exit codes: 0 all done; 1 something could not be read or done, the rest is done and kept; 2 wrong usage.
The libraries behind a command are imported when it runs, so that `policygraph --help` stays quick.
"""

import sys
from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .model.errors import PolicyGraphError, SourceError
from .rendering.command_options import DEFAULT_STORE, Store
from .rendering.judging_commands import add_judging_commands
from .rendering.terminal import drop_output, open_console, prepare_streams, print_renderable

if TYPE_CHECKING:
    from .model.reading_options import ReadingOptions


class Format(StrEnum):
    """How the answer to a saved question is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def _complete_query(incomplete: str) -> list[str]:
    from .queries.catalogue import load_catalogue

    return [name for name in load_catalogue() if name.startswith(incomplete)]


def _complete_letter(context: typer.Context, incomplete: str) -> list[str]:
    from .graph.build import open_loaded
    from .graph.source_register import load_sources

    try:
        with open_loaded(context.params.get("store") or DEFAULT_STORE) as graph:
            return [path for path in load_sources(graph) if path.startswith(incomplete)]
    except PolicyGraphError:
        return []  # there is no store yet, or it is in use


def _print_version(is_wanted: bool) -> None:
    if is_wanted:
        print(f"policygraph {version('policygraph')}")
        raise typer.Exit


Paths = Annotated[list[str], typer.Argument(metavar="PATH", help="Files, folders or patterns such as 'letters/*.txt'.")]
Workers = Annotated[int, typer.Option(metavar="N", min=1, help="Processes that read letters side by side.")]
Ocr = Annotated[bool, typer.Option("--ocr", help="Recognise the words of scans, with OCRmyPDF where it is installed.")]
Recogniser = Annotated[
    str | None,
    typer.Option(metavar="NAME:ARGUMENT", help="Let a recogniser find names besides the rules, as spacy:FOLDER."),
]
Gold = Annotated[Path, typer.Argument(metavar="FOLDER", help="Letters, each beside a file that says what it holds.")]
Misses = Annotated[bool, typer.Option("--misses", help="Name every miss and every false find.")]
Write = Annotated[bool, typer.Option("--write", help="Keep the record of each rule, to show it with every fact.")]
Json = Annotated[bool, typer.Option("--json", help="Print a JSON object a line, for other programs.")]
Name = Annotated[list[str], typer.Argument(metavar="NAME", help="A name, another form of it or an acronym.")]
Words = Annotated[list[str], typer.Argument(metavar="WORDS", help="Words, or phrases in quotes.")]
Letters = Annotated[
    list[str],
    typer.Argument(metavar="LETTER", help="A file, IRI, date or reference.", autocompletion=_complete_letter),
]
Output = Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="What to write: a .docx or .md file.")]
Force = Annotated[bool, typer.Option("--force", help="Overwrite the file if it is there.")]
Since = Annotated[
    datetime | None,
    typer.Option(metavar="DATE", formats=["%Y-%m-%d"], help="Letters dated from this day on, as 2024-03-05."),
]
Today = Annotated[
    datetime | None,
    typer.Option(metavar="DATE", formats=["%Y-%m-%d"], help="The day to count to; the machine's date if not given."),
]
QueryName = Annotated[
    str | None,
    typer.Argument(metavar="NAME", help="A saved question.", autocompletion=_complete_query),
]
Values = Annotated[list[str] | None, typer.Argument(metavar="PARAMETER=VALUE", help="Values that the question takes.")]
OutputFormat = Annotated[Format, typer.Option("--format", help="How the answer is printed.")]
Version = Annotated[bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")]
Judgements = Annotated[
    Path | None,
    typer.Option(metavar="FILE", exists=True, dir_okay=False, help="Replay what analysts have said in this file."),
]

app = typer.Typer(
    name="policygraph",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def start(is_version_wanted: Version = False) -> None:
    """Read official correspondence into a knowledge graph in which every edge opens its sentence.

    \b
    Start with:
      policygraph load letters/
      policygraph query correspondence
    """


@app.command()
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
    from .graph.build import build_graph
    from .graph.source_files import find_sources
    from .graph.store import open_for_writing
    from .graph.workers import open_workers
    from .rendering.progress import show_progress
    from .rendering.summary import render_load

    options = _find_options(ocr=ocr, recogniser=recogniser)
    with (
        open_for_writing(store) as graph,
        open_workers(workers) as executor,
        show_progress(open_console(sys.stderr), "Reading letters") as on_progress,
    ):
        report = build_graph(graph, find_sources(paths), options=options, executor=executor, on_progress=on_progress)
    print_renderable(render_load(report, new_store=graph.path if graph.is_new else None), sys.stdout)
    _finish(report.errors)


@app.command()
def withdraw(paths: Paths, store: Store = DEFAULT_STORE) -> None:
    """Take out of the store exactly what was loaded from these files.

    \b
    Examples:
      policygraph withdraw letters/letter.txt
      policygraph withdraw letters/ --store my-store
    """
    from .graph.build import withdraw_sources
    from .graph.store import open_existing
    from .rendering.summary import render_withdrawal

    with open_existing(store) as graph:
        report = withdraw_sources(graph, paths)
    print_renderable(render_withdrawal(report), sys.stdout)
    _finish(report.errors)


@app.command()
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
    from .graph.extract import extract_letters
    from .graph.extract_json import to_json_lines
    from .graph.judgement_file import load_judgements
    from .graph.source_files import find_sources
    from .graph.workers import open_workers
    from .rendering.outline import render_outline
    from .rendering.progress import show_progress

    options = _find_options(ocr=ocr, recogniser=recogniser)
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
    _finish([*found.errors, *(said.errors if said else ())])


@app.command()
def show(name: Name, store: Store = DEFAULT_STORE) -> None:
    """Show what is known of a person, body, law or other name.

    \b
    Examples:
      policygraph show Ruth Ashby
      policygraph show NRM
    """
    from .graph.build import open_loaded
    from .graph.entity_card import find_cards
    from .rendering.card import render_cards, to_missing_message

    wish = " ".join(name)
    with open_loaded(store) as graph:
        found = find_cards(graph, wish)
    if not found.cards:
        print(to_missing_message(wish, found.nearest), file=sys.stderr)
        raise typer.Exit(1)
    print_renderable(render_cards(found.cards), sys.stdout)


@app.command()
def search(words: Words, store: Store = DEFAULT_STORE) -> None:
    """Find every sentence that has some words.

    Each comes with a citation to copy. A sentence must have all the words.

    \b
    Examples:
      policygraph search returns scheme
      policygraph search '"risk assessment" victim'
    """
    from .graph.build import open_loaded
    from .graph.sentence_search import search_sentences
    from .rendering.sentences import render_sentences

    wish = " ".join(words)
    with open_loaded(store) as graph:
        found = search_sentences(graph, wish)
    print_renderable(render_sentences(found, wish), sys.stdout)


@app.command()
def query(
    name: QueryName = None,
    values: Values = None,
    output_format: OutputFormat = Format.TABLE,
    store: Store = DEFAULT_STORE,
) -> None:
    """Ask a saved question; without a name, list them all.

    \b
    Examples:
      policygraph query
      policygraph query correspondence
      policygraph query correspondence name=Ashby --format csv > letters.csv
    """
    from .graph.build import open_loaded
    from .queries.answer import run_query
    from .queries.catalogue import load_catalogue
    from .rendering.catalogue import render_catalogue
    from .rendering.table import TableForReaders, to_csv, to_json

    if name is None:
        print_renderable(render_catalogue(load_catalogue().values()), sys.stdout)
        return
    with open_loaded(store) as graph:
        table = run_query(graph, name, _parse_values(values or []))
    if output_format is Format.TABLE:
        print_renderable(TableForReaders(table), sys.stdout)
    else:
        sys.stdout.write(to_csv(table) if output_format is Format.CSV else to_json(table))


@app.command()
def news(since: Since = None, today: Today = None, store: Store = DEFAULT_STORE) -> None:
    """Tell what is new since the last load, a line each.

    New letters and asks, promises with due dates, asks whose status changed, promises now overdue, and files that could
    not be read. With --since, what the letters dated from that day on bring, whenever they were loaded.

    \b
    Examples:
      policygraph news
      policygraph news --since 2024-03-05
    """
    from .graph.build import open_loaded
    from .graph.news import find_news
    from .rendering.news import render_news

    with open_loaded(store) as graph:
        found = find_news(graph, today=_to_day(today) or date.today(), since=_to_day(since))
    print(render_news(found))


@app.command("follow-up")
def follow_up(
    letters: Letters, output: Output, force: Force = False, today: Today = None, store: Store = DEFAULT_STORE
) -> None:
    """Write the open asks of letters as the draft of the next letter.

    Each ask comes with its own words, the letter's date and reference, the days that it waits and what the replies
    said. A file means all letters in it. Only asks whose acceptance or refusal an analyst has confirmed are left out.

    \b
    Examples:
      policygraph follow-up letters/letter.txt -o follow-up.docx
      policygraph follow-up "5 March 2024" MIN/0234931/22 -o follow-up.md --force
    """
    from .graph.build import open_loaded
    from .graph.follow_up import find_follow_up
    from .rendering.follow_up_file import find_output_fault, write_follow_up
    from .rendering.phrases import render_number

    if fault := find_output_fault(output, force=force):
        raise typer.BadParameter(fault)
    with open_loaded(store) as graph:
        found = find_follow_up(graph, letters, today=_to_day(today) or date.today())
    if not found.asks:
        print(f"{', '.join(letters)}: nothing that is asked for here is open. No file was written.", file=sys.stderr)
        raise typer.Exit(1)
    write_follow_up(found, output)
    print(f"{output}: {render_number(len(found.asks), 'open ask')}")


@app.command()
def validate(store: Store = DEFAULT_STORE) -> None:
    """Check the shapes of the store and every quote in it.

    \b
    Examples:
      policygraph validate
      policygraph validate --store my-store
    """
    from .graph.build import open_loaded
    from .graph.validation import validate_store
    from .rendering.faults import render_faults

    with open_loaded(store) as graph:
        faults = validate_store(graph)
    print_renderable(render_faults(faults), sys.stdout)
    if faults:
        raise typer.Exit(1)


@app.command()
def evaluate(
    folder: Gold,
    misses: Misses = False,
    write: Write = False,
    ocr: Ocr = False,
    recogniser: Recogniser = None,
    workers: Workers = 1,
) -> None:
    """Measure what is found against what people have marked in letters.

    docs/annotation.md shows how letters are marked.

    \b
    Examples:
      policygraph evaluate my-letters/
      policygraph evaluate my-letters/ --misses --workers 4
      policygraph evaluate my-letters/ --recogniser spacy:my-model
    """
    from .evaluation.gold import load_gold
    from .evaluation.measurement import evaluate as measure
    from .evaluation.report import render_report
    from .evaluation.rule_record import write_rule_record
    from .graph.workers import open_workers
    from .rendering.progress import show_progress

    options = _find_options(ocr=ocr, recogniser=recogniser)
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
    _finish(errors)
    if evaluation.errors:  # the report has named them
        raise typer.Exit(1)


add_judging_commands(app)


def main() -> None:
    """Run the command line."""
    prepare_streams()
    try:
        try:
            app(prog_name="policygraph")
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        drop_output()
        sys.exit(1)
    except PolicyGraphError as error:
        print(error, file=sys.stderr)
        sys.exit(1)


def _find_options(*, ocr: bool, recogniser: str | None) -> "ReadingOptions":
    """Return what is asked for; a recogniser that cannot be started ends the command before it has done anything."""
    from .model.reading_options import ReadingOptions

    if recogniser is not None:
        from .extraction.recognisers import load_recogniser

        load_recogniser(recogniser)
    return ReadingOptions(ocr=ocr, recogniser=recogniser)


def _parse_values(values: Sequence[str]) -> dict[str, str]:
    """Return `name=value` arguments as a mapping; anything else is wrong usage."""
    for value in values:
        if "=" not in value:
            raise typer.BadParameter(f"{value}: write PARAMETER=VALUE, for example name=Ashby.")
    return dict(value.split("=", 1) for value in values)


def _to_day(when: datetime | None) -> date | None:
    return None if when is None else when.date()


def _finish(errors: Sequence[SourceError]) -> None:
    """Name what could not be read; if there is anything, end with 1."""
    for error in errors:
        print(error, file=sys.stderr)
    if errors:
        raise typer.Exit(1)


if __name__ == "__main__":
    main()
