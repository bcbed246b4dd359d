"""Gold: what a letter says according to a person, in the form of `docs/annotation.md`."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..loaders import SUFFIXES
from ..model.errors import SourceError
from ..model.letter import Correspondent

THREAD = "thread.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldEntity:
    """An entity; `forms` are its name and every distinct form that the letter uses."""

    type: str
    name: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldRelation:
    """A relation; its ends are names of entities."""

    subject: str
    predicate: str
    object: str

    @property
    def words(self) -> str:
        """The relation as it is shown."""
        return f"{self.subject} {self.predicate} {self.object}"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldClause:
    """An ask or a commitment in the letter's words; a `reported` one is somebody else's."""

    text: str
    reported: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldPosition:
    """A stance that `by` (an entity's name) takes in the passage `text`."""

    by: str | None
    stance: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldFigure:
    """A number in the passage `text`; `counts` is what it counts in the annotator's words."""

    value: float
    unit: str
    counts: str
    text: str
    upper: float | None = None
    period: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldLetter:
    """One annotated letter; `path` is the letter itself, `is_complete` false while it is being annotated.

    Entities, relations, asks, commitments, positions and figures are None where the annotation does not speak of them.
    """

    path: Path
    is_complete: bool
    senders: tuple[Correspondent, ...]
    recipients: tuple[Correspondent, ...]
    date: str | None
    references: tuple[str, ...]
    subject: str | None
    entities: tuple[GoldEntity, ...] | None = None
    relations: tuple[GoldRelation, ...] | None = None
    asks: tuple[GoldClause, ...] | None = None
    commitments: tuple[GoldClause, ...] | None = None
    positions: tuple[GoldPosition, ...] | None = None
    figures: tuple[GoldFigure, ...] | None = None

    @property
    def name(self) -> str:
        """The name under which the letter is reported."""
        return self.path.stem


def load_gold(folder: Path, *, errors: list[SourceError] | None = None) -> list[GoldLetter]:
    """Return the gold letters of a folder and its sub-folders in order: each `NN.json` beside its letter.

    What a `thread.json` says is of several letters and left to `thread_gold.py`.
    A file that is no gold or whose letter is missing is put into `errors`, where there is such a list.

    Raises:
        SourceError: the folder holds no gold, or such a file was met without a list of `errors`.
    """
    paths = sorted(path for path in folder.rglob("*.json") if path.name != THREAD)
    if not paths:
        raise SourceError(
            folder.as_posix(),
            "no gold (NN.json beside NN.txt) in this folder. docs/annotation.md shows how it is made.",
        )
    letters = []
    for path in paths:
        try:
            letters.append(_load_letter(path))
        except SourceError as error:
            if errors is None:
                raise
            errors.append(error)
    return letters


def _load_letter(path: Path) -> GoldLetter:
    beside = sorted(path.parent.iterdir())
    letters = [other for other in beside if other.stem == path.stem and other.suffix.lower() in SUFFIXES]
    if not letters:
        raise SourceError(path.as_posix(), "the letter itself is missing. Put it beside this file under the same name.")
    try:
        return _to_letter(letters[0], json.loads(path.read_text(encoding="utf-8-sig")))
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        raise SourceError(path.as_posix(), f"{reason}. Check that it may be read.") from error
    except KeyError as error:
        raise SourceError(path.as_posix(), f"{error} is missing. docs/annotation.md shows the form.") from error
    except (ValueError, TypeError, AttributeError) as error:
        raise SourceError(path.as_posix(), f"this is no gold ({error}). docs/annotation.md shows the form.") from error


def _to_letter(path: Path, table: dict[str, Any]) -> GoldLetter:
    header = table["header"]
    return GoldLetter(
        path=path,
        is_complete=table.get("complete", True),
        senders=tuple(_to_correspondent(entry) for entry in header["senders"]),
        recipients=tuple(_to_correspondent(entry) for entry in header["recipients"]),
        date=header["date"],
        references=tuple(header.get("references", ())),
        subject=header.get("subject"),
        entities=tuple(map(_to_entity, table["entities"])) if "entities" in table else None,
        relations=tuple(GoldRelation(**entry) for entry in table["relations"]) if "relations" in table else None,
        asks=_to_clauses(table.get("asks")),
        commitments=_to_clauses(table.get("commitments")),
        positions=tuple(map(_to_position, table["positions"])) if "positions" in table else None,
        figures=tuple(map(_to_figure, table["figures"])) if "figures" in table else None,
    )


def _to_position(entry: dict[str, Any]) -> GoldPosition:
    return GoldPosition(by=entry.get("by"), stance=entry["stance"], text=entry["text"])


def _to_figure(entry: dict[str, Any]) -> GoldFigure:
    optional = {name: entry.get(name) for name in ("upper", "period", "source")}
    return GoldFigure(
        value=entry["value"], unit=entry["unit"] or "", counts=entry["counts"] or "", text=entry["text"], **optional
    )


def _to_clauses(entries: list[str | dict[str, Any]] | None) -> tuple[GoldClause, ...] | None:
    """Return asks or commitments: each its words alone, or a table with `text` and `reported`."""
    if entries is None:
        return None
    return tuple(
        GoldClause(text=entry)
        if isinstance(entry, str)
        else GoldClause(text=entry["text"], reported=entry.get("reported", False))
        for entry in entries
    )


def _to_correspondent(entry: dict[str, Any]) -> Correspondent:
    return Correspondent(name=entry.get("name"), office=entry.get("office"), organisation=entry.get("organisation"))


def _to_entity(entry: dict[str, Any]) -> GoldEntity:
    name = entry["name"]
    return GoldEntity(type=entry["type"], name=name, forms=tuple(dict.fromkeys([name, *entry.get("mentions", ())])))
