"""The commands that prepare a meeting: diagrams and briefs."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from .options import DEFAULT_STORE, Force, Store


class DiagramKind(StrEnum):
    """What a diagram shows; the rendering has the same names."""

    ACTORS = "actors"
    INSTRUMENT = "instrument"
    CORRESPONDENCE = "correspondence"
    ASKS = "asks"
    PATH = "path"
    TIMELINE = "timeline"


Kind = Annotated[DiagramKind, typer.Argument(metavar="KIND", help=f"One of {', '.join(DiagramKind)}.")]
Names = Annotated[list[str] | None, typer.Argument(metavar="NAME", help="Names, other forms of them or acronyms.")]
DiagramOutput = Annotated[
    Path, typer.Option("-o", "--output", metavar="FILE", help="What to write: .svg, .png, .pdf, .pptx or .mmd.")
]


BriefNames = Annotated[
    list[str] | None, typer.Argument(metavar="NAME", help="Who or what it is on; with --between nothing.")
]
Between = Annotated[
    tuple[str, str] | None,
    typer.Option(metavar="NAME NAME", help="For a meeting: whose side the brief is for, and whom they meet."),
]
About = Annotated[str | None, typer.Option(metavar="NAME", help="Only what is about this; with --between.")]
BriefOutput = Annotated[
    Path, typer.Option("-o", "--output", metavar="FILE", help="What to write: .md, .html or .docx.")
]


def diagram(
    kind: Kind, output: DiagramOutput, names: Names = None, force: Force = False, store: Store = DEFAULT_STORE
) -> None:
    """Draw a diagram with source notes, for a paper or a slide.

    actors: who does what around a body, person, law or scheme. instrument: from treaty and law to scheme, body and
    country. correspondence: who wrote to whom, when, and the days between. asks: what was asked and what became of it.
    path: how two are joined. timeline: what happened when, and what is due.

    \b
    Examples:
      policygraph diagram actors 'Home Office' -o actors.svg
      policygraph diagram correspondence -o letters.pptx
      policygraph diagram path UNHCR 'Home Office' -o path.pdf
    """
    from ..graph.loading.build import open_loaded
    from ..graph.network.corpus import load_corpus
    from ..rendering.diagrams.diagram_file import SUFFIXES, find_font_fault, find_paper, write_diagram
    from ..rendering.diagrams.kinds import build_diagram, find_kind_fault
    from ..rendering.output_file import find_output_fault
    from ..rendering.phrases import render_number

    wishes = names or []
    if fault := find_kind_fault(kind.value, wishes) or find_output_fault(output, SUFFIXES, force=force):
        raise typer.BadParameter(fault)
    with open_loaded(store) as graph:
        corpus = load_corpus(graph, mentions=kind is DiagramKind.PATH)
        drawn = build_diagram(corpus, kind.value, wishes, find_paper(output))
    write_diagram(drawn, output)
    counts = (
        render_number(len(drawn.nodes), "box", "boxes"),
        render_number(len(drawn.edges), "arrow"),
        render_number(len(drawn.notes), "source note"),
    )
    print(f"{output}: {', '.join(counts)}")
    for remark in (*drawn.remarks, find_font_fault(drawn, output)):
        if remark:
            print(remark)


def brief(
    output: BriefOutput,
    name: BriefNames = None,
    between: Between = None,
    about: About = None,
    force: Force = False,
    store: Store = DEFAULT_STORE,
) -> None:
    """Write a page or two on somebody, or for a meeting of two.

    On one: who or what it is, its letters, what is asked and not settled, promised, said and counted. Between two: what
    the first asks of the second, what these promised and by when, where both stand in their own words, who answered in
    whose place, and their figures side by side. Every sentence has a numbered source.

    \b
    Examples:
      policygraph brief 'Home Office' -o home-office.docx
      policygraph brief --between Ashby 'Home Office' --about ECAT -o meeting.html
    """
    from ..graph.loading.build import open_loaded
    from ..graph.network.corpus import load_corpus
    from ..rendering.briefs.brief_file import SUFFIXES, write_brief
    from ..rendering.briefs.entity_brief import build_entity_brief
    from ..rendering.briefs.meeting_brief import build_meeting_brief
    from ..rendering.output_file import find_output_fault
    from ..rendering.phrases import render_number

    wish = " ".join(name or ())
    if fault := _find_fault(wish, between, about) or find_output_fault(output, SUFFIXES, force=force):
        raise typer.BadParameter(fault)
    with open_loaded(store) as graph:
        corpus = load_corpus(graph, mentions=False)
        if between:
            ours, theirs = (corpus.find_entity(each) for each in between)
            written = build_meeting_brief(corpus, ours, theirs, corpus.find_entity(about) if about else None)
        else:
            written = build_entity_brief(corpus, corpus.find_entity(wish))
    write_brief(written, output)
    sections = render_number(len(written.sections), "section")
    print(f"{output}: {sections}, {render_number(len(written.notes), 'source note')}")


def _find_fault(name: str, between: tuple[str, str] | None, about: str | None) -> str | None:
    """Return what is wrong with what a brief is to be on; None when nothing is."""
    if bool(name) == bool(between):
        return "brief: say what it is on, either one NAME or --between NAME NAME."
    if about and not between:
        return "brief: --about goes with --between NAME NAME only."
    return None
