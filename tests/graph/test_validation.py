"""What is wrong in a store is found and told in words; a sound one has no faults."""

from pathlib import Path

import pytest
from policygraph.graph.loading.build import build_graph
from policygraph.graph.loading.source_files import find_sources
from policygraph.graph.quads.terms import (
    ASK,
    COMMITMENT,
    DATE,
    DERIVED,
    ENTITY_CLASSES,
    EVIDENCE,
    FIGURE,
    FORM,
    NAME,
    QUOTE,
    RELATIONS,
    STANCE,
    STANCE_CLASS,
    STANDING,
    STATEMENT_CLASSES,
    STATUS,
    STRENGTH,
    TEXT,
    TO_ASK,
    TYPE,
)
from policygraph.graph.storage.change import Change
from policygraph.graph.storage.store import GraphStore, open_for_writing
from policygraph.graph.storage.stored_readings import find_letters
from policygraph.graph.validation import validate_store
from policygraph.model.entity import EntityType
from policygraph.model.statement import Polarity, Predicate
from pyoxigraph import Literal, NamedNode, Quad

from .records import write_letter


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> GraphStore:
    monkeypatch.chdir(tmp_path)
    write_letter(Path("a.txt"), "The Ministry of Water does not support the Clean Rivers Bill.")
    write_letter(
        Path("b.txt"),
        "The Home Office runs the Water Restoration Fund. I urge you to publish the review of the Fund. "
        "We will reply by June 2025. It helped 12 rivers in 2024. I am concerned about the Clean Rivers Bill.",
    )
    store = open_for_writing(Path("store"))
    build_graph(store, find_sources(["a.txt", "b.txt"]))
    return store


def find_faults(store: GraphStore) -> list[str]:
    with store:
        return [f"{fault.where}: {fault.what}" for fault in validate_store(store)]


def change(store: GraphStore, gone: Quad | None, new: Quad | None) -> None:
    operations = [f"DELETE DATA {{ GRAPH {gone.graph_name} {{ {_show(gone)} }} }}"] if gone else []
    operations += [f"INSERT DATA {{ GRAPH {new.graph_name} {{ {_show(new)} }} }}"] if new else []
    store.dataset.default_graph.update("; ".join(operations))


def _show(quad: Quad) -> str:
    return f"{quad.subject} {quad.predicate} {quad.object}"


def find_quad(store: GraphStore, predicate: NamedNode, words: str) -> Quad:
    return next(
        quad
        for quad in store.find_quads(None, None, predicate)
        if words in str(quad.object) and str(quad.graph_name)[1:-1] in find_letters(store)
    )


def replace(quad: Quad, value: NamedNode | Literal) -> Quad:
    return Quad(quad.subject, quad.predicate, value, quad.graph_name)


def test_a_sound_store_has_no_faults(store: GraphStore) -> None:
    assert find_faults(store) == []


def test_a_quote_that_is_not_the_letters_is_found(store: GraphStore) -> None:
    quote = find_quad(store, QUOTE, "does not support")
    change(store, quote, replace(quote, Literal("The Ministry of Water supports the Clean Rivers Bill.")))
    (fault,) = find_faults(store)
    assert fault.startswith("a.txt, line 11: The letter does not have these words")
    assert "“The Ministry of Water supports the Clean Rivers Bill.”" in fault


def test_a_changed_text_breaks_the_quotes_and_the_mentions_in_it(store: GraphStore) -> None:
    text = find_quad(store, TEXT, "does not support")
    change(store, text, replace(text, Literal(str(text.object)[1:-1].replace("Clean", "Muddy"))))
    faults = "\n".join(find_faults(store))
    assert "The letter does not have these words" in faults
    assert "The letter does not name legislation “Clean Rivers Bill” here" in faults


def test_an_edge_without_a_statement_is_found(store: GraphStore) -> None:
    ministry = find_quad(store, NAME, "Ministry of Water")
    bill = find_quad(store, NAME, "Clean Rivers Bill")
    assert isinstance(bill.subject, NamedNode)
    edge = Quad(ministry.subject, RELATIONS[Predicate.SUPPORTS], bill.subject, ministry.graph_name)
    change(store, None, edge)
    assert find_faults(store) == [
        "a.txt: An edge has no statement behind it: Ministry of Water supports Clean Rivers Bill."
    ]


