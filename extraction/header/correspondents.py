"""Correspondents read from lines, completed by what letterhead and opening words say of them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ...model.entity import EntityType
from ...ontology.cues import load_name_cues
from ..names.gazetteer import find_concepts
from ..names.people import to_given_name, to_surname
from ..text.lines import Line
from ..text.person_words import is_no_name, to_head
from ..text.span import NameSpan, Span, find_concept
from .header_fields import Field
from .header_parts import Part, find_parts
from .part_kinds import is_part, is_unit
from .parties import find_parties
from .party_block import PartyBlock
from .zones import Zones, is_prose

# "Dear Home Secretary", "Honorable Mayor Ortiz:", "Mr. President:", a bare "Prime Minister,"; not "A Aire, a chara"
_GREETING = re.compile(r"\s*(?:(?:Dear|Annwyl|Honou?rable)\s+|(?=[A-Z][a-z]+\.?[\w\s]*[,:]\s*$))(?:the\s+)?")
_AS_OFFICE = re.compile(
    r"\bI\s+(?:am|was|write|have)\b[^.]{0,60}?\b(?:as|in my capacity as|in my role as)\s+(?:the\s+|your\s+|its\s+)?"
)


_LONE_NAME = re.compile(r"\s*(?P<name>[A-Z][a-zà-ÿ’'-]+)[\s,;.]*$")
_WRITES = re.compile(r"(?:\s*\([^()]{2,20}\))?\s+(?:is\s+writing|are\s+writing|writes)\b")
_ON_BEHALF = re.compile(r"\b(?:I|[Ww]e)\b[^.,]{0,50}?\bon behalf of\s+(?:the\s+|our\s+)?")


def fields_with(fields: Iterable[Field], labels: set[str | None]) -> list[Field]:
    """Return the fields that bear one of `labels`."""
    return [entry for entry in fields if entry.label in labels]


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrespondentReader:
    """Reads correspondents from lines of one letter."""

    text: str
    spans: tuple[NameSpan, ...]
    greeted: frozenset[str]

    def read(self, fields: Iterable[Field], labels: set[str | None], *, foot: bool) -> list[PartyBlock]:
        """Return the correspondents of the fields with these labels."""
        blocks: list[PartyBlock] = []
        for entry in fields_with(fields, labels):
            lines = [line for line in entry.lines if not is_prose(line.text) or foot]
            listed = entry.label == "copied"
            # several addressees under one label stand as in a head
            as_foot = foot and not (entry.is_open and entry.label in {"to", "attention"})
            if (lone := self._find_lone_name(entry.label, lines)) is not None:
                blocks.append(PartyBlock(person=lone))
                continue
            parts = self.parts(lines, foot=foot)
            parties = find_parties(parts, self.text, foot=as_foot, listed=listed, greeted=self.greeted)
            blocks.extend(
                replace(block, offices=self._fullest(block.offices), bodies=self._part_first(self._own(block)))
                for block in parties
            )
        return blocks

    def _find_lone_name(self, label: str | None, lines: Sequence[Line]) -> Span | None:
        """Return the first name that alone is behind "To:" or "From:": "Helen"; not "Ofcom" nor "Minister"."""
        match = _LONE_NAME.match(lines[0].text) if len(lines) == 1 and label in {"to", "from"} else None
        if match is None or find_concepts(match["name"]) or is_no_name(match["name"]):
            return None
        start = lines[0].start + match.start("name")
        return start, start + len(match["name"])

    def _own(self, block: PartyBlock) -> tuple[Span, ...]:
        """Return the bodies that are more than an address: a minister's post goes to the House of Commons."""
        cues = load_name_cues()
        words = [to_head(word) for office in block.offices for word in self.text[slice(*office)].split()]
        if not cues.ministerial.intersection(words):
            return block.bodies
        return tuple(body for body in block.bodies if to_head(self.text[slice(*body)].split()[0]) not in cues.houses)

    def _part_first(self, bodies: tuple[Span, ...]) -> tuple[Span, ...]:
        """Return the bodies of one correspondent, a directorate before the commission that it belongs to."""
        concepts = {body: find_concept(body, self.spans) for body in bodies}
        known = {concept.iri for concept in concepts.values() if concept}

        def is_whole(body: Span) -> bool:
            concept = concepts[body]
            within = concept is not None and concept.parent in known
            return not (within or is_part(self.text[slice(*body)]))

        return tuple(sorted(bodies, key=is_whole))

    def _fullest(self, offices: tuple[Span, ...]) -> tuple[Span, ...]:
        """Return the offices without one that is only the beginning of the next: "Chair / Chair of the Committee"."""
        words = [self._words(office) for office in offices]
        return tuple(
            office
            for place, office in enumerate(offices)
            if not any(other.startswith(f"{words[place]} of ") for other in words)
        )

    def parts(self, lines: Sequence[Line], *, foot: bool = False) -> list[Part]:
        """Return the parts of some lines."""
        return find_parts(lines, self.spans, foot=foot)

    def read_salutation(self, line: Line) -> list[PartyBlock]:
        """Return whom a salutation names: an office, a titled person, a first name of a known kind."""
        match = _GREETING.match(line.text)
        if match is None:
            return []
        rest = Line(start=line.start + match.end(), end=line.end, text=line.text[match.end() :])
        blocks = find_parties(self.parts([rest]), self.text, foot=True)
        blocks = [replace(block, bodies=()) for block in blocks if block.person or block.offices]
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
            behind = self._find_behind(_ON_BEHALF, opening, EntityType.ORGANISATION)
            sender = replace(sender, bodies=behind or self._find_writing(opening))
        return self._with_letterhead([sender], head, recipients)

    def _with_letterhead(
        self, senders: list[PartyBlock], head: list[PartyBlock], recipients: list[PartyBlock]
    ) -> list[PartyBlock]:
        """Return the senders with the body, or the office, of a letterhead that names no person."""
        first = min((block.start for block in recipients), default=len(self.text))
        addressed = {self._words(body) for block in recipients for body in block.bodies}
        heads = [
            block
            for block in head
            if block not in recipients and block.person is None and (block.start < first or block.has_contact)
        ]
        heads.sort(key=lambda block: not block.has_contact)
        bodies = next((block.bodies for block in heads if block.bodies), ())
        offices = next((block.offices for block in heads if block.offices), ())
        if addressed & {self._words(body) for body in bodies}:
            bodies = ()
        if len(senders) == 1 and senders[0].person and not senders[0].offices:
            senders = [replace(senders[0], offices=offices)]
        if not all(sender.person or sender.offices for sender in senders):
            return senders
        if all(is_unit(self.text[slice(*body)]) for sender in senders for body in sender.bodies):
            # a team of the body in the letterhead
            return [self._with_bodies(sender, bodies) for sender in senders]
        return senders

    def _with_bodies(self, sender: PartyBlock, bodies: tuple[Span, ...]) -> PartyBlock:
        """Return a sender with the bodies of the letterhead: no governor, no mayor with the "Office of the Mayor"."""
        words = [word for office in sender.offices for word in self.text[slice(*office)].split()]
        if any(to_head(word) in load_name_cues().independent for word in words):
            return sender
        offices = {self._words(office) for office in sender.offices}
        others = tuple(body for body in bodies if self._words(body).removeprefix("office of the ") not in offices)
        return replace(sender, bodies=(*sender.bodies, *others))

    def _words(self, span: Span) -> str:
        return " ".join(self.text[slice(*span)].casefold().split())

    def _find_behind(self, cue: re.Pattern[str], lines: Sequence[Line], kind: EntityType) -> tuple[Span, ...]:
        for line in lines:
            for match in cue.finditer(self.text, line.start, line.end):
                for span in self.spans:
                    if span.type is kind and span.start == match.end():
                        return ((span.start, span.end),)
        return ()

    def _find_writing(self, lines: Sequence[Line]) -> tuple[Span, ...]:
        """Return the body of which the opening says that it writes: "Rail Action (RA) is writing to ask"."""
        for span in self.spans:
            inside = any(line.start <= span.start and span.end <= line.end for line in lines)
            if inside and span.type is EntityType.ORGANISATION and _WRITES.match(self.text, span.end):
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
