"""What positions are recognised by, read from `cues/positions.toml`: patterns that stand behind the one who speaks."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from .cues import load_cue_file


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceCue:
    """How one stance is said: `plain` without a denial, `denied` with one; None where it is not said so.

    `has_object` asks for a law, a scheme or a proposal behind the verb.
    """

    stance: str
    plain: re.Pattern[str]
    denied: re.Pattern[str] | None
    has_object: bool
    not_before: re.Pattern[str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionCues:
    """All stances, with the patterns common to them; `says` and `refuses` are examples by stance."""

    stances: tuple[StanceCue, ...]
    stems: re.Pattern[str]
    auxiliary: re.Pattern[str]
    unsaid_before: re.Pattern[str]
    no_subject: re.Pattern[str]
    things: re.Pattern[str]
    bodies: re.Pattern[str]
    examples: tuple[tuple[str, str, bool], ...]


@cache
def load_position_cues() -> PositionCues:
    """Read `positions.toml`."""
    table = load_cue_file("positions.toml")
    words = table["words"]
    auxiliary = "|".join([*words["auxiliary"], r"[a-z]+ly"])
    return PositionCues(
        stances=tuple(_to_cue(entry, words) for entry in table["stance"]),
        stems=_compile(rf"\b(?:{'|'.join(words['stems'])})"),
        auxiliary=_compile(rf"(?:[,\s]*\b(?:(?:{auxiliary})\b(?:n['’]t\b)?|(?:do|does|did|has|have)n['’]t\b))*[,\s]*"),
        unsaid_before=_compile(rf"\b(?:{'|'.join(words['unsaid_before'])})\s+(?:the\s+)?$"),
        no_subject=_compile(rf"\b(?:{'|'.join(words['no_subject'])})\s+(?:the\s+)?$"),
        things=_compile(rf"\b(?:{'|'.join(words['things'])})(?![\w-])"),
        bodies=re.compile(rf"\b[Tt]h(?:e|is) (?:{'|'.join(words['bodies'])})\b"),
        examples=tuple(
            (entry["stance"], phrase, key == "says")
            for entry in table["stance"]
            for key in ("says", "refuses")
            for phrase in entry[key]
        ),
    )


def _to_cue(entry: dict[str, Any], words: dict[str, list[str]]) -> StanceCue:
    denied, not_before = entry.get("denied", ()), entry.get("not_before", ())
    return StanceCue(
        stance=entry["stance"],
        plain=_compile(_to_pattern(entry["verbs"], words)),
        denied=_compile(_to_pattern(denied, words)) if denied else None,
        has_object=entry.get("objects", False),
        not_before=_compile(rf"\s*(?:{'|'.join(not_before)})(?!\w)") if not_before else None,
    )


def _to_pattern(verbs: list[str], words: dict[str, list[str]]) -> str:
    stronger = rf"(?:(?:{'|'.join(words['strengthening'])}|[a-z]+ly)\s+){{0,3}}"
    describing = rf"(?:(?:{'|'.join(words['describing'])}),?\s+(?:and\s+)?){{0,5}}"
    leading = rf"(?:(?:{'|'.join(words['leads'])})\s+(?:[a-z]+ly\s+)?)?"
    joined = (
        "|".join(verbs).replace("^", leading).replace("… ", stronger).replace("~ ", describing).replace(" ", r"\s+")
    )
    return rf"(?:{joined})(?![\w-])"


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
