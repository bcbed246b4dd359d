"""Every cue of replies finds its own examples and leaves alone what its kind must refuse."""

import pytest
from policygraph.model.link import AnswerStatus
from policygraph.ontology.answer_cues import AnswerCue, CueKind, find_cues, load_answer_cues

CUES = load_answer_cues().cues


@pytest.mark.parametrize(("cue", "words"), [(cue, words) for cue in CUES for words in cue.says])
def test_a_cue_finds_what_it_says(cue: AnswerCue, words: str) -> None:
    assert cue.pattern.search(words)


@pytest.mark.parametrize(("cue", "words"), [(cue, words) for cue in CUES for words in cue.refuses])
def test_a_kind_leaves_alone_what_it_refuses(cue: AnswerCue, words: str) -> None:
    assert cue.kind not in find_cues(words)


def test_every_cue_has_examples_both_ways() -> None:
    assert all(cue.says and cue.refuses for cue in CUES)
    assert {cue.kind for cue in CUES} == set(CueKind)


def test_the_statuses_that_are_given_exist() -> None:
    assert load_answer_cues().given <= {status.value for status in AnswerStatus}
