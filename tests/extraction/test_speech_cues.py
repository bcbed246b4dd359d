"""Every cue of asks and commitments finds its own examples and leaves alone what it is said to refuse."""

from typing import Any

import pytest
from policygraph.ontology.cues import load_cue_file
from policygraph.ontology.speech_cues import (
    SpeechCue,
    find_cue_matches,
    load_ask_cues,
    load_commitment_cues,
)

FILES: dict[str, tuple[SpeechCue, ...]] = {
    "asks.toml": load_ask_cues().cues,
    "commitments.toml": load_commitment_cues().cues,
}
TABLES = {
    "asks.toml": ("lead", "likely_lead", "polite", "procedural", "reported", "forwarded", "restated"),
    "commitments.toml": ("lead", "conditional"),
}


def cue_examples(key: str) -> list[tuple[SpeechCue, str]]:
    return [
        (cue, words)
        for file, cues in FILES.items()
        for cue, entry in zip(cues, load_cue_file(file)["cue"], strict=True)
        for words in entry[key]
    ]


def table_examples(key: str) -> list[tuple[str, str, str]]:
    return [
        (file, name, words)
        for file, names in TABLES.items()
        for name in names
        for words in load_cue_file(file)[name][key]
    ]


def has_pattern(file: str, name: str, words: str) -> bool:
    cues: Any = load_ask_cues() if file == "asks.toml" else load_commitment_cues()
    return getattr(cues, name).search(words) is not None


@pytest.mark.parametrize(("cue", "words"), cue_examples("finds"), ids=lambda each: getattr(each, "name", each))
def test_a_cue_finds_its_examples(cue: SpeechCue, words: str) -> None:
    assert find_cue_matches((cue,), words)


@pytest.mark.parametrize(("cue", "words"), cue_examples("refuses"), ids=lambda each: getattr(each, "name", each))
def test_a_cue_leaves_alone_what_it_refuses(cue: SpeechCue, words: str) -> None:
    assert not find_cue_matches((cue,), words)


@pytest.mark.parametrize(("file", "name", "words"), table_examples("finds"))
def test_a_pattern_finds_its_examples(file: str, name: str, words: str) -> None:
    assert has_pattern(file, name, words)


@pytest.mark.parametrize(("file", "name", "words"), table_examples("refuses"))
def test_a_pattern_leaves_alone_what_it_refuses(file: str, name: str, words: str) -> None:
    assert not has_pattern(file, name, words)


def test_every_cue_has_examples_of_both_kinds() -> None:
    for file in FILES:
        assert all(entry["finds"] and entry["refuses"] for entry in load_cue_file(file)["cue"])
