"""What a number counts: the noun behind it, and the words of its clause that say more."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ...ontology.figure_cues import load_figure_cues
from ..text.span import Span
from .quantities import Quantity

_GAP = "…"
_WORD = re.compile(r"[\s\u00a0]+(?P<word>[\w'’&-]+)")
_MOST_WORDS = 6
_NEAR = 120
_REACH = 400
_MOST_OF_COUNTS = 30
# "nine of our centres"
_OF = re.compile(
    r"[\s\u00a0]+of(?:\s+(?:all|the|our|these|those|its|their|your|my|his|her|\d+|\w+ly))*(?=\s)", re.IGNORECASE
)
# "139 of them"; "of which 17", "In 44,", "Of these, 12": the things were named before
_OF_THEM = re.compile(r"\s+of\s+(?:them|these|those|which|whom)\b", re.IGNORECASE)
_THEM_BEFORE = re.compile(
    r"(?:\b(?:of\s+(?:which|whom)|of\s+(?:these|those|them),?)\s+(?:some|about|around|only|just|at\s+least|nearly|over)?\s*"
    r"|^(?:In|For)\s+)$",
    re.IGNORECASE,
)
# "not 6,340", "as against the 2,560 that …": what the number before counts
_COMPARED = re.compile(
    r"\b(?:as\s+against|compared\s+(?:with|to)|up\s+from|down\s+from|rather\s+than|not|versus)\s+(?:the\s+|about\s+|some\s+|just\s+)?$",
    re.IGNORECASE,
)
# "from 22 weeks to 15"
_CHANGED = re.compile(r"\bfrom\s+[\d,.]+\s+(?P<noun>[a-z]+s)\s+to\s+$", re.IGNORECASE)
# "brings the number of warrants to 5,500", "the total number of late claims was 12"
_NUMBER_OF = re.compile(
    r"\bnumbers?\s+of\s+(?P<noun>(?:[a-z’'-]+\s+){0,3}?(?P<head>[a-z]+))\b[^,;:.]{0,60}?\s(?:to|at|was|is|were|of|reached|by)\s+(?:about\s+|some\s+|only\s+|over\s+)?$",
    re.IGNORECASE,
)
# "the median age at diagnosis was 31"
_AGE = re.compile(
    r"\b(?P<noun>(?:average|mean|median|typical)\s+age)\b[^,;:.]{0,40}\s(?:was|is|of|at)\s+$", re.IGNORECASE
)
_UNIT_WORD = re.compile(r"-(?P<unit>minute|hour|day|night|week|month|year)(?![\w-])", re.IGNORECASE)
# "£48 a day", "£90,000 per year"
_RATE = re.compile(
    r"\s+(?:a|an|per|each|every)\s+(?:person|head|household|minute|hour|day|night|week|month|quarter|year|annum|child|unit)\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(
    r"[;:(—]|\s–\s|,(?!\d)|\s(?:of\s+wh(?:ich|om)|as\s+against|while|whereas|although|because)\b|[.!?]+[”\"’')]*$"
)
# "£45m – neonatal cots"
_DASH = re.compile(r"\s*[–—:-]\s+")
_ASIDE = re.compile(r"\s*(?:\([^()]{1,40}\)\s*|,\s+(?=the\b))")
_CLAUSE_START = re.compile(
    r"[;:—]\s*|\((?=[^()]*$)|\s–\s|,\s+(?:and|but|while|which|who)\s+|^(?:\[\w+\]|\(?\w{1,3}[.)])\s+"
)
_TRAILING = re.compile(
    r"(?:[\s,–-]|\b(?:and|but|or|while|with|as|of|by|at|about|over|some|around|just|only|between|nearly|almost|approximately|up|to"
    r"|from|for|in|is|are|the|an?|more|less|than|least|not|no|were|was)\b)+$",
    re.IGNORECASE,
)
# where the verb of a clause begins: "(had) used the scheme", "(do) not have partners"
_VERB = re.compile(
    r"(?<!\bto)\s(?:(?:also|now|still|already|only|never|since|then)\s)?(?:is|are|was|were|has|have|had|do|does|did|will|would"
    r"|shall|should|can|could|may|might|must|cannot|agreed?|said|say|used?|made|make|went|go|came|come|got|get|receive"
    r"|became|become|took|take|left|died|lost|lose|remain|remained|apply|joined|fail|failed|rose|fell)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\s(?:who|which|that|whose|whom|where)\b", re.IGNORECASE)
# "all victims (will receive)", "who (are now eligible to receive)": how an amount comes to them is no part of them
_GIVEN = re.compile(
    r",?(?:\s(?:is|are|was|were|has|have|been|be|will|would|can|could|may|now|also|currently|then|eligible|entitled|able"
    r"|to))*\s(?:receives?|received|gets?|paid|pays?|given|awarded|offered|claim|claimed|provided)$",
    re.IGNORECASE,
)
_OF_THE = re.compile(r"^of\s+(?:(?:the|all|our|these|those)\s+)*")
_LEADING = re.compile(rf"^(?:[\s,•)–—{_GAP}]|(?:and|but|or|that|however)\b)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What is counted: the words at `start`–`end`, with the `unit` of their noun; no `unit` where it stands before."""

    start: int
    end: int
    unit: str | None


