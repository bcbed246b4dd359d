"""A card tells everything that is known of an entity, each fact with its words, under any of its names."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from policygraph.graph.entity_card import EntityCard, Role, find_cards
from policygraph.graph.loading.build import build_graph
from policygraph.graph.loading.source_files import find_sources
from policygraph.graph.quads.link_quads import to_link_quads
from policygraph.graph.quads.terms import DERIVED
from policygraph.graph.storage.change import Change
from policygraph.graph.storage.directory_quads import to_directory_quads
from policygraph.graph.storage.store import GraphStore, open_for_writing
from policygraph.graph.storage.stored_readings import load_readings
from policygraph.model.entity import EntityType
from policygraph.model.link import Doubt, InferredSender, Links, SameAs
from policygraph.model.statement import Polarity

from .records import write_letter


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[GraphStore]:
    monkeypatch.chdir(tmp_path)
    write_letter(Path("a.txt"), "The Ministry of Water does not oppose the Clean Rivers Bill in its current form.")
    write_letter(
        Path("b.txt"),
        "The Home Office runs the Water Restoration Fund. The UK is no longer a member of the Rivers Network.",
        date="2 June 2025",
    )
    with open_for_writing(Path("store")) as opened:
        build_graph(opened, find_sources(["a.txt", "b.txt"]))
        yield opened


def find_card(store: GraphStore, name: str) -> EntityCard:
    (card,) = find_cards(store, name).cards
    return card


@pytest.mark.parametrize("name", ["Home Office", "home  office", "the Home Office", "UK HOME OFFICE"])
def test_an_entity_is_found_by_any_of_its_names(store: GraphStore, name: str) -> None:
    card = find_card(store, name)
    assert (card.type, card.name) == (EntityType.ORGANISATION, "Home Office")


def test_a_fact_comes_with_its_date_its_quote_and_its_letter(store: GraphStore) -> None:
    (fact,) = find_card(store, "Water Restoration Fund").facts
    assert (fact.subject, fact.predicate, fact.object) == ("Home Office", "runs", "Water Restoration Fund")
    (quotation,) = fact.evidence
    assert quotation.quote == "The Home Office runs the Water Restoration Fund."
    assert quotation.date == "2025-06-02"
    assert (quotation.source, quotation.line) == ("b.txt", 11)
    assert quotation.citation == (
        "Helen Marchbanks → Alistair Pemberthy, 2 June 2025, "
        '"The Home Office runs the Water Restoration Fund." (b.txt, line 11)'
    )


def test_what_is_denied_or_ended_stands_apart(store: GraphStore) -> None:
    ministry = find_card(store, "Ministry of Water")
    assert [(fact.predicate, fact.polarity) for fact in ministry.denied] == [("opposes", Polarity.DENIED)]
    assert [fact.condition for fact in ministry.denied] == ["in its current form"]
    assert all(fact.polarity is Polarity.AFFIRMED for fact in ministry.facts)
    assert [fact.polarity for fact in find_card(store, "Rivers Network").denied] == [Polarity.ENDED]


def test_it_tells_who_wrote_and_who_received_a_letter(store: GraphStore) -> None:
    def find_roles(name: str) -> list[tuple[Role, str | None]]:
        # One card or two, as the two letters show that it is one person or do not
        entries = [entry for card in find_cards(store, name).cards for entry in card.appearances]
        return sorted((entry.role, entry.evidence[0].date) for entry in entries)

    assert find_roles("Helen Marchbanks") == [(Role.WROTE, "2025-05-14"), (Role.WROTE, "2025-06-02")]
    assert find_roles("Alistair Pemberthy") == [(Role.RECEIVED, "2025-05-14"), (Role.RECEIVED, "2025-06-02")]
    assert find_roles("Clean Rivers Bill") == [(Role.NAMED, "2025-05-14")]


def test_the_background_is_the_vocabularys_and_the_other_names_are_the_letters(store: GraphStore) -> None:
    card = find_card(store, "UK")
    assert card.name == "United Kingdom"
    assert card.other_names == ("UK",)
    assert ("code", "GB") in [(fact.relation, fact.value) for fact in card.background]
    assert find_card(store, "Clean Rivers Bill").background == ()


@pytest.mark.parametrize(
    ("name", "nearest"),
    [("Hellen Marchbank", "Helen Marchbanks"), ("Water Restauration", "Water Restoration Fund")],
)
def test_a_misspelt_name_gets_the_nearest_ones(store: GraphStore, name: str, nearest: str) -> None:
    found = find_cards(store, name)
    assert found.cards == ()
    assert found.nearest[0] == nearest


def test_a_name_like_nothing_else_gets_nothing(store: GraphStore) -> None:
    assert find_cards(store, "xylophone").nearest == ()


def test_entities_that_are_one_have_one_card_with_the_reason(store: GraphStore) -> None:
    first, second = load_readings(store)
    bill = next(entity for entity in (*first.entities, *second.entities) if entity.name == "Clean Rivers Bill")
    fund = next(entity for entity in (*first.entities, *second.entities) if entity.name == "Water Restoration Fund")
    pair = (bill.iri, fund.iri)
    writer = next(entity.iri for entity in first.entities if entity.name == "Helen Marchbanks")
    links = Links(
        same=(SameAs(entities=pair, why="They have the same acronym."),),
        senders=(InferredSender(letter=second.letter.iri, person=fund.iri, evidence=first.statements[0].evidence),),
        doubts=(Doubt(entities=(writer, fund.iri), message="These two may be one."),),
    )
    directory = to_directory_quads((first, second), links.same, {})
    store.apply(Change(drop=(DERIVED,), add=(*to_link_quads(links), *directory)))
    card = find_card(store, "Clean Rivers Bill")
    assert card.name == "Water Restoration Fund"
    assert card.other_names == ("Clean Rivers Bill",)
    assert card.same == ("They have the same acronym.",)
    assert card.doubts == ("These two may be one.",)
    assert find_card(store, "Water Restoration Fund") == card
    (shown,) = [entry for entry in card.appearances if entry.role is Role.WROTE]
    assert [quotation.quote for quotation in shown.evidence] == [first.statements[0].evidence[0].quote]
