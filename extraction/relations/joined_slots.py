"""Lists of names in a clause: "A, B and the charity C", "A together with B"."""

from .clause import Clause, End

LEADS = frozenset({"together", "jointly", "along"})
"""Words before a "with" that joins two names."""

_LONGEST_GAP = 7


def find_list_before(clause: Clause, at: int, types: frozenset[str]) -> End:
    """Return the list of slots that ends at `at`: "A, B and [C]"; a comma alone joins no list."""
    slots, first, joined = [clause.words[at].slot], at, False
    while True:
        start = clause.find_phrase_start(first)
        left = start
        while left > 0 and not clause.is_slot(left - 1) and clause.is_word(left - 1, "separators"):
            left -= 1
        if not _joins(clause, left, start) or (not joined and clause.is_mark(start - 1, ",")):
            break
        left -= 1
        while clause.is_word(left, "trailing"):
            left -= 1
        if not clause.is_slot(left, types):
            break
        joined = True
        first = left
        slots.insert(0, clause.words[left].slot)
    return End(slots=tuple(slots), start=clause.find_phrase_start(first), end=at + 1)


def find_list_after(clause: Clause, at: int, types: frozenset[str], *, open_end: bool, company: bool = False) -> End:
    """Return the list of slots that begins at `at`; what has its own verb is not of it unless `open_end`.

    With `company` the list takes in "together with B": of the doers "by A together with B", not of what is done.
    """
    slots, pending, last, end = [clause.words[at].slot], list[int](), at, at + 1
    while True:
        first = clause.skip_trailing(last + 1)
        behind = first
        while clause.is_word(behind, "separators"):
            behind += 1
        if not _joins(clause, first, behind) or (not company and _is_company(clause, first, behind)):
            break
        place = _skip_description(clause, behind, first)
        if not clause.is_slot(place, types) or clause.is_possessor(place):
            break
        if not open_end and clause.is_word(place + 1, "auxiliaries"):
            break
        if not pending and _is_new_clause(clause, first, place):
            break
        pending.append(clause.words[place].slot)
        last = place
        # commas alone join nothing: "Ofcom, Home Office, said"
        if any(
            clause.is_word(between, "joiners") and not clause.is_mark(between, ",") for between in range(first, place)
        ):
            slots += pending
            pending, end = [], place + 1
    return End(slots=tuple(slots), start=at, end=end)


def is_descriptive(clause: Clause, at: int, described: int) -> bool:
    """Tell whether a word may stand between a verb and the name that it governs, `described` such words before it."""
    text = clause.words[at].text
    if clause.is_word(at, "articles") or (clause.is_plain(at) and not text.endswith("ing")):
        return True
    if not described:
        return False
    return (text == "of" and clause.is_word(at - 1, "light_nouns")) or (text == "," and clause.is_plain(at - 1))


def _is_company(clause: Clause, first: int, last: int) -> bool:
    """Tell whether the words `first`–`last` bring in who does the same: "together with", "alongside"."""
    return any(word.text in {"with", "alongside"} for word in clause.words[first:last])


def _skip_description(clause: Clause, place: int, first: int) -> int:
    if place < len(clause.words) and clause.words[place].text in {"of", "to", "from", "for", "in"}:
        place += 1
    while place < len(clause.words) and place - first < _LONGEST_GAP and not clause.is_slot(place):
        if not is_descriptive(clause, place, 0):
            break
        place += 1
    return place


def _is_new_clause(clause: Clause, first: int, place: int) -> bool:
    """Tell whether ", and Ofcom" begins something new: "the Fund, and Ofcom keeps its books"."""
    if not clause.is_mark(first, ",") or place - first < 2 or clause.words[place - 1].text == "by":
        return False
    after = clause.skip_trailing(place + 1)
    return after < len(clause.words) and not (
        clause.words[after].text in {".", ",", ";", ")", "and"} or clause.is_adverb(after)
    )


def _joins(clause: Clause, first: int, last: int) -> bool:
    """Tell whether the words `first`–`last` join two names: "and", ", and by", "together with"; not ", with"."""
    texts = [word.text for word in clause.words[first:last]]
    led = all(place and texts[place - 1] in LEADS for place, text in enumerate(texts) if text == "with")
    return led and any(text in clause.grammar["joiners"] for text in texts)
