"""The header of a letter: who wrote to whom, when, under which reference, about what."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..text.lines import Line
from ..text.span import NameSpan, Span
from .addressees import (
    find_addressees,
    find_addressees_below,
    find_first_name,
    find_greeted_words,
    find_head_senders,
    merge_same,
)
from .correspondents import CorrespondentReader, fields_with
from .header_date import find_header_date
from .header_fields import Field, find_fields, find_references, find_title
from .part_kinds import PartKind
from .party_block import PartyBlock
from .sender_body import find_sender_body
from .zones import Zones, find_subject_line, is_prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The fields of a header as blocks and spans of the letter's text; `date` is ISO 8601 or None.

    `letterheads` are what the head names besides the recipients.
    """

    senders: tuple[PartyBlock, ...]
    recipients: tuple[PartyBlock, ...]
    copied_to: tuple[PartyBlock, ...]
    letterheads: tuple[PartyBlock, ...]
    date: str | None
    references: tuple[str, ...]
    subject: Span | None
    is_letter: bool


_LONGEST_SUBJECT = 300
# "I am copying this letter to Ann Lee and the Chair of the Board."
_COPYING = re.compile(
    r"\b(?:copying|copied|sending a copy of|send a copy of)\s+(?:this|my)?\s*(?:letter|reply|response|it)?\s*to\s+"
    r"(?P<to>(?:the\s+)?(?:[A-Z]|Rt\b)[^.;]{3,240})"
)
# "RE: FW: Rural stations"
_AGAIN = re.compile(r"\s*(?:(?:RE|Re|FW|Fw|FWD|Fwd)\s*:\s*)+")
# "Open letter: keep lobbying transparency", a title that says what the letter is about
_OPEN_LETTER = re.compile(
    r"\s*(?:OPEN|JOINT|Open|Joint)\s+(?:LETTER|[Ll]etter)\s*[:–-]\s+(?P<subject>[^\n]{10,200}?)"
    r"(?:\s+-\s+Download PDF)?\s*$"
)


def read_header(text: str, zones: Zones, spans: Sequence[NameSpan]) -> Header:
    """Return the header of the letter with these zones; `spans` are the names found in `text`."""
    fields = find_fields(zones.head)
    foot = find_fields(zones.foot)
    reader = CorrespondentReader(text=text, spans=tuple(spans), greeted=find_greeted_words(zones))
    head_blocks = reader.read(fields, {None}, foot=False)
    foot_blocks = reader.read(foot, {None, "from"}, foot=True)
    below = find_addressees_below(text, head_blocks, foot_blocks, zones)
    signing = merge_same(text, [block for block in foot_blocks if block not in below])
    if len(signing) == 1 and signing[0].person is None:
        # "Ann" over her office, under "From: Ann Lee"
        first = find_first_name(text, zones, [*head_blocks, *reader.read(fields, {"from"}, foot=True)])
        signing = [replace(signing[0], person=first[0].person)] if first else signing
    signed = signing or find_first_name(text, zones, head_blocks)
    title = list(find_title(zones.head if zones.salutation else [*zones.head, *zones.body[:1]]))
    titled = {label: reader.read(title, {label}, foot=True) for label in ("from", "to")}
    salutation = [block for line in zones.salutation for block in reader.read_salutation(line)]
    known = [*head_blocks, *titled["to"]]
    attention = reader.read(fields, {"attention"}, foot=True)
    addressed = reader.read(fields, {"to"}, foot=True) or (attention if len(attention) > 1 else [])
    recipients = addressed or below or find_addressees(text, known, signed, zones, salutation)
    recipients = recipients or reader.read(foot, {"to"}, foot=True) or salutation or titled["to"]
    recipients = _with_attention(recipients, attention)
    senders = signed or reader.read(fields, {"from"}, foot=True)
    senders = senders or titled["from"] or find_head_senders(text, head_blocks, recipients)
    recipients = [block for block in recipients if block not in senders] or salutation
    senders = reader.complete(
        senders, [*head_blocks, *titled["from"], *reader.read(fields, {"from"}, foot=True)], recipients, zones
    )
    senders = _with_running_body(text, senders, recipients, zones, spans)
    date = find_header_date(text, fields, zones, title)
    references = find_references([*zones.head, *zones.foot], zones.body[:2])
    return Header(
        senders=tuple(senders),
        recipients=tuple(recipients),
        copied_to=tuple(
            reader.read([*fields, *foot, *find_fields(zones.tail), *_find_told_copies(zones)], {"copied"}, foot=True)
        ),
        letterheads=tuple(block for block in head_blocks if block not in recipients),
        date=date,
        references=tuple(references),
        subject=_find_subject(fields, zones, reader),
        is_letter=bool(
            zones.salutation or zones.closing or date or references or title or fields_with(fields, {"to", "from"})
        ),
    )


