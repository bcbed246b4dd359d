"""The links between letters survive the graph without loss."""

from collections.abc import Iterator
from datetime import datetime
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from policygraph.graph.quads.judgement_quads import to_judgement_quads
from policygraph.graph.quads.link_quads import from_link_quads, to_link_quads
from policygraph.graph.quads.terms import ASKS_AGAIN, STANDING
from policygraph.model.identity import to_ask_iri, to_entity_iri
from policygraph.model.judgement import Judgement, Standing
from policygraph.model.letter import Letter
from policygraph.model.link import (
    Answer,
    AnswerStatus,
    AskParties,
    Doubt,
    InferredSender,
    Judged,
    LetterNotHeld,
    Links,
    PromiseReturn,
    Reply,
    SameAs,
)
from policygraph.model.statement import Passage
from pyoxigraph import Literal, NamedNode

from .records import judgements, letters, passages, texts
from .test_judgement_file import GIVEN

Link = TypeVar("Link")
people = texts.map(lambda name: to_entity_iri("person", name))
asks = texts.map(lambda words: to_ask_iri("", words))
groups = st.lists(people, min_size=2, max_size=4, unique=True).map(tuple)


@st.composite
def links(draw: st.DrawFn) -> Links:
    held = draw(st.lists(letters(), min_size=2, max_size=3, unique_by=lambda letter: letter.iri))
    iris = st.sampled_from([letter.iri for letter in held])
    evidence = st.lists(st.sampled_from(held).flatmap(_passages), min_size=1, max_size=3, unique=True).map(tuple)
    days = st.none() | st.integers(0, 9999)
    said = st.lists(judgements(), max_size=2, unique=True).map(_sort)
    judged = {"standing": st.sampled_from(Standing), "judgement": st.none() | judgements(), "notes": said}
    replies = st.builds(Reply, letter=iris, to=iris, days=days, evidence=evidence, **judged)
    rest = st.builds(Judged, target=people, **judged)
    senders = st.builds(InferredSender, letter=iris, person=people, evidence=evidence)
    missing = st.builds(LetterNotHeld, described=texts, evidence=evidence)
    same = st.builds(SameAs, entities=groups, why=texts)
    again = st.builds(SameAs, entities=st.lists(asks, min_size=2, max_size=4, unique=True).map(tuple), why=texts)
    met = st.lists(st.sampled_from(held).flatmap(_passages), max_size=3, unique=True).map(tuple)
    answers = st.builds(Answer, ask=asks, status=st.sampled_from(AnswerStatus), reason=texts, evidence=met, **judged)
    doubts = st.builds(Doubt, entities=groups, message=texts)

    def some(kind: st.SearchStrategy[Link]) -> tuple[Link, ...]:
        return tuple(draw(st.lists(kind, max_size=3, unique=True)))

    return Links(
        same=some(same),
        replies=tuple({(reply.letter, reply.to): reply for reply in some(replies)}.values()),
        senders=tuple({(sender.letter, sender.person): sender for sender in some(senders)}.values()),
        not_held=some(missing),
        same_asks=some(again),
        answers=tuple({answer.ask: answer for answer in some(answers)}.values()),
        judged=tuple({one.target: one for one in sorted(some(rest), key=lambda one: one.target)}.values()),
        doubts=some(doubts),
    )


def _passages(letter: Letter) -> st.SearchStrategy[object]:
    return passages(letter)


def _sort(said: list[Judgement]) -> tuple[Judgement, ...]:
    return tuple(sorted(said, key=lambda one: (datetime.fromisoformat(one.when), one.id)))


def _find_said(found: Links) -> Iterator[Judgement]:
    judged: list[Reply | Answer | Judged] = [*found.replies, *found.answers, *found.judged]
    for link in judged:
        yield from (*link.notes, *([link.judgement] if link.judgement else []))


@given(links())
def test_any_links_come_back_from_their_quads_as_they_were(found: Links) -> None:
    judged = to_judgement_quads(_find_said(found), "1")
    assert from_link_quads([*to_link_quads(found), *judged]) == found


def test_a_link_whose_judgement_is_missing_is_not_whole() -> None:
    judged = Judged(target="https://w3id.org/policygraph/ask/1", standing=Standing.CONFIRMED, judgement=GIVEN)
    with pytest.raises(ValueError, match="is not described"):
        from_link_quads(to_link_quads(Links(judged=(judged,))))


def test_an_ask_that_is_made_again_leads_to_the_first_one() -> None:
    links = Links(same_asks=(SameAs(entities=("urn:a", "urn:b", "urn:c"), why="The same words."),))
    edges = [(quad.subject, quad.object) for quad in to_link_quads(links) if quad.predicate == ASKS_AGAIN]
    assert edges == [(NamedNode("urn:b"), NamedNode("urn:a")), (NamedNode("urn:c"), NamedNode("urn:a"))]


def test_a_status_that_nobody_has_judged_is_suggested() -> None:
    answer = Answer(ask="urn:a", status=AnswerStatus.NO_REPLY, reason="No letter is held that replies.", evidence=())
    standings = [quad.object for quad in to_link_quads(Links(answers=(answer,))) if quad.predicate == STANDING]
    assert standings == [Literal("suggested")]


def test_no_links_are_still_a_graph_so_that_its_absence_means_something() -> None:
    assert to_link_quads(Links())
    assert from_link_quads(to_link_quads(Links())) == Links()


def test_who_asks_whom_and_what_is_returned_to_come_back_as_they_were() -> None:
    letter = "https://w3id.org/policygraph/letter/1"
    evidence = (Passage(letter=letter, start=0, end=2, quote="Ha"),)
    links = Links(
        replies=(
            Reply(letter=letter, to="urn:l", days=1, evidence=evidence, addressees=("A", "B"), repliers=("“C”",)),
        ),
        not_held=(LetterNotHeld(described="a note", evidence=evidence, date="2024", by="Ann; Bo", to="you"),),
        parties=(
            AskParties(ask="urn:y", by="Ann Lee, \\n", of="", asked_by=("urn:b", "urn:a"), asked_of=()),
            AskParties(ask="urn:x", by="", of="Bo", asked_by=(), asked_of=("urn:c",)),
        ),
        returns=(PromiseReturn(commitment="urn:p", letter=letter, evidence=evidence),),
    )
    assert from_link_quads(to_link_quads(links)) == links
