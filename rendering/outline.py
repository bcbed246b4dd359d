"""The outline of a letter: its header, what it names and what it states, without a store."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from ..graph.loading.extract import Extract, SourcedReading
from ..model.entity import Entity
from ..model.finding import Finding
from ..model.letter import Correspondent, Letter
from ..model.link import Links
from ..model.reading import Reading
from ..model.statement import Polarity, Statement
from .fact import render_fact
from .passage import render_passage
from .phrases import (
    render_correspondent,
    render_day,
    render_kind,
    render_number,
    render_place,
)


def render_outline(found: Extract) -> RenderableType:
    """Return each letter that was read, in the order of their dates, then what links them."""
    letters = sorted(found.letters, key=lambda letter: letter.reading.letter.date or "~")
    days = {one.reading.letter.iri: render_day(one.reading.letter.date) for one in letters}
    names = {entity.iri: entity.name for one in letters for entity in one.reading.entities}
    links = [_indent(line, 2) for line in _render_links(found.links, days, names)]
    heading = [Text("Between the letters", style="bold")] if links else []
    return Group(*map(_render_letter, letters), *heading, *links)


def _render_letter(sourced: SourcedReading) -> RenderableType:
    reading, source = sourced.reading, sourced.sources[0]
    entities = {entity.iri: entity for entity in reading.entities}
    holds = [statement for statement in reading.statements if statement.polarity is Polarity.AFFIRMED]
    fails = [statement for statement in reading.statements if statement.polarity is not Polarity.AFFIRMED]
    parts: list[RenderableType] = [
        Text(f"{_capitalise(render_day(reading.letter.date))} ({', '.join(sourced.sources)})", style="bold"),
        _render_header(reading),
    ]
    for title, statements in (("Facts", holds), ("Denied or ended", fails)):
        if statements:
            parts.append(Text(f"  {title}", style="bold"))
            parts += [_render_statement(one, entities, reading.letter, source) for one in statements]
    if reading.findings:
        parts.append(Text("  Problems to check", style="bold"))
        parts += [_render_finding(finding, reading.letter, source) for finding in reading.findings]
    return Group(*parts, Text())


def _render_links(links: Links, days: Mapping[str, str], names: Mapping[str, str]) -> Iterator[str]:
    for reply in links.replies:
        after = f", {render_number(reply.days, 'day')} later" if reply.days is not None else ""
        yield f"The {days[reply.letter]} answers the {days[reply.to]}{after}."
    for sender in links.senders:
        yield f"{names[sender.person]} wrote the {days[sender.letter]}."
    for missing in links.not_held:
        yield f"Not held: {missing.described}"
    for same in links.same:
        forms = " = ".join(dict.fromkeys(names[iri] for iri in same.entities))
        yield f"One and the same: {forms}. {same.why}"
    for doubt in links.doubts:
        yield f"To check: {doubt.message}"


def _render_header(reading: Reading) -> RenderableType:
    letter = reading.letter
    counts = Counter(entity.type for entity in reading.entities)
    fields = {
        "From": _render_people(letter.senders),
        "To": _render_people(letter.recipients),
        "Copied to": _render_people(letter.copied_to),
        "Reference": "; ".join(letter.references),
        "Subject": letter.subject or "",
        "Names": ", ".join(f"{counts[kind]} {render_kind(kind, counts[kind])}" for kind in counts),
    }
    grid = Table.grid(padding=(0, 1))
    for title, value in fields.items():
        if value:
            grid.add_row(Text(f"  {title:<10}"), Text(value))
    return grid


def _render_people(people: Sequence[Correspondent]) -> str:
    return "; ".join(render_correspondent(person) for person in people)


def _render_statement(
    statement: Statement, entities: Mapping[str, Entity], letter: Letter, source: str
) -> RenderableType:
    subject, object_ = entities[statement.subject], entities[statement.object]
    sentence = render_fact(statement, subject.name, object_.name, object_.type)
    passages = [
        render_passage(passage.quote, _render_place(letter, passage.start, source), indent=6)
        for passage in statement.evidence
    ]
    return Group(_indent(sentence, 4), *passages)


def _render_finding(finding: Finding, letter: Letter, source: str) -> RenderableType:
    place = _render_place(letter, finding.start, source)
    return Group(_indent(finding.message, 4), render_passage(finding.quote, place, indent=6))


def _render_place(letter: Letter, offset: int, source: str) -> str:
    anchor = letter.find_anchor(offset)
    return render_place(source, anchor.line, anchor.page, ocr=letter.ocr)


def _capitalise(text: str) -> str:
    return text[0].upper() + text[1:]


def _indent(text: str, columns: int) -> RenderableType:
    return Padding(Text(text), (0, 0, 0, columns))
