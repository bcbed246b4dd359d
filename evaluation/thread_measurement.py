"""Threads of gold read and answered: with the asks and replies that people marked, and with those that are found."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..extraction import extract_readings
from ..loaders import load_document
from ..model.ask import Ask
from ..model.identity import to_entity_iri
from ..model.link import Answer, Reply, SameAs
from ..model.reading import Reading
from ..model.statement import Passage
from ..resolution import resolve_links
from ..resolution.answers import find_answers
from ..resolution.held_letters import build_held_letters
from ..resolution.same_asks import find_same_asks
from .answer_score import FoundAnswer, Share, find_ask, find_scored_answers
from .thread_gold import GoldAnswer, GoldThread, GoldWords


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadThread:
    """A thread with its readings by the name of the letter."""

    gold: GoldThread
    readings: dict[str, Reading]

    def find_name(self, iri: str) -> str:
        """Return the name of the letter with this IRI."""
        return next(name for name, reading in self.readings.items() if reading.letter.iri == iri)


def read_thread(gold: GoldThread) -> ReadThread:
    """Read the letters of a thread; of a file with several letters the longest."""
    return ReadThread(
        gold=gold,
        readings={
            path.stem: max(extract_readings(load_document(path)), key=lambda each: len(each.letter.text))
            for path in gold.letters
        },
    )


def with_gold_asks(thread: ReadThread) -> ReadThread:
    """Return the thread with the asks that people marked in place of those that are found."""
    readings: dict[str, Reading] = {}
    for name, reading in thread.readings.items():
        asks: list[Ask] = []
        for ask in thread.gold.asks:
            same = ask.same_as is not None and ask.same_as.letter == name
            match = _find_words(reading.letter.text, ask.words.text) if ask.words.letter == name else None
            if match is None or same:
                continue
            passage = Passage(letter=reading.letter.iri, start=match.start(), end=match.end(), quote=match[0])
            asks.append(
                Ask(
                    iri=to_entity_iri("ask", reading.letter.iri, match[0]),
                    text=match[0],
                    asked_by=(),
                    asked_of=(),
                    about=(),
                    evidence=(passage,),
                    due=ask.due,
                    procedural=ask.procedural,
                    reported=ask.reported,
                )
            )
        readings[name] = replace(reading, asks=tuple(asks))
    return ReadThread(gold=thread.gold, readings=readings)


def find_with_gold(thread: ReadThread) -> Sequence[tuple[GoldAnswer, FoundAnswer | None]]:
    """Return the answers that are found to gold asks over gold replies."""
    given = with_gold_asks(thread)
    held = build_held_letters(given.readings.values())
    letters = {name: reading.letter.iri for name, reading in given.readings.items()}
    replies = [
        Reply(letter=letters[each.letter], to=letters[each.to], days=None, evidence=()) for each in thread.gold.replies
    ]
    same, _ = find_same_asks(held)
    return _pair(given, find_answers(held, replies, same), same)


def find_all(thread: ReadThread) -> Sequence[tuple[GoldAnswer, FoundAnswer | None]]:
    """Return the answers as `extract` gives them."""
    links = resolve_links(list(thread.readings.values()))
    return _pair(thread, links.answers, links.same_asks)


def _pair(
    thread: ReadThread, answers: Sequence[Answer], same: Sequence[SameAs]
) -> Sequence[tuple[GoldAnswer, FoundAnswer | None]]:
    first = {iri: link.entities[0] for link in same for iri in link.entities}
    by_ask = {answer.ask: answer for answer in answers}
    pairs: list[tuple[GoldAnswer, FoundAnswer | None]] = []
    for gold in find_scored_answers(thread.gold):
        ask = find_ask(gold.ask, thread.readings[gold.ask.letter].asks)
        answer = by_ask.get(first.get(ask.iri, ask.iri)) if ask is not None else None
        pairs.append((gold, _to_found(thread, answer) if answer else None))
    return pairs


def _to_found(thread: ReadThread, answer: Answer) -> FoundAnswer:
    passages = tuple(GoldWords(letter=thread.find_name(each.letter), text=each.quote) for each in answer.evidence)
    return FoundAnswer(status=answer.status, passages=passages)


def score_replies(threads: Sequence[ReadThread]) -> tuple[Share, Share]:
    """Return how many of the gold replies are found, and how many of those found are in the gold."""
    recall, precision = Share(), Share()
    for thread in threads:
        gold = {(each.letter, each.to) for each in thread.gold.replies}
        links = resolve_links(list(thread.readings.values()))
        found = {(thread.find_name(each.letter), thread.find_name(each.to)) for each in links.replies}
        recall += Share(right=len(gold & found), all=len(gold))
        precision += Share(right=len(gold & found), all=len(found))
    return recall, precision


def _find_words(text: str, words: str) -> re.Match[str] | None:
    return re.search(r"\s+".join(map(re.escape, words.split())), text)


def score_repeats(threads: Sequence[ReadThread]) -> tuple[Share, Share]:
    """Return how many of the asks that a later letter makes again are found as such, and how many finds are right.

    The asks are those that people marked; a doubt is no find.
    """
    recall, precision = Share(), Share()
    for thread in threads:
        given = with_gold_asks(thread)
        words = {
            ask.iri: GoldWords(letter=name, text=" ".join(ask.text.split()))
            for name, reading in given.readings.items()
            for ask in reading.asks
        }
        gold = {
            frozenset({_even(each.words), _even(each.same_as)})
            for each in thread.gold.asks
            if each.same_as is not None and each.same_as.letter != each.words.letter
        }
        same, _ = find_same_asks(build_held_letters(given.readings.values()))
        found = {frozenset({words[link.entities[0]], words[iri]}) for link in same for iri in link.entities[1:]}
        recall += Share(right=len(gold & found), all=len(gold))
        precision += Share(right=len(gold & found), all=len(found))
    return recall, precision


def _even(words: GoldWords) -> GoldWords:
    return GoldWords(letter=words.letter, text=" ".join(words.text.split()))
