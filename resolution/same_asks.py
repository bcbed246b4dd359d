"""The same ask made again in a later letter: one ask with several dated passages."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..model.ask import Ask
from ..model.link import Doubt, SameAs
from .actors import Agreement, compare_sides
from .ask_words import AskWords, find_ask_words
from .groups import Groups
from .held_letters import HeldLetter, HeldLetters
from .reply_passages import find_acronyms, find_body_paragraphs
from .word_weights import Terms, WordWeights, build_word_weights, find_terms
from .wording import name_letter

_SURE = 0.6
_DOUBTFUL = 0.35
_BOTH_OWN = 0.8
_AROUND = 0.5
_LEANS = 0.4
_NEAR = 0.9


def find_same_asks(held: HeldLetters) -> tuple[list[SameAs], list[Doubt]]:
    """Return which asks (IRIs, the earliest first) are one, and which may be.

    Only asks of one writer to the same side are compared. "He be given a place in Drogheda before September" and
    "once more, please see to it that he gets a place in Drogheda for September" are one.
    """
    order = {
        ask.iri: (place, ask.evidence[0].start)
        for place, letter in enumerate(held.letters)
        for ask in letter.reading.asks
    }
    groups = Groups(order)
    doubts: list[Doubt] = []
    wordings = _Wordings()
    for earlier, later in _find_pairs(held):
        for ask, other, likeness in _compare(earlier, later, wordings):
            if likeness >= _SURE:
                groups.join(ask.iri, other.iri)
            else:
                doubts.append(_to_doubt(ask, earlier, other, later))
    same = [
        SameAs(
            entities=tuple(sorted(group, key=order.__getitem__)), why="They ask for the same in nearly the same words."
        )
        for group in groups.find_all()
        if len(group) > 1
    ]
    return same, doubts


def _find_pairs(held: HeldLetters) -> Iterator[tuple[HeldLetter, HeldLetter]]:
    """Yield each letter with each later one of the same writer to the same side, if both ask for something."""
    by_sender: dict[str, list[HeldLetter]] = defaultdict(list)
    for letter in held.letters:
        if not letter.reading.asks:
            continue
        probes = {key for actor in letter.senders for key in actor.probes}
        near = {each.letter.iri: each for probe in sorted(probes) for each in by_sender[probe]}
        for other in sorted(near.values(), key=lambda each: each.rank):
            one_writer = compare_sides(other.senders, letter.senders) is Agreement.AGREE
            one_reader = compare_sides(other.recipients, letter.recipients) is not Agreement.DIFFER
            if one_writer and (one_reader or _speaks_of(letter, other)):
                yield other, letter
        for key in {key for actor in letter.senders for key in actor.keys}:
            by_sender[key].append(letter)


def _speaks_of(letter: HeldLetter, earlier: HeldLetter) -> bool:
    """Tell whether the writer speaks of the own earlier letter: "I wrote to the Minister on 9 May"."""
    return any(
        not each.by_addressee and each.date is not None and each.date == earlier.letter.date
        for each in letter.reading.citations
    )


def _compare(earlier: HeldLetter, later: HeldLetter, wordings: "_Wordings") -> Iterator[tuple[Ask, Ask, float]]:
    """Yield each ask of the later letter with the likest of the earlier one, if they are alike enough to be one."""
    acronyms = wordings.find_acronyms(earlier) | wordings.find_acronyms(later)
    one, other = (wordings.find(letter, acronyms) for letter in (earlier, later))
    weights = build_word_weights([*one.sentences, *other.sentences])
    for ask, words in other.asks:
        ranked = sorted(((_liken(known, words, weights), each.iri, each) for each, known in one.asks), reverse=True)
        if ranked and ranked[0][0] >= _DOUBTFUL:
            yield ranked[0][2], ask, ranked[0][0]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wording:
    """The terms of each sentence of a letter, and the words of its asks."""

    sentences: Sequence[Iterable[str]]
    asks: Sequence[tuple[Ask, AskWords]]


class _Wordings:
    """Reads each letter once for all others with which it is compared, as long as they mean the same by acronyms."""

    def __init__(self) -> None:
        self._acronyms: dict[str, dict[str, str]] = {}
        self._found: dict[tuple[str, tuple[tuple[str, str], ...]], _Wording] = {}

    def find_acronyms(self, letter: HeldLetter) -> dict[str, str]:
        """Return the acronyms that a letter defines."""
        iri = letter.letter.iri
        if iri not in self._acronyms:
            self._acronyms[iri] = find_acronyms(letter.letter)
        return self._acronyms[iri]

    def find(self, letter: HeldLetter, acronyms: dict[str, str]) -> _Wording:
        """Return the words of a letter, read with these acronyms."""
        used = {short: long for short, long in acronyms.items() if short in letter.letter.text}
        key = letter.letter.iri, tuple(sorted(used.items()))
        if key not in self._found:
            self._found[key] = _Wording(
                sentences=[
                    find_terms(letter.letter.text[start:end], used)
                    for paragraph in find_body_paragraphs(letter.letter)
                    for start, end in paragraph
                ],
                asks=[
                    (ask, find_ask_words(ask, letter.letter, (), used))
                    for ask in letter.reading.asks
                    if not (ask.reported or ask.procedural)
                ],
            )
        return self._found[key]


def _liken(one: AskWords, two: AskWords, weights: WordWeights) -> float:
    """Return how much two asks share of the words of the shorter, from 0 to 1; the longer one counts a little too.

    Where both have words of their own ("extend the grant", "publish the evaluation of the grant") it is less. What an
    ask that says little rests on ("have them connected") counts as its own; if the two rest on nothing in common
    ("When is it to be replaced?" of a shelter and of a bus) they may be one at most.
    """
    likeness = max(_share(one.core, two.core, weights), _share(_gather(one), _gather(two), weights))
    ones, twos = ({term for term, value in words.core.items() if value >= 1} for words in (one, two))
    likeness *= _BOTH_OWN if ones - twos and twos - ones else 1.0
    nears = ({term for term, value in words.context.items() if value >= _NEAR} for words in (one, two))
    grounded = not (one.is_bare and two.is_bare) or bool(set.intersection(*nears))
    return likeness if grounded else min(likeness, _DOUBTFUL)


def _share(ones: Terms, twos: Terms, weights: WordWeights) -> float:
    common = sum(min(value, twos.get(term, 0.0)) * weights.weigh(term) for term, value in ones.items())
    sums = sorted(sum(value * weights.weigh(term) for term, value in terms.items()) for terms in (ones, twos))
    return common / (0.7 * sums[0] + 0.3 * sums[1]) if sums[0] else 0.0


def _gather(words: AskWords) -> dict[str, float]:
    """Return the terms of an ask with, where it says little by itself, those around it at less."""
    around = {term: _AROUND * value for term, value in words.context.items()} if words.share >= _LEANS else {}
    return {**around, **words.core}


def _to_doubt(ask: Ask, earlier: HeldLetter, other: Ask, later: HeldLetter) -> Doubt:
    return Doubt(
        entities=(ask.iri, other.iri),
        message=(
            f"“{' '.join(other.text.split())}” in {name_letter(later.letter)} may make again what"
            f" {name_letter(earlier.letter)} asks for, “{' '.join(ask.text.split())}”: check whether they are one."
        ),
    )
