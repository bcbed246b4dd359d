"""The commands that follow up what was asked and promised."""

import sys
from datetime import date, datetime
from typing import Annotated

import typer

from ..model.errors import PolicyGraphError
from .credentials import ask_credentials
from .options import DEFAULT_ADDRESS, Address, Force, Output, Today, to_day


def _complete_letter(context: typer.Context, incomplete: str) -> list[str]:
    from ..graph.opening import open_graph
    from ..graph.storage.source_register import load_sources

    try:
        with open_graph(context.params.get("store") or DEFAULT_ADDRESS) as graph:
            return [path for path in load_sources(graph) if path.startswith(incomplete)]
    except PolicyGraphError:
        return []  # there is no store yet, or it is in use


Letters = Annotated[
    list[str],
    typer.Argument(metavar="LETTER", help="A file, IRI, date or reference.", autocompletion=_complete_letter),
]
Since = Annotated[
    datetime | None,
    typer.Option(metavar="DATE", formats=["%Y-%m-%d"], help="Letters dated from this day on, as 2024-03-05."),
]


def news(since: Since = None, today: Today = None, store: Address = DEFAULT_ADDRESS) -> None:
    """Tell what is new since the last load, a line each.

    New letters and asks, promises with due dates, asks whose status changed, promises now overdue, and files that could
    not be read. With --since, what the letters dated from that day on bring, whenever they were loaded.

    \b
    Examples:
      policygraph news
      policygraph news --since 2024-03-05
    """
    from ..graph.news import find_news
    from ..graph.opening import open_graph
    from ..rendering.news import render_news

    with open_graph(store, ask_credentials) as graph:
        found = find_news(graph, today=to_day(today) or date.today(), since=to_day(since))
    print(render_news(found))


def follow_up(
    letters: Letters, output: Output, force: Force = False, today: Today = None, store: Address = DEFAULT_ADDRESS
) -> None:
    """Write the open asks of letters as a draft of the next one.

    Each ask comes with its own words, the letter's date and reference, the days that it waits and what the replies
    said. A file means all letters in it. Only asks whose acceptance or refusal an analyst has confirmed are left out.

    \b
    Examples:
      policygraph follow-up letters/letter.txt -o follow-up.docx
      policygraph follow-up "5 March 2024" CT/2025/4 -o follow-up.md --force
    """
    from ..graph.follow_up import find_follow_up
    from ..graph.opening import open_graph
    from ..rendering.follow_up_file import SUFFIXES, write_follow_up
    from ..rendering.output_file import find_output_fault
    from ..rendering.phrases import render_number

    if fault := find_output_fault(output, SUFFIXES, force=force):
        raise typer.BadParameter(fault)
    with open_graph(store, ask_credentials) as graph:
        found = find_follow_up(graph, letters, today=to_day(today) or date.today())
    if not found.asks:
        print(f"{', '.join(letters)}: nothing that is asked for here is open. No file was written.", file=sys.stderr)
        raise typer.Exit(1)
    write_follow_up(found, output)
    print(f"{output}: {render_number(len(found.asks), 'open ask')}")
