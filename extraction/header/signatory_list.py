"""Bodies that sign a letter one below the other: "Access Now, International", "Statewatch", "HIAS".

Many of them have no head noun; it is the list that tells what they are.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from ...ontology.cues import load_name_cues
from ..names.people import parse_person
from .header_parts import Part
from .part_kinds import PartKind

_NAMING = frozenset({PartKind.PERSON, PartKind.OFFICE, PartKind.BODY, PartKind.NAME})
_SHORTEST = 3
_LONG = 5


def mark_listed_bodies(parts: Sequence[Part], text: str) -> list[Part]:
    """Return the parts with every entry of a list of bodies as a body that opens an item of its own."""
    lines = [list(group) for _, group in groupby(parts, key=lambda part: part.line)]
    below = [*lines[1:], []]
    entries = [
        None if _signs(line, below[place], text) else _find_entry(line, text) for place, line in enumerate(lines)
    ]
    marked: list[Part] = []
    place = 0
    while place < len(lines):
        end = place
        while end < len(lines) and entries[end] is not None:
            end += 1
        placed = sum(any(part.kind is PartKind.ADDRESS for part in line) for line in lines[place:end])
        if _is_list(entries[place:end], placed) and not _belongs_above(lines, place):
            marked += [replace(entry, kind=PartKind.BODY, is_item=True) for entry in entries[place:end] if entry]
            place = end
        else:
            end = max(end, place + 1)
            marked += [part for line in lines[place:end] for part in line]
            place = end
    return marked


def _find_entry(line: Sequence[Part], text: str) -> Part | None:
    """Return the one name of a line, an acronym or a country behind it aside; None where it holds more or none."""
    naming = [part for part in line if part.kind in _NAMING]
    if not naming or naming[0] is not line[0] or naming[0].kind is PartKind.OFFICE:
        return None
    first = naming[0]
    if any(part.kind in {PartKind.OFFICE, PartKind.PERSON} for part in naming[1:]) or len(naming) > 3:
        return None
    words = text[first.start : first.end].split()
    named = all(word[0].isupper() or word in load_name_cues().joiners for word in words) and words[0][0].isupper()
    # "Homo Digitalis, Greece"; "Nasc, the Migrant and Refugee Rights Centre"
    explained = text[first.end : first.end + 6] == ", the "
    short = all(len(text[part.start : part.end].split()) <= 2 for part in naming[1:])
    return first if named and (short or explained) else None


def _signs(line: Sequence[Part], below: Sequence[Part], text: str) -> bool:
    """Tell whether a line may be the person of a signature: a name's shape over an office or a body."""
    first = line[0]
    shaped = first.kind in {PartKind.NAME, PartKind.PERSON} and parse_person(text[first.start : first.end]) is not None
    alone = len(line) == 1 and shaped
    under = bool(below) and not below[0].gap and not below[0].is_item
    if not (alone and under and (first.gap or first.is_item)):
        return False
    return below[0].kind in {PartKind.OFFICE, PartKind.BODY}


def _is_list(entries: Sequence[Part | None], placed: int) -> bool:
    """Tell whether entries are a list of bodies: enough of them known as bodies, few that look like people.

    Where most of them are `placed`, with a country behind them, none need be known.
    """
    kinds = [entry.kind for entry in entries if entry]
    bodies, people = kinds.count(PartKind.BODY), kinds.count(PartKind.PERSON)
    plain = len(kinds) >= _LONG or all(entry.is_item for entry in entries if entry)
    known = bodies * (4 if plain else 2) >= len(kinds) or placed * 2 > len(kinds)
    return len(kinds) >= _SHORTEST and known and people * 3 <= len(kinds)


def _belongs_above(lines: Sequence[Sequence[Part]], place: int) -> bool:
    """Tell whether the lines go on with a signature: bodies right under a person or an office."""
    above = lines[place - 1] if place else []
    personal = any(part.kind in {PartKind.PERSON, PartKind.OFFICE} for part in above)
    return personal and not lines[place][0].gap and not lines[place][0].is_item
