"""What an analyst says changes the links as far as it goes, and no further."""

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations

import pytest
from policygraph.model.identity import to_answer_iri
from policygraph.model.judgement import Judgement, Standing, Verdict
from policygraph.model.link import Answer, AnswerStatus, Links
from policygraph.model.reading import Reading
from policygraph.resolution import resolve_links

from .test_answers import ACCEPTED, DECLINED, KEEP, LETTER, REPLY, SHELTERS, with_asks

Read = Callable[..., list[Reading]]


@pytest.fixture
def letters(read_letters: Read) -> list[Reading]:
    """A letter that asks for two things, and its reply."""
    first, reply = read_letters(LETTER, REPLY.format(body=f"{DECLINED}\n\n{ACCEPTED}"))
    return [with_asks(first, KEEP, SHELTERS), reply]


def say(target: str, verdict: Verdict = Verdict.ACCEPTED, *, at: int = 0, **more: str) -> Judgement:
    """Return a judgement that was made `at` minutes past two."""
    return replace(
        Judgement(
            target=target,
            verdict=verdict,
            by="Ann Lee",
            when=f"2024-05-03T14:{at:02}:00+01:00",
            about="This",
            letters=(),
        ),
        **more,  # type: ignore[arg-type]
    )


def find_answer(links: Links, ask: str) -> Answer:
    return next(answer for answer in links.answers if answer.ask == ask)


def find_ask(letters: list[Reading], words: str) -> str:
    return next(ask.iri for reading in letters for ask in reading.asks if ask.text == words)


def test_without_judgements_everything_is_suggested(letters: list[Reading]) -> None:
    links = resolve_links(letters)
    assert {reply.standing for reply in links.replies} == {Standing.SUGGESTED}
    assert {answer.standing for answer in links.answers} == {Standing.SUGGESTED}
    assert links.judged == ()


def test_a_status_that_is_confirmed_says_by_whom_and_when(letters: list[Reading]) -> None:
    ask = find_ask(letters, SHELTERS)
    said = say(to_answer_iri(ask), value=AnswerStatus.ACCEPTED)
    before, after = find_answer(resolve_links(letters), ask), find_answer(resolve_links(letters, [said]), ask)
    assert after == replace(before, standing=Standing.CONFIRMED, judgement=said)
    assert after.judgement is not None
    assert (after.judgement.by, after.judgement.when) == ("Ann Lee", "2024-05-03T14:00:00+01:00")


def test_a_confirmed_status_is_not_carried_over_to_another_one(letters: list[Reading]) -> None:
    ask = find_ask(letters, SHELTERS)
    said = say(to_answer_iri(ask), value=AnswerStatus.NO_REPLY, about="The shelters")
    assert find_answer(resolve_links(letters[:1], [said]), ask).standing is Standing.CONFIRMED
    links = resolve_links(letters, [said])
    assert find_answer(links, ask).standing is Standing.SUGGESTED
    assert [doubt.message for doubt in links.doubts] == [
        "The shelters: accepted as “no reply held” on 3 May 2024 by Ann Lee, the letters now give “accepted”: "
        "judge it again."
    ]


def test_a_rejected_status_leaves_it_to_the_reader(letters: list[Reading]) -> None:
    ask = find_ask(letters, SHELTERS)
    said = say(to_answer_iri(ask), Verdict.REJECTED, value=AnswerStatus.ACCEPTED, why="They asked only.")
    answer = find_answer(resolve_links(letters, [said]), ask)
    assert (answer.standing, answer.status) == (Standing.REJECTED, AnswerStatus.UNDECIDED)
    assert answer.reason == "Ann Lee rejected “accepted” on 3 May 2024: They asked only."


def test_a_corrected_status_stands_whatever_the_letters_give(letters: list[Reading]) -> None:
    ask = find_ask(letters, SHELTERS)
    said = say(to_answer_iri(ask), Verdict.CORRECTED, value=AnswerStatus.PARTLY)
    for readings in (letters, letters[:1]):
        answer = find_answer(resolve_links(readings, [said]), ask)
        assert (answer.standing, answer.status) == (Standing.CORRECTED, AnswerStatus.PARTLY)
        assert answer.reason.startswith("Ann Lee gave this status on 3 May 2024 in place of “")


def test_a_rejected_reply_goes_and_its_answers_with_it(letters: list[Reading]) -> None:
    (reply,) = resolve_links(letters).replies
    links = resolve_links(letters, [say(reply.iri, Verdict.REJECTED)])
    assert links.replies == ()
    assert {answer.status for answer in links.answers} == {AnswerStatus.NO_REPLY}
    assert links.doubts == ()


