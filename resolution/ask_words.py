"""What an ask speaks of: its own words, and those around it that "it", "such a levy" or "the clause" rest on."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..extraction.text.sentences import find_sentences
from ..model.ask import Ask
from ..model.letter import Letter
from .marks import find_mark_before
from .reply_passages import ReplySentence
from .topics import to_mark_terms
from .wants import Want, find_want
from .word_weights import Terms, find_terms, to_term

# "extend it", "such a levy", "to that effect", "costing of both"; not "item"
_LEANING = re.compile(
    r"\b(?:it|its|this|these|those|such|both|them|they|he|him|his|she|her|that (?:effect|end)|do so|there"
    r"|(?:add|have|get|receive|give|provide|introduce|make|publish) one"
    r"|the (?:same|clause|scheme|bill|act|line|difference|latter|former|above|above-mentioned|matter|position|grant"
    r"|fund|figure|proposal|plan|report|review|decision|change|policy))\b",
    re.IGNORECASE,
)
# "of Ms Moradi", "the Planning Framework"; not "Would you", at the start
_NAME = re.compile(r"(?<=[\w,;:)] )[A-Z][\w’'-]+")
_NAMED = 1.2
_SAME_SENTENCE = 0.8
_STEP = 0.6
_OTHER_ASK = 0.5
_BARE = 3
_LEAST_MARKS = 2
_MARKED = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class AskWords:
    """The terms of an ask (`core`) and of what stands around it (`context`), with the share that the latter has.

    `names` are those of the ask's own terms that begin with a capital letter.
    `is_bare` tells that the ask says little by itself ("perhaps someone could ring her").
    """

    text: str
    core: Mapping[str, float]
    context: Mapping[str, float]
    share: float
    mark: Terms
    names: frozenset[str]
    is_bare: bool
    want: Want


def find_ask_words(ask: Ask, letter: Letter, others: Sequence[Ask], acronyms: Mapping[str, str]) -> AskWords:
    """Return what an ask speaks of: its own words, the rest of its sentence and the three sentences before.

    "It ends in March. We urge you to extend it." is about what ends in March. Sentences that are `others` count less.
    """
    core = find_terms(ask.text, acronyms)
    bare = sum(value == 1.0 for value in core.values()) < _BARE
    names = frozenset(term for word in _NAME.findall(ask.text) if (term := to_term(word.casefold())) is not None)
    core |= dict.fromkeys(names, _NAMED)
    context: dict[str, float] = {}
    passage = ask.evidence[0]
    factor = 1.0
    for start, end in reversed(_find_before(letter.text, passage.start, passage.end)):
        asked = any(each.start < end and start < each.end for other in others for each in other.evidence)
        value = _SAME_SENTENCE if end > passage.start else factor * (_OTHER_ASK if asked else 1.0)
        for term, strength in find_terms(letter.text[start:end], acronyms).items():
            if term not in core:
                context[term] = max(context.get(term, 0.0), strength * value)
        factor *= _STEP if end <= passage.start else 1.0
    first = letter.text.rfind("\n", 0, passage.start) + 1
    mark = find_mark_before(letter.text[first : passage.end], passage.start - first)
    leaning = _LEANING.search(ask.text) is not None
    return AskWords(
        text=ask.text,
        core=core,
        context=context,
        share=0.65 if bare else 0.4 if leaning else 0.2,
        mark=to_mark_terms(mark) if mark is not None else {},
        names=names,
        is_bare=bare,
        want=find_want(ask.text),
    )


def mark_asks(asks: Sequence[AskWords], sentences: Sequence[ReplySentence]) -> list[AskWords]:
    """Return the asks with their marks among their own words, if the reply goes through at least two of them."""
    taken_up = {term for ask in asks for term in ask.mark if any(term in each.topic for each in sentences)}
    if len(taken_up) < _LEAST_MARKS:
        return list(asks)
    marked = ({term: _MARKED for term in ask.mark if term in taken_up} for ask in asks)
    return [replace(ask, core={**ask.core, **mark}) for ask, mark in zip(asks, marked, strict=True)]


def _find_before(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the sentences that `start`–`end` touches and three before, of the same paragraph."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    spans = find_sentences(text[first : last if last >= 0 else len(text)])
    sentences = [(first + one, first + two) for one, two in spans if first + one < end]
    touched = sum(two > start for _, two in sentences)
    return sentences[-touched - 3 :]
