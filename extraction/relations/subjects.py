"""Of what the words of a relation are said: the slots to their left.

A walk to the left over auxiliaries, asides and relative pronouns until a slot of a fitting type stands there, or
something that cannot stand between.
"""

from dataclasses import replace

from .clause import Clause, End
from .joined_slots import LEADS, find_list_after, find_list_before
from .objects import find_after

_LONGEST_ASIDE = 30
_LONGEST_RELATIVE = 10
_LONGEST_NOUN = 6
_MOST_STEPS = 12
_OF = frozenset({"of"})
_HANGING_MARKS = ",(–—"


def find_before(clause: Clause, place: int, types: frozenset[str], *, reduced: bool = False) -> End | None:
    """Return the slots of which the words at `place` are said; `reduced` where the verb has no auxiliary.

    "Ofcom, which is large, [runs]", "the Fund, a pilot [run by]", "the Fund is led by Ofcom and [funded by]".
    "officials of Ofcom [run]" says nothing of Ofcom.
    """
    place = clause.skip_auxiliaries(place)
    group, tied = place, reduced
    with_them: tuple[int, ...] = ()
    for _ in range(_MOST_STEPS):
        if place <= 0:
            return None
        if clause.is_slot(place - 1):
            found = _take_slot(clause, place - 1, types, tied)
            if isinstance(found, End):
                return replace(found, slots=(*found.slots, *with_them), is_tied=tied, group=group)
            step = found
        elif clause.is_word(place - 1, "joins"):
            shared = _find_shared(clause, place - 1, types)
            return shared and replace(shared, group=shared.end)
        else:
            step = _step_over_word(clause, place, types, reduced=reduced)
            hangs = clause.is_word(place - 1, "relatives") or clause.is_mark(place - 1, "(–—-")
            described = step is not None and clause.is_mark(step, _HANGING_MARKS) and clause.is_plain(place - 1)
            tied = tied or hangs or described or (clause.is_mark(place - 1, ",") and step == place - 1)
        if step is None:
            return None if reduced else _find_described(clause, place, group, types)
        with_them = with_them or _find_aside_names(clause, step, place, types)
        place = step
    return None


def find_owner(clause: Clause, place: int, types: frozenset[str]) -> End | None:
    """Return whose the thing behind `place` is: "[Ofcom]'s", "[our]", "[Ofcom], whose"."""
    owner = clause.words[place].owner
    if owner < 0:
        return find_before(clause, place, types, reduced=True)
    fits = clause.types[owner] in types
    return End(slots=(owner,), start=place, end=place + 1, is_tied=True, group=place + 1) if fits else None


def find_neighbour(clause: Clause, place: int, types: frozenset[str]) -> End | None:
    """Return the slots right before `place`."""
    at = place - 1
    while clause.is_word(at, "trailing"):
        at -= 1
    if not clause.is_slot(at, types):
        return None
    found = find_list_before(clause, at, types)
    return replace(found, is_tied=True, group=found.end)


def find_near(clause: Clause, place: int, types: frozenset[str]) -> End | None:
    """Return the nearest fitting slots to the left, whatever stands between, inside the clause."""
    for at in range(place - 1, max(place - _LONGEST_ASIDE, -1), -1):
        if clause.is_mark(at, ";:"):
            return None
        if clause.is_slot(at, types) and not clause.is_possessor(at):
            found = find_list_before(clause, at, types)
            return replace(found, group=found.end)
    return None


def find_antecedent(
    clause: Clause, subject: End, types: frozenset[str], prepositions: frozenset[str] = frozenset()
) -> End | None:
    """Return what "which" before the subject stands for: "the Fund, (for) which Ofcom", "the Fund Ofcom".

    `prepositions` are those of which one must stand before "which".
    """
    place = subject.start
    while clause.is_word(place - 1, "articles"):
        place -= 1
    if clause.is_mark(place - 1, ","):
        # "which, as you know, we support"
        opening = next((at for at in range(place - 2, max(place - 9, 0), -1) if clause.is_mark(at, ",")), 0)
        place = opening if clause.is_word(opening - 1, "relatives") else place
    if clause.is_word(place - 1, "relatives"):
        place -= 1
        if prepositions and not (place and clause.words[place - 1].text in prepositions):
            return None
        place -= 1 if prepositions else 0
    elif prepositions:
        return None
    in_bracket = clause.is_mark(place - 1, "(")
    if clause.is_mark(place - 1, _HANGING_MARKS):
        place -= 1
    found = find_before(clause, place, types, reduced=True)
    # a bracket speaks of the last name before it
    return found and replace(found, slots=found.slots[-1:] if in_bracket else found.slots, is_tied=True, group=place)


def _take_slot(clause: Clause, at: int, types: frozenset[str], tied: bool) -> End | int | None:
    """Return the list that ends at the slot at `at`, or where to go on where that is not meant."""
    if clause.is_slot(at, types):
        found = find_list_before(clause, at, types)
        if tied or not clause.is_governed(found.start):
            return found
        at = found.start
    start = clause.find_phrase_start(at)
    return start - 1 if clause.is_governed(start) else None


