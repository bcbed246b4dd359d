import pytest
from hypothesis import given
from hypothesis import strategies as st
from policygraph.evaluation.agreement import is_agreed, to_form
from policygraph.evaluation.gold import GoldEntity
from policygraph.model.entity import Entity, EntityType, Mention


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Home Office", "HOME OFFICE"),
        ("Department for Work and Pensions", "Department for Work & Pensions"),
        ("Children’s Commissioner", "Children's Commissioner"),
        ("Convention on the Rights of the Child", "Convention on Rights of Child"),
        ("Anti-Slavery Commissioner", "Anti\nSlavery Commissioner"),
    ],
)
def test_case_and_small_words_set_no_two_names_apart(one: str, other: str) -> None:
    assert to_form(one) == to_form(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lord Chancellor", "Chancellor"),
        ("MP for Leeds East", "Leeds East"),
        ("Department for Education", "Department of Education"),
        ("Section 18", "Section 18(e)"),
    ],
)
def test_other_words_do(one: str, other: str) -> None:
    assert to_form(one) != to_form(other)


@pytest.mark.parametrize(
    "name",
    [
        "Rt Hon Priti Patel MP",
        "The Right Honourable Priti Patel",
        "Dame Priti Patel DBE, Ph.D.",
        "PRITI PATEL",
    ],
)
def test_honours_are_no_part_of_a_person(name: str) -> None:
    assert to_form(name, is_person=True) == to_form("Priti Patel")


@pytest.mark.parametrize("name", ["Dr", "Lord", "MP", "Justice Lord"])
def test_a_name_that_is_all_honours_keeps_a_word(name: str) -> None:
    assert to_form(name, is_person=True)


def test_a_name_of_small_words_keeps_them() -> None:
    assert to_form("Of The") == "of the"


@given(st.text())
def test_a_form_is_its_own_form(words: str) -> None:
    assert to_form(to_form(words)) == to_form(words)


def test_an_entity_agrees_by_any_form_but_never_across_types() -> None:
    gold = GoldEntity(type="scheme", name="National Referral Mechanism", forms=("National Referral Mechanism", "NRM"))

    def find(kind: EntityType, name: str, mention: str) -> Entity:
        return Entity(iri=name, type=kind, name=name, mentions=(Mention(text=mention, start=0, end=1),))

    assert is_agreed(gold, find(EntityType.SCHEME, "Referral", "the NRM"))
    assert not is_agreed(gold, find(EntityType.ORGANISATION, "NRM", "NRM"))
    assert not is_agreed(gold, find(EntityType.SCHEME, "Referral", "Referral"))
