"""The asks of one sentence: where each begins and ends, and coordinated ones apart."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ...ontology.speech_cues import load_ask_cues
from ..text.span import Span

# ", so that it can inform our report", ", which we fund": what an ask is for is no part of it
_TAIL = re.compile(
    r",\s+(?:which|whose|so\s+that|(?:on|in|of|to|for|under)\s+which|on\s+the\s+occasion\s+of|as\s+(?:you|this|that|it)\b)[^,;]*(?:,[^,;]*)?$"
)
# "; and", ", and" before the next clause
_JOINT = re.compile(r"[\s,;:–—-]+(?:(?:and|or|but)\b[\s,]*(?:also\b\s*)?)?$|[\s,;]+$")
_SEMICOLON = re.compile(r";\s")
_FIRST_WORD = re.compile(
    r"\W*(?:(?P<opens>whether|when|how|what|which|why|who|where|that)\b|(?:to\s+)?(?:(?:not|also|please|kindly)\s+)?(?P<verb>[^\W\d_]+))",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"\W*([A-Z][a-z]+)\s+(?:the|an?|us|me|your|this|that|it|them|all|our|these|those|him|her|my|to|in|with|on|any|no)\b"
)
# a clause of its own behind an ask: ", and I will write", "; it objects"
_NEW_CLAUSE = re.compile(
    r"(?:,\s+(?:and|but)\s+|;\s+)(?:(?-i:I)|we|they|it|he|she|there|this)(?:['’](?:ll|d|m|ve)|\s+(?:will|shall|have|has|am|are|is|would|should|can|cannot|hope|look|intend|do|understand|thank))\b"
    r"|\s+[–—]\s+(?=(?:the|we|it|I|they|this)\b)",
    re.IGNORECASE,
)


def cut_asks(text: str, sentence: Span, cues: Sequence[Span]) -> list[Span]:
    """Return the asks of a sentence in which cues stand at `cues`.

    "We request you to withdraw the Rules, to refer the subject, and to hold hearings" holds three.
    """
    found: list[Span] = []
    ends = [*(start for start, _ in cues[1:]), sentence[1]]
    for (start, behind), end in zip(cues, ends, strict=True):
        stop = _NEW_CLAUSE.search(text, behind, end)
        infinitive = text[start:behind].endswith(" to")
        for first, last in _divide(text, (start, behind, stop.start() if stop else end), infinitive=infinitive):
            span = trim_ask(text, first, last)
            if span[1] - span[0] > 3:
                found.append(span)
    return found


def trim_ask(text: str, start: int, end: int, *, with_tail: bool = False) -> Span:
    """Return the clause without what joins it to the next one and, unless `with_tail`, without what it is for."""
    piece = text[start:end].rstrip()
    tail = None if with_tail else _TAIL.search(piece)
    if tail and len(piece[: tail.start()].split()) >= 4:
        piece = piece[: tail.start()]
    piece = _JOINT.sub("", piece)
    lead = len(piece) - len(piece.lstrip(" ,;:–—-"))
    return start + lead, start + len(piece)


def _divide(text: str, clause: tuple[int, int, int], *, infinitive: bool) -> Iterator[Span]:
    """Yield a clause and what is coordinated with it: ", and to VERB", ", to VERB", ", and VERB", ", and if"."""
    start, behind, end = clause
    cuts = [start]
    cuts += [match.start("next") for match in _coordination(infinitive).finditer(text, behind, end)]
    yield from zip(cuts, [*cuts[1:], end], strict=True)


@cache
def _coordination(infinitive: bool) -> re.Pattern[str]:
    verbs = "|".join(sorted(load_ask_cues().verbs))
    # ", cut the limit": a verb in a series needs what it governs, for it may be a noun
    governed = r"(?:the|an?|its|their|our|your|all|any|no|this|that|these|those|more|us|it|them|every|[A-Z£$€\d])"
    series = rf"(?:{verbs})(?=\s+{governed})"
    # ", seeking support from": by what means, which is an ask too
    means = r"(?:seeking|ensuring|involving|consulting|engaging|drawing\s+on|working\s+with)\s"
    other = rf"to\s+(?:{verbs})\b|" if infinitive else ""
    joined = (
        rf"(?<=and\s)(?:(?:{verbs})\b(?!\s+(?:of|and|for)\b)|(?:if|that)\s+(?:\w+\s+){{0,6}}(?:would|could|be|are)\b)"
    )
    return re.compile(rf"[,;]\s+(?:(?:and|or)\s+)?(?:failing\s+that,?\s+)?(?P<next>{other}{series}|{means}|{joined})")


def is_order(text: str) -> bool:
    """Tell whether a sentence is an order: "Publish the Review"; not "Report of the Review" nor "Work continues"."""
    match = _ORDER.match(text)
    return match is not None and match[1].casefold() in load_ask_cues().verbs


def is_open_clause(text: str) -> bool:
    """Tell whether a list item begins as an ask: "Publish the Review", "whether it will"; not "Publication of it"."""
    word = _FIRST_WORD.match(text)
    return word is not None and (word["opens"] is not None or word["verb"].casefold() in load_ask_cues().verbs)
