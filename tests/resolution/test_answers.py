from collections.abc import Callable, Sequence
from dataclasses import replace

from policygraph.model.ask import Ask
from policygraph.model.identity import to_entity_iri
from policygraph.model.link import Answer, AnswerStatus, Links
from policygraph.model.reading import Reading
from policygraph.model.statement import Passage
from policygraph.ontology.answer_cues import load_answer_cues
from policygraph.resolution import resolve_links

Read = Callable[..., list[Reading]]

KEEP = "I ask you to extend the Village Bus Grant by two years."
SHELTERS = "Please instruct Highways England to repair the shelters at Otley."
FARES = "Please tell us how many complaints about fares you received."
REPORT = "Please acknowledge this letter by post."

LETTER = f"""Bus Friends
2 High Street
Leeds LS1 4AB

4 March 2020

Robert Hale MP
Minister for Buses
Department for Transport
London SW1P 4DR

Dear Mr Hale,

I am writing about buses in the villages of Yorkshire, which so many people rely on. {KEEP}

{SHELTERS} The last storm took the roofs away.

{FARES} We should like to see them by region.

{REPORT}

Yours sincerely,

Helen Marsh
Director
Bus Friends
"""

REPLY = """Department for Transport
Great Minster House
London SW1P 4DR

Helen Marsh
Director
Bus Friends
2 High Street
Leeds LS1 4AB

3 April 2020

Dear Helen,

Thank you for your letter of 4 March about buses, and please pass on my thanks to all of your members.

{body}

Yours sincerely,

Robert Hale MP
Minister for Buses
"""

DECLINED = "You asked me to extend the Village Bus Grant. The Government has no plans to do so."
ACCEPTED = "On the shelters, I have asked Highways England to repair those at Otley by June."


def with_asks(reading: Reading, *asks: str, procedural: Sequence[str] = (), reported: Sequence[str] = ()) -> Reading:
    """Return the reading with these words of its letter as asks."""

    def to_ask(words: str) -> Ask:
        start = reading.letter.text.index(words)
        passage = Passage(letter=reading.letter.iri, start=start, end=start + len(words), quote=words)
        return Ask(
            iri=to_entity_iri("ask", reading.letter.iri, words),
            text=words,
            asked_by=(),
            asked_of=(),
            about=(),
            evidence=(passage,),
            procedural=words in procedural,
            reported=words in reported,
        )

    return replace(reading, asks=tuple(map(to_ask, asks)))


def resolve(read: Read, body: str, *asks: str, letter: str = LETTER) -> tuple[list[Reading], Links]:
    first, reply = read(letter, REPLY.format(body=body))
    readings = [with_asks(first, *asks, procedural=[REPORT]), reply]
    return readings, resolve_links(readings)


def find_answer(read: Read, body: str, ask: str) -> Answer:
    readings, links = resolve(read, body, KEEP, SHELTERS, FARES, REPORT)
    iri = next(each.iri for each in readings[0].asks if each.text == ask)
    return next(answer for answer in links.answers if answer.ask == iri)


def test_the_decision_comes_before_the_restatement(read_letters: Read) -> None:
    answer = find_answer(read_letters, f"{DECLINED}\n\n{ACCEPTED}", KEEP)
    assert [passage.quote for passage in answer.evidence][:1] == ["The Government has no plans to do so."]
    assert answer.reason.endswith("declines.")


def test_a_status_whose_record_is_not_good_enough_is_not_given(read_letters: Read) -> None:
    answer = find_answer(read_letters, f"{DECLINED}\n\n{ACCEPTED}", KEEP)
    given = AnswerStatus.DECLINED.value in load_answer_cues().given
    assert answer.status is (AnswerStatus.DECLINED if given else AnswerStatus.UNDECIDED)


def test_what_is_done_is_accepted(read_letters: Read) -> None:
    answer = find_answer(read_letters, f"{DECLINED}\n\n{ACCEPTED}", SHELTERS)
    assert (answer.status, answer.evidence[0].quote) == (AnswerStatus.ACCEPTED, ACCEPTED)
    assert "“Otley”" in answer.reason


def test_what_stays_under_review_is_discussed(read_letters: Read) -> None:
    answer = find_answer(read_letters, "The Village Bus Grant is under review.", KEEP)
    assert answer.status is AnswerStatus.DISCUSSED


def test_a_limit_leaves_the_status_to_the_reader(read_letters: Read) -> None:
    body = "I have asked Highways England to repair the shelters at Otley. However, two shelters will not be repaired."
    assert find_answer(read_letters, body, SHELTERS).status is AnswerStatus.UNDECIDED


def test_part_of_what_was_asked_is_left_to_the_reader_with_the_reason(read_letters: Read) -> None:
    body = "I have asked Highways England to repair three of the five shelters at Otley."
    answer = find_answer(read_letters, body, SHELTERS)
    assert (answer.status, answer.reason.endswith("accepts, and a limit stands with it.")) == (
        AnswerStatus.UNDECIDED,
        True,
    )


