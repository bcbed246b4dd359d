"""What became of an ask, in neutral words, as far as the sentences that meet it decide it."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..model.link import AnswerStatus
from ..ontology.answer_cues import CueKind, load_answer_cues
from .alignment import Aligned
from .answer_limits import Limit, find_limit, is_behind
from .ask_words import AskWords
from .outcomes import find_outcomes, is_forecast, is_of_writer
from .reply_passages import ReplySentence
from .verdicts import Verdict
from .wants import TOLD
from .word_weights import find_words_of, is_family
from .wording import join_words, name_letter

_WORDS = 3
_PASSAGES = 3
_SURE = 0.2
_NEAR = 0.5
_AGAINST_LATER = 0.3
_LATER = 0.75
_OWN = 0.8
_SOFTENING = 0.25
_LEAST_BARE = 0.15
_SURE_BARE = 0.3
_EXPLICIT = 0.25
_LEAST_COMMON = 2

Outcomes = frozenset[Verdict]
_Decided = tuple[Aligned, Outcomes]
_Status = tuple[AnswerStatus, str]


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
    decided = [(each, find_outcomes(ask, each.sentence)) for each in found]
    best, said = _find_deciding(decided[:_PASSAGES])
    status, what = _judge(ask, best, said, decided)
    if status is not AnswerStatus.DISCUSSED and status.value not in load_answer_cues().given:
        status = AnswerStatus.UNDECIDED
    return Judgement(status=status, reason=f"{_explain(best)} {what}.")


def _judge(ask: AskWords, best: Aligned, said: Outcomes, decided: Sequence[_Decided]) -> _Status:
    sentence = best.sentence
    explicit = CueKind.EXPLICIT in sentence.cues
    first = sentence.verdicts[0] if sentence.verdicts else None
    if Verdict.DECLINES in said and (explicit or (first is Verdict.DECLINES and Verdict.LEAVES_OPEN in said)):
        said = frozenset({Verdict.DECLINES})
    if said == {Verdict.LEAVES_OPEN}:
        return AnswerStatus.DISCUSSED, "speaks of it and leaves it open"
    if not said or Verdict.LEAVES_OPEN in said:
        return AnswerStatus.UNDECIDED, "speaks of it, without words that are clear enough"
    if not _is_sure(ask, best, decided):
        return AnswerStatus.UNDECIDED, "may decide it, but does not fit well enough"
    limit = find_limit(ask, best, [each for each, _ in decided]) if Verdict.ACCEPTS in said else Limit.NONE
    against = [(other, what - said) for other, what in decided if _weighs_as_much(other, best) and what - said]
    if explicit or limit is Limit.SURE:
        against = []
    behind = all(what == {Verdict.DECLINES} and is_behind(other.sentence, sentence) for other, what in against)
    if not behind:
        return AnswerStatus.UNDECIDED, "may decide it, but is not the only one"
    if said == {Verdict.DECLINES}:
        softened = not explicit and any(_softens(other, what, best) for other, what in decided)
        offered = AnswerStatus.UNDECIDED, "declines, and something else is offered behind it"
        return offered if softened else (AnswerStatus.DECLINED, "declines")
    return _judge_acceptance(ask, sentence, limit, is_refused=bool(against) or Verdict.DECLINES in said)


def _judge_acceptance(ask: AskWords, sentence: ReplySentence, limit: Limit, *, is_refused: bool) -> _Status:
    if limit is Limit.SURE or (is_refused and is_of_writer(ask, sentence)):
        return AnswerStatus.PARTLY, "accepts, and a limit stands with it"
    if is_refused or limit is Limit.PERHAPS:
        return AnswerStatus.UNDECIDED, "accepts, and there may be a limit to it"
    if is_forecast(ask, sentence):
        return AnswerStatus.UNDECIDED, "tells what will be done, and not by the writer"
    return AnswerStatus.ACCEPTED, "accepts, and no limit was found near it"


def _is_sure(ask: AskWords, best: Aligned, decided: Sequence[_Decided]) -> bool:
    """Tell whether a passage fits well enough to decide: by two words at least, and no other ask much better.

    One word is enough where no other passage fits half as well.
    """
    alone = best.ratio >= 1 and all(other is best or 2 * other.score <= best.score for other, _ in decided)
    common = sum(not is_family(term) for term in best.shared)
    if ask.is_bare and best.core < _LEAST_BARE:
        return best.ratio >= 1 and best.score >= _SURE_BARE
    fit = best.score if ask.share >= 0.4 else best.core
    few = alone or ask.is_bare or ask.want.kind in TOLD or any(term in best.shared for term in ask.mark)
    return fit >= _SURE and best.ratio >= _OWN and (few or common >= _LEAST_COMMON)


def _find_deciding(decided: Sequence[_Decided]) -> _Decided:
    """Return the passage that decides: a later letter's last word, or one of the paragraph of the best.

    Either must fit nearly as well as the best passage.
    """
    best, said = decided[0]
    for other, outcomes in decided:
        same = other.sentence.letter is best.sentence.letter and other.sentence.paragraph == best.sentence.paragraph
        if (
            CueKind.EXPLICIT in other.sentence.cues
            and outcomes
            and same
            and other.ratio >= 1
            and other.score >= _EXPLICIT * best.score
        ):
            return other, outcomes
    for other, outcomes in decided[1:]:
        same = other.sentence.letter is best.sentence.letter
        later = (other.sentence.letter.date or "") > (best.sentence.letter.date or "")
        near = same and other.sentence.paragraph == best.sentence.paragraph and not said and other.ratio >= 1
        if outcomes and (near or later) and other.score >= (_LATER if later else _NEAR) * best.score:
            return other, outcomes
    return best, said


def _softens(other: Aligned, outcomes: Outcomes, best: Aligned) -> bool:
    """Tell whether a sentence close behind a refusal gives something: "They will be offered to everybody, though."."""
    speaks = other.ratio >= 1 and other.score >= _SOFTENING * best.score
    return Verdict.ACCEPTS in outcomes and speaks and is_behind(other.sentence, best.sentence)


def _weighs_as_much(other: Aligned, best: Aligned) -> bool:
    """Tell whether a passage fits half as well, in a later letter a third, and meets no other ask better."""
    later = (other.sentence.letter.date or "") > (best.sentence.letter.date or "")
    return other.ratio >= 1 and other.score >= (_AGAINST_LATER if later else _NEAR) * best.score


def _explain(aligned: Aligned) -> str:
    words = find_words_of(aligned.sentence.text, aligned.shared)[:_WORDS]
    about = f" with {join_words([f'“{word}”' for word in words])}" if words else ""
    return f"A sentence{about} in {name_letter(aligned.sentence.letter)}"