def find_counted(text: str, sentence: Span, quantity: Quantity) -> Counted | None:
    """Return the noun that a number counts, None where none is.

    "12 non-EEA national victims" has "people"; "four it" and "two points" have none.
    """
    end = sentence[1]
    if (match := _UNIT_WORD.match(text, quantity.end, end)) is not None:
        return Counted(start=match.start() + 1, end=match.end(), unit=match["unit"].casefold() + "s")
    if (match := _OF_THEM.match(text, quantity.end, end)) is not None:
        return Counted(start=match.end(), end=match.end(), unit=None)
    before = text[max(sentence[0], quantity.start - _NEAR) : quantity.start]
    if _THEM_BEFORE.search(before):
        bare = text[quantity.end : quantity.end + 1]
        named = _find_noun(text, quantity.end, end) if bare != "," else None
        return named or Counted(start=quantity.end, end=quantity.end, unit=None)
    of = _OF.match(text, quantity.end, end)
    return _find_noun(text, of.end() if of else quantity.end, end) or _find_noun_before(text, sentence, quantity)


def counts_less(text: str, quantity: Quantity) -> bool:
    """Tell whether a number without a noun is a part of what was counted before ("of them"), and no rival to it."""
    return _COMPARED.search(text[max(0, quantity.start - 40) : quantity.start]) is None


def _find_noun_before(text: str, sentence: Span, quantity: Quantity) -> Counted | None:
    """Return the noun that stands before its number; without `unit` where it is that of another number."""
    begin = max(sentence[0], quantity.start - _NEAR)
    before = text[begin : quantity.start]
    if match := _AGE.search(before):
        return Counted(start=begin + match.start("noun"), end=begin + match.end("noun"), unit="years")
    for pattern in (_CHANGED, _NUMBER_OF):
        match = pattern.search(before)
        if match is None:
            continue
        noun = match.groupdict().get("head") or match["noun"]
        if _is_plural(noun.casefold()):
            unit = "people" if noun.casefold() in load_figure_cues().people else noun.casefold()
            return Counted(start=begin + match.start("noun"), end=begin + match.end("noun"), unit=unit)
    if _COMPARED.search(before):
        return Counted(start=quantity.end, end=quantity.end, unit=None)
    return None


def _find_noun(text: str, start: int, end: int) -> Counted | None:
    """Return the first plural noun behind `start` that nothing parts from it."""
    cues = load_figure_cues()
    place, first = start, None
    for _ in range(_MOST_WORDS):
        match = _WORD.match(text, place, end)
        if match is None:
            return None
        word = match["word"].casefold().rstrip("'’")
        if word in cues.stops or word in cues.discourse or not word[:1].isalnum():
            return None
        first = match.start("word") if first is None else first
        place = match.end()
        owns = match["word"][-1] in "'’"
        if (
            not owns
            and _is_plural(word)
            and (match["word"][0].islower() or first < match.start("word") or _is_common(word))
        ):
            return Counted(start=first, end=place, unit="people" if word in cues.people else word)
    return None


def _is_plural(word: str) -> bool:
    regular = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s"))
    return regular or _is_common(word)


def _is_common(word: str) -> bool:
    return word in load_figure_cues().plural or word in load_figure_cues().people


def find_clause(text: str, start: int, sentence: Span, others: Iterable[Quantity]) -> Span:
    """Return the words from `start` to the end of the clause: a comma, a bracket, "and" with the next number."""
    end = min(sentence[1], start + _REACH)
    # "In 44, the customer", "139 of them (66 per cent) had": the clause goes on behind
    aside = _ASIDE.match(text, start, end)
    start = aside.end() if aside else start
    if (match := _CLAUSE_END.search(text, start, end)) is not None:
        end = match.start()
    for other in others:
        joined = re.search(r"(?:,|\b(?:and|but|or|while|with))\s+(?:\w+\s+)?$", text[start : max(start, other.start)])
        if start < other.start < end and joined:
            end = start + joined.start()
    return start, end


