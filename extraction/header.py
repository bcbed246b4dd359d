"""The header of a letter: who wrote to whom, when, under which reference, about what."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ..model.entity import EntityType
from .dates import find_dates
from .header_fields import Field, find_fields, find_references, find_title
from .header_parts import Part, PartKind, find_parts
from .lines import Line
from .parties import PartyBlock, find_parties
from .people import to_given_name, to_surname
from .span import NameSpan
from .zones import Zones, find_subject_line, is_prose

Span = tuple[int, int]

_AMERICAN = re.compile(
    r"\bThe Honorable\b|\bU\.S\.|\bWashington,? D\.?C\.?|,\s*[A-Z]{2}\s+\d{5}\b|\bCongress\b|\bSent: \d{1,2}/\d"
)
_AS_OFFICE = re.compile(
    r"\bI\s+(?:am|was|write|have)\b[^.]{0,60}?\b(?:as|in my capacity as|in my role as)\s+(?:the\s+|your\s+|its\s+)?"
)
_ON_BEHALF = re.compile(r"\b(?:I|[Ww]e)\b[^.,]{0,50}?\bon behalf of\s+(?:the\s+|our\s+)?")
_WORDS = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_NO_KEY = frozenset({"dear", "and", "of", "the", "for", "to", "mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "baroness",
                     "rt", "hon", "right", "honourable", "honorable", "professor", "prof", "madam", "cllr", "councillor", "all"})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The fields of a header as blocks and spans of the letter's text; `date` is ISO 8601 or None."""

    senders: tuple[PartyBlock, ...]
    recipients: tuple[PartyBlock, ...]
    copied_to: tuple[PartyBlock, ...]
    date: str | None
    references: tuple[str, ...]
    subject: Span | None
    is_letter: bool


def read_header(text: str, zones: Zones, spans: Sequence[NameSpan]) -> Header:
    """Return the header of the letter with these zones; `spans` are the names found in `text`."""
    fields = find_fields(zones.head)
    foot = find_fields(zones.foot)
    reader = _Reader(text=text, spans=tuple(spans), greeted=_greeted_words(zones))
    head_blocks = reader.read(fields, {None}, foot=False)
    foot_blocks = reader.read(foot, {None, "from"}, foot=True)
    title = list(find_title(zones.head))
    titled = {label: reader.read(title, {label}, foot=True) for label in ("from", "to")}
    salutation = [block for line in zones.salutation for block in reader.read_salutation(line)]
    known = [*head_blocks, *titled["to"]]
    recipients = reader.read(fields, {"to"}, foot=True) or _find_addressees(text, known, foot_blocks, zones, salutation)
    recipients = recipients or salutation or titled["to"]
    senders = foot_blocks or reader.read(fields, {"from"}, foot=True) or _find_first_name(text, zones, head_blocks)
    senders = senders or titled["from"] or _find_head_senders(text, head_blocks, recipients)
    recipients = [block for block in recipients if block not in senders] or salutation
    senders = reader.complete(
        senders, [*head_blocks, *titled["from"], *reader.read(fields, {"from"}, foot=True)], recipients, zones
    )
    date = _find_date(text, fields, zones, title)
    references = find_references([*zones.head, *zones.foot])
    return Header(
        senders=tuple(senders),
        recipients=tuple(recipients),
        copied_to=tuple(reader.read([*fields, *foot], {"copied"}, foot=True)),
        date=date,
        references=tuple(references),
        subject=_find_subject(fields, zones, reader),
        is_letter=bool(
            zones.salutation or zones.closing or date or references or title or fields_with(fields, {"to", "from"})
        ),
    )


