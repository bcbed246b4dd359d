"""What else a relation shows by the words behind it: with whom, where and out of what somebody does something.

"Ofcom runs the Fund in Wales with Mind", "Ofcom joined it together with Mind", "funded by Ofcom through the Fund".
"""

from collections.abc import Iterator

from .clause import Clause, End
from .joined_slots import LEADS
from .objects import find_after, find_places
from .ties import Tie
from .triggers import Trigger

_BODIES = frozenset({"organisation", "we", "you"})
_SCHEME = frozenset({"scheme"})
_PARTNERS = {"s": _BODIES, "o": _BODIES}
_PLACES = {"s": _SCHEME, "o": frozenset({"country"})}
# "with Mind among its partners" runs nothing
_MERELY_PARTNERS = frozenset({"among", "as", "making", "playing"})
_THROUGH = frozenset({"through", "via", "from", "under"})
_LONGEST_TIME = 5

Companion = tuple[str, dict[str, frozenset[str]], dict[str, End]]
"""A predicate, the types of its ends, and the ends by their role."""


def find_companions(clause: Clause, trigger: Trigger, tie: Tie, last: int) -> Iterator[Companion]:
    """Yield what is said with an affirmed relation, whose words end at `last`."""
    if trigger.cue.predicate == "runs":
        yield from _find_partners(clause, trigger, tie, last)
    elif trigger.cue.predicate == "memberOf" and tie.right:
        if company := _find_company(clause, last, trigger.cue.types["s"]):
            yield "memberOf", trigger.cue.types, {"s": company, "o": tie.roles["o"]}
    elif trigger.cue.predicate == "funds" and tie.right is tie.roles["s"]:
        pot = find_after(clause, last + 1, _SCHEME, near=True) if clause.has_text(last, _THROUGH) else None
        if pot is not None:
            yield "funds", {"s": _SCHEME, "o": trigger.cue.types["o"]}, {"s": pot, "o": tie.roles["o"]}


def _find_partners(clause: Clause, trigger: Trigger, tie: Tie, last: int) -> Iterator[Companion]:
    types, runners, run = trigger.cue.types, tie.roles["s"], tie.roles["o"]
    between = _find_company(clause, trigger.end, _BODIES) if clause.is_mark(trigger.end, ",") and tie.right else None
    if between and tie.right and clause.is_mark(between.end, ",") and between.end < tie.right.start:
        # "runs, with Mind, the Fund"
        yield "partnersWith", _PARTNERS, {"s": runners, "o": between}
        yield "runs", types, {"s": between, "o": run}
    places = find_places(clause, last)
    if places and "scheme" in types["o"]:
        yield "operatesIn", _PLACES, {"s": run, "o": places}
    place = last
    while place < len(clause.words) and place - last < _LONGEST_TIME and clause.is_time(place):
        place += 1
    texts = tuple(word.text for word in clause.words[place : place + 3])
    if texts == ("on", "behalf", "of") and (found := find_after(clause, place + 3, _BODIES, near=True)):
        yield "runs", types, {"s": found, "o": run}
    elif texts[:1] == ("with",) and (found := find_after(clause, place + 1, _BODIES, near=True)):
        yield "partnersWith", _PARTNERS, {"s": runners, "o": found}
        if not clause.has_text(found.end, _MERELY_PARTNERS):
            yield "runs", types, {"s": found, "o": run}


def _find_company(clause: Clause, place: int, types: frozenset[str]) -> End | None:
    """Return with whom somebody does something: "together with Mind", ", with Mind", "alongside Mind"."""
    follows_mark = clause.is_mark(place, ",")
    place += follows_mark
    leads = place
    while clause.has_text(place, LEADS):
        place += 1
    if clause.has_text(place, frozenset({"alongside"})):
        return find_after(clause, place + 1, types, near=True)
    named = clause.has_text(place, frozenset({"with"})) and (place > leads or follows_mark)
    return find_after(clause, place + 1, types, near=True) if named else None
