import pytest
from hypothesis import given
from hypothesis import strategies as st
from policygraph.model.entity import EntityType
from policygraph.model.letter import Correspondent
from policygraph.model.statement import Predicate
from policygraph.rendering import phrases
from policygraph.resolution.wording import name_relation


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2021-06-09", "9 June 2021"),
        ("2021-12", "December 2021"),
        ("2022-21", "spring 2022"),
        ("2014", "2014"),
        ("2017-04-01/2020-03-31", "1 April 2017 to 31 March 2020"),
        ("201X", "201X"),
        ("2021-19", "2021-19"),
    ],
)
def test_a_date_is_as_exact_in_words_as_it_was(edtf: str, words: str) -> None:
    assert phrases.render_date(edtf) == words


@given(st.dates())
def test_every_day_has_its_month_in_words(day: object) -> None:
    assert str(day)[:4] in phrases.render_date(str(day))
    assert "-" not in phrases.render_date(str(day))


def test_every_relation_and_every_type_has_its_words() -> None:
    assert len({name_relation(predicate, None) for predicate in Predicate}) == len(Predicate)
    assert len({phrases.render_kind(kind, 2) for kind in EntityType}) == len(EntityType)


def test_a_period_says_only_what_is_known() -> None:
    assert phrases.render_period("2021", "2022-06") == "from 2021 until June 2022"
    assert phrases.render_period(None, "2022") == "until 2022"
    assert phrases.render_period("2021", None) == "since 2021"
    assert phrases.render_period(None, None) == ""


def test_one_is_not_written_as_several() -> None:
    assert phrases.render_number(1, "letter") == "1 letter"
    assert phrases.render_number(1000, "letter") == "1,000 letters"
    assert phrases.render_number(2, "country", "countries") == "2 countries"


def test_a_correspondent_is_named_as_far_as_the_letter_does() -> None:
    assert phrases.render_correspondent(Correspondent(office="Commissioner")) == "Commissioner"
    assert phrases.render_correspondent(Correspondent()) == "not named"


def test_a_place_names_the_page_where_there_is_one() -> None:
    assert phrases.render_place("a.pdf", 14, 2) == "a.pdf, page 2, line 14"
    assert phrases.render_place("a.txt", 14, None) == "a.txt, line 14"
    assert phrases.render_place("a.pdf", 14, 2, ocr=True) == "a.pdf, page 2, line 14 (OCR: check against the page)"


def test_a_scheme_is_run_and_a_document_published() -> None:
    assert phrases.render_relation(Predicate.RUNS, EntityType.SCHEME) == "runs"
    assert phrases.render_relation(Predicate.RUNS, EntityType.DOCUMENT) == "publishes"
    assert phrases.render_relation(Predicate.SUPPORTS, EntityType.DOCUMENT) == "supports"
