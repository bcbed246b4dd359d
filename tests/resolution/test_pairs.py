"""What analysts say of two names or two asks, and of a reply that nobody found, holds for all that follows."""

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations

import pytest
from policygraph.model.identity import to_pair_iri, to_reply_iri
from policygraph.model.judgement import Judgement, Standing, Verdict
from policygraph.model.link import AnswerStatus, Links, SameAs
from policygraph.model.reading import Reading
from policygraph.resolution import resolve_links
from policygraph.resolution.pairs import judge_same
from policygraph.resolution.rulings import build_rulings

from .test_answers import DECLINED, KEEP, LETTER, REPLY, SHELTERS, with_asks
from .test_judgements import say

Read = Callable[..., list[Reading]]
PLACES = {name: place for place, name in enumerate("abcd")}


def pair(one: str, two: str, verdict: Verdict = Verdict.ACCEPTED, why: str | None = None) -> Judgement:
    return replace(say(to_pair_iri(one, two), verdict, value=f"{one} {two}"), why=why)


def group(same: list[SameAs], *said: Judgement) -> list[str]:
    found, _ = judge_same(same, build_rulings(said), PLACES)
    return sorted("".join(link.entities) for link in found)


ABC = SameAs(entities=("a", "b", "c"), why="One name.")


def test_two_that_somebody_joins_bring_along_what_is_one_with_them() -> None:
    assert group([]) == []
    assert group([], pair("d", "a")) == ["ad"]
    assert group([ABC], pair("d", "a")) == ["abcd"]
    assert group([SameAs(entities=("a", "b"), why="x"), SameAs(entities=("c", "d"), why="y")], pair("b", "c")) == [
        "abcd"
    ]
    (found,), _ = judge_same([ABC], build_rulings([pair("d", "a", why="same hand")]), PLACES)
    assert found.why == "One name. Ann Lee said on 3 May 2024 that they are one: same hand."


def test_two_that_somebody_parts_are_in_no_group_together() -> None:
    assert group([ABC], pair("a", "b", Verdict.REJECTED)) == ["ac"]
    assert group([ABC], pair("c", "a", Verdict.REJECTED), pair("c", "b", Verdict.REJECTED)) == ["ab"]
    assert group([SameAs(entities=("a", "b"), why="x")], pair("a", "b", Verdict.REJECTED)) == []


def test_words_that_contradict_each_other_are_a_problem_whatever_their_order() -> None:
    said = [pair("a", "c"), pair("b", "c"), pair("a", "b", Verdict.REJECTED)]
    for words in permutations(said):
        found, doubts = judge_same([], build_rulings(words), PLACES)
        assert [link.entities for link in found] == [("a", "c")]
        assert [doubt.entities for doubt in doubts] == [("b", "c")]


def test_a_thing_that_is_gone_joins_nothing() -> None:
    assert group([], pair("a", "x")) == []


AGAIN = "Please see to the money of which we spoke."


@pytest.fixture
def asking(read_letters: Read) -> list[Reading]:
    """Two letters that ask for the same in other words, and a reply to the second one."""
    reminder = LETTER.replace("4 March 2020", "20 March 2020").replace(KEEP, AGAIN)
    answer = REPLY.format(body=DECLINED).replace("4 March", "20 March")
    first, second, reply = read_letters(LETTER, reminder, answer)
    return [with_asks(first, KEEP), with_asks(second, AGAIN), reply]


def find_statuses(links: Links) -> dict[str, AnswerStatus]:
    return {answer.ask: answer.status for answer in links.answers}


def test_two_asks_that_an_analyst_joins_are_answered_by_the_replies_to_both(asking: list[Reading]) -> None:
    (one,), (two,) = asking[0].asks, asking[1].asks
    assert find_statuses(resolve_links(asking))[one.iri] is AnswerStatus.NO_REPLY
    links = resolve_links(asking, [pair(one.iri, two.iri)])
    assert [link.entities for link in links.same_asks] == [(one.iri, two.iri)]
    assert find_statuses(links).keys() == {one.iri}
    assert find_statuses(links)[one.iri] is not AnswerStatus.NO_REPLY
    assert [(judged.target, judged.standing) for judged in links.judged] == [
        (to_pair_iri(one.iri, two.iri), Standing.CONFIRMED)
    ]
    undone = say(to_pair_iri(one.iri, two.iri), Verdict.UNDONE, at=1, undoes=pair(one.iri, two.iri).id)
    assert resolve_links(asking, [pair(one.iri, two.iri), undone]) == resolve_links(asking)