def _step_over_word(clause: Clause, place: int, types: frozenset[str], *, reduced: bool) -> int | None:
    """Return where to go on to the left of the word before `place`, None where nothing can stand there."""
    at = place - 1
    if clause.is_word(at, "relatives"):
        if clause.has_text(at - 1, _OF) and (whole := _step_over_part(clause, at - 1)) is not None:
            return whole
        return at - 1 if clause.is_mark(at - 1, _HANGING_MARKS) else at
    if clause.is_mark(at, ","):
        named = clause.is_mark(at - 2, ",") and at > 2 and not clause.is_slot(at - 3)
        if clause.is_slot(at - 1, types) and (reduced or named):
            # "the Fund, run by"; "its successor, the Fund, is run by"
            return at
        opening = _find_opening(clause, at)
        return opening if opening is not None or not reduced else at
    if clause.is_mark(at, "(–—-"):
        return at
    if clause.is_mark(at, ")"):
        return next((left for left in range(at, -1, -1) if clause.is_mark(left, "(")), None)
    return _step_over_noun(clause, place)


def _step_over_part(clause: Clause, place: int) -> int | None:
    """Return where to go on before a part of which something is said: "the Fund[, the pilot phase] of which"."""
    at = place
    while at > 0 and place - at < _LONGEST_NOUN and (clause.is_plain(at - 1) or clause.is_word(at - 1, "articles")):
        at -= 1
    light = at < place and clause.is_word(place - 1, "light_nouns")
    return at - 1 if light and clause.is_mark(at - 1, ",") else None


def _step_over_noun(clause: Clause, place: int) -> int | None:
    """Return where a noun without a name begins: ", a pilot" and "is a pilot" lead on, "the X programme" too."""
    at = place
    while at > 0 and place - at < _LONGEST_NOUN and (clause.is_plain(at - 1) or clause.is_word(at - 1, "articles")):
        at -= 1
        if clause.is_word(at, "articles"):
            return _step_before_article(clause, at)
    trails = all(clause.is_word(between, "trailing") for between in range(at, place))
    if not clause.is_slot(at - 1) or not trails:
        return None
    if clause.words[at - 1].type in {"organisation", "country"}:
        first = clause.find_phrase_start(at - 1)
        if clause.words[first].text in {"a", "an"}:
            # "the Fund is an Ofcom programme", "the Fund, an Ofcom programme"
            return _step_before_article(clause, first)
    return at


def _step_before_article(clause: Clause, article: int) -> int | None:
    """Return where to go on before a noun phrase that is not itself the subject: an apposition or a predicate."""
    if clause.is_mark(article - 1, _HANGING_MARKS):
        return article - 1
    return clause.skip_auxiliaries(article) if clause.is_word(article - 1, "be") else None


def _find_opening(clause: Clause, closing: int) -> int | None:
    """Return the comma at which the aside that ends at the comma `closing` begins."""
    for at in range(closing - 1, max(closing - _LONGEST_ASIDE, 0), -1):
        if clause.is_mark(at, ";:"):
            return None
        if clause.is_mark(at, ",") and _opens_aside(clause, at + 1, closing):
            return at
    return None


def _opens_aside(clause: Clause, first: int, closing: int) -> bool:
    if clause.is_slot(first):
        return closing - first == 1 and clause.words[first].type in {"person", "office"}
    text = clause.words[first].text
    # "the Fund, launched by Ofcom in 2021, runs"
    launched = text.endswith("ed") and clause.is_word(first + 1, "prepositions")
    return clause.is_word(first, "asides") or text.endswith("ing") or launched


def _find_aside_names(clause: Clause, opening: int, closing: int, types: frozenset[str]) -> tuple[int, ...]:
    """Return the slots of an aside like ", together with Ofcom and Mind,"."""
    first = opening + 1
    while first < closing and clause.words[first].text in LEADS | {"alongside"}:
        first += 1
    if closing - opening < 3 or not clause.is_mark(opening, ",") or clause.words[first].text != "with":
        return ()
    found = find_after(clause, first + 1, types, near=True)
    return found.slots if found and found.end == closing - 1 else ()


def _find_described(clause: Clause, place: int, group: int, types: frozenset[str]) -> End | None:
    """Return a subject with a relative clause that no comma ends: "the Fund that your letter names [runs]"."""
    for at in range(place - 1, max(place - _LONGEST_RELATIVE, 0), -1):
        if clause.is_word(at, "joins") or clause.is_mark(at, ",;:(") or clause.is_slot(at, types):
            return None
        if clause.is_word(at, "relatives") and clause.is_slot(at - 1, types):
            found = find_list_before(clause, at - 1, types)
            return None if clause.is_governed(found.start) else replace(found, group=group)
    return None


def _find_shared(clause: Clause, join: int, types: frozenset[str]) -> End | None:
    """Return the subject that a verb behind "and" shares with the verb before: "Ofcom runs it and [funds]"."""
    start = 0
    for at in range(join - 1, -1, -1):
        if clause.is_mark(at, ";:"):
            start = at + 1
            break
        hangs = clause.is_slot(at - 1) or clause.is_mark(at - 1, ",()")
        if clause.is_word(at, "relatives") and (hangs or _step_over_noun(clause, at) is not None):
            return find_before(clause, at + 1, types, reduced=True)
    for at in range(start, join - 1):
        first = clause.find_phrase_start(at)
        if clause.is_slot(at) and not clause.is_possessor(at) and not clause.is_governed(first):
            opens = first == start or clause.words[first - 1].text in {",", "and", "but", "that"}
            return (
                find_list_after(clause, at, types, open_end=True, company=True)
                if opens and clause.is_slot(at, types)
                else None
            )
    return None
