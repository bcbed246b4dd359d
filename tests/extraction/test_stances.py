"""Positions and stances in short letters of many kinds of writers, annotated before they were read."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from policygraph.model.reading import Reading
from policygraph.model.statement import Polarity, Predicate

from .conftest import Read

LETTERS: dict[str, dict[str, Any]] = tomllib.loads((Path(__file__).parent / "stance_letters.toml").read_text("utf-8"))
_STANCES = {Predicate.SUPPORTS, Predicate.OPPOSES}


def read_letter(read: Read, name: str) -> tuple[Reading, dict[str, list[str]]]:
    """Return the reading of a letter, and what each of its sentences says."""
    letter = LETTERS[name]
    says = {sentence: stances for sentence, *stances in letter["sentences"]}
    body = "\n\n".join(says)
    (reading,) = read(
        f"12 March 2024\n\n{letter['to']}\n\nDear Madam,\n\n{body}\n\nYours sincerely,\n\n{letter['from']}\n"
    )
    return reading, says


@pytest.mark.parametrize("name", LETTERS)
def test_every_stance_of_a_letter_is_a_position_and_nothing_else_is(read: Read, name: str) -> None:
    reading, says = read_letter(read, name)
    names = {entity.iri: entity.name for entity in reading.entities}
    found: dict[str, list[str]] = {sentence: [] for sentence in says}
    for each in reading.positions:
        by, on = (", ".join(names.get(iri, "") for iri in end) or "-" for end in (each.by, each.on))
        found[each.text].append(f"{each.stance.value} | {by} | {on} | {each.condition or '-'}")
    assert {sentence: [each.casefold() for each in stances] for sentence, stances in found.items()} == {
        sentence: [each.casefold() for each in stances] for sentence, stances in says.items()
    }


@pytest.mark.parametrize("name", LETTERS)
def test_a_stance_on_a_named_thing_is_a_relation_unless_it_hangs_on_something(read: Read, name: str) -> None:
    reading, says = read_letter(read, name)
    names = {entity.iri: entity.name for entity in reading.entities}
    wanted = set()
    for stance in (each for stances in says.values() for each in stances):
        predicate, by, on, condition = stance.split(" | ")
        if predicate in _STANCES and "-" not in {by, on} and not condition.casefold().startswith(("if", "unless")):
            wanted |= {(each.casefold(), predicate, on.casefold()) for each in by.split(", ")}
    assert {
        (names[each.subject].casefold(), each.predicate.value, names[each.object].casefold())
        for each in reading.statements
        if each.predicate in _STANCES and each.polarity is Polarity.AFFIRMED
    } == wanted
