"""What became of an ask, in neutral words, as far as the sentences that meet it decide it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..model.link import AnswerStatus
from ..ontology.answer_cues import CueKind
from .alignment import Aligned
from .ask_words import AskWords
from .reply_passages import ReplySentence
from .verdicts import Verdict
from .word_weights import find_words_of
from .wording import join_words, name_letter

# "139", "1,204", "8.5%"; not the day of "5 March 2024", not "2023"
_AMOUNT = re.compile(r"\d*\.\d+|\d{3,}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_WORDS = 3
_SURE = 0.2
_NEAR = 0.5
_AGAINST = 0.75


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A status with the reason for it in a sentence."""

    status: AnswerStatus
    reason: str


def judge_answer(ask: AskWords, found: Sequence[Aligned], sentences: Sequence[ReplySentence]) -> Judgement:
    """Return the status that the passages give, the best first; at least one. `sentences` are all of the replies.

    "We will not extend it." declines and "I have asked the Agency to add one." accepts. Words for both, a limit, another
    number than the one that was asked for, or a passage that only nearly fits leave it to the reader.
    """
    best = _find_deciding(found)
    where = _explain(best)
    verdicts = {*best.sentence.verdicts}
    if verdicts == {Verdict.LEAVES_OPEN}:
        return Judgement(status=AnswerStatus.DISCUSSED, reason=f"{where} speaks of it and leaves it open.")
    if len(verdicts) != 1:
        return Judgement(status=AnswerStatus.UNDECIDED, reason=f"{where} speaks of it, without words that decide it.")
    if max(best.core, best.score) < _SURE or any(_contradicts(other, best) for other in found):
        return Judgement(status=AnswerStatus.UNDECIDED, reason=f"{where} may decide it, but something speaks against it.")
    if verdicts == {Verdict.DECLINES}:
        told = any(term[0].isdigit() for term in best.sentence.own)
        if not ask.is_question or (CueKind.TELLING in best.sentence.cues and not told):
            return Judgement(status=AnswerStatus.DECLINED, reason=f"{where} declines.")
        return Judgement(status=AnswerStatus.UNDECIDED, reason=f"{where} declines something, perhaps not this.")
    if _is_limited(ask, best.sentence, sentences):
        return Judgement(status=AnswerStatus.UNDECIDED, reason=f"{where} accepts, but perhaps not all.")
    return Judgement(status=AnswerStatus.ACCEPTED, reason=f"{where} accepts, and nothing near it sets a limit.")


def _contradicts(other: Aligned, best: Aligned) -> bool:
    """Tell whether another passage that fits nearly as well decides otherwise."""
    against = {*other.sentence.verdicts} - {*best.sentence.verdicts}
    return bool(against) and other.score >= _AGAINST * best.score


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


def _is_limited(ask: AskWords, sentence: ReplySentence, sentences: Sequence[ReplySentence]) -> bool:
    """Tell whether the sentence, or one of the two behind it, sets a limit or takes back what is given.

    So does another number than the ask's (87 customers for "the debts of the 139 customers"), and a name of the ask
    that only the next sentence has ("The course will be at Dundalk. The places in Drogheda were filled.").
    """
    place = sentences.index(sentence)
    behind = [
        each
        for each in sentences[place + 1 : place + 3]
        if each.letter is sentence.letter and each.paragraph == sentence.paragraph
    ]
    near = [sentence, *(each for each in behind if CueKind.RESTATING not in each.cues or CueKind.PARTLY in each.cues)]
    if any(CueKind.PARTLY in each.cues for each in near) or any(Verdict.DECLINES in each.verdicts for each in near):
        return True
    if any(term not in sentence.own and any(term in each.own for each in behind) for term in ask.names):
        return True
    wanted, given = _find_amounts(ask.core), _find_amounts(sentence.own)
    return bool(wanted and given and not wanted & given)


def _find_amounts(terms: Iterable[str]) -> set[str]:
    return {term for term in terms if _AMOUNT.match(term) and not _YEAR.fullmatch(term)}


def _explain(aligned: Aligned) -> str:
    words = find_words_of(aligned.sentence.text, aligned.shared)[:_WORDS]
    about = f" with {join_words([f'“{word}”' for word in words])}" if words else ""
    return f"A sentence{about} in {name_letter(aligned.sentence.letter)}"
