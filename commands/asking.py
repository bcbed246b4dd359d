"""The commands that ask the store."""

import sys
from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

import typer

from ..rendering.terminal import print_renderable
from .options import DEFAULT_STORE, Store


class Format(StrEnum):
    """How the answer to a saved question is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def _complete_query(incomplete: str) -> list[str]:
    from ..queries.catalogue import load_catalogue

    return [name for name in load_catalogue() if name.startswith(incomplete)]


Name = Annotated[list[str], typer.Argument(metavar="NAME", help="A name, another form of it or an acronym.")]
Words = Annotated[list[str], typer.Argument(metavar="WORDS", help="Words, or phrases in quotes.")]
QueryName = Annotated[
    str | None,
    typer.Argument(metavar="NAME", help="A saved question.", autocompletion=_complete_query),
]
Values = Annotated[list[str] | None, typer.Argument(metavar="PARAMETER=VALUE", help="Values that the question takes.")]
OutputFormat = Annotated[Format, typer.Option("--format", help="How the answer is printed.")]


def show(name: Name, store: Store = DEFAULT_STORE) -> None:
    """Show what is known of a person, body, law or other name.

    \b
    Examples:
      policygraph show Ruth Ashby
      policygraph show NRM
    """
    from ..graph.build import open_loaded
    from ..graph.entity_card import find_cards
    from ..rendering.card import render_cards, to_missing_message

    wish = " ".join(name)
    with open_loaded(store) as graph:
        found = find_cards(graph, wish)
    if not found.cards:
        print(to_missing_message(wish, found.nearest), file=sys.stderr)
        raise typer.Exit(1)
    print_renderable(render_cards(found.cards), sys.stdout)


def search(words: Words, store: Store = DEFAULT_STORE) -> None:
    """Find every sentence that has some words.

    Each comes with a citation to copy. A sentence must have all the words.

    \b
    Examples:
      policygraph search returns scheme
      policygraph search '"risk assessment" victim'
    """
    from ..graph.build import open_loaded
    from ..graph.sentence_search import search_sentences
    from ..rendering.sentences import render_sentences

    wish = " ".join(words)
    with open_loaded(store) as graph:
        found = search_sentences(graph, wish)
    print_renderable(render_sentences(found, wish), sys.stdout)


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
    from ..graph.build import open_loaded
    from ..queries.answer import run_query
    from ..queries.catalogue import load_catalogue
    from ..rendering.catalogue import render_catalogue
    from ..rendering.table import TableForReaders, to_csv, to_json

    if name is None:
        print_renderable(render_catalogue(load_catalogue().values()), sys.stdout)
        return
    with open_loaded(store) as graph:
        table = run_query(graph, name, _parse_values(values or []))
    if output_format is Format.TABLE:
        print_renderable(TableForReaders(table), sys.stdout)
    else:
        sys.stdout.write(to_csv(table) if output_format is Format.CSV else to_json(table))


def _parse_values(values: Sequence[str]) -> dict[str, str]:
    """Return `name=value` arguments as a mapping; anything else is wrong usage."""
    for value in values:
        if "=" not in value:
            raise typer.BadParameter(f"{value}: write PARAMETER=VALUE, for example name=Ashby.")
    return dict(value.split("=", 1) for value in values)