def fields_with(fields: Iterable[Field], labels: set[str | None]) -> list[Field]:
    """Return the fields that bear one of `labels`."""
    return [entry for entry in fields if entry.label in labels]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    """Reads correspondents from lines of one letter."""

    text: str
    spans: tuple[NameSpan, ...]
    greeted: frozenset[str]

    def read(self, fields: Iterable[Field], labels: set[str | None], *, foot: bool) -> list[PartyBlock]:
        """Return the correspondents of the fields with these labels."""
        blocks: list[PartyBlock] = []
        for entry in fields_with(fields, labels):
            lines = [line for line in entry.lines if not is_prose(line.text) or foot]
            blocks.extend(find_parties(self.parts(lines), self.text, foot=foot, greeted=self.greeted))
        return blocks

    def parts(self, lines: Sequence[Line]) -> list[Part]:
        """Return the parts of some lines."""
        return find_parts(lines, self.spans)

    def read_salutation(self, line: Line) -> list[PartyBlock]:
        """Return whom a salutation names: an office, a titled person, a first name of a known kind."""
        match = re.match(r"\s*(?:Dear|Annwyl)\s+(?:the\s+)?", line.text)
        if match is None:
            return []
        rest = Line(start=line.start + match.end(), end=line.end, text=line.text[match.end() :])
        blocks = find_parties(self.parts([rest]), self.text, foot=True)
        return [
            replace(block, offices=(office,)) if office else block
            for block in blocks
            for office in (block.offices if block.person is None and block.offices else (None,))
        ]

    def complete(
        self, senders: list[PartyBlock], head: list[PartyBlock], recipients: list[PartyBlock], zones: Zones
    ) -> list[PartyBlock]:
        """Return the senders with what head and opening words say of their office and body."""
        if len(senders) != 1:
            return self._with_letterhead(senders, head, recipients)
        sender = senders[0]
        others = [block for block in head if block not in recipients]
        for block in others:
            if self._is_same(sender, block):
                sender = replace(
                    sender,
                    person=_longer(sender.person, block.person),
                    offices=sender.offices or block.offices,
                    bodies=sender.bodies or block.bodies,
                )
        opening = zones.body[:3]
        if not sender.offices:
            sender = replace(sender, offices=self._find_behind(_AS_OFFICE, opening, EntityType.OFFICE))
        if not sender.bodies:
            sender = replace(sender, bodies=self._find_behind(_ON_BEHALF, opening, EntityType.ORGANISATION))
        return self._with_letterhead([sender], head, recipients)

    def _with_letterhead(
        self, senders: list[PartyBlock], head: list[PartyBlock], recipients: list[PartyBlock]
    ) -> list[PartyBlock]:
        """Return the senders with the body, or the office, of a letterhead that names no person."""
        first = min((block.first_line for block in recipients), default=0)
        heads = [
            block
            for block in head
            if block not in recipients and block.person is None and (block.first_line <= first or block.has_contact)
        ]
        bodies = next((block.bodies for block in heads if block.bodies), ())
        offices = next((block.offices for block in heads if block.offices), ())
        if len(senders) == 1 and senders[0].person and not senders[0].offices:
            senders = [replace(senders[0], offices=offices)]
        if any(sender.bodies for sender in senders) or not all(sender.person or sender.offices for sender in senders):
            return senders
        return [replace(sender, bodies=bodies) for sender in senders]

    def _find_behind(self, cue: re.Pattern[str], lines: Sequence[Line], kind: EntityType) -> tuple[Span, ...]:
        for line in lines:
            for match in cue.finditer(self.text, line.start, line.end):
                for span in self.spans:
                    if span.type is kind and span.start == match.end():
                        return ((span.start, span.end),)
        return ()

    def _is_same(self, sender: PartyBlock, block: PartyBlock) -> bool:
        if sender.person and block.person:
            ours, theirs = (self.text[slice(*span)].casefold() for span in (sender.person, block.person))
            return to_surname(ours) == to_surname(theirs) or ours == to_given_name(theirs)
        if sender.person is None and sender.offices and block.offices:
            return self.text[slice(*sender.offices[0])].casefold() == self.text[slice(*block.offices[0])].casefold()
        return False


def _longer(first: Span | None, second: Span | None) -> Span | None:
    if first is None or second is None:
        return first or second
    return max(first, second, key=lambda span: span[1] - span[0])


def _find_addressees(
    text: str,
    head: Sequence[PartyBlock],
    foot: Sequence[PartyBlock],
    zones: Zones,
    salutation: Sequence[PartyBlock],
) -> list[PartyBlock]:
    """Return the blocks of the head that the salutation greets; without such, the last one not the sender's."""
    greeted = _greeted_words(zones)
    matching = [block for block in head if greeted and greeted & _keys(text, block)]
    if matching:
        matching = [block for block in matching if block.person] or matching
        best = max(len(greeted & _keys(text, block)) for block in matching)
        named = [
            block
            for block in matching
            if _names_person(text, block, greeted) or len(greeted & _keys(text, block)) == best
        ]
        return _merge_same(text, named)
    senders = {text[slice(*span)].casefold() for block in foot for span in _all_spans(block)}
    open_blocks = [
        block
        for block in head
        if (block.person or block.offices)
        and not block.has_contact
        and not any(text[slice(*span)].casefold() in senders for span in _all_spans(block))
    ]
    if salutation and any(block.person for block in salutation):
        return []
    generic = (
        re.match(
            r"\W*(?:Dear\s+)?(?:Sirs?|Madam|Colleagues?|Friends?|Respected|To\s+whom|Excellenc|All)\b",
            zones.salutation[0].text,
        )
        if zones.salutation
        else None
    )
    if generic and not open_blocks:
        open_blocks = [block for block in head[1:] if block.bodies and not block.has_contact and not block.person]
    return open_blocks[-1:] if zones.salutation else []


