"""Whether two passages of a letter are the same one, though cut differently."""

import re
from difflib import SequenceMatcher

SHARE = 0.6
"""Of the words of the shorter passage, how many must be one run in common."""

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")


def is_same_passage(one: str, two: str) -> bool:
    """Tell whether at least 60 % of the words of the shorter passage stand in one run in the other.

    Case, punctuation and line breaks do not count.
    """
    first, second = (_WORD.findall(words.replace("’", "'").casefold()) for words in (one, two))
    if not first or not second:
        return False
    run = SequenceMatcher(None, first, second, autojunk=False).find_longest_match()
    return run.size >= SHARE * min(len(first), len(second))
