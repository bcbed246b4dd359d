"""Correspondents in a head or a foot: which person, office and body stand together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ..ontology.cues import load_letter_cues, load_name_cues, load_people_cues
from .header_parts import Part, PartKind
from .people import is_sure_person, parse_person
from .person_words import count_title_words
from .signatory_list import mark_listed_bodies


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyBlock:
    """The parts of one correspondent: spans (start, end) into the letter's text, in their order."""

    person: tuple[int, int] | None = None
    offices: tuple[tuple[int, int], ...] = ()
    bodies: tuple[tuple[int, int], ...] = ()
    last_line: int = 0
    has_contact: bool = False
    has_address: bool = False
    office_beside_person: bool = False

    @property
    def start(self) -> int:
        """Where in the text it begins, 0 for an empty one."""
        return min((span[0] for span in (self.person, *self.offices, *self.bodies) if span), default=0)

    @property
    def is_empty(self) -> bool:
        """Whether it names nobody."""
        return self.person is None and not self.offices and not self.bodies


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
    parts = mark_listed_bodies(_pair_columns(parts), text) if foot else parts
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
        if kind is PartKind.PERSON and gatherer.now.offices and _has_office_beside(parts, place):
            gatherer.close()
        if kind is PartKind.NAME:
            words = text[part.start : part.end].casefold().split()
            known = len(words) > 1 and bool(greeted & {words[0], words[-1]}) and gatherer.now.person is None
            kind = PartKind.PERSON if known else _settle_name(parts, place, gatherer.now, text, foot=foot)
        elif kind is PartKind.PERSON and _is_affiliation(parts, place, gatherer.now, text):
            kind = PartKind.BODY
        if kind is PartKind.DATE and not foot and _is_alone(parts, place):
            gatherer.close()
        if kind in {PartKind.OTHER, PartKind.DATE, PartKind.FOR}:
            if kind is PartKind.OTHER and not foot and part.gap:
                gatherer.close()
            continue
        if kind is PartKind.OFFICE and foot and gatherer.now.person and _titles_person(parts, place):
            gatherer.close()
        gatherer.add(part, kind)
    gatherer.close()
    return _share(gatherer.done, text)


def _has_offices_first(parts: Sequence[Part]) -> bool:
    """Tell whether each person stands right under the office: "Minister of Finance / Dr Cassiem", more than once."""
    pairs = [part for part in parts if part.kind in {PartKind.OFFICE, PartKind.PERSON}]
    offices, people = pairs[::2], pairs[1::2]
    kinds = {part.kind for part in offices}, {part.kind for part in people}
    parted = all(part.gap for part in offices[1:]) and not any(part.gap for part in people)
    return len(people) > 1 and kinds == ({PartKind.OFFICE}, {PartKind.PERSON}) and parted


def _pair_columns(parts: Sequence[Part]) -> list[Part]:
    """Return the parts with columns that a web extract has flattened paired again.

    "Ann Lee Tom Fox / Senator Senator" becomes Ann Lee, Senator, Tom Fox, Senator; bodies in a third run join in.
    """
    paired: list[Part] = []
    place = 0
    while place < len(parts):
        runs = [_take_run(parts, place, PartKind.PERSON)]
        if len(runs[0]) > 1:
            for kind in (PartKind.OFFICE, PartKind.BODY):
                run = _take_run(parts, place + sum(map(len, runs)), kind)
                runs += [run] if len(run) == len(runs[0]) else []
        if len(runs) > 1:
            rows = [[replace(part, gap=0, line=row[0].line) for part in row] for row in zip(*runs, strict=True)]
            paired += [replace(part, is_item=not at) for row in rows for at, part in enumerate(row)]
            place += sum(map(len, runs))
        else:
            paired.append(parts[place])
            place += 1
    return paired


def _take_run(parts: Sequence[Part], start: int, kind: PartKind) -> list[Part]:
    """Return the parts of one kind from `start` on that stand on one line."""
    run: list[Part] = []
    for part in parts[start:]:
        if part.kind is not kind or (run and part.line != run[0].line):
            break
        run.append(part)
    return run


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


def _share(blocks: Sequence[PartyBlock], text: str) -> list[PartyBlock]:
    """Give all people whom one office behind them is for that office and its body.

    "Wendy Via and Heidi Beirich, co-founders" are two; a plural, "Members of the European Parliament", is for all
    above it that have none.
    """
    shared = list(blocks)
    for place in range(len(shared) - 2, -1, -1):
        one, two = shared[place], shared[place + 1]
        if not (one.person and two.person and two.offices) or one.offices or one.bodies:
            continue
        paired = text[one.person[1] : two.person[0]].strip() in {"and", "&"}
        if paired or _is_plural(text[slice(*two.offices[0])]):
            shared[place] = replace(one, offices=two.offices, bodies=two.bodies)
    return shared


def _is_plural(office: str) -> bool:
    """Tell whether an office is that of several people: "Co-Chairs", "Members of Parliament"."""
    head = re.split(r"\s(?:of|for)\s", office)[0].split()[-1]
    return head.endswith("s") and head.removesuffix("s").rpartition("-")[2] in load_name_cues().type_of_head


