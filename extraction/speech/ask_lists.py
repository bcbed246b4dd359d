"""Lists of asks: which words announce one, and which of its items ask."""

import re
from collections.abc import Iterator, Sequence

from ...ontology.speech_cues import find_cue_matches, load_ask_cues
from ..text.span import Span
from .ask_clauses import is_open_clause, is_order
from .body_pieces import Piece

# an item that goes on with the words before the list: "We urge the Commission" – "(a) to publish it"
_GOES_ON = re.compile(r"\W*(?:and\s+)?(?P<word>to|that)\s", re.IGNORECASE)
_JOINED = 4
_SHORTEST = 12
_LONG = 9
# ":", "that you", "please", "know"; a full stop announces nothing
_ANNOUNCES = re.compile(r"(?:[:–—?]-?|\s-|,|\b(?:to|that|you|it|for|of|please|know|following|including|state|say))\s*$")
# "… and let me know:" behind what is asked first
_AND_TELL = re.compile(r"\s+and\s+(?:to\s+)?(?:let|tell|inform|advise|say|state|explain|confirm)\b[^,.;]{0,40}$")


def is_lead(masked: str, piece: Piece, behind: Sequence[Piece]) -> bool:
    """Tell whether a sentence only announces the list behind it: "We ask that you:"; not "We ask for three things."."""
    span = (piece.start, piece.end)
    return (
        any(each.item is not None and each.item != piece.item and each.lead == span for each in behind)
        and _ANNOUNCES.search(masked, *span) is not None
    )


def find_before_list(text: str, start: int, piece: Piece) -> Iterator[Span]:
    """Yield what is asked before the words that announce a list: "if you could look into it and let me know:"."""
    announced = _AND_TELL.search(text, start, piece.end)
    if announced and len(text[start : announced.start()].split()) > _LONG:
        yield start, announced.start()


def is_announced(masked: str, piece: Piece) -> bool:
    """Tell whether the piece opens an item in a list that is announced as one of asks."""
    if piece.lead is None or not piece.is_first or piece.end - piece.start < _SHORTEST:
        return False
    lead = masked[slice(*piece.lead)]
    cues = load_ask_cues()
    if cues.lead.search(lead):
        return True
    opening = _GOES_ON.match(masked, piece.start, piece.end)
    if opening is not None:
        whole = f"{lead.rstrip(' :–—-')} {opening['word'].casefold()} it"
        return any(end >= len(whole) - _JOINED for _, _, end in find_cue_matches(cues.cues, whole))
    return _ANNOUNCES.search(lead) is not None and bool(
        find_cue_matches(cues.cues, lead) or find_cue_matches(cues.cues, f"{lead.rstrip(' :–—-')} to")
    )


def is_likely_announced(masked: str, piece: Piece) -> bool:
    """Tell whether an item asks, in a letter that answers none: an order, or a clause or thing behind a likely lead."""
    if piece.item is None or not piece.is_first or piece.end - piece.start < _SHORTEST:
        return False
    words = masked[piece.start : piece.end]
    lead = masked[slice(*piece.lead)].rstrip() if piece.lead else ""
    if lead.endswith(":") and (is_open_clause(words) or load_ask_cues().likely_lead.search(lead)):
        return True
    return is_order(words)
