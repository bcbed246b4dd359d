"""Outcomes: what a sentence of a reply does with one ask, by its cues and, where it has none, by the ask's words."""

import re

from ..ontology.answer_cues import CueKind
from .ask_words import AskWords
from .reply_passages import ReplySentence
from .verdicts import Verdict, is_conditional
from .wants import TOLD, WantKind

# "174", "none", "twelve"; not "first"
_AMOUNT = re.compile(
    r"\d|\b(?:no|none|nobody|nil|zero|half|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred)\b",
    re.IGNORECASE,
)
# "in May", "by the end of", "2024", "next week", "the autumn"
_TIME = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:19|20)\d\d"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|spring|summer|autumn|fall|winter|Easter|Christmas"
    r"|next|weeks?|months?|quarter|years?|today|tomorrow|never)\b"
)
_WRITER = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b")
_PROMISE = re.compile(r"\b(?:will|shall|is to|are to)\b")


def find_outcomes(ask: AskWords, sentence: ReplySentence) -> frozenset[Verdict]:
    """Return what a sentence does with an ask; nothing where it decides nothing.

    "There were 174 on the list." meets "How many were waiting?", "Patients will no longer be charged." meets "End the
    billing of patients." and "The potholes were filled." meets "that the potholes be filled".
    """
    if ask.want.kind in TOLD:
        return _find_told(ask, sentence)
    if ask.want.kind is WantKind.END and CueKind.ENDED in sentence.cues:
        return frozenset(
            {Verdict.ACCEPTS, *({Verdict.DECLINES} & {*sentence.verdicts} if ";" in sentence.text else ())}
        )
    if ask.want.is_denial and CueKind.DENYING in sentence.cues and ask.want.actions & {*sentence.own}:
        return frozenset({Verdict.ACCEPTS})
    if is_conditional(sentence.text):
        return frozenset(sentence.verdicts) - {Verdict.ACCEPTS}
    if sentence.verdicts or CueKind.COURTESY in sentence.cues:
        return frozenset(sentence.verdicts)
    if CueKind.DENYING in sentence.cues:
        return frozenset({Verdict.DECLINES})
    if CueKind.DONE in sentence.cues and ask.want.actions & {*sentence.own} and _WRITER.search(sentence.text):
        return frozenset({Verdict.ACCEPTS})
    return frozenset()


def is_forecast(ask: AskWords, sentence: ReplySentence) -> bool:
    """Tell whether a sentence only says what will be done, while the ask wants a deed and the writer promises none.

    "Statements will be accepted as proof" may be less than what was asked; "We will accept statements" seldom is.
    """
    return _PROMISE.search(sentence.text) is not None and not is_of_writer(ask, sentence)


def is_of_writer(ask: AskWords, sentence: ReplySentence) -> bool:
    """Tell whether a sentence speaks of what the writer does, or only has to tell something."""
    return ask.want.kind in TOLD or _WRITER.search(sentence.text) is not None


def _find_told(ask: AskWords, sentence: ReplySentence) -> frozenset[Verdict]:
    said = {*sentence.verdicts}
    fits = _fits(ask.want.kind, sentence.text)
    told = fits and ask.want.kind is not WantKind.FACT and CueKind.DENYING not in sentence.cues
    if Verdict.LEAVES_OPEN in said and not told:
        return frozenset(said)
    if Verdict.DECLINES in said and {CueKind.TELLING, CueKind.ELSEWHERE} & sentence.cues:
        counted = ask.want.kind is WantKind.AMOUNT and any(term[0].isdigit() for term in sentence.own)
        return frozenset({Verdict.DECLINES, *([Verdict.ACCEPTS] if counted else [])})
    if CueKind.COURTESY in sentence.cues or not fits:
        return frozenset()
    return frozenset({Verdict.ACCEPTS})


def _fits(kind: WantKind, text: str) -> bool:
    """Tell whether a sentence has what answers such a question: a number, a date, or a statement."""
    if kind is WantKind.AMOUNT:
        return _AMOUNT.search(text) is not None
    return kind is WantKind.FACT or _TIME.search(text) is not None
