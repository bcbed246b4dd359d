"""Correspondents in a head or a foot: which person, office and body stand together."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ...ontology.cues import load_people_cues
from .flat_columns import pair_columns
from .header_parts import Part
from .name_parts import is_affiliation, is_alone, settle_name
from .part_kinds import PartKind
from .party_block import PartyBlock
from .shared_offices import share_offices
from .signatory_list import mark_listed_bodies

_OPENERS = frozenset({PartKind.PERSON, PartKind.BODY})


@dataclass(slots=True)
class _Gatherer:
    """Parts put together one after the other; `done` holds the finished blocks.

    `office_first` tells that offices stand over their people, not under them.
    """

    foot: bool
    office_first: bool = False
    done: list[PartyBlock] = field(default_factory=list)
    now: PartyBlock = field(default_factory=PartyBlock)
    _person_line: int = -1

    def add(self, part: Part, kind: PartKind) -> None:
        """Put one part to the block that it belongs to."""
        span = (part.start, part.end)
        if self._starts_new(part, kind) or (self.now.is_empty and (part.gap or self.foot)):
            self.close()
        self.now = replace(self.now, last_line=part.line)
        if kind is PartKind.PERSON:
            self.now = replace(self.now, person=span)
            self._person_line = part.line
        elif kind is PartKind.OFFICE:
            beside = self.now.person is not None and not self.now.offices and self._person_line == part.line
            self.now = replace(
                self.now,
                offices=(*self.now.offices, span),
                office_beside_person=beside or self.now.office_beside_person,
            )
        elif kind is PartKind.REMIT:
            *others, (start, _) = self.now.offices
            self.now = replace(self.now, offices=(*others, (start, part.end)))
        elif kind is PartKind.BODY:
            self.now = replace(self.now, bodies=(*self.now.bodies, span))
        elif kind is PartKind.CONTACT:
            self.now = replace(self.now, has_contact=True)
        elif kind is PartKind.ADDRESS:
            self.now = replace(self.now, has_address=True)

    def close(self) -> None:
        """Finish the block in hand."""
        if not self.now.is_empty:
            self.done.append(self.now)
        self.now = PartyBlock()

    def _starts_new(self, part: Part, kind: PartKind) -> bool:
        now = self.now
        if now.is_empty:
            return False
        if not self.foot and part.gap:
            # double-spaced: an office that follows a person alone is still that person's
            alone = now.person is not None and not now.offices and not now.bodies and not now.has_address
            return not (kind is PartKind.OFFICE and alone and part.gap <= 2)
        if kind is PartKind.PERSON:
            # "Minister of Health" over "Hon Andrew Little" is one; a body over a person is a letterhead
            return now.person is not None or bool(now.bodies) or now.has_address or part.gap > 0
        if kind is PartKind.OFFICE:
            # "Ann Lee MP, Chair of …" over "Chair of …": the second line is somebody whose name is missing
            beside = now.office_beside_person and part.line > now.last_line
            bodied = now.person is None and bool(now.bodies)
            over = self.office_first and now.person is not None
            return now.has_address or beside or bodied or over or (part.gap > 1 and bool(now.offices))
        if kind is PartKind.BODY:
            alone = now.person is None and not now.offices
            return (
                now.has_address
                or (self.foot and alone and part.line > now.last_line)
                or (part.gap > 1 and bool(now.bodies))
            )
        return False


def find_parties(
    parts: Sequence[Part], text: str, *, foot: bool, listed: bool = False, greeted: frozenset[str] = frozenset()
) -> list[PartyBlock]:
    """Return the correspondents that `parts` name, in order; in a foot empty lines part less than in a head.

    Where they are `listed`, as in a copy list, a person or a body begins a line of its own. `greeted` are the words
    of the salutation in small letters: a name among them is a person's.
    """
    gatherer = _Gatherer(foot=foot, office_first=_has_offices_first(parts))
    parts = mark_listed_bodies(pair_columns(parts), text) if foot else parts
    for place, part in enumerate(parts):
        kind = part.kind
        parted = place > 0 and ";" in text[parts[place - 1].end : part.start]
        if part.is_item or parted or (listed and kind in _OPENERS and part.line != gatherer.now.last_line):
            gatherer.close()
        if (
            foot
            and part.gap
            and kind in {PartKind.NAME, PartKind.PERSON}
            and (gatherer.now.offices or gatherer.now.bodies)
        ):
            gatherer.close()
        if kind is PartKind.OFFICE and _is_title_of_person(parts, place, text):
            continue
        if place and parts[place - 1].kind is PartKind.FOR and kind in {PartKind.OFFICE, PartKind.PERSON}:
            # "For the Director-General:" is not who signs
            continue
        if kind is PartKind.PERSON and gatherer.now.offices and _has_office_beside(parts, place):
            gatherer.close()
        if kind is PartKind.NAME:
            words = text[part.start : part.end].casefold().split()
            known = len(words) > 1 and bool(greeted & {words[0], words[-1]}) and gatherer.now.person is None
            kind = PartKind.PERSON if known else settle_name(parts, place, gatherer.now, text, foot=foot)
        elif kind is PartKind.PERSON and is_affiliation(parts, place, gatherer.now, text):
            kind = PartKind.BODY
        if kind is PartKind.DATE and not foot and is_alone(parts, place):
            gatherer.close()
        if kind in {PartKind.OTHER, PartKind.DATE, PartKind.FOR}:
            if kind is PartKind.OTHER and not foot and part.gap:
                gatherer.close()
            continue
        if kind is PartKind.REMIT and not gatherer.now.offices:
            continue
        if kind is PartKind.OFFICE and foot and gatherer.now.person and _titles_person(parts, place):
            gatherer.close()
        gatherer.add(part, kind)
    gatherer.close()
    return share_offices(gatherer.done, text)


def _has_offices_first(parts: Sequence[Part]) -> bool:
    """Tell whether people stand right under their offices: "Minister of Finance / Dr Cassiem", more than once."""
    pairs = [part for part in parts if part.kind in {PartKind.OFFICE, PartKind.PERSON}]
    offices = [place for place, part in enumerate(pairs) if part.kind is PartKind.OFFICE]
    held = all(
        place + 1 < len(pairs) and pairs[place + 1].kind is PartKind.PERSON and not pairs[place + 1].gap
        for place in offices
    )
    return len(offices) > 1 and offices[0] == 0 and held and all(pairs[place].gap for place in offices[1:])


def _is_title_of_person(parts: Sequence[Part], place: int, text: str) -> bool:
    """Tell whether a word such as "Deputy" or "Minister" only goes before the person behind it."""
    part = parts[place]
    after = parts[place + 1] if place + 1 < len(parts) else None
    beside = after is not None and after.kind is PartKind.PERSON and after.line == part.line
    return beside and text[part.start : part.end] in load_people_cues().partial_titles


def _has_office_beside(parts: Sequence[Part], place: int) -> bool:
    """Tell whether a person's own office follows on the same line."""
    after = parts[place + 1] if place + 1 < len(parts) else None
    return after is not None and after.kind is PartKind.OFFICE and after.line == parts[place].line


def _titles_person(parts: Sequence[Part], place: int) -> bool:
    """Tell whether an office opens a line and stands before its person: "Mayor Phil Glanville"."""
    opens = parts[place - 1].line != parts[place].line
    return (
        opens
        and place + 1 < len(parts)
        and parts[place + 1].line == parts[place].line
        and parts[place + 1].kind is PartKind.PERSON
    )
