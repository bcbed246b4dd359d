"""The links between letters survive the graph without loss."""

from typing import TypeVar

from hypothesis import given
from hypothesis import strategies as st
from policygraph.graph.link_quads import from_link_quads, to_link_quads
from policygraph.model.identity import to_entity_iri
from policygraph.model.letter import Letter
from policygraph.model.link import Doubt, InferredSender, LetterNotHeld, Links, Reply, SameAs

from .records import letters, passages, texts

Link = TypeVar("Link")
people = texts.map(lambda name: to_entity_iri("person", name))
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
    doubts = st.builds(Doubt, entities=groups, message=texts)

    def some(kind: st.SearchStrategy[Link]) -> tuple[Link, ...]:
        return tuple(draw(st.lists(kind, max_size=3, unique=True)))

    return Links(
        same=some(same),
        replies=tuple({(reply.letter, reply.to): reply for reply in some(replies)}.values()),
        senders=tuple({(sender.letter, sender.person): sender for sender in some(senders)}.values()),
        not_held=some(missing),
        doubts=some(doubts),
    )


def _passages(letter: Letter) -> st.SearchStrategy[object]:
    return passages(letter)


@given(links())
def test_any_links_come_back_from_their_quads_as_they_were(found: Links) -> None:
    assert from_link_quads(to_link_quads(found)) == found


def test_no_links_are_still_a_graph_so_that_its_absence_means_something() -> None:
    assert to_link_quads(Links())
    assert from_link_quads(to_link_quads(Links())) == Links()