def _with_running_body(
    text: str, senders: list[PartyBlock], recipients: Sequence[PartyBlock], zones: Zones, spans: Sequence[NameSpan]
) -> list[PartyBlock]:
    """Return a single sender without a body with the one that running lines and mail addresses name."""
    if len(senders) != 1 or senders[0].bodies or not (senders[0].person or senders[0].offices):
        return senders
    first = min((block.start for block in recipients), default=len(text))
    lines = [*(line for line in zones.head if line.end <= first), *zones.body, *zones.foot, *zones.tail]
    addressed = [body for block in recipients for body in block.bodies]
    body = find_sender_body(text, [line for line in lines if not is_prose(line.text)], spans, addressed)
    return [replace(senders[0], bodies=(body,))] if body else senders


def _find_told_copies(zones: Zones) -> Iterator[Field]:
    """Yield whom the body says to be copied in: "I am copying this letter to the Chair of the Board."."""
    for line in zones.body:
        if match := _COPYING.search(line.text):
            start = line.start + match.start("to")
            yield Field(label="copied", lines=(Line(start=start, end=start + len(match["to"]), text=match["to"]),))


def _with_attention(recipients: list[PartyBlock], meant: list[PartyBlock]) -> list[PartyBlock]:
    """Return the recipients with the person for whose attention a letter to an office or a body is."""
    if len(meant) == 1 and len(recipients) == 1 and recipients[0].person is None:
        return [replace(recipients[0], person=meant[0].person)]
    return recipients or meant


def _find_subject(fields: Sequence[Field], zones: Zones, reader: CorrespondentReader) -> Span | None:
    labelled = [entry for entry in fields_with([*fields, *find_fields(zones.body[:2])], {"subject"}) if entry.lines]
    if labelled:
        lines = labelled[-1].lines
        if lines[-1].end - lines[0].start > _LONGEST_SUBJECT:
            # the line has run on into the letter
            return None
        again = _AGAIN.match(lines[0].text)
        return lines[0].start + (again.end() if again else 0), lines[-1].start + len(lines[-1].text.rstrip())
    line = find_subject_line(zones)
    if line is None and zones.head:
        last = zones.head[-1]
        kinds = {part.kind for part in reader.parts([last])}
        plain = [entry for entry in fields_with(fields, {None}) if last in entry.lines]
        told = kinds & {
            PartKind.PERSON,
            PartKind.OFFICE,
            PartKind.ADDRESS,
            PartKind.CONTACT,
            PartKind.DATE,
            PartKind.BODY,
        }
        if plain and last.gap and not told and len(last.text.split()) >= 2 and not is_prose(last.text):
            line = last
    if line is None:
        return next(
            (
                (each.start + match.start("subject"), each.start + match.end("subject"))
                for each in zones.head[:4]
                if (match := _OPEN_LETTER.match(each.text))
            ),
            None,
        )
    return line.start, line.start + len(line.text.rstrip())
