"""Threads of gold: letters and their replies, with what each asks and how it is answered, as people marked it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..loaders import SUFFIXES
from ..model.errors import SourceError
from .gold import THREAD


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldWords:
    """Words of a letter; `letter` is its name in the thread ("a")."""

    letter: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldAsk:
    """An ask of a letter; `same_as` is the ask, of this or an earlier letter, that it makes again."""

    words: GoldWords
    procedural: bool
    reported: bool
    due: str | None
    same_as: GoldWords | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldReply:
    """`letter` answers the letter `to`."""

    letter: str
    to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldAnswer:
    """What the replies say to an ask: a status, and the passages that meet it, the best first."""

    ask: GoldWords
    status: str
    passages: tuple[GoldWords, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldThread:
    """One thread; `letters` are its files in order."""

    name: str
    letters: tuple[Path, ...]
    asks: tuple[GoldAsk, ...]
    replies: tuple[GoldReply, ...]
    answers: tuple[GoldAnswer, ...]


def load_threads(folder: Path) -> list[GoldThread]:
    """Return the threads of a folder and its sub-folders in order: each a folder that holds a `thread.json`.

    Raises:
        SourceError: there is no thread, or a file is not in the form of `docs/annotation.md`.
    """
    paths = sorted(folder.rglob(THREAD))
    if not paths:
        raise SourceError(folder.as_posix(), "no thread.json in this folder. docs/annotation.md shows how it is made.")
    return [_load_thread(path) for path in paths]


def _load_thread(path: Path) -> GoldThread:
    try:
        return _to_thread(path, _read_json(path))
    except OSError as error:
        raise SourceError(path.as_posix(), f"{error.strerror}. Check that it may be read.") from error
    except KeyError as error:
        raise SourceError(path.as_posix(), f"{error} is missing. docs/annotation.md shows the form.") from error
    except (ValueError, TypeError, AttributeError) as error:
        raise SourceError(path.as_posix(), f"this is no gold ({error}). docs/annotation.md shows the form.") from error


def _to_thread(path: Path, table: dict[str, Any]) -> GoldThread:
    letters = [
        other
        for other in sorted(path.parent.iterdir())
        if other.suffix.lower() in SUFFIXES and other.with_suffix(".json").exists()
    ]
    return GoldThread(
        name=path.parent.name,
        letters=tuple(letters),
        asks=tuple(ask for letter in letters for ask in _load_asks(letter)),
        replies=tuple(GoldReply(letter=entry["letter"], to=entry["to"]) for entry in table["replies"]),
        answers=tuple(_to_answer(entry) for entry in table["answers"]),
    )


def _load_asks(letter: Path) -> Sequence[GoldAsk]:
    table = _read_json(letter.with_suffix(".json"))
    return [_to_ask(letter.stem, entry) for entry in table.get("asks", ())]


def _to_ask(letter: str, entry: dict[str, Any] | str) -> GoldAsk:
    if isinstance(entry, str):
        entry = {"text": entry}
    same = entry.get("sameAs")
    if isinstance(same, str):
        same = {"letter": letter, "text": same}
    return GoldAsk(
        words=GoldWords(letter=letter, text=entry["text"]),
        procedural=entry.get("procedural", False),
        reported=entry.get("reported", False),
        due=entry.get("due"),
        same_as=GoldWords(letter=same["letter"], text=same["text"]) if same else None,
    )


def _to_answer(entry: dict[str, Any]) -> GoldAnswer:
    return GoldAnswer(
        ask=GoldWords(letter=entry["letter"], text=entry["ask"]),
        status=entry["status"],
        passages=tuple(GoldWords(letter=each["letter"], text=each["text"]) for each in entry["passages"]),
    )


def _read_json(path: Path) -> dict[str, Any]:
    table: dict[str, Any] = json.loads(path.read_text(encoding="utf-8-sig"))
    return table