def to_counts(
    text: str,
    sentence: Span,
    quantity: Quantity,
    counted: Counted | None,
    others: Iterable[Quantity],
    periods: Iterable[Span],
) -> str:
    """Return what a number counts in the letter's words; "…" stands where the number or its period stood.

    A counted noun goes on up to the verb of its clause, to its end in "nine of our centres have closed". An amount's
    words stand behind it ("£1000 financial assistance") or around it ("Commissions of £400 were paid").
    """
    hidden = [(quantity.start, quantity.end), *periods]
    noun = counted if quantity.unit is None else None
    lead = _show(text, _find_lead(text, sentence, quantity.start), hidden)
    if noun is not None and noun.start < quantity.start:
        rest = _show(text, find_clause(text, quantity.end, sentence, others), hidden)
        return _around(_show(text, (noun.start, quantity.start), hidden), rest)
    if noun is not None and noun.unit not in load_figure_cues().time:
        clause = _show(text, find_clause(text, noun.start, sentence, others), hidden)
        # "none of the victims were from Peru": of the victims those of whom the rest is said
        return clause if _OF.match(text, quantity.end, noun.start) else _to_noun_phrase(clause)
    behind = noun.end if noun is not None else quantity.end
    rest = _show(text, find_clause(text, behind, sentence, others), hidden)
    if _RATE.match(text, behind, sentence[1]) is None and _has_noun(text, behind, sentence[1]):
        return rest
    if quantity.unit == "percent" and rest.startswith("of "):
        return _to_noun_phrase(_OF_THE.sub("", rest))
    bracket = quantity.start - 1
    if text[sentence[0] : quantity.start].endswith("("):
        # "the Transition Fund (£13.5m)"
        return _show(text, _find_lead(text, sentence, bracket), hidden)
    if not lead and (dash := _DASH.match(text, quantity.end, sentence[1])):
        return _show(text, find_clause(text, dash.end(), sentence, others), hidden)
    return _around(_GIVEN.sub("", lead), rest) if lead else _OF_THE.sub("", rest)


def _to_noun_phrase(words: str) -> str:
    """Return what is counted without what is said of it: "victims who sought help" of "victims who sought help left".

    The verb of a relative clause belongs to the noun; the next one does not.
    """
    relative = _RELATIVE.search(words)
    verbs = [verb.start() for verb in _VERB.finditer(words)]
    if relative is not None:
        own = [verb for verb in verbs if verb < relative.start()]
        later = [verb for verb in verbs if verb >= relative.end()]
        goes_on = bool(later) and later[0] == relative.end()
        verbs = own or later[goes_on:]
    return words[: verbs[0]].rstrip(" ,…") if verbs else words


def _around(first: str, rest: str) -> str:
    return f"{first} {_GAP} {rest}" if first and rest else first or rest


def _find_lead(text: str, sentence: Span, end: int) -> Span:
    """Return the words of a clause that stand before a number at `end`."""
    start = max(sentence[0], end - _REACH)
    starts = [start + match.end() for match in _CLAUSE_START.finditer(text[start:end])]
    # "the allowance, which at $48 a day has not moved": "at" alone says nothing
    told = [each for each in starts if _TRAILING.sub("", text[each:end])]
    return max(told, default=start), end


def _has_noun(text: str, start: int, end: int) -> bool:
    """Tell whether a word stands right behind that can be the thing itself: "£1000 financial assistance"."""
    match = _WORD.match(text, start, end)
    return match is not None and match["word"][0].isalpha() and match["word"].casefold() not in load_figure_cues().stops


def _show(text: str, span: Span, hidden: Iterable[Span]) -> str:
    pieces, place = [], span[0]
    for start, end in sorted(hidden):
        if place <= start and end <= span[1]:
            pieces.append(text[place:start])
            place = end
    pieces.append(text[place : span[1]])
    words = f" {_GAP} ".join(pieces)
    even = " ".join(_LEADING.sub("", " ".join(words.split())).split())
    shown = _TRAILING.sub("", re.sub(rf"[\s,]*{_GAP}$", "", even)).strip(" ,.;")
    parts = shown.split()
    return " ".join(parts[:_MOST_OF_COUNTS])
