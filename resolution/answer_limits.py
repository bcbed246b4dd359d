"""Limits: whether what a reply gives falls short of what was asked."""

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum

from ..ontology.answer_cues import CueKind
from .alignment import Aligned
from .ask_words import AskWords
from .reply_passages import ReplySentence
from .verdicts import Verdict
from .wants import TOLD
from .word_weights import find_modifiers

# "139", "1,204", "8.5%"; not the day of "5 March 2024", not "2023"
_AMOUNT = re.compile(r"\d*\.\d+|\d{3,}")
_YEAR = re.compile(r"(?:19|20)\d\d")
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
    if elsewhere or _has_other_amounts(ask, sentence):
        return Limit.SURE
    perhaps = any(CueKind.LIMITING in each.cues for each in near) or _has_other_modifiers(ask, sentence)
    return Limit.PERHAPS if perhaps else Limit.NONE


def is_behind(one: ReplySentence, two: ReplySentence) -> bool:
    """Tell whether sentence `one` stands close behind `two`, in its paragraph."""
    same = one.letter is two.letter and one.paragraph == two.paragraph
    return same and 0 < one.place - two.place <= _BEHIND


def _has_other_modifiers(ask: AskWords, sentence: ReplySentence) -> bool:
    theirs = find_modifiers(sentence.text)
    spoken = {*sentence.own, *sentence.topic}
    return any(term in theirs and not before & spoken for term, before in ask.modifiers.items())


def _has_other_amounts(ask: AskWords, sentence: ReplySentence) -> bool:
    wanted, given = _find_amounts(ask.core), _find_amounts(sentence.own)
    return bool(wanted and given and not wanted & given)


def _find_amounts(terms: Iterable[str]) -> set[str]:
    return {term for term in terms if _AMOUNT.match(term) and not _YEAR.fullmatch(term)}
