"""Answers: for each ask the passages of the replies that meet it, and what became of it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..model.ask import Ask
from ..model.link import Answer, AnswerStatus, Reply, SameAs
from .alignment import Aligned, align_asks
from .answer_status import judge_answer
from .ask_words import AskWords, find_ask_words, mark_asks
from .held_letters import HeldLetter, HeldLetters
from .passages import to_passage
from .reply_passages import find_acronyms, find_body_paragraphs, find_reply_sentences
from .word_weights import build_word_weights, find_terms
from .wording import join_words, name_letter

_LEAST = 0.055
_LEAST_PROCEDURAL = 0.5
_SHARE_OF_BEST = 0.2
_MOST = 3


def find_answers(held: HeldLetters, replies: Iterable[Reply], same: Iterable[SameAs]) -> list[Answer]:
    """Return the answer to each ask, in the order of the letters; what is only reported of others has none.

    An ask that later letters make again is answered by what replies to any of them, under the first one's IRI; the
    first wording that a reply meets gives the passages.
    """
    by_letter: dict[str, list[HeldLetter]] = defaultdict(list)
    for reply in replies:
        by_letter[reply.to].append(held.by_iri[reply.letter])
    first = {iri: link.entities[0] for link in same for iri in link.entities}
    found: dict[str, list[_Met]] = defaultdict(list)
    for letter in held.letters:
        answering = sorted(by_letter[letter.letter.iri], key=lambda each: each.rank)
        for met in _find_met(letter, answering):
            found[first.get(met.ask.iri, met.ask.iri)].append(met)
    return [_to_answer(iri, met) for iri, met in found.items()]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Met:
    """An ask with the letters that answer its own, and their sentences that meet it."""

    ask: Ask
    answering: Sequence[HeldLetter]
    words: AskWords
    aligned: Sequence[Aligned]
    met: Sequence[Aligned]


def _find_met(letter: HeldLetter, answering: Sequence[HeldLetter]) -> list[_Met]:
    """Return the asks of a letter with the sentences of `answering` that meet each."""
    asks = sorted(
        (ask for ask in letter.reading.asks if not ask.reported), key=lambda ask: (ask.evidence[0].start, ask.iri)
    )
    if not asks:
        return []
    acronyms = find_acronyms(letter.letter, *(each.letter for each in answering))
    asked = [ask.text for ask in asks]
    sentences = [each for reply in answering for each in find_reply_sentences(reply.letter, acronyms, asked)]
    own = [
        find_terms(letter.letter.text[start:end], acronyms)
        for paragraph in find_body_paragraphs(letter.letter)
        for start, end in paragraph
    ]
    weights = build_word_weights([*own, *(each.own for each in sentences)])
    words = [find_ask_words(ask, letter.letter, [each for each in asks if each is not ask], acronyms) for ask in asks]
    words = mark_asks(words, sentences)
    return [
        _Met(ask=ask, answering=answering, words=each, aligned=aligned, met=_keep(ask, aligned))
        for ask, each, aligned in zip(asks, words, align_asks(words, sentences, weights), strict=True)
    ]


def _keep(ask: Ask, aligned: Sequence[Aligned]) -> list[Aligned]:
    """Return the sentences that meet the ask well enough: at most three, none far behind the best."""
    least = max(_LEAST_PROCEDURAL if ask.procedural else _LEAST, aligned[0].score * _SHARE_OF_BEST if aligned else 0.0)
    return [each for each in aligned if each.score >= least][:_MOST]


def _to_answer(iri: str, met: Sequence[_Met]) -> Answer:
    """Return the answer to an ask, made once or several times."""
    answering = {each.letter.iri: each.letter for one in met for each in one.answering}
    if not answering:
        return Answer(ask=iri, status=AnswerStatus.NO_REPLY, reason="No letter is held that replies.", evidence=())
    best = next((each for each in met if each.met), met[0])
    if not best.met:
        names = join_words([name_letter(letter) for letter in answering.values()])
        reason = f"No sentence in {names} has enough words in common with it."
        return Answer(ask=iri, status=AnswerStatus.NO_PASSAGE, reason=reason, evidence=())
    judged = judge_answer(best.words, best.aligned)
    passages = (to_passage(each.sentence.letter, each.sentence.start, each.sentence.end) for each in best.met)
    return Answer(ask=iri, status=judged.status, reason=judged.reason, evidence=tuple(passages))