def test_a_recommendation_is_answered_under_its_own_words(read_letters: Read) -> None:
    body = f"Recommendation 1: {KEEP}\n\nNot supported.\n\nRecommendation 2: {SHELTERS}\n\nSupported."
    kept, repaired = (find_answer(read_letters, body, ask) for ask in (KEEP, SHELTERS))
    assert (kept.status, kept.evidence[0].quote) == (AnswerStatus.DECLINED, "Not supported.")
    assert (repaired.status, repaired.evidence[0].quote) == (AnswerStatus.ACCEPTED, "Supported.")


def test_a_number_answers_the_question_for_it(read_letters: Read) -> None:
    answer = find_answer(read_letters, f"{DECLINED}\n\nWe received 212 complaints about fares in 2019.", FARES)
    assert answer.status is AnswerStatus.ACCEPTED


def test_an_ask_that_shares_no_words_is_met_where_its_turn_is(read_letters: Read) -> None:
    asks = [
        "Please extend the Village Bus Grant by two years.",
        "Please repair the shelters at Otley.",
        "Please stop sharing what riders tell their drivers.",
        "Please reopen the garage at Ilkley.",
    ]
    body = (
        "The Village Bus Grant has been extended by two years.\n\nThe shelters at Otley have been repaired.\n\n"
        "Notes of conversations may now be kept only where somebody is in danger.\n\n"
        "The garage at Ilkley has been reopened."
    )
    first, reply = read_letters(LETTER.replace(KEEP, " ".join(asks)), REPLY.format(body=body))
    links = resolve_links([with_asks(first, *asks), reply])
    quotes = [answer.evidence[0].quote for answer in links.answers]
    assert quotes[2].startswith("Notes of conversations")


def test_a_reply_about_other_things_holds_no_passage(read_letters: Read) -> None:
    answer = find_answer(read_letters, DECLINED, FARES)
    assert (answer.status, answer.evidence) == (AnswerStatus.NO_PASSAGE, ())


def test_without_a_reply_none_is_held(read_letters: Read) -> None:
    (letter,) = read_letters(LETTER)
    (answer,) = resolve_links([with_asks(letter, KEEP)]).answers
    assert (answer.status, answer.evidence) == (AnswerStatus.NO_REPLY, ())


def test_what_is_only_reported_has_no_answer(read_letters: Read) -> None:
    (letter,) = read_letters(LETTER)
    assert resolve_links([with_asks(letter, KEEP, reported=[KEEP])]).answers == ()


def test_every_passage_is_a_quote_of_a_reply_and_there_are_three_at_most(read_letters: Read) -> None:
    readings, links = resolve(read_letters, f"{DECLINED}\n\n{ACCEPTED}", KEEP, SHELTERS, FARES, REPORT)
    texts = {reading.letter.iri: reading.letter.text for reading in readings}
    for answer in links.answers:
        assert len(answer.evidence) <= 3
        assert all(texts[each.letter][each.start : each.end] == each.quote for each in answer.evidence)


def test_answers_do_not_depend_on_the_order_of_the_letters(read_letters: Read) -> None:
    readings, links = resolve(read_letters, f"{DECLINED}\n\n{ACCEPTED}", KEEP, SHELTERS)
    assert resolve_links(readings[::-1]) == links


def test_an_ask_made_again_later_is_one_with_the_first(read_letters: Read) -> None:
    again = "Once more I ask you to extend the Village Bus Grant by two years."
    reminder = LETTER.replace("4 March 2020", "20 March 2020").replace(KEEP, again)
    first, second, reply = read_letters(LETTER, reminder, REPLY.format(body=DECLINED))
    readings = [with_asks(first, KEEP), with_asks(second, again), reply]
    links = resolve_links(readings)
    (same,) = links.same_asks
    assert same.entities == (readings[0].asks[0].iri, readings[1].asks[0].iri)
    assert [answer.ask for answer in links.answers] == [same.entities[0]]


def test_an_ask_that_is_only_alike_gives_a_doubt(read_letters: Read) -> None:
    other = "I ask you to publish the evaluation of the Village Bus Grant."
    reminder = LETTER.replace("4 March 2020", "20 March 2020").replace(KEEP, other)
    first, second = read_letters(LETTER, reminder)
    links = resolve_links([with_asks(first, KEEP), with_asks(second, other)])
    assert links.same_asks == ()
    assert any("may make again" in doubt.message for doubt in links.doubts)


def test_asks_that_say_little_are_one_only_where_they_rest_on_the_same(read_letters: Read) -> None:
    when = "Please say when it is to be replaced."
    shelter = LETTER.replace(KEEP, f"The shelter at Otley has no roof. {when}")
    bus = LETTER.replace("4 March 2020", "20 March 2020").replace(KEEP, f"The bus to Ilkley burnt out. {when}")
    first, second = read_letters(shelter, bus)
    links = resolve_links([with_asks(first, when), with_asks(second, when)])
    assert links.same_asks == ()
    assert any("may make again" in doubt.message for doubt in links.doubts)
