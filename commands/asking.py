"""The commands that ask the store."""

import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..model.errors import PolicyGraphError
from ..rendering.terminal import print_renderable
from .credentials import ask_credentials
from .options import DEFAULT_ADDRESS, Address, Force

if TYPE_CHECKING:
    from ..queries.answer import Table


class Format(StrEnum):
    """How the answer to a question is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    MARKDOWN = "markdown"


def _complete_query(context: typer.Context, incomplete: str) -> list[str]:
    from ..queries.catalogue import load_catalogue

    try:
        return [name for name in load_catalogue(context.params.get("queries")) if name.startswith(incomplete)]
    except PolicyGraphError:
        return []  # a file in the folder is not as it should be; the command says so


Name = Annotated[list[str], typer.Argument(metavar="NAME", help="A name, another form of it or an acronym.")]
Words = Annotated[list[str], typer.Argument(metavar="WORDS", help="Words, or phrases in quotes.")]
QueryName = Annotated[
    str | None,
    typer.Argument(metavar="NAME", help="A saved question.", autocompletion=_complete_query),
]
Param = Annotated[
    list[str] | None, typer.Option("--param", metavar="WORD=VALUE", help="A value for a parameter of the question.")
]
First = Annotated[
    int | None,
    typer.Option(
        "--first", metavar="N", min=1, max=1_000_000, help="Work out only the first N rows, which is quicker."
    ),
]
OutputFormat = Annotated[Format, typer.Option("--format", help="How the answer is printed.")]
AnswerFile = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="FILE", help="Write the answer: a .csv, .json, .md or .xlsx file."),
]
Queries = Annotated[
    Path | None,
    typer.Option(metavar="DIR", envvar="POLICYGRAPH_QUERIES", help="A folder with saved questions of your own."),
]
ServerStore = Annotated[
    str,
    typer.Option("--store", metavar="ADDRESS", envvar="POLICYGRAPH_STORE", help="A Neo4j server: bolt://HOST:7687."),
]
Question = Annotated[str, typer.Argument(metavar="QUESTION", help="The question, in quotes; - reads it from a pipe.")]


def show(name: Name, store: Address = DEFAULT_ADDRESS) -> None:
    """Show what is known of a person, body, law or other name.

    \b
    Examples:
      policygraph show Ruth Ashby
      policygraph show UNHCR
    """
    from ..graph.entity_card import find_cards
    from ..graph.opening import open_graph
    from ..rendering.card import render_cards, to_missing_message

    wish = " ".join(name)
    with open_graph(store, ask_credentials) as graph:
        found = find_cards(graph, wish)
    if not found.cards:
        print(to_missing_message(wish, found.nearest), file=sys.stderr)
        raise typer.Exit(1)
    print_renderable(render_cards(found.cards), sys.stdout)


def search(words: Words, store: Address = DEFAULT_ADDRESS) -> None:
    """Find every sentence that has some words.

    Each comes with a citation to copy. A sentence must have all the words.

    \b
    Examples:
      policygraph search returns scheme
      policygraph search '"risk assessment" victim'
    """
    from ..graph.opening import open_graph
    from ..graph.storage.sentence_search import search_sentences
    from ..rendering.sentences import render_sentences

    wish = " ".join(words)
    with open_graph(store, ask_credentials) as graph:
        found = search_sentences(graph, wish)
    print_renderable(render_sentences(found, wish), sys.stdout)


def query(
    name: QueryName = None,
    param: Param = None,
    first: First = None,
    output_format: OutputFormat = Format.TABLE,
    output: AnswerFile = None,
    force: Force = False,
    queries: Queries = None,
    store: Address = DEFAULT_ADDRESS,
) -> None:
    """Ask a saved question; without a name, list them all.

    A parameter that names somebody or something takes what you would type after `policygraph show`.

    \b
    Examples:
      policygraph query
      policygraph query correspondence --first 20
      policygraph query dossier --param who=UNHCR -o unhcr.xlsx
    """
    from ..queries.answer import run_query
    from ..queries.backends import open_backend
    from ..queries.catalogue import find_query, load_catalogue
    from ..rendering.catalogue import render_catalogue

    if name is None:
        print_renderable(render_catalogue(load_catalogue(queries).values()), sys.stdout)
        return
    check_output(output, force)
    question, values = find_query(name, queries), _parse_values(param or [])
    with open_backend(store, ask_credentials) as backend:
        table = run_query(backend, question, values, first=first)
    give(table, output_format, output)
    if len(table.rows) == first:
        print("There may be more rows: leave out --first to see all.", file=sys.stderr)


def sparql(
    question: Question,
    output_format: OutputFormat = Format.TABLE,
    output: AnswerFile = None,
    force: Force = False,
    store: Address = DEFAULT_ADDRESS,
) -> None:
    """Ask a question in SPARQL, which only reads.

    Everything lies in named graphs, one a letter: write GRAPH ?letter { … }. SELECT, ASK, CONSTRUCT and DESCRIBE are
    answered; what would change the graph or reach out (SERVICE) is refused.

    \b
    Examples:
      policygraph sparql 'SELECT ?letter WHERE { GRAPH ?letter { ?letter a <https://w3id.org/policygraph#Letter> } }'
      policygraph sparql - --format json < question.rq
    """
    from ..queries.answer import run_free_question
    from ..queries.backends import open_sparql

    check_output(output, force)
    text = sys.stdin.read() if question == "-" else question
    with open_sparql(store, ask_credentials) as backend:
        table = run_free_question(backend, text)
    give(table, output_format, output)


def cypher(
    question: Question,
    store: ServerStore,
    output_format: OutputFormat = Format.TABLE,
    output: AnswerFile = None,
    force: Force = False,
) -> None:
    """Ask a Neo4j server a question in Cypher, which only reads.

    What would change the graph or reach out (LOAD CSV, USE, procedures and functions that do not come with Neo4j) is
    refused. `policygraph push` writes the store into the server.

    \b
    Examples:
      policygraph cypher 'MATCH (l:Letter) RETURN l.date, l.subjectLine' --store bolt://localhost:7687
      policygraph cypher - --store neo4j://graph.example.org --format json < question.cypher
    """
    from ..queries.answer import run_free_question
    from ..queries.backends import open_cypher

    check_output(output, force)
    text = sys.stdin.read() if question == "-" else question
    with open_cypher(store, ask_credentials) as backend:
        table = run_free_question(backend, text)
    give(table, output_format, output)


def check_output(output: Path | None, force: bool) -> None:
    """Refuse, as wrong usage, a file that an answer cannot be written to."""
    from ..rendering.output_file import find_output_fault
    from ..rendering.table_file import SUFFIXES

    if output is not None and (fault := find_output_fault(output, SUFFIXES, force=force)):
        raise typer.BadParameter(fault)


def give(table: "Table", output_format: Format, output: Path | None) -> None:
    """Write an answer into a file, or print it."""
    from ..rendering.phrases import render_number
    from ..rendering.table import TableForReaders, to_csv, to_json, to_markdown
    from ..rendering.table_file import write_table

    if output is not None:
        write_table(table, output)
        print(f"{output}: {render_number(len(table.rows), 'row')}")
    elif output_format is Format.TABLE:
        print_renderable(TableForReaders(table), sys.stdout)
    else:
        texts = {Format.CSV: to_csv, Format.JSON: to_json, Format.MARKDOWN: to_markdown}
        sys.stdout.write(texts[output_format](table))


def _parse_values(values: Sequence[str]) -> dict[str, str]:
    """Return `word=value` as a mapping; anything else is wrong usage."""
    for value in values:
        if "=" not in value:
            raise typer.BadParameter(f"{value}: write WORD=VALUE, for example --param name=Ashby.")
    return dict(value.split("=", 1) for value in values)
