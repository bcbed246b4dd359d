"""The file of a diagram: its format by the suffix."""

from pathlib import Path

from ..output_file import write_output
from .composition import Paper, compose
from .diagram import Diagram
from .kinds import plan_diagram

_MOST_SHOWN = 8

SUFFIXES = (".svg", ".png", ".pdf", ".pptx", ".mmd")


def write_diagram(diagram: Diagram, path: Path) -> None:
    """Write a diagram in the format that the suffix of `path` says.

    Raises:
        SourceError: the file cannot be written.
    """
    write_output(path, to_bytes(diagram, path.suffix.lower()))


def find_paper(path: Path) -> Paper:
    """Return on what a file must be readable: a slide, or A4."""
    return Paper.WIDE if path.suffix.lower() == ".pptx" else Paper.A4


def find_font_fault(diagram: Diagram, path: Path) -> str | None:
    """Return which words cannot be shown in a file that has its fonts in it; None when all can."""
    if path.suffix.lower() not in (".pdf", ".png"):
        return None
    from .typesetting import find_missing_letters

    words = (
        diagram.title,
        *(words for node in diagram.nodes for words in (node.label, node.detail)),
        *(edge.label for edge in diagram.edges),
        *(note.text for note in diagram.notes),
        *(lane.heading for lane in diagram.lanes),
        *diagram.remarks,
    )
    missing = find_missing_letters(" ".join(words))
    if not missing:
        return None
    shown = " ".join(missing[:_MOST_SHOWN]) + (" …" if len(missing) > _MOST_SHOWN else "")
    return (
        f"The font in {path.suffix.lower()[1:].upper()} files has Latin, Greek and Cyrillic letters alone: "
        f"boxes stand for {shown} Write .svg or .pptx, which take what this machine has."
    )


def to_bytes(diagram: Diagram, suffix: str) -> bytes:
    """Return a diagram in a format; each is imported by those only who ask for it, for it takes a while."""
    if suffix == ".mmd":
        from .mermaid import to_mermaid

        return to_mermaid(diagram).encode()
    plan = plan_diagram(diagram)
    if suffix == ".pptx":
        from .slides import to_slides

        return to_slides(compose(plan, Paper.WIDE))
    if suffix == ".svg":
        from .svg import to_svg

        return to_svg(compose(plan, Paper.SCROLL)).encode()
    from .pdf import to_pdf, to_png

    return to_pdf(compose(plan, Paper.A4)) if suffix == ".pdf" else to_png(compose(plan, Paper.SCROLL))
