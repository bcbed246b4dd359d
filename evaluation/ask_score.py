"""The asks and the commitments of a letter against gold: most of the annotated words must be found in one run."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from ..model.reading import Reading
from .gold import GoldClause, GoldLetter
from .pairing import pair_off
from .score import Fault, Score

SPEECH_MEASURES = ("asks", "commitments")
_SHARE = 0.6
_WORD = re.compile(r"\w+")


def score_speech(gold: GoldLetter, reading: Reading | None, others: Sequence[Reading]) -> Iterator[tuple[str, Score]]:
    """Yield "asks" and "commitments" with their scores; all that `others` hold is false.

    An annotated clause is found if at least 60 % of its words are one run in common with a find; a find serves
    one clause. What is reported of others counts neither way, on either side. A letter whose gold has neither list
    is not scored.
    """
    if gold.asks is not None:
        found = [each.text for each in reading.asks if not each.reported] if reading else []
        surplus = [each.text for other in others for each in other.asks if not each.reported]
        yield SPEECH_MEASURES[0], _score(gold.name, gold.asks, found, surplus)
    if gold.commitments is not None:
        found = [each.text for each in reading.commitments if not each.reported] if reading else []
        surplus = [each.text for other in others for each in other.commitments if not each.reported]
        yield SPEECH_MEASURES[1], _score(gold.name, gold.commitments, found, surplus)


def is_same_clause(gold: str, found: str) -> bool:
    """Tell whether at least 60 % of the annotated words are one run in common with what was found.

    "that Ofcom publish the data" is found in "We ask that Ofcom publish the data by May", not in "publish the data".
    """
    wanted, words = _to_words(gold), _to_words(found)
    run = SequenceMatcher(None, wanted, words, autojunk=False).find_longest_match().size
    return bool(wanted) and run >= _SHARE * len(wanted)


def _score(name: str, gold: Sequence[GoldClause], found: Sequence[str], surplus: Sequence[str]) -> Score:
    pairs = pair_off(gold, found, lambda clause, words: is_same_clause(clause.text, words))
    used = set(pairs.values())
    wanted = [place for place, clause in enumerate(gold) if not clause.reported]
    false = [words for place, words in enumerate(found) if place not in used]
    return Score(
        right=sum(place in pairs for place in wanted),
        missed=tuple(Fault(letter=name, words=gold[place].text) for place in wanted if place not in pairs),
        false=tuple(Fault(letter=name, words=words) for words in (*false, *surplus)),
    )


def _to_words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
