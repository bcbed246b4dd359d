"""Figures stand side by side, and conflict only where they count the same in the same period."""

from dataclasses import replace
from pathlib import Path

import pytest
from policygraph.model.entity import EntityType
from policygraph.model.figure import Figure
from policygraph.model.identity import to_entity_iri
from policygraph.model.letter import Letter
from policygraph.model.link import Links, SameAs
from policygraph.model.reading import Reading

from .records import build_entity, build_letter, find_rows, open_filled, quote, run_query

OURS = build_letter("The Lake Fund helped 12 anglers, the Sea Fund some.", "2025-05-01")
YOURS = build_letter("The Lakes Fund helped 16 anglers.", "2025-06-01")
LAKE = build_entity(OURS, EntityType.SCHEME, "Lake Fund")
SEA = build_entity(OURS, EntityType.SCHEME, "Sea Fund")
LAKES = build_entity(YOURS, EntityType.SCHEME, "Lakes Fund")


def build_figure(letter: Letter, value: float, about: str) -> Figure:
    return Figure(
        iri=to_entity_iri("figure", letter.iri, about),
        value=value,
        unit="people",
        counts="anglers helped",
        about=(about,),
        evidence=(quote(letter, letter.text),),
        period="2024",
    )


OWN = build_figure(OURS, 12, LAKE.iri)
OTHER = build_figure(YOURS, 16, LAKES.iri)


def ask(path: Path, ours: tuple[Figure, ...], other: Figure, name: str = "") -> list[dict[str, object]]:
    links = Links(same=(SameAs(entities=(LAKE.iri, LAKES.iri), why="One fund."),))
    readings = [
        Reading(letter=OURS, entities=(LAKE, SEA), figures=ours),
        Reading(letter=YOURS, entities=(LAKES,), figures=(other,)),
    ]
    with open_filled(path / "store", readings, links) as opened:
        return find_rows(run_query(opened, "figures-compared", {"name": name}))


def test_two_values_of_one_thing_in_one_period_conflict(tmp_path: Path) -> None:
    shared = {"topic": "Lakes Fund", "unit": "people", "period": "2024", "conflict": "conflict"}
    other = replace(OTHER, counts="Anglers helped", upper=20.5)
    assert ask(tmp_path, (OWN,), other) == [
        {**shared, "value": "12", "counts": "anglers helped", "date": "2025-05-01"},
        {**shared, "value": "16 to 20.5", "counts": "Anglers helped", "date": "2025-06-01"},
    ]


@pytest.mark.parametrize(("ours", "yours"), [(20, 30), (None, 20), (20, None)])
def test_ranges_with_one_end_in_common_conflict(tmp_path: Path, ours: float | None, yours: float | None) -> None:
    rows = ask(tmp_path, (replace(OWN, upper=ours),), replace(OTHER, value=12, upper=yours))
    assert [row.get("conflict") for row in rows] == ["conflict", "conflict"]


@pytest.mark.parametrize(
    "other",
    [
        replace(OTHER, value=12),
        replace(OTHER, counts="anglers seen"),
        replace(OTHER, period="2023"),
        replace(OTHER, period=None),
        replace(OTHER, unit="GBP"),
        replace(OTHER, about=()),
    ],
    ids=["value", "counts", "period", "no period", "unit", "about"],
)
def test_figures_that_may_both_be_true_do_not_conflict(tmp_path: Path, other: Figure) -> None:
    rows = ask(tmp_path, (OWN,), other)
    assert len(rows) == 2
    assert [row for row in rows if "conflict" in row] == []


def test_the_same_count_of_another_thing_does_not_conflict(tmp_path: Path) -> None:
    rows = ask(tmp_path, (build_figure(OURS, 12, SEA.iri),), OTHER)
    assert [row["topic"] for row in rows] == ["Lakes Fund", "Sea Fund"]
    assert [row for row in rows if "conflict" in row] == []


def test_two_values_of_one_population_in_one_period_about_nothing_with_a_name_conflict(tmp_path: Path) -> None:
    ours, other = replace(OWN, about=()), replace(OTHER, about=(), counts="anglers\nhelped")
    assert [row.get("conflict") for row in ask(tmp_path, (ours,), other)] == ["conflict", "conflict"]


@pytest.mark.parametrize(("name", "number"), [("lakes", 1), ("ANGLERS", 2), ("boats", 0)])
def test_it_can_be_asked_for_one_thing_or_count(tmp_path: Path, name: str, number: int) -> None:
    assert len(ask(tmp_path, (OWN,), OTHER, name)) == number
