"""Relation cues, read from `cues/relations.toml`: verbs, templates, the small words of English, and the guards."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from .cues import load_cue_file
from .inflection import VerbForms, inflect

_THINGS = frozenset({"organisation", "scheme", "document", "legislation", "treaty", "country"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """Words between, before or behind two slots.

    `before` and `after` are the roles ("s", "o") that stand on each side, with their types in `types`; `is_loose`
    tells that the slot before may stand some words away.
    """

    predicate: str
    words: tuple[frozenset[str], ...]
    optional: tuple[bool, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    types: dict[str, frozenset[str]]
    is_loose: bool

    @property
    def own(self) -> frozenset[str]:
        """All words of the template: none of them is a guard against it."""
        return frozenset().union(*self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """A verb that says who does what to what: `doer` and `done` are the roles of its two ends."""

    predicate: str
    forms: VerbForms
    doer: str
    done: str
    types: dict[str, frozenset[str]]
    agents: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A phrase in which a template or a verb finds its predicate, or one in which it must not."""

    predicate: str
    words: str
    is_found: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Guards:
    """Words that take a relation away: what denies or ends it, what leaves it unsaid, what plans and wishes it."""

    denied: frozenset[tuple[str, ...]]
    ended: frozenset[tuple[str, ...]]
    unsaid: frozenset[tuple[str, ...]]
    planned: frozenset[tuple[str, ...]]
    wished: frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationCues:
    """All templates and verbs with their examples, the small words by their kind, and the guards.

    `seams` are words that may stand beside a whole name, `bodies` heads of bodies.
    """

    templates: tuple[Template, ...]
    verbs: tuple[Verb, ...]
    examples: tuple[Example, ...]
    grammar: dict[str, frozenset[str]]
    seams: dict[str, frozenset[str]]
    bodies: dict[str, frozenset[str]]
    guards: Guards


@cache
def load_relation_cues() -> RelationCues:
    """Read `relations.toml`."""
    table = load_cue_file("relations.toml")
    types = {name: frozenset(kinds) for name, kinds in table["types"].items()}
    entries = [*table["template"], *table["verb"]]
    guards = {name: frozenset(tuple(cue.split()) for cue in cues) for name, cues in table["guards"].items()}
    return RelationCues(
        templates=tuple(
            _to_template(entry["predicate"], line, types) for entry in table["template"] for line in entry["words"]
        ),
        verbs=tuple(verb for entry in table["verb"] for verb in _to_verbs(entry, types)),
        examples=tuple(
            Example(predicate=entry["predicate"], words=words, is_found=key == "says")
            for entry in entries
            for key in ("says", "refuses")
            for words in entry[key]
        ),
        grammar={name: frozenset(words) for name, words in table["grammar"].items()},
        seams={name: frozenset(words) for name, words in table["seams"].items()},
        bodies={name: frozenset(words) for name, words in table["bodies"].items()},
        guards=Guards(**guards),
    )


def _to_types(words: str, types: dict[str, frozenset[str]]) -> frozenset[str]:
    """Return the types behind the words of a slot, "it" and "he" where these can stand for one of them."""
    kinds = frozenset(kind for name in words.split("|") for kind in types.get(name, {name}))
    return kinds | ({"it"} if kinds & _THINGS else set()) | ({"he"} if "person" in kinds else set())


def _to_verbs(entry: dict[str, Any], types: dict[str, frozenset[str]]) -> Iterator[Verb]:
    roles = {role: _to_types(entry[key], types) for role, key in (("s", "subject"), ("o", "object"))}
    doer, done = ("o", "s") if entry.get("reversed") else ("s", "o")
    for words in entry["verbs"]:
        forms = inflect(words)
        yield Verb(
            predicate=entry["predicate"],
            forms=replace(forms, active=frozenset()) if entry.get("passive") else forms,
            doer=doer,
            done=done,
            types=roles,
            agents=tuple(tuple(agent.split()) for agent in entry["agents"]),
        )


def _to_template(predicate: str, line: str, types: dict[str, frozenset[str]]) -> Template:
    pieces = line.split()
    slots = [place for place, piece in enumerate(pieces) if piece.startswith("{")]
    literal = [place for place in range(len(pieces)) if place not in slots and pieces[place] != "_"]
    words = [pieces[place] for place in literal]
    return Template(
        predicate=predicate,
        words=tuple(frozenset(word.rstrip("?").split("/")) for word in words),
        optional=tuple(word.endswith("?") for word in words),
        before=tuple(pieces[place][1] for place in slots if place < literal[0]),
        after=tuple(pieces[place][1] for place in slots if place > literal[0]),
        types={pieces[place][1]: _to_types(pieces[place][3:-1], types) for place in slots},
        is_loose="_" in pieces,
    )
