"""What became of an ask, in neutral words, as far as the sentences that meet it decide it."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..model.link import AnswerStatus
from ..ontology.answer_cues import CueKind, load_answer_cues
from .alignment import Aligned
from .answer_limits import is_limited
from .ask_words import AskWords
from .verdicts import Verdict
from .word_weights import find_words_of
from .wording import join_words, name_letter

_WORDS = 3
_PASSAGES = 3
_SURE = 0.2
_NEAR = 0.5
_AGAINST_LATER = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A status with the reason for it in a sentence."""

    status: AnswerStatus
    reason: str


def judge_answer(ask: AskWords, found: Sequence[Aligned]) -> Judgement:
    """Return the status that the sentences of the replies give, the best first; at least one.

    "We will not extend it." declines and "I have asked the Agency to add one." accepts. A passage that only nearly
    fits, or another one that decides otherwise, leaves it to the reader; so does a status whose record on gold is not
    good enough (`given` in `answers.toml`).
    """
    best = _find_deciding(found[:_PASSAGES])
    status, what = _judge(ask, best, found)
    if status is not AnswerStatus.DISCUSSED and status.value not in load_answer_cues().given:
        status = AnswerStatus.UNDECIDED
    return Judgement(status=status, reason=f"{_explain(best)} {what}.")


def _judge(ask: AskWords, best: Aligned, found: Sequence[Aligned]) -> tuple[AnswerStatus, str]:
    verdicts = {*best.sentence.verdicts}
    if verdicts == {Verdict.LEAVES_OPEN}:
        return AnswerStatus.DISCUSSED, "speaks of it and leaves it open"
    if not verdicts or Verdict.LEAVES_OPEN in verdicts:
        return AnswerStatus.UNDECIDED, "speaks of it, without words that are clear enough"
    if (best.score if ask.is_bare else best.core) < _SURE or any(_contradicts(other, best) for other in found):
        return AnswerStatus.UNDECIDED, "may decide it, but does not fit well enough or is not the only one"
    if verdicts == {Verdict.DECLINES}:
        told = any(term[0].isdigit() for term in best.sentence.own)
        if ask.is_question and (told or CueKind.TELLING not in best.sentence.cues):
            return AnswerStatus.UNDECIDED, "declines something, perhaps not this"
        return AnswerStatus.DECLINED, "declines"
    if Verdict.DECLINES in verdicts or is_limited(ask, best, found):
        return AnswerStatus.PARTLY, "accepts, and a limit stands with it"
    return AnswerStatus.ACCEPTED, "accepts, and no limit was found near it"


def _find_deciding(found: Sequence[Aligned]) -> Aligned:
    """Return the best passage, or one of its paragraph that is nearly as good and decides where it does not."""
    best = found[0]
    if best.sentence.verdicts:
        return best
    for other in found[1:]:
        near = other.sentence.letter is best.sentence.letter and other.sentence.paragraph == best.sentence.paragraph
        if near and other.sentence.verdicts and other.score >= _NEAR * best.score:
            return other
    return best


def _contradicts(other: Aligned, best: Aligned) -> bool:
    """Tell whether a passage elsewhere decides otherwise that fits half as well, in a later letter a third."""
    against = {*other.sentence.verdicts} - {*best.sentence.verdicts}
    later = (other.sentence.letter.date or "") > (best.sentence.letter.date or "")
    return bool(against) and other.score >= (_AGAINST_LATER if later else _NEAR) * best.score


def _explain(aligned: Aligned) -> str:
    words = find_words_of(aligned.sentence.text, aligned.shared)[:_WORDS]
    about = f" with {join_words([f'“{word}”' for word in words])}" if words else ""
    return f"A sentence{about} in {name_letter(aligned.sentence.letter)}"
