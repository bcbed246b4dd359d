"""A brief as Markdown; its diagram is Mermaid text, which wikis and code hosts draw by themselves."""

from collections.abc import Iterable, Iterator

from ..diagrams.mermaid import to_mermaid
from ..markdown_text import to_markdown_text
from .brief import Brief, Grid, Section, Sentence


def to_markdown(brief: Brief) -> str:
    """Return the brief as the text of a file."""
    blocks = [f"# {to_markdown_text(brief.title)}", f"*{to_markdown_text(brief.lead)}*"]
    for section in brief.sections:
        blocks += _to_section(section)
    if brief.diagram:
        blocks += ["## Diagram", f"```mermaid\n{to_mermaid(brief.diagram, with_notes=False)}```"]
    letters = [f"- {to_markdown_text(letter)}" for letter in brief.sources.letters]
    notes = [f"- \\[{note.number}\\] {to_markdown_text(note.words)}" for note in brief.sources.notes]
    blocks += ["## Sources", "\n".join(letters), "\n".join(notes)]
    return "\n\n".join(blocks) + "\n"


def _to_section(section: Section) -> Iterator[str]:
    yield f"## {to_markdown_text(section.heading)}"
    if section.sentences:
        yield "\n".join(_to_items(section.sentences))
    if section.grid:
        yield "\n".join(_to_rows(section.grid))
    if section.rest:
        yield section.rest


def _to_items(sentences: Iterable[Sentence], indent: str = "") -> Iterator[str]:
    for sentence in sentences:
        yield f"{indent}- {to_markdown_text(sentence.text)}"
        yield from _to_items(sentence.details, f"{indent}  ")


def _to_rows(grid: Grid) -> Iterator[str]:
    yield _to_row(grid.headings)
    yield _to_row(("---",) * len(grid.headings))
    for row in grid.rows:
        yield _to_row([cell.text for cell in row])


def _to_row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(to_markdown_text(cell).replace('|', '&#124;') for cell in cells)} |"
