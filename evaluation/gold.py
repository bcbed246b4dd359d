"""Gold: what a letter says according to a person, in the form of `docs/annotation.md`."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..model.errors import SourceError
from ..model.letter import Correspondent


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldEntity:
    """An entity: `forms` are its name and every distinct form that the letter uses."""

    type: str
    name: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldLetter:
    """One annotated letter; `relations` are (subject name, predicate, object name)."""

    path: Path
    senders: tuple[Correspondent, ...]
    recipients: tuple[Correspondent, ...]
    date: str | None
    references: tuple[str, ...]
    subject: str | None
    entities: tuple[GoldEntity, ...]
    relations: tuple[tuple[str, str, str], ...]


def load_gold(folder: Path) -> list[GoldLetter]:
    """Return the gold letters of a folder and its sub-folders in order of path: each `NN.json` beside its letter.

    Raises:
        SourceError: the folder holds no gold, a file is no gold, or its letter is missing.
    """
    paths = sorted(folder.rglob("*.json"))
    if not paths:
        raise SourceError(
            folder.as_posix(), "no gold (NN.json beside NN.txt) in this folder. See docs/annotation.md."
        )
    return [_load_letter(path) for path in paths]


def _load_letter(path: Path) -> GoldLetter:
    letters = sorted(other for other in path.parent.glob(f"{path.stem}.*") if other.suffix != ".json")
    if not letters:
        raise SourceError(
            path.as_posix(), "the letter itself is missing. Put it beside this file under the same name."
        )
    try:
        table: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        header = table["header"]
        return GoldLetter(
            path=letters[0],
            senders=tuple(_to_correspondent(entry) for entry in header["senders"]),
            recipients=tuple(_to_correspondent(entry) for entry in header["recipients"]),
            date=header["date"],
            references=tuple(header.get("references", ())),
            subject=header.get("subject"),
            entities=tuple(
                GoldEntity(
                    type=entry["type"], name=entry["name"], forms=(entry["name"], *entry.get("mentions", ()))
                )
                for entry in table["entities"]
            ),
            relations=tuple(
                (entry["subject"], entry["predicate"], entry["object"]) for entry in table["relations"]
            ),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise SourceError(
            path.as_posix(), f"this is no gold ({error!r}). See docs/annotation.md for its form."
        ) from error


def _to_correspondent(entry: dict[str, Any]) -> Correspondent:
    return Correspondent(
        name=entry.get("name"), office=entry.get("office"), organisation=entry.get("organisation")
    )
