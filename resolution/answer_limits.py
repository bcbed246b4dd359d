"""Limits: whether what a reply gives falls short of what was asked."""

import re
from collections.abc import Sequence
from enum import StrEnum

from ..ontology.answer_cues import CueKind
from .alignment import Aligned
from .ask_words import AskWords
from .reply_passages import ReplySentence
from .verdicts import Verdict
from .wants import TOLD
from .word_weights import to_term

# "139 remote customers", "two positions", "to 1,500"; not "5 March 2024", "October 3, nurses"
_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?%?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_OF_THINGS = re.compile(
    rf"(?<![\w.,])({_NUMBER})(?:[ -](?!{_MONTH}|(?:a|and|as|at|by|for|from|in|of|on|or|per|the|to|until|who|with)\b)"
    r"[a-z-]+){1,3}"
)
_UP_TO = re.compile(
    rf"\b(?:to|of|at) [£$€]?({_NUMBER})(?= (?:from|by|in|at|on|for|with|per)\b|[.,;)]?(?:\s|$)(?!{_MONTH}|[a-z]))"
)
_RHYTHMS = tuple(
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in (
        "daily|(?:every|each|a) day",
        "weekly|(?:every|each|a) week",
        "monthly|(?:every|each|a) month",
        "quarterly|(?:every|each|a) quarter",
        "twice a year|half-yearly|every six months",
        "annual(?:ly)?|yearly|(?:every|each|once a) year",
    )
)
_SMALL = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_BEHIND = 2
_BELONGS = 0.25


class Limit(StrEnum):
    """How far what is given falls short of what was asked."""

    NONE = "none"
    PERHAPS = "perhaps"
    SURE = "sure"


def find_limit(ask: AskWords, best: Aligned, found: Sequence[Aligned]) -> Limit:
    """Return what limit the best passage, or a sentence close behind it that speaks of the ask too, sets.

    "We are funding crews at six of the 14" sets one, and so does another number than the ask's (87 customers for "the
    debts of the 139 customers") or a name of the ask that only the next sentence has ("The course will be in Dundalk.
    The places in Drogheda were filled."). "There is however a minimum of four years" may set one, and a quarterly
    return may be less than an annual one.
    """
    if ask.want.kind in TOLD:
        return Limit.NONE
    sentence = best.sentence
    behind = [
        each.sentence
        for each in found
        if each.ratio >= 1 and each.score >= _BELONGS * best.score and is_behind(each.sentence, sentence)
    ]
    near = [sentence, *behind]
    if any(CueKind.PARTLY in each.cues for each in near) or any(Verdict.DECLINES in each.verdicts for each in behind):
        return Limit.SURE
    elsewhere = any(term not in sentence.own and any(term in each.own for each in behind) for term in ask.names)
    if elsewhere or _has_other_amounts(ask, sentence) or _has_other_rhythm(ask, sentence):
        return Limit.SURE
    perhaps = any(CueKind.LIMITING in each.cues for each in near)
    return Limit.PERHAPS if perhaps else Limit.NONE


def is_behind(one: ReplySentence, two: ReplySentence) -> bool:
    """Tell whether sentence `one` stands close behind `two`, in its paragraph."""
    same = one.letter is two.letter and one.paragraph == two.paragraph
    return same and 0 < one.place - two.place <= _BEHIND


def _has_other_amounts(ask: AskWords, sentence: ReplySentence) -> bool:
    """Tell whether both count the same things, and not as many: "96 hours" and "72 hours"."""
    given = find_amounts(sentence.text)
    return any(not given[noun] & numbers for noun, numbers in find_amounts(ask.text).items() if noun in given)


def _has_other_rhythm(ask: AskWords, sentence: ReplySentence) -> bool:
    """Tell whether both say how often, and not the same: "monthly reports" and "quarterly reports"."""
    wanted, given = (
        {place for place, rhythm in enumerate(_RHYTHMS) if rhythm.search(text)} for text in (ask.text, sentence.text)
    )
    return bool(wanted and given and not wanted & given)


def find_amounts(text: str) -> dict[str, set[str]]:
    """Return the numbers that stand right before each noun or with two words between, and those after "to"."""
    found: dict[str, set[str]] = {}
    for match in _OF_THINGS.finditer(text):
        for word in re.split(r"[ -]", match[0])[1:]:
            term = to_term(word)
            if term is not None:
                found.setdefault(term, set()).add(_to_number(match[1]))
    for match in _UP_TO.finditer(text):
        found.setdefault("to", set()).add(_to_number(match[1]))
    return found


def _to_number(words: str) -> str:
    return str(_SMALL.index(words) + 1) if words in _SMALL else words.replace(",", "")
