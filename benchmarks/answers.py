"""Answers measured on threads of gold, beside a keyword list, BM25 and "always the commonest status".

`python -m policygraph.benchmarks.answers FOLDER…` prints a table for each way: with the asks and the replies that
people marked, and with those that are found.
"""

import argparse
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from policygraph.benchmarks.answer_baselines import BASELINES, Candidate
from policygraph.evaluation.answer_score import (
    AnswerScore,
    FoundAnswer,
    Share,
    find_ask,
    find_scored_answers,
    score_answers,
)
from policygraph.evaluation.thread_gold import GoldAnswer, GoldThread, GoldWords, load_threads
from policygraph.extraction import extract_readings
from policygraph.loaders import load_document
from policygraph.model.ask import Ask
from policygraph.model.identity import to_entity_iri
from policygraph.model.link import Answer, AnswerStatus, Reply, SameAs
from policygraph.model.reading import Reading
from policygraph.model.statement import Passage
from policygraph.resolution import resolve_links
from policygraph.resolution.answers import find_answers
from policygraph.resolution.held_letters import build_held_letters
from policygraph.resolution.reply_passages import find_body_paragraphs
from policygraph.resolution.same_asks import find_same_asks


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


def find_with_baseline(
    thread: ReadThread, rank: Callable[[str, Sequence[str]], Sequence[Candidate]], commonest: AnswerStatus
) -> Sequence[tuple[GoldAnswer, FoundAnswer | None]]:
    """Return the answers that a baseline finds to gold asks over gold replies, all with the commonest status."""
    pairs: list[tuple[GoldAnswer, FoundAnswer | None]] = []
    for gold in find_scored_answers(thread.gold):
        replies = [each.letter for each in thread.gold.replies if each.to == gold.ask.letter]
        sentences = [
            GoldWords(letter=name, text=thread.readings[name].letter.text[start:end])
            for name in replies
            for paragraph in find_body_paragraphs(thread.readings[name].letter)
            for start, end in paragraph
        ]
        ranked = rank(gold.ask.text, [each.text for each in sentences])
        passages = tuple(sentences[each.place] for each in ranked[:3])
        pairs.append((gold, FoundAnswer(status=commonest, passages=passages)))
    return pairs


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


def build_tables(threads: Sequence[ReadThread]) -> Iterator[str]:
    """Yield the lines of the report."""
    statuses = Counter(answer.status for thread in threads for answer in find_scored_answers(thread.gold))
    commonest = AnswerStatus(statuses.most_common(1)[0][0])
    ways = {
        "PolicyGraph, asks and replies given": [pair for thread in threads for pair in find_with_gold(thread)],
        "PolicyGraph, all found": [pair for thread in threads for pair in find_all(thread)],
    }
    for name, rank in BASELINES.items():
        ways[f"{name}, “{commonest}”"] = [
            pair for thread in threads for pair in find_with_baseline(thread, rank, commonest)
        ]
    yield f"{len(threads)} threads, {sum(statuses.values())} asks; right of all, with the 95 % interval (Wilson)."
    yield ""
    yield "| way | first | within three | status |"
    yield "|---|---|---|---|"
    scores = {name: score_answers(pairs) for name, pairs in ways.items()}
    for name, score in scores.items():
        yield f"| {name} | {score.first} | {score.within_three} | {score.status} |"
    yield ""
    yield from _list_statuses(scores["PolicyGraph, asks and replies given"], statuses)
    recall, precision = score_replies(threads)
    yield ""
    yield f"Replies: {recall} found, {precision} of the finds right."


def _list_statuses(score: AnswerScore, statuses: Counter[str]) -> Iterator[str]:
    yield "| status | in the gold | right of those given |"
    yield "|---|---:|---|"
    for status in AnswerStatus:
        yield f"| {status} | {statuses[status]} | {score.given.get(status, Share())} |"


def _find_words(text: str, words: str) -> re.Match[str] | None:
    return re.search(r"\s+".join(map(re.escape, words.split())), text)


def main() -> None:
    """Print the report for each folder."""
    parser = argparse.ArgumentParser(prog="answers", description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path, help="folders of threads")
    for folder in parser.parse_args().folders:
        for line in build_tables([read_thread(gold) for gold in load_threads(folder)]):
            print(line, flush=True)


if __name__ == "__main__":
    main()
