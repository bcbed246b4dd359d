"""Correspondents in a head or a foot: which person, office and body stand together."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from .header_parts import Part, PartKind
from .people import is_sure_person


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyBlock:
    """The parts of one correspondent: spans (start, end) into the letter's text, in their order."""

    person: tuple[int, int] | None = None
    offices: tuple[tuple[int, int], ...] = ()
    bodies: tuple[tuple[int, int], ...] = ()
    first_line: int = 0
    last_line: int = 0
    has_contact: bool = False
    has_address: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether it names nobody."""
        return self.person is None and not self.offices and not self.bodies


@dataclass(slots=True)
class _Gatherer:
    """Parts put together one after the other; `done` holds the finished blocks."""

    text: str
    foot: bool
    done: list[PartyBlock] = field(default_factory=list)
    now: PartyBlock = field(default_factory=PartyBlock)

    def add(self, part: Part, kind: PartKind) -> None:
        """Put one part to the block that it belongs to."""
        span = (part.start, part.end)
        if self._starts_new(part, kind):
            self.close()
        if self.now.is_empty:
            self.now = replace(self.now, first_line=part.line)
        self.now = replace(self.now, last_line=part.line)
        if kind is PartKind.PERSON:
            self.now = replace(self.now, person=span)
        elif kind is PartKind.OFFICE:
            self.now = replace(self.now, offices=(*self.now.offices, span))
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
            return True
        if kind is PartKind.PERSON:
            # "Minister of Health" over "Hon Andrew Little" is one; a body over a person is a letterhead
            return now.person is not None or bool(now.bodies) or now.has_address or part.gap > 0
        if kind is PartKind.OFFICE:
            return (
                now.has_address
                or (now.person is None and bool(now.bodies))
                or (part.gap > 1 and bool(now.offices))
            )
        if kind is PartKind.BODY:
            alone = now.person is None and not now.offices
            return (
                now.has_address
                or (self.foot and alone and part.line > now.last_line)
                or (part.gap > 1 and bool(now.bodies))
            )
        return False


def find_parties(parts: Sequence[Part], text: str, *, foot: bool) -> list[PartyBlock]:
    """Return the correspondents that `parts` name, in order; in a foot empty lines part less than in a head."""
    gatherer = _Gatherer(text=text, foot=foot)
    for place, part in enumerate(parts):
        kind = part.kind
        if kind is PartKind.NAME:
            kind = _settle_name(parts, place, gatherer.now, text)
        if kind in {PartKind.OTHER, PartKind.DATE, PartKind.FOR}:
            if kind is PartKind.OTHER and not foot and part.gap:
                gatherer.close()
            continue
        gatherer.add(part, kind)
    gatherer.close()
    return gatherer.done


def _settle_name(parts: Sequence[Part], place: int, now: PartyBlock, text: str) -> PartKind:
    """Decide whether a part with the shape of a name is a person or a body, by its neighbours.

    Behind a person or an office in the same block it is the body ("Maya Lee / Peace Action"); at the start of a
    block, with an office or a body behind it, it is the person.
    """
    part = parts[place]
    words = text[part.start : part.end]
    after = parts[place + 1] if place + 1 < len(parts) else None
    if place and parts[place - 1].kind is PartKind.FOR:
        return PartKind.BODY
    in_block = not now.is_empty and (part.gap == 0 or part.line == now.last_line)
    if in_block and (now.person is not None or now.offices) and not now.has_address:
        return PartKind.BODY if not now.bodies else PartKind.OTHER
    shaped = 2 <= len(words.split()) <= 4 and all(word[0].isupper() for word in words.split())
    followed = after is not None and after.gap == 0 and after.kind in {PartKind.OFFICE, PartKind.BODY}
    if (
        shaped
        and followed
        and now.person is None
        and (is_sure_person(words) or after is not None and after.kind is PartKind.OFFICE)
    ):
        return PartKind.PERSON
    return PartKind.OTHER
