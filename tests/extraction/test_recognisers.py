"""A recogniser adds names where the rules have none, its finds are marked, and it displaces nothing."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from policygraph.extraction import extract_readings, recognisers
from policygraph.extraction.recognisers import Recogniser, find_recogniser, load_recogniser
from policygraph.extraction.text.span import NameSpan
from policygraph.model.entity import EntityType
from policygraph.model.errors import RecogniserError
from policygraph.model.reading import Reading
from policygraph.ontology.rule_record import load_rule_record

from .conftest import to_document

LETTER = """\
14 May 2025

Rt Hon Alistair Pemberthy MP
Chair
Environment Committee

Dear Alistair,

The Home Office is funding brightwater, as www.brightwater.example says. Brightwater began in 2020.

Yours sincerely,

Helen Marchbanks
Secretary of State for the Environment
"""
Find = Callable[[str], Iterable[NameSpan]]


def find_words(words: str, kind: EntityType) -> Find:
    """Return a recogniser that finds `words` wherever they stand, in any case."""

    def find(text: str) -> Iterable[NameSpan]:
        start = text.casefold().find(words.casefold())
        while start >= 0:
            yield NameSpan(start=start, end=start + len(words), type=kind, rule="mine")
            start = text.casefold().find(words.casefold(), start + 1)

    return find


class Offer:
    """What another package offers under the entry point group."""

    def __init__(self, name: str, find: Find) -> None:
        self.name = name
        self._find = find

    def load(self) -> Callable[[str], Find]:
        return lambda argument: self._find


def offer(monkeypatch: pytest.MonkeyPatch, find: Find) -> Recogniser:
    """Return the recogniser "own:" as if a package that offers `find` were installed."""
    monkeypatch.setattr(recognisers, "entry_points", lambda group: [Offer("own", find)])
    return load_recogniser.__wrapped__("own:")


def read(recognise: Recogniser | None) -> Reading:
    (reading,) = extract_readings(to_document(LETTER), recognise)
    return reading


def test_a_recogniser_finds_what_no_rule_finds_and_the_find_is_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    reading = read(offer(monkeypatch, find_words("brightwater", EntityType.SCHEME)))
    (found,) = [entity for entity in reading.entities if entity.recogniser]
    assert (found.type, found.recogniser) == (EntityType.SCHEME, "own")
    assert [mention.text for mention in found.mentions] == ["brightwater", "Brightwater"]


def test_a_fact_about_such_a_find_names_the_recogniser_and_has_no_record(monkeypatch: pytest.MonkeyPatch) -> None:
    reading = read(offer(monkeypatch, find_words("brightwater", EntityType.SCHEME)))
    (brightwater,) = [entity.iri for entity in reading.entities if entity.recogniser]
    (fact,) = [each for each in reading.statements if each.object == brightwater]
    assert fact.rule.endswith("+recogniser:own")
    assert find_recogniser(fact.rule) == "own"
    assert fact.confidence is None
    others = [each for each in reading.statements if each is not fact]
    assert others
    assert all(find_recogniser(each.rule) is None for each in others)
    assert all(each.confidence == load_rule_record().get(each.rule) for each in others)


@given(st.lists(st.tuples(st.integers(-5, 400), st.integers(-5, 400), st.sampled_from(EntityType)), max_size=30))
def test_whatever_it_finds_nothing_that_the_rules_found_goes(places: list[tuple[int, int, EntityType]]) -> None:
    spans = [NameSpan(start=start, end=end, type=kind, rule="mine") for start, end, kind in places]
    with pytest.MonkeyPatch.context() as monkeypatch:
        reading = read(offer(monkeypatch, lambda text: spans))
    alone = read(None)
    assert reading.letter == alone.letter
    assert reading.senders == alone.senders
    kept = {mention for entity in alone.entities for mention in entity.mentions}
    assert kept <= {mention for entity in reading.entities for mention in entity.mentions}
    assert all(
        LETTER[mention.start : mention.end] == mention.text for each in reading.entities for mention in each.mentions
    )


def test_a_name_that_a_rule_has_found_too_is_not_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    reading = read(offer(monkeypatch, find_words("Home Office is funding", EntityType.PERSON)))
    assert reading == read(None)


def test_an_unknown_recogniser_is_told_with_those_that_are_known() -> None:
    with pytest.raises(RecogniserError, match=r"^nltk:x: no such recogniser \(installed: .*spacy.*\)\. Write NAME:ARG"):
        load_recogniser("nltk:x")


def test_a_recogniser_that_fails_to_start_is_told_as_its_own_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken(Offer):
        def load(self) -> Callable[[str], Find]:
            raise ImportError("no torch")

    monkeypatch.setattr(recognisers, "entry_points", lambda group: [Broken("own", lambda text: ())])
    with pytest.raises(RecogniserError, match=r"^own:: the recogniser cannot be started \(ImportError: no torch\)"):
        load_recogniser.__wrapped__("own:")


def save_model(folder: Path) -> Path:
    """Save a blank pipeline with an entity ruler, as a user's trained model would be saved."""
    pipeline = spacy.blank("en")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns(  # type: ignore[attr-defined]
        [
            {"label": "SCHEME", "pattern": [{"LOWER": "brightwater"}]},
            {"label": "ORG", "pattern": "The Home Office"},
            {"label": "GPE", "pattern": "2020"},
        ]
    )
    pipeline.to_disk(folder)
    return folder


def test_a_spacy_model_in_a_folder_finds_names(tmp_path: Path) -> None:
    recognise = load_recogniser(f"spacy:{save_model(tmp_path / 'model')}")
    found = [(LETTER[span.start : span.end], span.type, span.rule) for span in recognise(LETTER)]
    assert found == [
        ("Home Office", EntityType.ORGANISATION, "recogniser:spacy"),
        ("brightwater", EntityType.SCHEME, "recogniser:spacy"),
        ("Brightwater", EntityType.SCHEME, "recogniser:spacy"),
    ]


def test_a_spacy_model_is_loaded_once_in_a_process(tmp_path: Path) -> None:
    wish = f"spacy:{save_model(tmp_path / 'model')}"
    assert load_recogniser(wish) is load_recogniser(wish)


def test_a_folder_without_a_model_is_told(tmp_path: Path) -> None:
    with pytest.raises(
        RecogniserError, match=r"this is no folder of a spaCy model \(no config\.cfg\)\. Name the folder"
    ):
        load_recogniser(f"spacy:{tmp_path}")
    with pytest.raises(RecogniserError, match="this is no folder of a spaCy model"):
        load_recogniser("spacy")


def test_a_damaged_model_is_told(tmp_path: Path) -> None:
    (tmp_path / "config.cfg").write_text("[nlp\n", "utf-8")
    with pytest.raises(RecogniserError, match="spaCy cannot load this model"):
        load_recogniser(f"spacy:{tmp_path}")


def test_without_spacy_the_user_learns_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "spacy", None)
    with pytest.raises(
        RecogniserError, match=r"spaCy is not installed\. Install it: pip install 'policygraph\[spacy\]'"
    ):
        load_recogniser(f"spacy:{tmp_path}")
