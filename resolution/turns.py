"""Turns: where in a reply that goes through the asks in order each ask's turn comes."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from ..ontology.answer_cues import CueKind
from .reply_passages import ReplySentence

_LEAST_ANCHORS = 3
_IN_ORDER = 0.8
_LONGEST_TURN = 4


def find_turns(anchors: Mapping[int, int], sentences: Sequence[ReplySentence], asks: int) -> dict[int, list[int]]:
    """Return for each ask without an anchor the places of the sentences whose turn it may be.

    `anchors` maps asks to the place of the sentence that meets them beyond doubt. The third of four asks is met, if at
    all, between the sentences that meet the second and the fourth; a reply that jumps about has no turns.
    """
    turns: dict[int, list[int]] = {}
    for letter in {sentences[place].letter.iri for place in anchors.values()}:
        places = [place for place, each in enumerate(sentences) if each.letter.iri == letter]
        known = {ask: place for ask, place in anchors.items() if sentences[place].letter.iri == letter}
        if len(known) < _LEAST_ANCHORS or not _is_in_order(known):
            continue
        for ask in sorted(set(range(asks)) - set(anchors)):
            first = max((place for each, place in known.items() if each < ask), default=places[0] - 1)
            last = min((place for each, place in known.items() if each > ask), default=places[-1] + 1)
            between = [place for place in range(first + 1, last) if CueKind.COURTESY not in sentences[place].cues]
            if len(between) <= _LONGEST_TURN:
                turns.setdefault(ask, []).extend(between)
    return turns


def _is_in_order(known: Mapping[int, int]) -> bool:
    pairs = list(combinations(sorted(known.items()), 2))
    return sum(one[1] <= two[1] for one, two in pairs) >= _IN_ORDER * len(pairs)