def _greeted_words(zones: Zones) -> frozenset[str]:
    """Return the words of the salutation in small letters, without titles and particles."""
    words = (word.casefold() for line in zones.salutation for word in _WORDS.findall(line.text))
    return frozenset(words) - _NO_KEY


def _merge_same(text: str, blocks: Sequence[PartyBlock]) -> list[PartyBlock]:
    """Return the blocks with each person once: a page title and the address below name the same one."""
    merged: list[PartyBlock] = []
    for block in blocks:
        name = text[slice(*block.person)].casefold() if block.person else None
        same = next(
            (
                at
                for at, other in enumerate(merged)
                if name and other.person and text[slice(*other.person)].casefold() == name
            ),
            None,
        )
        if same is None:
            merged.append(block)
        elif len(block.offices) + len(block.bodies) > len(merged[same].offices) + len(merged[same].bodies):
            merged[same] = block
    return merged


def _keys(text: str, block: PartyBlock) -> set[str]:
    words = {word.casefold() for span in (*block.offices,) for word in _WORDS.findall(text[slice(*span)])}
    if block.person:
        words |= {word.casefold() for word in _WORDS.findall(text[slice(*block.person)])}
    return words - _NO_KEY


def _names_person(text: str, block: PartyBlock, greeted: set[str]) -> bool:
    return block.person is not None and bool(
        greeted & {word.casefold() for word in _WORDS.findall(text[slice(*block.person)])}
    )


def _all_spans(block: PartyBlock) -> list[Span]:
    return [span for span in (block.person, *block.offices) if span is not None]


def _find_head_senders(text: str, head: Sequence[PartyBlock], recipients: Sequence[PartyBlock]) -> list[PartyBlock]:
    """Return the block that wrote an unsigned letter: a named one before the recipient, or with its own telephone.

    Without a recipient nothing tells the two apart, and a letterhead alone names the body only.
    """
    greeted = {text[slice(*block.person)].casefold() for block in recipients if block.person}
    first = min((block.first_line for block in recipients), default=0)
    others = [
        block
        for block in head
        if block not in recipients
        and not (block.person and text[slice(*block.person)].casefold() in greeted)
        and (block.has_contact or block.first_line < first)
    ]
    named = [block for block in others if block.person and block.offices] or [
        block for block in others if block.has_contact
    ]
    return named[:1] or [block for block in others if block.bodies and not block.person][:1]


def _find_first_name(text: str, zones: Zones, head: Sequence[PartyBlock]) -> list[PartyBlock]:
    """Return the block of the head whose person signs with the first name alone."""
    signed = {line.text.strip(" ,.").casefold() for line in zones.foot[:3]}
    return [block for block in head if block.person and to_given_name(text[slice(*block.person)]).casefold() in signed][
        :1
    ]


def _find_date(text: str, fields: Sequence[Field], zones: Zones, title: Sequence[Field]) -> str | None:
    american = bool(_AMERICAN.search(text))
    foot = [line for entry in find_fields(zones.foot) if entry.label in {None, "date"} for line in entry.lines]
    for lines in (
        [line for entry in fields_with(fields, {"date"}) for line in entry.lines],
        [line for entry in fields_with(fields, {None, "to"}) for line in entry.lines if not is_prose(line.text)],
        [line for line in (*foot, *zones.tail, *zones.body[-6:]) if _is_only_date(line.text, american=american)],
        [line for entry in fields if entry.label not in {"skipped"} for line in entry.lines],
        [line for line in zones.head if title or is_prose(line.text)],
    ):
        days = [
            (len(line.text) - (date.end - date.start), place, date.edtf)
            for place, line in enumerate(lines)
            for date in find_dates(line.text, month_first=american)
            if date.is_day
        ]
        if days:
            return min(days)[2]
    return None


def _is_only_date(text: str, *, american: bool) -> bool:
    """Tell whether a line holds a date and little else: "Dublin, 2 March 2000"."""
    dates = find_dates(text, month_first=american)
    return bool(dates) and len(text) - sum(date.end - date.start for date in dates) < 25


def _find_subject(fields: Sequence[Field], zones: Zones, reader: _Reader) -> Span | None:
    labelled = [entry for entry in fields_with([*fields, *find_fields(zones.body[:2])], {"subject"}) if entry.lines]
    if labelled:
        lines = labelled[-1].lines
        return lines[0].start, lines[-1].start + len(lines[-1].text.rstrip())
    line = find_subject_line(zones)
    if line is None and zones.salutation and zones.head:
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
    return None if line is None else (line.start, line.start + len(line.text.rstrip()))
