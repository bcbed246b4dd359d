import tomllib
from pathlib import Path

import pytest
from policygraph.evaluation.rule_record import to_toml, write_rule_record
from policygraph.evaluation.score import RuleRecord
from policygraph.model.errors import PolicyGraphError
from policygraph.ontology import rule_record

RULES = {
    "template": RuleRecord(right=3, found=4),
    "template runs: {s}": RuleRecord(right=1, found=1),
    "header": RuleRecord(right=46, found=50),
    "silent": RuleRecord(),
}


def test_the_record_is_the_same_in_any_order_and_leaves_out_rules_without_finds() -> None:
    written = to_toml(RULES)
    assert written == to_toml(dict(reversed(RULES.items())))
    assert list(tomllib.loads(written)["rules"]) == ["header", "template", "template runs: {s}"]


def test_what_is_written_is_loaded_as_right_of_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "rule-record.toml"
    monkeypatch.setattr(rule_record, "RULE_RECORD_FILE", path)
    load = rule_record.load_rule_record.__wrapped__
    assert load() == {}
    write_rule_record(RULES, path)
    assert load() == {"header": "46 of 50", "template": "3 of 4", "template runs: {s}": "1 of 1"}


def test_a_record_that_cannot_be_written_is_said_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(PolicyGraphError, match=r"missing/rule-record\.toml: "):
        write_rule_record(RULES, tmp_path / "missing" / "rule-record.toml")


def test_the_record_that_is_shipped_can_be_loaded() -> None:
    assert all(" of " in record for record in rule_record.load_rule_record().values())