def _names_body(parts: Sequence[Part], place: int, text: str, *, foot: bool) -> bool:
    """Tell whether a name behind a person can be a body: not "Our ref", "Level 2", nor half of "Cadeirydd / Chair"."""
    part = parts[place]
    words = text[part.start : part.end]
    labelled = any(re.fullmatch(label.pattern, words, re.IGNORECASE) for label in load_letter_cues().labels.values())
    after = parts[place + 1] if place + 1 < len(parts) else None
    halved = (after is not None and text[part.end : after.start].strip() == "/") or text[
        : part.start
    ].rstrip().endswith("/")
    told = len(words.split()) > 1 or foot
    return told and not labelled and not halved and not any(letter.isdigit() or letter in "()" for letter in words)


def _signs_list(parts: Sequence[Part], place: int, words: str) -> bool:
    """Tell whether a name opens a line that goes on: "Khriesezo Angami, Media Collective" in a list of signatures."""
    part = parts[place]
    opens = place == 0 or parts[place - 1].line != part.line
    follows = place + 1 < len(parts) and parts[place + 1].line == part.line
    shaped = 2 <= len(words.split()) <= 4 and parse_person(words) is not None
    return opens and follows and shaped


def _is_alone(parts: Sequence[Part], place: int) -> bool:
    return all(
        other.line != parts[place].line for other in parts[max(place - 1, 0) : place + 2] if other is not parts[place]
    )


def _has_bodies(parts: Sequence[Part]) -> bool:
    """Tell whether bodies sign alone here: a line that holds nothing but one."""
    return any(part.kind is PartKind.BODY and _is_alone(parts, place) for place, part in enumerate(parts)) and not any(
        part.kind is PartKind.PERSON for part in parts
    )


def _is_affiliation(parts: Sequence[Part], place: int, now: PartyBlock, text: str) -> bool:
    """Tell whether a part that could be a person is the body of the one before it on a line with an office."""
    part = parts[place]
    line = [other for other in parts if other.line == part.line]
    titled = bool(count_title_words(text[max(part.start - 20, 0) : part.start].split()[-1:]))
    return (
        now.person is not None
        and now.last_line == part.line
        and not now.bodies
        and not titled
        and len(line) >= 2
        and bool(now.offices)
        and (place + 1 == len(parts) or parts[place + 1].line != part.line)
    )


def _is_qualifier(before: PartKind, words: str, after: Part | None, line: int) -> bool:
    """Tell whether a piece only qualifies the one before it on the line.

    Letters behind a person's name ("Barasa Wekesa, EGH") over the office; what an office is for ("Director,
    Enforcement") over its body.
    """
    below = after is not None and after.line != line and not after.gap
    if before is PartKind.PERSON:
        return below and after is not None and after.kind is PartKind.OFFICE and words.isupper() and len(words) <= 4
    remit = words.split()[-1] in load_name_cues().remits
    return before is PartKind.OFFICE and (remit or (below and after is not None and after.kind is PartKind.BODY))


def _settle_name(parts: Sequence[Part], place: int, now: PartyBlock, text: str, *, foot: bool) -> PartKind:
    """Decide whether a part with the shape of a name is a person or a body, by its neighbours.

    Behind a person or an office in the same block it is the body ("Maya Lee / Peace Action"); at the start of a
    block, with an office or a body behind it, it is the person.
    """
    part = parts[place]
    words = text[part.start : part.end]
    after = parts[place + 1] if place + 1 < len(parts) else None
    if place and parts[place - 1].kind is PartKind.FOR:
        return PartKind.BODY
    if foot and _signs_list(parts, place, words):
        return PartKind.PERSON
    named = all(word[0].isupper() or word in load_name_cues().joiners for word in words.split())
    signs = after is not None and after.kind is PartKind.OFFICE and not after.gap
    alone = foot and named and not signs and now.is_empty and _is_alone(parts, place)
    if alone and not is_sure_person(words) and _has_bodies(parts):
        return PartKind.BODY
    beside = place > 0 and parts[place - 1].line == part.line
    if beside and _is_qualifier(parts[place - 1].kind, words, after, part.line):
        return PartKind.OTHER
    if beside and parts[place - 1].kind is PartKind.OFFICE and text[parts[place - 1].end : part.start] == " ":
        # "City Manager Dario Espinel"
        return PartKind.PERSON if now.person is None and parse_person(words) else PartKind.OTHER
    in_block = not now.is_empty and (part.gap == 0 or part.line == now.last_line)
    if in_block and (now.person is not None or now.offices) and not now.has_address:
        return PartKind.BODY if not now.bodies and _names_body(parts, place, text, foot=foot) else PartKind.OTHER
    shaped = 2 <= len(words.split()) <= 4 and all(word[0].isupper() for word in words.split())
    followed = after is not None and after.gap == 0 and after.kind in {PartKind.OFFICE, PartKind.BODY}
    if (
        shaped
        and followed
        and now.person is None
        and (is_sure_person(words) or (after is not None and after.kind is PartKind.OFFICE))
    ):
        return PartKind.PERSON
    return PartKind.OTHER
