"""Which sentences of the replies meet an ask, the best first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..ontology.answer_cues import CueKind
from .ask_words import AskWords
from .reply_passages import ReplySentence
from .turns import find_turns
from .verdicts import Verdict, is_conditional
from .wants import WantKind
from .word_weights import WordWeights

_TOPIC = 0.75
_OWN_ALONE = 0.6
_ORDER = 0.1
_RIVALRY = 0.6
_OTHER_TOPIC = 0.6
_HANDED_ON = 1.05
_ANCHOR = 0.3
_TURN = 0.18


@dataclass(frozen=True, slots=True, kw_only=True)
class Aligned:
    """A sentence of a reply that meets an ask; `shared` are the terms in common, the weightiest first.

    `score` is between 0 and about 2, `core` how much of the ask's own words the sentence and its topic have.
    """

    sentence: ReplySentence
    score: float
    core: float
    shared: tuple[str, ...]
    ratio: float = 1.0


def align_asks(
    asks: Sequence[AskWords], sentences: Sequence[ReplySentence], weights: WordWeights
) -> list[list[Aligned]]:
    """Return for each ask (in the letter's order) the sentences that speak of it, the best first.

    A reply goes through the asks in order, and a sentence that meets one ask well is less likely to meet another.
    """
    last = max((each.paragraph for each in sentences), default=0) or 1
    table: list[list[Aligned]] = []
    for number, ask in enumerate(asks):
        place = (number + 0.5) / len(asks)
        table.append([_align(ask, each, weights, abs(place - each.paragraph / last)) for each in sentences])
    rivals = _compare_rivals(_give_turns(table, sentences))
    return [
        sorted(_hand_on(row), key=lambda each: (-each.score, each.sentence.letter.date or "", each.sentence.start))
        for row in rivals
    ]


def _give_turns(table: Sequence[Sequence[Aligned]], sentences: Sequence[ReplySentence]) -> list[list[Aligned]]:
    """Return the table with the sentences raised whose turn it is, for asks that no sentence meets beyond doubt."""
    anchors: dict[int, int] = {}
    for number, row in enumerate(table):
        place = max(range(len(row)), key=lambda each: row[each].score, default=None)
        if place is not None and row[place].score >= max(_ANCHOR, *(other[place].score for other in table)):
            anchors[number] = place
    turns = find_turns(anchors, sentences, len(table))
    return [
        [
            replace(each, score=each.score + _TURN / len(turn)) if place in turn else each
            for place, each in enumerate(row)
        ]
        for number, row in enumerate(table)
        for turn in [turns.get(number, [])]
    ]


def _compare_rivals(table: Sequence[Sequence[Aligned]]) -> list[list[Aligned]]:
    """Return the table with what meets another ask better lowered."""
    best = [max((row[place].score for row in table), default=0.0) or 1.0 for place in range(len(table[0]))]
    return [
        [
            replace(
                each, ratio=each.score / best[place], score=each.score * (1 - _RIVALRY * (1 - each.score / best[place]))
            )
            for place, each in enumerate(row)
        ]
        for row in table
    ]


def _hand_on(row: Sequence[Aligned]) -> Iterator[Aligned]:
    """Yield the sentences, one that decides raised over the mere restatement that it follows.

    "You asked me to extend the grant. There are no plans to do so." says all in its second sentence.
    """
    restated: Aligned | None = None
    for each in row:
        sentence = each.sentence
        if restated is not None and (
            sentence.paragraph != restated.sentence.paragraph or sentence.letter is not restated.sentence.letter
        ):
            restated = None
        if CueKind.RESTATING in sentence.cues:
            restated = None if sentence.verdicts else each
        elif restated is not None and sentence.verdicts:
            each = replace(each, score=max(each.score, restated.score * _HANDED_ON), core=max(each.core, restated.core))
            restated = None
        yield each


def _align(ask: AskWords, sentence: ReplySentence, weights: WordWeights, distance: float) -> Aligned:
    core, shared = _cover(ask.core, sentence, weights)
    context, around = _cover(ask.context, sentence, weights)
    score = (1 - ask.share) * core + ask.share * context
    score *= _judge_words(sentence, ask.want.kind not in (WantKind.DEED, WantKind.END)) * (1 - _ORDER * distance)
    if sentence.announced and not any(term in ask.core or term in ask.context for term in sentence.announced):
        score *= _OTHER_TOPIC
    return Aligned(sentence=sentence, score=score, core=core, shared=(*shared, *around))


def _cover(terms: Mapping[str, float], sentence: ReplySentence, weights: WordWeights) -> tuple[float, list[str]]:
    """Return how much of `terms` the sentence and its topic have, and which, the weightiest first."""
    whole, covered = 0.0, 0.0
    found: dict[str, float] = {}
    for term, value in terms.items():
        weight = value * weights.weigh(term)
        whole += weight
        own, topic = sentence.own.get(term, 0.0), sentence.topic.get(term, 0.0)
        if own or topic:
            found[term] = weight * (max(own, topic * _TOPIC) + _OWN_ALONE * own)
            covered += found[term]
    return covered / whole if whole else 0.0, sorted(found, key=lambda term: (-found[term], term))


def _judge_words(sentence: ReplySentence, is_question: bool) -> float:
    """Return a factor: a decision tells more than words about it, a courtesy or a mere restatement less."""
    if CueKind.COURTESY in sentence.cues and not sentence.verdicts:
        return 0.25
    factor = 0.75 if is_conditional(sentence.text) else 1.0
    if {Verdict.ACCEPTS, Verdict.DECLINES} & {*sentence.verdicts}:
        return factor * (1.5 if CueKind.EXPLICIT in sentence.cues else 1.05 if is_question else 1.35)
    if Verdict.LEAVES_OPEN in sentence.verdicts:
        return factor * 1.15
    return factor * (0.6 if CueKind.RESTATING in sentence.cues else 1.0)
