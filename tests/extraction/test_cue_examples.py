"""Every cue in the data files finds its own examples and leaves alone what it is said to refuse."""

import pytest
from policygraph.extraction.header.zones import is_closing, is_salutation
from policygraph.extraction.names.names import find_names
from policygraph.extraction.relations.slots import find_slots
from policygraph.extraction.relations.templates import match_templates
from policygraph.model.statement import Polarity
from policygraph.ontology.cues import load_cue_file, load_letter_cues
from policygraph.ontology.relations import Example, load_relation_cues

NAMES = load_cue_file("names.toml")
LINES = load_cue_file("correspondence.toml")
RELATIONS = load_relation_cues().examples


def examples(table: dict[str, dict[str, list[str]]], key: str) -> list[tuple[str, str]]:
    return [(kind, words) for kind, entry in table.items() for words in entry.get(key, ())]


def names(text: str) -> set[tuple[str, str]]:
    return {(span.type.value, text[span.start : span.end]) for span in find_names(text).spans}


def has_line(kind: str, text: str) -> bool:
    cues = load_letter_cues()
    if kind == "salutation":
        return is_salutation(text)
    if kind == "closing":
        return is_closing(text)
    return bool(cues.furniture.fullmatch(text) if kind == "furniture" else cues.contact.search(text))


def affirmed(words: str) -> set[str]:
    text = f"{words}."
    slots = find_slots(text, 0, len(text), find_names(text).spans)
    return {
        match.predicate.value
        for match in match_templates(text, 0, len(text), slots)
        if match.polarity is Polarity.AFFIRMED
    }


@pytest.mark.parametrize(("kind", "phrase"), examples(NAMES, "phrases"))
def test_a_head_noun_tells_the_type_of_its_name(kind: str, phrase: str) -> None:
    assert (kind, phrase) in names(f"We wrote to the {phrase}.")


@pytest.mark.parametrize(("kind", "phrase"), examples(NAMES, "refused"))
def test_a_head_noun_alone_names_nothing(kind: str, phrase: str) -> None:
    assert kind not in {found for found, _ in names(f"This is what {phrase} had said.")}


@pytest.mark.parametrize(("kind", "line"), examples(LINES, "finds"))
def test_a_line_of_a_letter_is_known(kind: str, line: str) -> None:
    assert has_line(kind, line)


@pytest.mark.parametrize(("kind", "line"), examples(LINES, "refuses"))
def test_a_line_that_only_looks_like_it_is_not(kind: str, line: str) -> None:
    assert not has_line(kind, line)


@pytest.mark.parametrize("example", RELATIONS, ids=lambda example: f"{example.predicate}: {example.words}")
def test_relations_are_found_in_their_examples_and_in_no_counterpart(example: Example) -> None:
    assert (example.predicate in affirmed(example.words)) is example.is_found


def test_every_type_and_every_line_has_examples_of_both_kinds() -> None:
    assert {kind for kind, _ in examples(NAMES, "phrases")} == {kind for kind, _ in examples(NAMES, "refused")}
    assert {kind for kind, _ in examples(LINES, "finds")} == {"salutation", "closing", "furniture", "contact"}
