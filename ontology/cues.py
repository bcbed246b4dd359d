"""Cue words: what the letters' own words are recognised by, read from the files in `cues/`."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

_FOLDER = files(__package__) / "cues"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameCues:
    """Head nouns with their type, what may follow them, and words that are no part of a name."""

    type_of_head: dict[str, str]
    complements: dict[str, frozenset[str]]
    only_modified: frozenset[str]
    never: frozenset[str]
    general: frozenset[str]
    joiners: frozenset[str]
    body_service: frozenset[str]
    surveyors: frozenset[str]
    vague: frozenset[str]
    everyday: frozenset[str]
    containers: frozenset[str]
    parts: frozenset[str]
    seats: frozenset[str]
    units: frozenset[str]
    remits: frozenset[str]
    independent: frozenset[str]
    ministerial: frozenset[str]
    houses: frozenset[str]
    inner: frozenset[str]
    possessors: frozenset[str]
    fields: frozenset[str]
    branches: frozenset[str]
    demonyms: frozenset[str]
    regions: frozenset[str]
    of_state: frozenset[str]
    modifying: frozenset[str]
    no_complement: frozenset[str]
    titled: frozenset[str]
    small_complement: frozenset[str]
    complement_ends: frozenset[str]
    sent_to: frozenset[str]
    takes_list: frozenset[str]
    small_heads: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class IntroductionCues:
    """Words that tell what a name beside them is: nouns, what is done by it, what it does, phrases before it.

    Nouns stand behind the name, and before it where one `leads`.
    """

    leads: bool
    nouns: tuple[str, ...]
    done: tuple[str, ...]
    does: tuple[str, ...]
    before: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleCues:
    """What stands before, in and behind the name of a person."""

    titles: frozenset[str]
    office_titles: frozenset[str]
    post_nominals: frozenset[str]
    particles: frozenset[str]
    given_names: frozenset[str]
    ambiguous_given_names: frozenset[str]
    surnames: frozenset[str]
    partial_titles: frozenset[str]
    street_surnames: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterCues:
    """Patterns for the lines of a letter's head and foot; `labels` by the field that they announce."""

    salutation: re.Pattern[str]
    closing: re.Pattern[str]
    furniture: re.Pattern[str]
    street: re.Pattern[str]
    postcode: re.Pattern[str]
    contact: re.Pattern[str]
    cities: frozenset[str]
    labels: dict[str, re.Pattern[str]]


@cache
def load_name_cues() -> NameCues:
    """Read `names.toml`."""
    table = load_cue_file("names.toml")
    words = table.pop("words")
    heads = {head: kind for kind, entry in table.items() for head in entry["heads"]}
    return NameCues(
        type_of_head=heads,
        complements={kind: frozenset(entry["right"]) for kind, entry in table.items()},
        only_modified=frozenset(table["office"]["only_modified"]),
        small_heads={word: kind for kind, heads in words.pop("small_heads").items() for word in heads},
        **{key: frozenset(entry) for key, entry in words.items()},
    )


@cache
def load_introduction_cues() -> dict[str, IntroductionCues]:
    """Read `introductions.toml`: the cues of each type of entity."""
    return {
        kind: IntroductionCues(
            leads=entry["leads"],
            nouns=tuple(entry["nouns"]),
            done=tuple(entry["done"]),
            does=tuple(entry["does"]),
            before=tuple(entry["before"]),
        )
        for kind, entry in load_cue_file("introductions.toml").items()
    }


@cache
def load_people_cues() -> PeopleCues:
    """Read `people.toml` and the lists of given names."""
    table = load_cue_file("people.toml")
    return PeopleCues(
        titles=frozenset(table["titles"]),
        office_titles=frozenset(table["office_titles"]),
        post_nominals=frozenset(table["post_nominals"]),
        particles=frozenset(table["particles"]),
        surnames=frozenset(table["surnames"]),
        partial_titles=frozenset(table["partial_titles"]),
        street_surnames=frozenset(table["street_surnames"]),
        given_names=_load_words("given-names.txt"),
        ambiguous_given_names=_load_words("given-names-ambiguous.txt"),
    )


@cache
def load_letter_cues() -> LetterCues:
    """Read `correspondence.toml`."""
    table = load_cue_file("correspondence.toml")
    return LetterCues(
        salutation=_compile(table["salutation"]["pattern"]),
        closing=_compile(table["closing"]["pattern"]),
        furniture=_compile(table["furniture"]["pattern"]),
        street=re.compile(table["address"]["street"]),
        postcode=re.compile(table["address"]["postcode"]),
        contact=re.compile(table["contact"]["pattern"], re.IGNORECASE),
        cities=frozenset(table["address"]["cities"]),
        labels={field: re.compile(pattern) for field, pattern in table["labels"].items()},
    )


def load_cue_file(name: str) -> dict[str, Any]:
    """Return the tables of the TOML file `name` in `cues/`."""
    return tomllib.loads((_FOLDER / name).read_text(encoding="utf-8"))


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _load_words(name: str) -> frozenset[str]:
    lines = (_FOLDER / name).read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))
