"""Every phrase in the data files of figures and positions gives what it is said to give."""

from collections.abc import Callable

import pytest
from policygraph.model.figure import Figure
from policygraph.model.reading import Reading
from policygraph.ontology.figure_cues import load_figure_cues
from policygraph.ontology.position_cues import load_position_cues

Read = Callable[[str], tuple[Reading, ...]]


def read_body(read: Read, phrase: str) -> Reading:
    """Return the reading of a letter whose only sentence is `phrase`."""
    sentence = f"{phrase[0].upper()}{phrase[1:]}."
    head, foot = "Home Office\n\n9 June 2021\n\nDear Ann,", "Yours sincerely,\n\nPriti Patel\nHome Secretary"
    (reading,) = read(f"{head}\n\nThank you for your letter.\n\n{sentence}\n\n{foot}\n")
    return reading


def show(figure: Figure) -> str:
    value = f"{figure.value:.10g}" + (f"-{figure.upper:.10g}" if figure.upper is not None else "")
    return f"{value} {figure.unit}"


@pytest.mark.parametrize(("phrase", "figure"), load_figure_cues().examples)
def test_a_phrase_has_the_figure_that_is_told_or_none(read: Read, phrase: str, figure: str | None) -> None:
    assert [show(each) for each in read_body(read, phrase).figures] == ([figure] if figure else [])


@pytest.mark.parametrize(("stance", "phrase", "is_found"), load_position_cues().examples)
def test_a_stance_is_found_in_its_examples_and_in_no_counterpart(
    read: Read, stance: str, phrase: str, is_found: bool
) -> None:
    found = [position.stance.value for position in read_body(read, phrase).positions]
    assert (found == [stance]) if is_found else (stance not in found)