def test_a_corrected_reply_leads_to_the_other_letter(read_letters: Read) -> None:
    older = LETTER.replace("4 March 2020", "1 March 2020").replace(SHELTERS, "")
    first, other, reply = read_letters(LETTER, older, REPLY.format(body=ACCEPTED))
    readings = [with_asks(first, SHELTERS), other, reply]
    (found,) = resolve_links(readings).replies
    said = say(found.iri, Verdict.CORRECTED, value=other.letter.iri)
    (right,) = resolve_links(readings, [said]).replies
    assert (right.to, right.days, right.standing) == (other.letter.iri, 33, Standing.CORRECTED)
    # The corrected link can be judged in turn.
    assert resolve_links(readings, [said, say(right.iri, Verdict.REJECTED, at=1)]).replies == ()
    links = resolve_links([readings[0], reply], [said])
    assert links.replies == ()
    assert ["the letter that it should answer is not held" in doubt.message for doubt in links.doubts] == [True]


def test_a_rejected_ask_has_no_answer_but_stays_in_its_letter(letters: list[Reading]) -> None:
    ask = find_ask(letters, KEEP)
    said = [say(ask, Verdict.REJECTED), say(to_answer_iri(ask), Verdict.NOTE, why="no matter")]
    links = resolve_links(letters, said)
    assert [answer.ask for answer in links.answers] == [find_ask(letters, SHELTERS)]
    assert [(judged.target, judged.standing) for judged in links.judged] == [(ask, Standing.REJECTED)]
    assert links.doubts == ()


def test_notes_stand_beside_and_decide_nothing(letters: list[Reading]) -> None:
    ask = find_ask(letters, KEEP)
    notes = [say(to_answer_iri(ask), Verdict.NOTE, at=at, why=f"raised {at}") for at in (2, 1)]
    of_ask, of_letter = say(ask, Verdict.NOTE, why="urgent"), say(letters[0].letter.iri, Verdict.NOTE, why="by hand")
    links = resolve_links(letters, [*notes, of_ask, of_letter])
    answer = find_answer(links, ask)
    assert answer.standing is Standing.SUGGESTED
    assert [note.why for note in answer.notes] == ["raised 1", "raised 2"]
    assert {judged.notes for judged in links.judged} == {(of_ask,), (of_letter,)}
    assert links.doubts == ()


def test_the_later_word_wins_in_whatever_order_they_are_read_and_whatever_the_zone(letters: list[Reading]) -> None:
    target = to_answer_iri(find_ask(letters, KEEP))
    early = say(target, Verdict.CORRECTED, value=AnswerStatus.PARTLY)
    late = say(target, Verdict.CORRECTED, value=AnswerStatus.ACCEPTED, when="2024-05-03T13:30:00+00:00")
    for said in permutations([early, late, say(target, Verdict.NOTE, at=59, why="seen")]):
        assert find_answer(resolve_links(letters, said), find_ask(letters, KEEP)).status is AnswerStatus.ACCEPTED


def test_what_is_undone_does_not_count_unless_that_is_undone_too(letters: list[Reading]) -> None:
    (reply,) = resolve_links(letters).replies
    said = say(reply.iri, Verdict.REJECTED)
    undone = say(reply.iri, Verdict.UNDONE, at=1, undoes=said.id)
    redone = say(reply.iri, Verdict.UNDONE, at=2, undoes=undone.id)
    assert resolve_links(letters, [undone, said]) == resolve_links(letters)
    assert resolve_links(letters, [said, undone, redone]).replies == ()


def test_a_word_on_any_of_several_same_asks_is_a_word_on_their_answer(read_letters: Read) -> None:
    again = "Once more I ask you to extend the Village Bus Grant by two years."
    reminder = LETTER.replace("4 March 2020", "20 March 2020").replace(KEEP, again)
    first, second = read_letters(LETTER, reminder)
    readings = [with_asks(first, KEEP), with_asks(second, again)]
    later = readings[1].asks[0].iri
    said = say(to_answer_iri(later), value=AnswerStatus.NO_REPLY)
    (answer,) = resolve_links(readings, [said]).answers
    assert answer.standing is Standing.CONFIRMED
    (alone,) = resolve_links(readings[1:], [said]).answers
    assert alone.standing is Standing.CONFIRMED


@pytest.mark.parametrize(
    ("held", "reason"),
    [(True, "but this is not found in the letters any more."), (False, "but the letter is no longer held.")],
)
def test_a_judgement_whose_target_is_gone_is_a_problem(letters: list[Reading], held: bool, reason: str) -> None:
    letter = letters[0].letter.iri if held else "https://w3id.org/policygraph/letter/gone"
    said = [
        say("https://w3id.org/policygraph/ask/gone", verdict, letters=(letter,), why="x")  # type: ignore[arg-type]
        for verdict in (Verdict.NOTE, Verdict.REJECTED)
    ]
    assert [doubt.message for doubt in resolve_links(letters, said).doubts] == [
        f"This: noted on 3 May 2024 by Ann Lee, {reason}",
        f"This: rejected on 3 May 2024 by Ann Lee, {reason}",
    ]
