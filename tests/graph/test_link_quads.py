"""The links between letters survive the graph without loss."""

from typing import TypeVar

from hypothesis import given
from hypothesis import strategies as st
from policygraph.graph.link_quads import from_link_quads, to_link_quads
from policygraph.graph.terms import ASKS_AGAIN, STANDING, SUGGESTED
from policygraph.model.identity import to_ask_iri, to_entity_iri
from policygraph.model.letter import Letter
from policygraph.model.link import (
    Answer,
    AnswerStatus,
    Doubt,
    InferredSender,
    LetterNotHeld,
    Links,
    Reply,
    SameAs,
)
from pyoxigraph import Literal, NamedNode

from .records import letters, passages, texts

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
    replies = st.builds(Reply, letter=iris, to=iris, days=days, evidence=evidence)
    senders = st.builds(InferredSender, letter=iris, person=people, evidence=evidence)
    missing = st.builds(LetterNotHeld, described=texts, evidence=evidence)
    same = st.builds(SameAs, entities=groups, why=texts)
    again = st.builds(SameAs, entities=st.lists(asks, min_size=2, max_size=4, unique=True).map(tuple), why=texts)
    met = st.lists(st.sampled_from(held).flatmap(_passages), max_size=3, unique=True).map(tuple)
    answers = st.builds(Answer, ask=asks, status=st.sampled_from(AnswerStatus), reason=texts, evidence=met)
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
        doubts=some(doubts),
    )


def _passages(letter: Letter) -> st.SearchStrategy[object]:
    return passages(letter)


@given(links())
def test_any_links_come_back_from_their_quads_as_they_were(found: Links) -> None:
    assert from_link_quads(to_link_quads(found)) == found


def test_an_ask_that_is_made_again_leads_to_the_first_one() -> None:
    links = Links(same_asks=(SameAs(entities=("urn:a", "urn:b", "urn:c"), why="The same words."),))
    edges = [(quad.subject, quad.object) for quad in to_link_quads(links) if quad.predicate == ASKS_AGAIN]
    assert edges == [(NamedNode("urn:b"), NamedNode("urn:a")), (NamedNode("urn:c"), NamedNode("urn:a"))]


def test_a_status_is_only_suggested() -> None:
    answer = Answer(ask="urn:a", status=AnswerStatus.NO_REPLY, reason="No letter is held that replies.", evidence=())
    standings = [quad.object for quad in to_link_quads(Links(answers=(answer,))) if quad.predicate == STANDING]
    assert standings == [Literal(SUGGESTED)]


def test_no_links_are_still_a_graph_so_that_its_absence_means_something() -> None:
    assert to_link_quads(Links())
    assert from_link_quads(to_link_quads(Links())) == Links()
