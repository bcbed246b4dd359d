"""What "the Committee", "the Act" and "the Government" stand for."""

import pytest
from policygraph.extraction.names.entities import build_entities
from policygraph.extraction.names.names import find_names
from policygraph.extraction.text.antecedents import find_back_references, find_nation
from policygraph.ontology.vocabulary import load_vocabulary


def refer(text: str, nation: str | None = None) -> list[tuple[str, str]]:
    """Return each back-reference of a text with the name that it stands for."""
    names = find_names(text)
    entities = build_entities(text, "letter", names, {}, None).entities
    named = {entity.iri: entity.name for entity in entities}
    found = find_back_references(text, entities, names.definitions, names.spans, nation)
    return [(text[each.start : each.end], named.get(each.entity, each.entity)) for each in found]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The Rural Rail Committee met. Then the Committee wrote.", "the Committee", "Rural Rail Committee"),
        ("The Modern Slavery Act 2015 is old. The Act must change.", "The Act", "Modern Slavery Act 2015"),
        ("The Warm Homes Bill is bad. They reject the entire Bill.", "the entire Bill", "Warm Homes Bill"),
        ("The Choices Fund is new. We run this Fund.", "this Fund", "Choices Fund"),
        ("The Palermo Protocol binds us. Under the Protocol we act.", "the Protocol", "Palermo Protocol"),
        (
            "The Asylum Act 1999 (“the 1999 Act”) and the Equality Act 2010 differ. See the 1999 Act.",
            "the 1999 Act",
            "Asylum Act 1999",
        ),
    ],
)
def test_the_article_leads_back_to_the_only_thing_that_fits(text: str, words: str, name: str) -> None:
    assert (words, name) in refer(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Rural Rail Committee met the Road Safety Committee. Then the Committee wrote.",
        "The Committee wrote. Then the Rural Rail Committee met.",
        "The Modern Slavery Act 2015 is old. The Committee must meet.",
        "The Rural Rail Committee met. The committee wrote.",
        "The Government has said so.",
        "The Optional Protocol to the International Covenant on Civil Rights is old. The Covenant binds us.",
    ],
)
def test_two_that_fit_or_none_before_give_no_guess(text: str) -> None:
    assert refer(text) == []


def test_a_longer_name_is_no_back_reference() -> None:
    assert refer("The Rural Rail Committee met. The Committee on Standards wrote.") == []


def test_the_government_is_the_nations_when_it_is_known() -> None:
    government = next(concept for concept in load_vocabulary().values() if concept.label == "UK Government")
    assert refer("The Government has said so.", government.country) == [("The Government", government.iri)]
    assert refer("The Scottish Government has said so.", government.country) == []


def test_offices_of_two_nations_leave_the_nation_open() -> None:
    concepts = [concept for concept in load_vocabulary().values() if concept.country]
    one = concepts[0]
    other = next(concept for concept in concepts if concept.country != one.country)
    assert find_nation([one], []) == one.country
    assert find_nation([one, other], [one]) is None
    assert find_nation([], []) is None


def test_what_has_no_government_of_its_own_counts_for_the_whole_country() -> None:
    known = {concept.label: concept for concept in load_vocabulary().values()}
    bodies = [known[name] for name in ("Ofwat", "House of Commons", "Environment Agency", "Welsh Government")]
    assert find_nation([], bodies) == known["Ofwat"].country
