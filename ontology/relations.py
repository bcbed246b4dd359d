"""Relation templates, read from `cues/relations.toml`: words and slots, and the guards common to all."""

from dataclasses import dataclass
from functools import cache

from .cues import load_cue_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """One template. `words` are its pieces in order; `says` and `refuses` are its examples."""

    predicate: str
    words: tuple[str, ...]
    says: str
    refuses: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationCues:
    """All templates, the types behind a slot's short word, and the guards."""

    templates: tuple[Template, ...]
    types: dict[str, tuple[str, ...]]
    denied: tuple[str, ...]
    ended: tuple[str, ...]
    unsaid: tuple[str, ...]


@cache
def load_relation_cues() -> RelationCues:
    """Read `relations.toml`."""
    table = load_cue_file("relations.toml")
    return RelationCues(
        templates=tuple(
            Template(
                predicate=entry["predicate"],
                words=tuple(entry["words"].split()),
                says=entry["says"],
                refuses=entry["refuses"],
            )
            for entry in table["template"]
        ),
        types={name: tuple(types) for name, types in table["types"].items()},
        denied=tuple(table["guards"]["denied"]),
        ended=tuple(table["guards"]["ended"]),
        unsaid=tuple(table["guards"]["unsaid"]),
    )
