"""The record of each rule on gold, written to the file that gives a statement its confidence."""

from collections.abc import Mapping
from pathlib import Path

from ..model.errors import PolicyGraphError
from ..ontology.rule_record import RULE_RECORD_FILE
from .score import RuleRecord

_PREAMBLE = """\
# Of the relations that each rule found in annotated letters, how many are right: a statement's confidence.
# Written by `policygraph evaluate FOLDER --write`.

[rules]
"""


def to_toml(rules: Mapping[str, RuleRecord]) -> str:
    """Return the file's text: a line a rule, in order of name."""
    lines = (
        f"{_to_key(rule)} = {{ right = {record.right}, found = {record.found} }}\n"
        for rule, record in sorted(rules.items())
        if record.found
    )
    return _PREAMBLE + "".join(lines)


def write_rule_record(rules: Mapping[str, RuleRecord], path: Path = RULE_RECORD_FILE) -> None:
    """Write the records; those of an earlier evaluation are replaced.

    Raises:
        PolicyGraphError: the file cannot be written, as in an installation that belongs to somebody else.
    """
    try:
        path.write_text(to_toml(rules), encoding="utf-8", newline="\n")
    except OSError as error:
        reason = error.strerror or "it cannot be written"
        raise PolicyGraphError(f"{path.as_posix()}: {reason}. Install PolicyGraph where you may write.") from error


def _to_key(rule: str) -> str:
    """Return a rule's name as a TOML key: bare, or as a literal string where it has other characters."""
    bare = rule.replace("-", "").replace("_", "")
    return rule if bare.isascii() and bare.isalnum() else f"'{rule}'"
