"""The record of each rule on gold, read from `cues/rule-record.toml`, which `evaluate --write` writes."""

import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path

RULE_RECORD_FILE = Path(str(files(__package__))) / "cues" / "rule-record.toml"


@cache
def load_rule_record() -> dict[str, str]:
    """Return "46 of 50" for each rule with a record: right among found on gold. Empty before the first."""
    if not RULE_RECORD_FILE.is_file():
        return {}
    rules = tomllib.loads(RULE_RECORD_FILE.read_text(encoding="utf-8"))["rules"]
    return {rule: f"{record['right']} of {record['found']}" for rule, record in rules.items()}