def test_two_asks_that_an_analyst_parts_are_two_and_no_doubt_is_left(read_letters: Read) -> None:
    again = "Once more I ask you to extend the Village Bus Grant by two years."
    first, second = read_letters(LETTER, LETTER.replace("4 March", "20 March").replace(KEEP, again))
    readings = [with_asks(first, KEEP), with_asks(second, again)]
    one, two = (reading.asks[0].iri for reading in readings)
    assert len(resolve_links(readings).same_asks) == 1
    links = resolve_links(readings, [pair(two, one, Verdict.REJECTED)])
    assert (links.same_asks, links.doubts) == ((), ())
    assert find_statuses(links).keys() == {one, two}


def test_a_pair_of_which_one_is_gone_is_a_problem(asking: list[Reading]) -> None:
    (one,), (two,) = asking[0].asks, asking[1].asks
    said = replace(
        pair(one.iri, two.iri), about="They are one ask", letters=tuple(each.letter.iri for each in asking[:2])
    )
    (doubt,) = resolve_links(asking[:1], [said]).doubts
    assert doubt.message == "They are one ask: accepted on 3 May 2024 by Ann Lee, but the letter is no longer held."


def test_names_are_joined_and_parted_and_no_doubt_is_left(read_letters: Read) -> None:
    other = LETTER.replace("4 March 2020", "2 May 2020").replace("Director\nBus Friends", "Chair\nTrain Friends")
    readings = read_letters(LETTER, other)
    one, two = (next(entity.iri for entity in reading.entities if entity.name == "Helen Marsh") for reading in readings)
    assert any({one, two} == {*doubt.entities} for doubt in resolve_links(readings).doubts)
    joined = resolve_links(readings, [pair(one, two)])
    assert any({one, two} <= {*link.entities} for link in joined.same)
    parted = resolve_links(readings, [pair(one, two, Verdict.REJECTED)])
    for links in (joined, parted):
        assert not any({one, two} <= {*doubt.entities} for doubt in links.doubts)
    assert not any({one, two} <= {*link.entities} for link in parted.same)


def test_a_reply_that_nobody_found_is_there_once_an_analyst_gives_it(read_letters: Read) -> None:
    thanks = "Thank you for your letter of 4 March about buses, and please pass on my thanks to all of your members."
    silent = REPLY.format(body=DECLINED).replace(thanks, "It is spring.")
    first, reply = read_letters(LETTER, silent)
    readings = [with_asks(first, KEEP, SHELTERS), reply]
    assert resolve_links(readings).replies == ()
    ends = reply.letter.iri, first.letter.iri
    said = replace(say(to_reply_iri(*ends), Verdict.CORRECTED, value=ends[1]), letters=ends)
    links = resolve_links(readings, [said])
    (found,) = links.replies
    assert (found.letter, found.to, found.standing) == (*ends, Standing.CORRECTED)
    assert found.evidence
    assert links.doubts == ()
    assert AnswerStatus.NO_REPLY not in find_statuses(links).values()
    taken = replace(say(to_reply_iri(*ends), Verdict.REJECTED, at=1), letters=ends)
    assert resolve_links(readings, [said, taken]) == resolve_links(readings, [taken])
    assert resolve_links(readings, [taken]).doubts == ()


def test_a_rejected_fact_tells_nothing_of_who_somebody_is(read_letters: Read) -> None:
    readings = read_letters(LETTER)
    facts = {fact.id for fact in readings[0].statements}
    assert facts
    links = resolve_links(readings, [say(fact, Verdict.REJECTED) for fact in sorted(facts)])
    assert {one.target for one in links.judged if one.standing is Standing.REJECTED} == facts
    assert links.doubts == ()
