"""Relation templates, read from `cues/relations.toml`: words and slots, verbs, and the guards common to all."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from .cues import load_cue_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """One template: the pieces of its words in order."""

    predicate: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A phrase in which a template or a verb finds its predicate, or one in which it must not."""

    predicate: str
    words: str
    is_found: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationCues:
    """All templates, those that verbs give too, with their examples; the types behind a slot's word; the guards."""

    templates: tuple[Template, ...]
    examples: tuple[Example, ...]
    types: dict[str, tuple[str, ...]]
    denied: tuple[str, ...]
    ended: tuple[str, ...]
    unsaid: tuple[str, ...]


@cache
def load_relation_cues() -> RelationCues:
    """Read `relations.toml`."""
    table = load_cue_file("relations.toml")
    constructions = table["constructions"]["words"]
    verbs = [template for verb in table["verb"] for template in _to_templates(verb, constructions)]
    entries = [*table["template"], *table["verb"]]
    return RelationCues(
        templates=(*(_to_template(entry["predicate"], entry["words"]) for entry in table["template"]), *verbs),
        examples=tuple(
            Example(predicate=entry["predicate"], words=words, is_found=key == "says")
            for entry in entries
            for key in ("says", "refuses")
            for words in entry[key]
        ),
        types={name: tuple(types) for name, types in table["types"].items()},
        denied=tuple(table["guards"]["denied"]),
        ended=tuple(table["guards"]["ended"]),
        unsaid=tuple(table["guards"]["unsaid"]),
    )


def _to_templates(verb: dict[str, Any], constructions: list[str]) -> Iterator[Template]:
    """Yield the templates of a verb: each construction with the verb's forms and slots, where it has the form."""
    for words in constructions:
        if ("ACTIVE" in words and not verb["active"]) or ("PASSIVE" in words and not verb["passive"]):
            continue
        filled = words.replace("{s}", f"{{s:{verb['subject']}}}").replace("{o}", f"{{o:{verb['object']}}}")
        filled = filled.replace("ACTIVE", verb["active"]).replace("PASSIVE", verb["passive"])
        yield _to_template(verb["predicate"], filled)


def _to_template(predicate: str, words: str) -> Template:
    return Template(predicate=predicate, words=tuple(words.split()))
