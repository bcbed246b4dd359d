"""What the words of a relation govern: the slots to their right."""

from collections.abc import Sequence

from .clause import Clause, End
from .joined_slots import find_list_after, is_descriptive

_LONGEST_DESCRIPTION = 7
_NEAR = 3
_LONGEST_ADJUNCT = 9
_IN = frozenset({"in", "across", "throughout"})
_FOR_WHOM = frozenset({"at", "for", "to", "the", "and"})
_COUNTRY = frozenset({"country"})


def find_after(
    clause: Clause,
    place: int,
    types: frozenset[str],
    *,
    open_end: bool = True,
    near: bool = False,
    company: bool = False,
) -> End | None:
    """Return the slots that the words before `place` govern: "[runs] the roll-out of the Fund and the Scheme".

    `near` allows no more than three words before them, `company` takes in "together with B".
    "[runs] a review of the Fund" governs no slot.
    """
    described = 0
    while place < len(clause.words) and described <= (_NEAR if near else _LONGEST_DESCRIPTION):
        if clause.is_slot(place):
            if clause.is_possessor(place):
                place += 2
                described += 1
                continue
            if clause.is_slot(place, types):
                return find_list_after(clause, place, types, open_end=open_end, company=company)
            if clause.is_slot(place + 1, types) and clause.words[place].type != "person":
                # "the EU Rural Fund"
                place += 1
                continue
            return None
        if not is_descriptive(clause, place, described):
            return None
        place += 1
        described += 1
    return None


def find_agent(
    clause: Clause, place: int, agents: Sequence[tuple[str, ...]], types: frozenset[str], *, is_finite: bool
) -> End | None:
    """Return who does what a participle before `place` says: "[run] in Wales by Ofcom"."""
    for at in range(place, min(place + _LONGEST_ADJUNCT, len(clause.words))):
        if clause.is_word(at, "relatives", "auxiliaries") or clause.is_mark(at, ".;:"):
            return None
        for agent in agents:
            if tuple(each.text for each in clause.words[at : at + len(agent)]) == agent:
                return find_after(clause, at + len(agent), types, open_end=not is_finite, company=True)
    return None


def find_behind(clause: Clause, target: End, types: frozenset[str]) -> End | None:
    """Return who follows an opening phrase: "[As a party to] the Convention, Kenya"."""
    if clause.is_mark(target.end, ","):
        return find_after(clause, target.end + 1, types, near=True)
    return find_after(clause, target.end, types, near=True) if clause.is_slot(target.end) else None


def find_places(clause: Clause, place: int) -> End | None:
    """Return the countries of an "in" behind `place`: "[run] since 2018 in Wales and in Scotland".

    For whom and at what it is run may stand between: "[run] at 61 stations in Wales".
    """
    for at in range(place, min(place + _LONGEST_ADJUNCT, len(clause.words) - 1)):
        if clause.has_text(at, _IN) and (found := find_after(clause, at + 1, _COUNTRY, near=True)):
            return found
        if not (clause.is_time(at) or clause.is_plain(at) or clause.has_text(at, _FOR_WHOM)):
            return None
    return None
