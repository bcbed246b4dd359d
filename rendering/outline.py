"""The outline of a letter: its header, what it names and what it states, for a reader who has no store."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from ..model.entity import Entity
from ..model.finding import Finding
from ..model.letter import Correspondent, Letter
from ..model.reading import Reading
from ..model.statement import Polarity, Statement
from .passage import render_passage
from .phrases import (
    render_correspondent,
    render_date,
    render_kind,
    render_period,
    render_place,
    render_predicate,
)


def render_outline(reading: Reading, source: str) -> RenderableType:
    """Return a letter as it was read from the file `source`."""
    parts: list[RenderableType] = [
        Text(f"Letter of {_render_day(reading.letter)} ({source})", style="bold"),
        *_render_header(reading),
    ]
    names = {entity.iri: entity for entity in reading.entities}
    holds = [statement for statement in reading.statements if statement.polarity is Polarity.AFFIRMED]
    fails = [statement for statement in reading.statements if statement.polarity is not Polarity.AFFIRMED]
    for title, statements in (("Facts", holds), ("Denied or ended", fails)):
        if statements:
            parts.append(Text(f"  {title}"))
            parts += [_render_statement(one, names, reading.letter, source) for one in statements]
    if reading.findings:
        parts.append(Text("  Problems to check"))
        parts += [_render_finding(finding, reading.letter, source) for finding in reading.findings]
    return Group(*parts, Text())


def _render_day(letter: Letter) -> str:
    return render_date(letter.date) if letter.date else "unknown date"


def _render_header(reading: Reading) -> Iterator[Text]:
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
    for title, value in fields.items():
        if value:
            yield Text(f"  {title:<10} {value}")


def _render_people(people: Sequence[Correspondent]) -> str:
    return "; ".join(render_correspondent(person) for person in people)


def _render_statement(
    statement: Statement, entities: Mapping[str, Entity], letter: Letter, source: str
) -> RenderableType:
    ends = (entities[statement.subject].name, entities[statement.object].name)
    sentence = f"{ends[0]} {render_predicate(statement.predicate)} {ends[1]}"
    more = [
        statement.polarity if statement.polarity is not Polarity.AFFIRMED else "",
        render_period(statement.since, statement.until),
        f"“{statement.condition}”" if statement.condition else "",
    ]
    details = ", ".join(part for part in more if part)
    passages = [
        render_passage(passage.quote, _render_place(letter, passage.start, source), indent=6)
        for passage in statement.evidence
    ]
    return Group(Padding(Text(sentence + (f" ({details})" if details else "")), (0, 0, 0, 4)), *passages)


def _render_finding(finding: Finding, letter: Letter, source: str) -> RenderableType:
    message = Padding(Text(finding.message), (0, 0, 0, 4))
    return Group(
        message, render_passage(finding.quote, _render_place(letter, finding.start, source), indent=6)
    )


def _render_place(letter: Letter, offset: int, source: str) -> str:
    anchor = letter.find_anchor(offset)
    return render_place(source, anchor.line, anchor.page)
