"""Answers measured on threads of gold, beside a keyword list, BM25 and "always the commonest status".

`python -m policygraph.benchmarks.answers FOLDER…` prints a table for each way: with the asks and the replies that
people marked, and with those that are found.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from policygraph.benchmarks.answer_baselines import BASELINES, Candidate
from policygraph.evaluation.answer_score import AnswerScore, FoundAnswer, Share, find_scored_answers, score_answers
from policygraph.evaluation.thread_check import find_thread_faults
from policygraph.evaluation.thread_gold import GoldAnswer, GoldWords, load_threads
from policygraph.evaluation.thread_measurement import (
    ReadThread,
    find_all,
    find_with_gold,
    read_thread,
    score_repeats,
    score_replies,
)
from policygraph.model.link import AnswerStatus
from policygraph.resolution.reply_passages import find_body_paragraphs

THREADS = Path(__file__).parents[1] / "tests/gold/threads"


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


def build_report(folder: Path) -> Iterator[str]:
    """Yield the lines of the report on a folder of threads."""
    yield f"What becomes of asks, {folder.name}:"
    threads = load_threads(folder)
    yield from (fault for thread in threads for fault in find_thread_faults(thread))
    yield from build_tables([read_thread(thread) for thread in threads])


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
    yield ""
    for name, (recall, precision) in {
        "Replies": score_replies(threads),
        "Asks made again": score_repeats(threads),
    }.items():
        yield f"{name}: {recall} found, {precision} of the finds right."


def _list_statuses(score: AnswerScore, statuses: Counter[str]) -> Iterator[str]:
    yield "| status | in the gold | right of those given |"
    yield "|---|---:|---|"
    for status in AnswerStatus:
        yield f"| {status} | {statuses[status]} | {score.given.get(status, Share())} |"


def main() -> None:
    """Print the report for each folder."""
    parser = argparse.ArgumentParser(prog="answers", description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path, help="folders of threads")
    for folder in parser.parse_args().folders:
        for line in build_report(folder):
            print(line, flush=True)


if __name__ == "__main__":
    main()
