"""When two wordings of one sentence agree: at least 60 % of the gold's words are one run in common."""

import re
from difflib import SequenceMatcher

_WORD = re.compile(r"\w+")
_LEAST = 0.6


def is_common_run(gold: str, found: str) -> bool:
    """Tell whether 60 % of the words of `gold` stand in `found` in one run; capitals and punctuation aside.

    "extend the grant by a year" and "We urge you to extend the grant by a year." agree.
    """
    ones, twos = _WORD.findall(gold.casefold()), _WORD.findall(found.casefold())
    match = SequenceMatcher(None, ones, twos, autojunk=False).find_longest_match()
    return bool(ones) and match.size >= _LEAST * len(ones)
