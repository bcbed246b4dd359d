from collections.abc import Callable

import pytest
from policygraph.model.ask import Ask
from policygraph.model.reading import Reading
from policygraph.model.statement import Passage
from policygraph.resolution.answer_limits import find_amounts
from policygraph.resolution.ask_words import AskWords, find_ask_words
from policygraph.resolution.outcomes import find_outcomes
from policygraph.resolution.reply_passages import ReplySentence, find_reply_sentences
from policygraph.resolution.verdicts import Verdict

Read = Callable[..., list[Reading]]
LETTER = (
    "Dear Ms Marsh,\n\nI write about buses in the villages of Yorkshire.\n\n{words}\n\nYours sincerely,\n\nAnn Lee\n"
)


@pytest.fixture
def weigh(read_letters: Read) -> Callable[[str, str], frozenset[Verdict]]:
    def weigh_words(ask: str, reply: str) -> frozenset[Verdict]:
        asking, answering = read_letters(LETTER.format(words=ask), LETTER.format(words=reply))
        return find_outcomes(_to_words(ask, asking), _find_sentence(answering, reply))

    return weigh_words


def _to_words(words: str, reading: Reading) -> AskWords:
    start = reading.letter.text.index(words)
    passage = Passage(letter=reading.letter.iri, start=start, end=start + len(words), quote=words)
    ask = Ask(iri="ask", text=words, asked_by=(), asked_of=(), about=(), evidence=(passage,))
    return find_ask_words(ask, reading.letter, (), {})


def _find_sentence(reading: Reading, words: str) -> ReplySentence:
    return next(each for each in find_reply_sentences(reading.letter, {}) if each.text == words)


@pytest.mark.parametrize(
    ("ask", "reply", "outcomes"),
    [
        ("How many people were waiting in May?", "There were 174 people on the list in May.", {Verdict.ACCEPTS}),
        ("How many people were waiting in May?", "We do not hold these data.", {Verdict.DECLINES}),
        ("When will the payments issue?", "Payments are made by the Department's own staff.", set()),
        ("End the billing of patients.", "Patients will no longer be charged for transfers.", {Verdict.ACCEPTS}),
        ("Please repair the shelters at Otley.", "We mended the shelters on the second of June.", {Verdict.ACCEPTS}),
        (
            "Please repair the shelters at Otley.",
            "There are no shelters at Otley in our inventory.",
            {Verdict.DECLINES},
        ),
        ("Please extend the grant.", "If the Board approves, we will extend the grant.", set()),
        ("Please extend the grant.", "The grant has its friends in every village.", set()),
    ],
)
def test_a_sentence_is_read_by_what_the_ask_wants(
    weigh: Callable[[str, str], frozenset[Verdict]], ask: str, reply: str, outcomes: set[Verdict]
) -> None:
    assert weigh(ask, reply) == outcomes


def test_numbers_stand_with_what_they_count() -> None:
    assert find_amounts("from 48 to 96 hours")["hour"] == {"96"}
    assert find_amounts("one full-time position")["posit"] == {"1"}
    assert find_amounts("be raised to 1,500")["to"] == {"1500"}
    assert find_amounts("from 5 March 2024 to 30 June") == {}
