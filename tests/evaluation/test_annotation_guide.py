"""The example in docs/annotation.md is gold that can be loaded, and says what its letter says."""

import re
from pathlib import Path

from policygraph.evaluation.gold import GoldLetter, load_gold
from policygraph.evaluation.measurement import evaluate
from policygraph.model.entity import EntityType
from policygraph.model.statement import Predicate

GUIDE = Path(__file__).parents[2] / "docs" / "annotation.md"


def load_example(folder: Path) -> GoldLetter:
    """Return the example's gold, its two files written into `folder` as the guide says."""
    guide = GUIDE.read_text("utf-8")
    for name, kind in (("01.txt", "text"), ("01.json", "json")):
        (block,) = re.findall(rf"`{re.escape(name)}`:\n\n```{kind}\n(.*?)```", guide, re.DOTALL)
        (folder / name).write_text(block, "utf-8")
    (gold,) = load_gold(folder)
    return gold


def test_the_example_has_no_slips(tmp_path: Path) -> None:
    evaluation = evaluate([load_example(tmp_path)])
    assert (evaluation.letters, evaluation.errors, evaluation.gold_faults) == (1, (), ())


def test_the_example_is_read_as_it_is_annotated(tmp_path: Path) -> None:
    evaluation = evaluate([load_example(tmp_path)])
    assert evaluation.sum_up("header names and dates").f1 == 1
    assert (evaluation.sum_up("entities").f1 or 0) >= 0.8


def test_the_example_shows_every_field_of_a_header(tmp_path: Path) -> None:
    gold = load_example(tmp_path)
    assert all((gold.senders, gold.recipients, gold.date, gold.references, gold.subject))


def test_the_guide_explains_every_type_and_every_relation() -> None:
    guide = GUIDE.read_text("utf-8")
    assert [kind for kind in (*EntityType, *Predicate) if f"`{kind}`" not in guide] == []
