"""Where a letter asks for something: by a cue, by a question, as an item of a list, or told of a third party."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...ontology.speech_cues import ADDRESSEE, WRITER, find_cue_matches, load_ask_cues
from ..text.span import Span
from .ask_clauses import cut_asks, is_open_clause, trim_ask
from .ask_lists import find_before_list, is_announced, is_lead, is_likely_announced
from .body_pieces import Piece

_QUESTION = re.compile(r"\?[”\"’')\]]*$")
# "Which?", "If not, when?": the rest of the question before it
_FOLLOW_UP = re.compile(
    r"(?:if\s|which\?|why\?|when\?|how\?|who\?|what\?|and\s|where\?)(?:\S+\s*){0,8}$", re.IGNORECASE
)
# "If you wish to discuss it, " before "please"
_CONDITION = re.compile(r"\b[Ii]f\s[^,;:]{4,100},\s+$")
# "The Union", "the paper", "Ann Lee and"; and the words for either side
_THIRD_PARTY = re.compile(r"\b(?:[A-Z][^;:]*|[Tt]he\s+(?:paper|report|review|inquiry|author|petition)[^;:]*)$")
_SIDES = re.compile(rf"\b(?:I|[Ww]e|[Yy]ou|[Yy]our|[Oo]ur|[Mm]y)\b|[{WRITER}{ADDRESSEE}]")
# how many sentences tell whether a letter answers another, and how far an item goes on
_OPENING = 5
_ITEM = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class AskSpan:
    """An ask at `span`, in the sentence `sentence`; `lead` announces the list that it stands in.

    A `reported` one is somebody else's, and the letter only tells of it.
    """

    span: Span
    sentence: Span
    lead: Span | None = None
    reported: bool = False


def find_asks(text: str, masked: str, pieces: Sequence[Piece]) -> list[AskSpan]:
    """Return the asks of the letter in their order; `masked` is its text with the voices marked.

    "We urge you to act." is one; "I look forward to hearing from you." is none.
    """
    answering = any(load_ask_cues().answering.search(text, each.start, each.end) for each in pieces[:_OPENING])
    finder = _AskFinder(text=text, masked=masked, pieces=pieces, answering=answering)
    for place in range(len(pieces)):
        finder.add(place)
    return finder.found


class _AskFinder:
    """Goes through the sentences of one letter; `answering` tells whether it answers another one."""

    def __init__(self, *, text: str, masked: str, pieces: Sequence[Piece], answering: bool) -> None:
        self._text = text
        self._masked = masked
        self._pieces = pieces
        self._answering = answering
        self.found: list[AskSpan] = []

    def add(self, place: int) -> None:
        """Add the asks of the sentence at `place`."""
        piece = self._pieces[place]
        sentence = (piece.start, piece.end)
        if self._answering and self._is_restated(place):
            return
        if self._is_follow_up(piece):
            last = self.found.pop()
            self.found.append(
                AskSpan(span=(last.span[0], piece.end), sentence=(last.sentence[0], piece.end), lead=last.lead)
            )
            return
        own = list(self._find_own(piece))
        if own and is_lead(self._masked, piece, self._pieces[place + 1 : place + 4]):
            own = list(find_before_list(self._text, own[0][0], piece))
        elif not own and self._is_reported(piece):
            span = trim_ask(self._text, *sentence, with_tail=True)
            self.found.append(AskSpan(span=span, sentence=sentence, reported=True))
        elif not own and self._is_item(place):
            own = [trim_ask(self._text, *sentence, with_tail=True)]
        self.found += [AskSpan(span=span, sentence=sentence, lead=piece.lead) for span in own]

    def _find_own(self, piece: Piece) -> Iterator[Span]:
        """Yield the asks for which the sentence itself has the words."""
        sentence = self._masked[piece.start : piece.end]
        if _QUESTION.search(sentence):
            if not load_ask_cues().polite.match(sentence) and not sentence.startswith(("“", '"')):
                yield piece.start, piece.end
            return
        found = [each for each in find_cue_matches(load_ask_cues().cues, sentence) if not self._is_idle(each[0].weak)]
        if found and (condition := _CONDITION.search(sentence, 0, found[0][1])):
            # "If any part is confidential, please mark it"
            found[0] = (found[0][0], condition.start(), found[0][2])
        cues = [(piece.start + start, piece.start + end) for _, start, end in found]
        if cues:
            yield from cut_asks(self._text, (piece.start, piece.end), cues)

    def _is_idle(self, weak: bool) -> bool:
        """Tell whether words that ask in a letter only describe in an answer: "It is essential that …"."""
        return weak and self._answering

    def _is_item(self, place: int) -> bool:
        """Tell whether the sentence is an item of a list of asks and no later sentence of the item asks instead."""
        piece = self._pieces[place]
        if not is_announced(self._masked, piece) and (self._answering or not is_likely_announced(self._masked, piece)):
            return False
        later = (each for each in self._pieces[place + 1 : place + _ITEM] if each.item == piece.item)
        return (
            is_open_clause(self._text[piece.start : piece.end])
            or piece.item is None
            or not any(next(self._find_own(each), None) for each in later)
        )

    def _is_reported(self, piece: Piece) -> bool:
        """Tell whether a third party asks: neither the writer nor the addressee is the subject of the sentence."""
        match = load_ask_cues().reported.search(self._masked, piece.start, piece.end)
        if match is None or self._text[piece.end - 1] == "?":
            return False
        subject = self._masked[piece.start : match.start()]
        return _THIRD_PARTY.search(self._text, piece.start, match.start()) is not None and not _SIDES.search(subject)

    def _is_restated(self, place: int) -> bool:
        """Tell whether a reply only repeats what it was asked: a numbered question, or one alone in its line."""
        piece = self._pieces[place]
        if piece.lead is not None and load_ask_cues().restated.search(self._text, *piece.lead):
            return True
        if self._text[piece.end - 1] != "?" or is_announced(self._masked, piece):
            return False
        alone = piece.item is not None or "\n" in self._text[max(piece.start - 2, 0) : piece.start]
        behind = self._pieces[place + 1] if place + 1 < len(self._pieces) else None
        return alone and behind is not None and self._text[behind.end - 1] != "?"

    def _is_follow_up(self, piece: Piece) -> bool:
        """Tell whether a short question belongs to the one right before it: "Which?", "If not, when will it?"."""
        words = self._text[piece.start : piece.end]
        if not self.found or not words.endswith("?") or not _FOLLOW_UP.match(words):
            return False
        last = self.found[-1].span
        between = self._text[last[1] : piece.start]
        return self._text[last[1] - 1] == "?" and not between.strip() and "\n" not in between
