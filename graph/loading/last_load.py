"""What a store held before the last load, and what that load could not read: a file beside the graph.

The graph depends on what was loaded and never on when; what depends on when stands here. A load that was killed leaves
the file as it began it, and the next one goes on from there, so that nothing new is lost.
"""

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode

from ...model.errors import SourceError, StoreError
from ...model.link import Links
from ...model.reading import Reading
from ..quads.description import to_text
from ..quads.terms import ASK, COMMITMENT, DERIVED, STATUS, TO_ASK, TYPE
from ..storage.store import GraphStore
from ..storage.stored_readings import find_letters

_FILE = "last-load.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """What was known at a time: letters and commitments (IRIs), and asks with what had become of each.

    The status is None where an ask has none of its own.
    """

    letters: frozenset[str] = frozenset()
    asks: Mapping[str, str | None]
    commitments: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class LastLoad:
    """The last load: its day, the day of the one before it, what was known before it, and what it could not read."""

    day: date
    since: date | None
    before: Snapshot
    is_finished: bool = True
    not_read: tuple[SourceError, ...] = ()


def build_snapshot(readings: Iterable[Reading], links: Links) -> Snapshot:
    """Return what readings and the links between them make known."""
    held = list(readings)
    statuses = {answer.ask: answer.status.value for answer in links.answers}
    return Snapshot(
        letters=frozenset(reading.letter.iri for reading in held),
        asks={ask.iri: statuses.get(ask.iri) for reading in held for ask in reading.asks},
        commitments=frozenset(commitment.iri for reading in held for commitment in reading.commitments),
    )


def load_snapshot(store: GraphStore) -> Snapshot:
    """Return what a store makes known now."""
    found = {quad.subject: to_text(quad.object) for quad in store.find_quads(DERIVED, None, STATUS)}
    statuses = {to_text(quad.object): found.get(quad.subject) for quad in store.find_quads(DERIVED, predicate=TO_ASK)}
    return Snapshot(
        letters=frozenset(find_letters(store)),
        asks={ask: statuses.get(ask) for ask in _find_typed(store, ASK)},
        commitments=frozenset(_find_typed(store, COMMITMENT)),
    )


def load_last_load(store: GraphStore) -> LastLoad | None:
    """Return what is kept of the last load; None for a store that keeps nothing of it.

    Raises:
        StoreError: the file cannot be read.
    """
    path = store.path / _FILE
    if not path.exists():
        return None
    try:
        return _from_json(json.loads(path.read_text("utf-8")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise StoreError(
            f"{path}: what the last load brought cannot be read ({error}). "
            "Delete this file and load again, or name a day with --since."
        ) from error


def begin_load(store: GraphStore, today: date) -> LastLoad:
    """Keep what the store holds before it changes; what a load that was not finished has kept stays."""
    try:
        last = load_last_load(store)
    except StoreError:
        last = None  # a new load puts it right
    if last is None or last.is_finished:
        last = LastLoad(day=today, since=last.day if last else None, before=load_snapshot(store), is_finished=False)
        _write(store, last)
    return last


def finish_load(store: GraphStore, last: LastLoad, today: date, errors: Iterable[SourceError]) -> None:
    """Mark the load as done, with the files that it could not read."""
    _write(store, LastLoad(day=today, since=last.since, before=last.before, not_read=tuple(errors)))


def _find_typed(store: GraphStore, kind: NamedNode) -> list[str]:
    return sorted({to_text(quad.subject) for quad in store.find_quads(None, None, TYPE, kind)})


def _write(store: GraphStore, last: LastLoad) -> None:
    path: Path = store.path / _FILE
    draft = path.with_suffix(".new")
    try:
        draft.write_text(_to_json(last), "utf-8")
        os.replace(draft, path)
    except OSError as error:
        raise StoreError(
            f"{path}: this cannot be written ({error.strerror}). Check the disk, then load again."
        ) from error


def _to_json(last: LastLoad) -> str:
    content = {
        "day": last.day.isoformat(),
        "since": last.since.isoformat() if last.since else None,
        "finished": last.is_finished,
        "not read": [[error.path, error.what] for error in last.not_read],
        "letters before": sorted(last.before.letters),
        "asks before": dict(sorted(last.before.asks.items())),
        "commitments before": sorted(last.before.commitments),
    }
    return json.dumps(content, indent=0) + "\n"


def _from_json(content: dict[str, Any]) -> LastLoad:
    before = Snapshot(
        letters=frozenset(content["letters before"]),
        asks=dict(content["asks before"]),
        commitments=frozenset(content["commitments before"]),
    )
    return LastLoad(
        day=date.fromisoformat(content["day"]),
        since=date.fromisoformat(content["since"]) if content["since"] else None,
        before=before,
        is_finished=content["finished"],
        not_read=tuple(SourceError(path, what) for path, what in content["not read"]),
    )
