"""The command that checks an analyst's own draft against the letters."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from ..rendering.terminal import print_renderable
from .credentials import ask_credentials
from .options import DEFAULT_ADDRESS, Address

Draft = Annotated[Path, typer.Argument(metavar="FILE", help="The draft: .docx, .md, .txt or any other kind of letter.")]


def check_draft(draft: Draft, store: Address = DEFAULT_ADDRESS) -> None:
    """Check the quotations and figures of your draft.

    Each is found word for word, found altered (with what differs) or not found. Blanks, capitals, punctuation and
    the kind of quotes do not count; "…" stands for words left out, "[the scheme]" for words of your own. A date
    or a figure must stand in a letter as it is: a similar one does not do. Ends with 1 when something is altered or
    not found.

    \b
    Examples:
      policygraph check-draft briefing.docx
      policygraph check-draft note.md --store my-store
    """
    from ..graph.drafts.check import Verdict
    from ..graph.drafts.check import check_draft as check
    from ..graph.opening import open_graph
    from ..rendering.draft_report import render_draft_report

    with open_graph(store, ask_credentials) as graph:
        checked = check(graph, draft)
    print_renderable(render_draft_report(checked, draft), sys.stdout)
    if any(each.verdict is not Verdict.FOUND for each in checked):
        raise typer.Exit(1)
