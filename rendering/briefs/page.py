"""A brief as one web page that needs nothing else, and that prints well on A4."""

import re
from collections.abc import Iterable, Iterator
from html import escape

from ..diagrams.composition import compose_picture
from ..diagrams.kinds import plan_diagram
from ..diagrams.style import load_style
from ..diagrams.svg import to_svg
from .brief import Brief, Grid, Section, Sentence
from .length import find_shares

_STYLE = """
@page { size: A4; margin: 14mm 16mm; }
body { font: 9.5pt/1.32 FAMILY, "Liberation Sans", Helvetica, sans-serif; color: TEXT; background: PAPER;
  max-width: 178mm; margin: 8mm auto; padding: 0 4mm; }
h1 { font-size: 17pt; line-height: 1.2; margin: 0 0 1mm; }
h2 { font-size: 11pt; margin: 4mm 0 1.2mm; break-after: avoid; border-bottom: 0.3mm solid RULE; }
p.lead, p.rest { color: QUIET; margin: 0 0 2mm; }
ul { margin: 0; padding-left: 5mm; }
li { margin-bottom: 0.8mm; break-inside: avoid; }
table { table-layout: fixed; border-collapse: collapse; width: 100%; font-size: 8.5pt; }
th, td { text-align: left; vertical-align: top; padding: 1mm 2mm 1mm 0; border-bottom: 0.2mm solid RULE; }
a { color: inherit; text-decoration: none; }
figure { margin: 2mm 0; break-inside: avoid; }
figure svg { display: block; width: 100%; height: auto; max-height: 80mm; margin: auto; }
ul.letters { list-style: none; padding: 0; margin: 0 0 2mm; font-size: 7pt; line-height: 1.25; color: QUIET; }
ul.letters li { margin: 0; overflow-wrap: anywhere; }
ol.sources { list-style: none; padding: 0; margin: 0; font-size: 7pt; line-height: 1.25; columns: 2; column-gap: 7mm; }
ol.sources li { overflow-wrap: anywhere; }
@media print { body { margin: 0; padding: 0; max-width: none; } }
"""


def to_page(brief: Brief) -> str:
    """Return the brief as an HTML document."""
    title = escape(brief.title)
    parts = [
        "<!doctype html>",
        '<html lang="en">',
        f'<head><meta charset="utf-8"><title>{title}</title>',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<style>{_build_style()}</style></head>",
        f'<body><h1>{title}</h1><p class="lead">{escape(brief.lead)}</p>',
    ]
    for section in brief.sections:
        parts += _to_section(section)
    if brief.diagram:
        picture = to_svg(compose_picture(plan_diagram(brief.diagram)))
        parts += ["<h2>Diagram</h2>", f"<figure>{picture.strip()}</figure>"]
    letters = (f"<li>{escape(letter)}</li>" for letter in brief.sources.letters)
    notes = (f'<li id="note-{note.number}">{escape(note.text)}</li>' for note in brief.sources.notes)
    parts += ["<h2>Sources</h2>", '<ul class="letters">', *letters, "</ul>"]
    parts += ['<ol class="sources">', *notes, "</ol></body></html>"]
    return "\n".join(parts) + "\n"


def _build_style() -> str:
    style = load_style()
    ink = {"TEXT": style.ink.text, "QUIET": style.ink.quiet, "RULE": style.ink.rule, "PAPER": style.ink.paper}
    css = _STYLE.replace("FAMILY", style.font.family)
    for name, colour in ink.items():
        css = css.replace(name, colour)
    return css


def _to_section(section: Section) -> Iterator[str]:
    yield f"<section><h2>{escape(section.heading)}</h2>"
    if section.sentences:
        yield from _to_list(section.sentences)
    if section.grid:
        yield from _to_table(section.grid)
    if section.rest:
        rest = re.sub("`([^`]+)`", r"<code>\1</code>", escape(section.rest))
        yield f'<p class="rest">{rest}</p>'
    yield "</section>"


def _to_list(sentences: Iterable[Sentence]) -> Iterator[str]:
    yield "<ul>"
    for sentence in sentences:
        yield f"<li>{_to_text(sentence)}"
        yield from _to_list(sentence.details) if sentence.details else ()
        yield "</li>"
    yield "</ul>"


def _to_table(grid: Grid) -> Iterator[str]:
    yield "<table>"
    yield from (f'<col style="width: {100 * share:.1f}%">' for share in find_shares(grid))
    yield "<thead><tr>"
    yield from (f'<th scope="col">{escape(heading)}</th>' for heading in grid.headings)
    yield "</tr></thead><tbody>"
    for row in grid.rows:
        yield f"<tr>{''.join(f'<td>{_to_text(cell)}</td>' for cell in row)}</tr>"
    yield "</tbody></table>"


def _to_text(sentence: Sentence) -> str:
    """Return words whose note numbers lead to the notes."""
    links = ",".join(f'<a href="#note-{number}">{number}</a>' for number in sentence.notes)
    return f"{escape(sentence.words)} [{links}]" if links else escape(sentence.words)
