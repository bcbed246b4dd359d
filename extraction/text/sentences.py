"""Sentences: where one ends, in texts full of "Rt Hon.", "para. 3", "Reg. (EU)" and headings."""

import re
from bisect import bisect_right
from collections.abc import Sequence

# Words whose full stop does not end a sentence.
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|Revd|Hon|Rt|Sir|St|Ste|Gen|Col|Lt|Sgt|Capt|Sen|Rep|Gov|Jr|Sr|No|Nos|para|paras|Art|Arts|art|arts"
    r"|Sec|sec|s|ss|cl|Sch|Reg|reg|p|pp|pg|vol|ed|eds|cf|vs|v|viz|etc|al|ibid|Inc|Ltd|Co|Corp|Bros|approx|c|ca|Cllr|Esq"
    r"|Ave|Blvd|Rd|Fig|fig|Tel|tel|Ext|Ref|ref|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|e\.g|i\.e|a\.m|p\.m|Res|Doc|Stat|Cong|Pub|H\.R|Op)"
    r"|\b[A-Z](?:\.[A-Z])*)\.$"
)
_END = re.compile(r"[.!?]+[”\"’')\]]*(?=\s+[“\"‘'(\[]?[^\Wa-z_]|\s*$)|[.!?]+[”\"’')\]]*(?=\s*\n)")
_LINE = re.compile(r"[^\n]+")


def find_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return (start, end) of each sentence of `text`; a line break always ends one.

    "I met Rt. Hon. Ann Lee, para. 3. She agreed." is two sentences.
    """
    spans: list[tuple[int, int]] = []
    for line in _LINE.finditer(text):
        start = line.start()
        for match in _END.finditer(text, line.start(), line.end()):
            end = match.end()
            if end < line.end() and _ABBREVIATION.search(text, max(start, match.start() - 12), match.start() + 1):
                continue
            spans.append((start, end))
            start = end
        spans.append((start, line.end()))
    stripped = (_strip(text, start, end) for start, end in spans)
    return tuple(span for span in stripped if span[0] < span[1])


def find_sentences_over(sentences: Sequence[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    """Return the sentences that `start`–`end` touches; `sentences` are in order."""
    place = bisect_right(sentences, start, key=lambda sentence: sentence[1])
    found: list[tuple[int, int]] = []
    while place < len(sentences) and sentences[place][0] < end:
        found.append(sentences[place])
        place += 1
    return found


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
