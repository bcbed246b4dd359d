"""Faults in threads of gold: slips of a pen, found before they are taken for misses."""

from collections.abc import Iterator

from ..loaders import load_document
from ..model.link import AnswerStatus
from .answer_score import MOST_PASSAGES
from .thread_gold import GoldAnswer, GoldThread, GoldWords

_WITHOUT = frozenset({AnswerStatus.NO_REPLY, AnswerStatus.NO_PASSAGE})
_STATUSES = frozenset(AnswerStatus) - {AnswerStatus.UNDECIDED}


def find_thread_faults(thread: GoldThread) -> Iterator[str]:
    """Yield what is wrong with the annotation of a thread, a sentence each.

    Words that the letter does not have, an answer to what is no ask, a passage of a letter that is no reply, a status
    that does not exist or does not fit the passages, an ask without an answer.
    """
    texts = {path.stem: _even(load_document(path).text) for path in thread.letters}
    for letter in sorted({name for reply in thread.replies for name in (reply.letter, reply.to)} - set(texts)):
        yield f"{thread.name}: there is no letter “{letter}”."
    passages = [words for answer in thread.answers for words in answer.passages]
    again = [ask.same_as for ask in thread.asks if ask.same_as is not None]
    for words in [*(ask.words for ask in thread.asks), *again, *passages]:
        if _even(words.text) not in texts.get(words.letter, ""):
            yield f"{thread.name}: letter “{words.letter}” does not have “{words.text}”."
    known = {ask.words for ask in thread.asks}
    answered = [answer.ask for answer in thread.answers]
    for ask in thread.asks:
        if answered.count(ask.words) != (ask.same_as is None):
            yield f"{thread.name}: “{ask.words.text}” is answered {answered.count(ask.words)} times."
    for answer in thread.answers:
        if answer.ask not in known:
            yield f"{thread.name}: “{answer.ask.text}” is no ask of letter “{answer.ask.letter}”."
        yield from (f"{thread.name}: “{answer.ask.text}” {what}." for what in _find_faults(thread, answer))


def _find_faults(thread: GoldThread, answer: GoldAnswer) -> Iterator[str]:
    if answer.status not in _STATUSES:
        yield f"has the status “{answer.status}”, which is none ({', '.join(sorted(_STATUSES))})"
    if bool(answer.passages) == (answer.status in _WITHOUT):
        yield f"is “{answer.status}” and has {len(answer.passages)} passages"
    if len(answer.passages) > MOST_PASSAGES:
        yield f"has {len(answer.passages)} passages, of which {MOST_PASSAGES} are scored"
    replies = {each.letter for each in thread.replies if each.to in _find_askers(thread, answer.ask)}
    if bool(replies) == (answer.status == AnswerStatus.NO_REPLY):
        yield f"is “{answer.status}”, and the replies to it are {len(replies)}"
    for letter in sorted({words.letter for words in answer.passages} - replies):
        yield f"has a passage of letter “{letter}”, which does not reply"


def _find_askers(thread: GoldThread, ask: GoldWords) -> set[str]:
    """Return the letters that make an ask, first or again."""
    return {ask.letter, *(each.words.letter for each in thread.asks if each.same_as == ask)}


def _even(words: str) -> str:
    return " ".join(words.split())
