"""Every type of name in `introductions.toml` is introduced by its phrases and by none that it refuses."""

import pytest
from policygraph.extraction.names.names import find_names
from policygraph.ontology.cues import load_cue_file

CUES = load_cue_file("introductions.toml")


def examples(key: str) -> list[tuple[str, str]]:
    return [(kind, words) for kind, entry in CUES.items() for words in entry[key]]


def introduced(words: str) -> set[str]:
    return {span.type.value for span in find_names(f"We read again that {words} was in Hull.").spans}


@pytest.mark.parametrize(("kind", "phrase"), examples("phrases"))
def test_a_phrase_introduces_a_name_of_its_type(kind: str, phrase: str) -> None:
    assert kind in introduced(phrase)


@pytest.mark.parametrize(("kind", "phrase"), examples("refused"))
def test_what_it_refuses_introduces_none(kind: str, phrase: str) -> None:
    assert kind not in introduced(phrase)


def test_every_type_has_examples_of_both_kinds() -> None:
    assert all(entry["phrases"] and entry["refused"] for entry in CUES.values())
