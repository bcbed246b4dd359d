from collections.abc import Callable

from policygraph.model.reading import Reading
from policygraph.resolution.reply_passages import find_reply_sentences
from policygraph.resolution.topics import to_mark_terms

Read = Callable[..., list[Reading]]

FARES = "That fares be held at two pounds until December."
LEVY = "That the levy on parking be given back to councils."
REPLY = """Dear Ms Marsh,

Thank you for your letter of 4 March 2020 about buses in the villages of Yorkshire.

{body}

Yours sincerely,

Robert Hale
Minister for Buses
"""


def test_an_ask_in_its_own_words_heads_what_answers_it_and_is_no_answer(read_letters: Read) -> None:
    body = f"Recommendation 1: {FARES}\n\nWe accept this.\n\nRecommendation 2: {LEVY}\n\nWe do not accept this."
    (reading,) = read_letters(REPLY.format(body=body))
    sentences = find_reply_sentences(reading.letter, {}, [FARES, LEVY])
    assert [each.text for each in sentences][1:] == ["We accept this.", "We do not accept this."]
    accepted, declined = (each.topic for each in sentences[1:])
    assert [{"fare", "levi"} & each.keys() for each in (accepted, declined)] == [{"fare"}, {"levi"}]


def test_a_point_holds_for_what_stands_under_its_number(read_letters: Read) -> None:
    body = "1. We will hold fares.\n\n2. We will keep the levy.\n\nIt was set in 2010."
    (reading,) = read_letters(REPLY.format(body=body))
    marks = [
        [mark for mark in ("1", "2") if to_mark_terms(mark).keys() & each.topic.keys()]
        for each in find_reply_sentences(reading.letter, {})
    ]
    assert marks == [[], ["1"], ["2"], ["2"]]


def test_an_answer_that_uses_the_words_of_the_ask_is_kept(read_letters: Read) -> None:
    (reading,) = read_letters(REPLY.format(body="Fares have been held at two pounds until the end of December."))
    assert len(find_reply_sentences(reading.letter, {}, [FARES])) == 2
