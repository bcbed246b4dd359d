"""The words by which letters ask and promise, read from `cues/asks.toml` and `cues/commitments.toml`."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from .cues import load_cue_file

WRITER = "\ue000"
ADDRESSEE = "\ue001"
REPRESENTED = "\ue002"
"""Letters of no language: a run stands where a text names its writer, its addressee, or for whom it is written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechCue:
    """One pattern; a sentence with none of the words `needs` (in small letters) cannot match it.

    A group `from` in it is where the clause begins. What a `dated` one finds counts only with a date,
    a `weak` one only in a letter that answers none; what one with `others` finds may be somebody else's.
    """

    name: str
    needs: frozenset[str]
    pattern: re.Pattern[str]
    strength: str
    dated: bool
    weak: bool
    others: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AskCues:
    """What asks, what announces a list of asks, and the verbs with which an item of one asks."""

    cues: tuple[SpeechCue, ...]
    lead: re.Pattern[str]
    verbs: frozenset[str]
    likely_lead: re.Pattern[str]
    polite: re.Pattern[str]
    procedural: re.Pattern[str]
    reported: re.Pattern[str]
    forwarded: re.Pattern[str]
    restated: re.Pattern[str]
    answering: re.Pattern[str]
    governing: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentCues:
    """What promises, what announces a list of promises, and what makes one conditional."""

    cues: tuple[SpeechCue, ...]
    lead: re.Pattern[str]
    conditional: re.Pattern[str]


@cache
def load_ask_cues() -> AskCues:
    """Read `asks.toml`."""
    table = load_cue_file("asks.toml")
    words = table["words"]
    return AskCues(
        cues=_to_cues(table, WRITER + REPRESENTED),
        verbs=frozenset(table["verbs"]["words"].split()),
        answering=_compile(table["restated"]["answering"], words),
        governing=frozenset(table["governing"]["words"]),
        **{
            name: _compile(table[name]["pattern"], words)
            for name in ("lead", "polite", "procedural", "likely_lead", "reported", "forwarded", "restated")
        },
    )


@cache
def load_commitment_cues() -> CommitmentCues:
    """Read `commitments.toml`."""
    table = load_cue_file("commitments.toml")
    return CommitmentCues(
        cues=_to_cues(table, WRITER),
        lead=_compile(table["lead"]["pattern"], table["words"]),
        conditional=_compile(table["conditional"]["pattern"], table["words"]),
    )


def find_cue_matches(cues: tuple[SpeechCue, ...], text: str) -> list[tuple[SpeechCue, int, int]]:
    """Return each cue that stands in the sentence `text` with its place, in order, none inside an earlier one.

    "We urge you to act, and I would be grateful for a reply" holds two.
    """
    words = frozenset(_WORD.findall(text.casefold()))
    found = [
        (cue, match.start("from" if "from" in cue.pattern.groupindex else 0), match.end())
        for cue in cues
        if not cue.needs.isdisjoint(words)
        for match in cue.pattern.finditer(text)
    ]
    kept: list[tuple[SpeechCue, int, int]] = []
    # a date makes up for an unknown subject only where nothing is said in the writer's own name
    found = [each for each in found if not each[0].dated] or found
    for cue, start, end in sorted(found, key=lambda each: (each[1], -each[2])):
        if not kept or start >= kept[-1][2]:
            kept.append((cue, start, end))
    return kept


_WORD = re.compile(r"[^\W\d_]+")


def _to_cues(table: dict[str, Any], writers: str) -> tuple[SpeechCue, ...]:
    return tuple(
        SpeechCue(
            name=entry["name"],
            needs=frozenset(entry["needs"]),
            pattern=_compile(entry["pattern"], table["words"], writers),
            strength=entry.get("strength", ""),
            weak=entry.get("weak", False),
            others=entry.get("others", False),
            dated=entry.get("dated", False),
        )
        for entry in table["cue"]
    )


def _compile(pattern: str, words: dict[str, str], writers: str = WRITER) -> re.Pattern[str]:
    """Return the pattern with the pieces in braces filled in, twice because a piece may hold another."""
    pieces = words | {
        "we": rf"(?:\b(?-i:I|i(?=['’]))\b|\bwe\b|\bthe undersigned\b|[{writers}]+)",
        "you": rf"(?:{ADDRESSEE}+)",
    }
    for _ in range(2):
        for name, piece in pieces.items():
            pattern = pattern.replace("{" + name + "}", piece)
    return re.compile(pattern, re.IGNORECASE)