def test_a_fact_without_evidence_is_found(store: GraphStore) -> None:
    fact = next(
        quad
        for quad in store.find_quads(None, None, TYPE, STATEMENT_CLASSES[Polarity.AFFIRMED])
        for evidence in store.find_quads(None, NamedNode(str(quad.subject)[1:-1]), EVIDENCE)
    )
    assert isinstance(fact.subject, NamedNode)
    for quad in list(store.find_quads(None, fact.subject, EVIDENCE)):
        change(store, quad, None)
    assert any("A fact must have evidence: at least one passage. (" in fault for fault in find_faults(store))


@pytest.mark.parametrize("kind", [ASK, COMMITMENT, STANCE_CLASS, FIGURE])
def test_whatever_a_letter_says_must_have_evidence(store: GraphStore, kind: NamedNode) -> None:
    said = next(store.find_quads(None, None, TYPE, kind)).subject
    assert isinstance(said, NamedNode)
    for quad in list(store.find_quads(None, said, EVIDENCE)):
        change(store, quad, None)
    name = kind.value.rpartition("#")[2].lower()
    assert any(f" {name} must have evidence: at least one passage. (" in fault for fault in find_faults(store))


def test_the_quote_of_an_ask_must_be_the_letters(store: GraphStore) -> None:
    quote = find_quad(store, QUOTE, "I urge you")
    change(store, quote, replace(quote, Literal("I urge you to burn the review of the Fund.")))
    (fault,) = find_faults(store)
    assert fault.startswith("b.txt, line 11: The letter does not have these words")


@pytest.mark.parametrize(
    ("term", "value", "message"),
    [
        (STRENGTH, "certain", "A commitment must be firm, conditional or hoped. (“We will reply by June 2025.”)"),
        (STATUS, "done", "An answer must have one of the known statuses."),
        (STANDING, "perhaps", "What can be judged must be suggested, confirmed, rejected or corrected."),
        (STANCE, "likes", "A position must support, oppose, welcome, be concerned or disagree."),
    ],
)
def test_what_is_in_no_list_is_found(store: GraphStore, term: NamedNode, value: str, message: str) -> None:
    quad = next(store.find_quads(None, None, term))
    change(store, quad, replace(quad, Literal(value)))
    assert any(message in fault for fault in find_faults(store))


def test_an_answer_to_an_ask_that_is_gone_is_found(store: GraphStore) -> None:
    link = next(store.find_quads(DERIVED, None, TO_ASK))
    change(store, link, replace(link, NamedNode("urn:gone")))
    assert find_faults(store) == ["store: An answer is to an ask that no letter makes: urn:gone."]


def test_a_relation_between_the_wrong_things_is_found(store: GraphStore) -> None:
    fund = find_quad(store, NAME, "Water Restoration Fund")
    assert isinstance(fund.subject, NamedNode)
    (kind,) = store.find_quads(None, fund.subject, TYPE)
    change(store, kind, replace(kind, ENTITY_CLASSES[EntityType.PERSON]))
    assert "b.txt: Only a scheme or a document is run. (Home Office runs Water Restoration Fund)" in find_faults(store)


def test_a_day_that_does_not_exist_is_found(store: GraphStore) -> None:
    date = find_quad(store, DATE, "2025-05-14")
    assert isinstance(date.object, Literal)
    change(store, date, replace(date, Literal("2025-02-30", datatype=date.object.datatype)))
    assert any("a day that exists" in fault for fault in find_faults(store))


def test_a_name_that_the_letter_does_not_have_is_found(store: GraphStore) -> None:
    form = find_quad(store, FORM, "Clean Rivers Bill")
    change(store, form, replace(form, Literal("Dirty Rivers Bill")))
    assert any("The letter does not name legislation “Clean Rivers Bill”" in fault for fault in find_faults(store))


def test_a_letter_without_its_graph_is_found(store: GraphStore) -> None:
    letter = NamedNode(find_letters(store)[0])
    store.apply(Change(drop=(letter,)))
    assert any("This letter's graph is missing." in fault for fault in find_faults(store))


def test_a_letter_without_its_text_is_found(store: GraphStore) -> None:
    change(store, find_quad(store, TEXT, "does not support"), None)
    faults = find_faults(store)
    assert any("This letter's graph is not whole" in fault for fault in faults)
    assert "a.txt: A letter must have exactly one text." in faults


def test_links_that_were_not_worked_out_are_found(store: GraphStore) -> None:
    store.apply(Change(drop=(DERIVED,)))
    assert find_faults(store) == ["store: What links the letters has not been worked out. Load any letter again."]
